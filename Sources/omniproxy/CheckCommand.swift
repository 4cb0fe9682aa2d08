// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import AccessPolicy
import ArgumentParser
import Configuration
import PostgresErrors

/// Validates configuration and models without connecting to anything.
struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Validate the configuration and its models.",
        discussion: """
            Reports every mistake with file, line and key, and whatever weakens protection. Connects \
            to nothing. Exits with 1 when the configuration cannot be used.

            EXAMPLES:
              omniproxy check
              omniproxy check --config /etc/omniproxy/proxy.conf --users
            """
    )

    @OptionGroup var options: ConfigurationOption

    @Flag(help: "List where each user would be served on each database, or why not.")
    var users = false

    func run() throws {
        let loaded = try options.load()
        for warning in loaded.warnings { StandardError.print("warning: \(warning)") }
        let configuration = loaded.configuration
        let primaries = configuration.resolver.connections.keys.sorted()
        print(
            "\(options.config): \(primaries.count) databases, "
                + "\(configuration.connections.count) connections, "
                + "\(configuration.directory.users.count) users, "
                + "\(loaded.warnings.count) warnings"
        )
        guard users else { return }
        for database in primaries {
            for user in configuration.directory.users.keys.sorted() {
                print(Self.line(user, database, configuration.resolver))
            }
        }
    }

    private static func line(
        _ user: String,
        _ database: String,
        _ resolver: PolicyResolver
    ) -> String {
        do {
            let identity = try resolver.target(user: user, database: database).identity
            return "\(user) on \(database): \(identity.role), served by \(identity.environment)"
        } catch {
            let reason = error.logMessage ?? error.hint ?? error.message
            return "\(user) on \(database): refused, \(reason)"
        }
    }
}
