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
    /// - Returns: The session.
    /// - Throws: `ExitCode.failure`, after the reason was printed.
    func session() throws -> Session {
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
            Refusal.print(error)
            throw ExitCode.failure
        }
    }
}

/// A refusal as an administrator wants it: what the client reads, and what the log reads.
enum Refusal {
    static func print(_ error: ProxyError) {
        StandardError.print("ERROR:  \(error.sqlState): \(error.message)")
        if let detail = error.detail { StandardError.print("DETAIL:  \(detail)") }
        if let hint = error.hint { StandardError.print("HINT:  \(hint)") }
        if let position = error.position { StandardError.print("POSITION:  \(position)") }
        if let reason = error.logMessage { StandardError.print("LOG:  \(reason)") }
    }
}
