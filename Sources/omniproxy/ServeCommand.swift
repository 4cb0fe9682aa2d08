// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import ArgumentParser
import Configuration
import Foundation
import Glibc
import Logging
import PostgresErrors
import ProxyServer

/// `omniproxy serve`: runs the proxy.
struct ServeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve",
        abstract: "Run the proxy.",
        discussion: """
            SIGHUP loads the configuration again, and so does a change of its files when `watch` is on; it takes effect as a whole or not at all. SIGTERM ends \
            idle sessions, waits for open transactions (drain_timeout) and stops.

            Examples:
              omniproxy serve
              omniproxy serve --config /etc/omniproxy/proxy.conf --log-level debug
            """
    )

    @Option(help: "The configuration file.")
    var config = "proxy.conf"

    @Option(
        help: "trace, debug, info, notice, warning, error or critical.",
        transform: { text in
            guard let level = Logger.Level(rawValue: text) else {
                throw ValidationError("'\(text)' is no log level")
            }
            return level
        }
    )
    var logLevel = Logger.Level.notice

    func run() throws {
        LoggingSystem.bootstrap(StreamLogHandler.standardError)
        var log = Logger(label: "omniproxy")
        log.logLevel = logLevel
        let path = config
        let watch = ConfigurationWatch()
        let loaded: ConfigurationLoader.Loaded
        do {
            loaded = try load(path, watch, log)
        } catch {
            FileHandle.standardError.write(Data("\(error)\n".utf8))
            throw ExitCode.failure
        }
        do throws(ProxyError) {
            let server = try ProxyServer(
                configuration: loaded.configuration,
                log: log,
                hasChanged: watch.hasChanged,
                reload: { try load(path, watch, log).configuration }
            )
            try server.run { addresses in
                let list = addresses.map(\.description).joined(separator: ", ")
                FileHandle.standardOutput.write(Data("omniproxy is ready on \(list)\n".utf8))
            }
            // Threads that open backends may be in the middle of a handshake: the exit handlers of the
            // libraries would take OpenSSL away from under them.
            fflush(nil)
            _exit(0)
        } catch {
            let hint = error.hint.map { "\nHINT: \($0)" } ?? ""
            FileHandle.standardError.write(Data("\(error.message)\(hint)\n".utf8))
            throw ExitCode.failure
        }
    }
}

private func load(
    _ path: String,
    _ watch: ConfigurationWatch,
    _ log: Logger
) throws -> ConfigurationLoader.Loaded {
    let loaded = try ConfigurationLoader.load(
        path: path,
        environment: ProcessInfo.processInfo.environment,
        files: watch.filesForLoading()
    )
    for warning in loaded.warnings {
        log.warning("configuration", metadata: ["problem": "\(warning)"])
    }
    return loaded
}
