// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import AccessPolicy
import ArgumentParser
import Configuration
import PostgresErrors

/// `--user` and `--database`: whose session a command looks at.
struct SessionOptions: ParsableArguments {
    @OptionGroup var options: ConfigurationOption

    @Option(name: .long, help: "Login of the Omni user.")
    var user: String

    @Option(
        name: .long,
        help: "As a client would name it: connection, connection@environment, connection:model."
    )
    var database: String

    /// A session as it would be right now.
    struct Session {
        var resolver: PolicyResolver
        var target: SessionTarget
        var catalog: Catalog
        var policy: Policy
    }

    /// Resolves the session, reading the catalog from the backend that would serve it.
    ///
    /// - Parameter json: A refusal is printed as one JSON object.
    /// - Returns: The session.
    /// - Throws: `ExitCode.failure`, after the reason was printed.
    func session(json: Bool) throws -> Session {
        let configuration = try options.load().configuration
        let resolver = configuration.resolver
        do throws(ProxyError) {
            let target = try resolver.target(user: user, database: database)
            guard let settings = configuration.connections[target.identity.environment] else {
                throw ProxyError(
                    .internalError,
                    "connection \(target.identity.environment) is not configured"
                )
            }
            let catalog = try BackendCatalog.load(
                settings,
                allowsUntestedServer: configuration.allowsUntestedServers
            )
            return Session(
                resolver: resolver,
                target: target,
                catalog: catalog,
                policy: try resolver.policy(for: target, catalog: catalog)
            )
        } catch {
            if json {
                try JSONOutput.print(
                    RefusedSession(user: user, database: database, refusal: Refusal(error))
                )
            } else {
                Refusal(error).print()
            }
            throw ExitCode.failure
        }
    }
}

private struct RefusedSession: Encodable {
    var user: String
    var database: String
    var refusal: Refusal
}
