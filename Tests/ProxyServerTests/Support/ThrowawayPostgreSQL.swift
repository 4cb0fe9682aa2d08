// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import Foundation
import Glibc
import Testing

/// A PostgreSQL server of the test's own, in a temporary directory, on loopback with TLS.
///
/// It listens for TCP and on a socket in its directory, wants SCRAM, and is gone with `stop()`.
final class ThrowawayPostgreSQL: Sendable {
    /// The suite's server.
    @TaskLocal static var current: ThrowawayPostgreSQL?

    static let password = "p@ss word"

    let directory: URL
    let port: Int
    private let binaries: String

    /// Where PostgreSQL's programs are, or nil with the reason printed.
    static let binaries: String? = {
        let versions =
            (try? FileManager.default.contentsOfDirectory(atPath: "/usr/lib/postgresql")) ?? []
        let candidates =
            versions.sorted { $0.compare($1, options: .numeric) == .orderedAscending }
            .map { "/usr/lib/postgresql/\($0)/bin" } + ["/usr/local/bin", "/usr/bin"]
        let found = candidates.first { path in
            ["initdb", "pg_ctl", "postgres"].allSatisfy {
                FileManager.default.isExecutableFile(atPath: "\(path)/\($0)")
            }
        }
        if found == nil { print("skipped: no PostgreSQL server programs on this machine") }
        return found
    }()

    static var isAvailable: Bool { binaries != nil }

    /// - Parameter setup: SQL for the database `postgres`.
    /// - Throws: What a program printed that failed.
    init(setup: String = "") throws {
        guard let binaries = Self.binaries else { throw Failure("no PostgreSQL") }
        self.binaries = binaries
        directory = FileManager.default.temporaryDirectory
            .appendingPathComponent("omniproxy-test-\(UUID().uuidString.prefix(8))")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        port = try Self.freePort()
        try run(
            "/usr/bin/openssl",
            [
                "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj",
                "/CN=localhost", "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1", "-keyout",
                file("server.key"), "-out", file("server.crt"),
            ]
        )
        chmod(file("server.key"), 0o600)
        try Self.password.write(toFile: file("password"), atomically: true, encoding: .utf8)
        if getuid() == 0 { try run("/bin/chown", ["-R", "postgres", directory.path]) }
        try runAsServer(
            "initdb",
            [
                "-D", file("data"), "-U", "postgres", "-A", "scram-sha-256", "-E", "UTF8",
                "--locale=C.UTF-8", "-N", "--pwfile", file("password"),
            ]
        )
        try runAsServer(
            "pg_ctl",
            ["-D", file("data"), "-w", "-l", file("log"), "-o", settings, "start"]
        )
        if !setup.isEmpty {
            try run(
                "/usr/bin/psql",
                ["-qX", "-v", "ON_ERROR_STOP=1", "-d", conninfo(), "-c", setup]
            )
        }
    }

    func stop() {
        try? runAsServer("pg_ctl", ["-D", file("data"), "-m", "immediate", "-w", "stop"])
        try? FileManager.default.removeItem(at: directory)
    }

    /// - Parameter more: Keywords that follow.
    /// - Returns: A connection string over TCP, without TLS unless `more` asks for it.
    func conninfo(_ more: String = "sslmode=disable") -> String {
        "host=127.0.0.1 port=\(port) dbname=postgres user=postgres password='\(Self.password)' "
            + more
    }

    func file(_ name: String) -> String {
        directory.appendingPathComponent(name).path
    }

    /// Starts the server over, for tests of lost backends and of settings.
    func restart() throws {
        try runAsServer(
            "pg_ctl",
            ["-D", file("data"), "-m", "fast", "-w", "-l", file("log"), "restart"]
        )
    }

    private var settings: String {
        [
            "listen_addresses=127.0.0.1", "port=\(port)",
            "unix_socket_directories=\(directory.path)", "ssl=on",
            "ssl_cert_file=\(file("server.crt"))", "ssl_key_file=\(file("server.key"))",
            "fsync=off", "shared_buffers=16MB", "max_connections=40",
        ].map { "-c \($0)" }.joined(separator: " ")
    }

    private func runAsServer(_ program: String, _ arguments: [String]) throws {
        let path = "\(binaries)/\(program)"
        // The server refuses to run as root.
        if getuid() == 0 {
            try run(
                "/usr/bin/setpriv",
                ["--reuid", "postgres", "--regid", "postgres", "--clear-groups", path] + arguments
            )
        } else {
            try run(path, arguments)
        }
    }

    struct Failure: Error, CustomStringConvertible {
        var description: String

        init(_ description: String) {
            self.description = description
        }
    }

    private func run(_ program: String, _ arguments: [String]) throws {
        try ChildProcess.run(program, arguments, output: file("output"))
    }

    private static func freePort() throws -> Int {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let status = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, length) == 0 && getsockname(descriptor, $0, &length) == 0
            }
        }
        guard status else { throw Failure("no free port") }
        return Int(UInt16(bigEndian: address.sin_port))
    }
}

/// Starts a server for a suite and stops it when the suite is through.
struct ServerTrait: SuiteTrait, TestScoping {
    let setup: String

    func provideScope(
        for test: Test,
        testCase: Test.Case?,
        performing function: @concurrent @Sendable () async throws -> Void
    ) async throws {
        let server = try ThrowawayPostgreSQL(setup: setup)
        defer { server.stop() }
        try await ThrowawayPostgreSQL.$current.withValue(server) { try await function() }
    }
}

extension Trait where Self == ServerTrait {
    /// Gives the suite a server of its own, `ThrowawayPostgreSQL.current`.
    ///
    /// - Parameter setup: SQL for the database `postgres`.
    /// - Returns: A trait for suites.
    static func server(setup: String) -> Self { ServerTrait(setup: setup) }
}
