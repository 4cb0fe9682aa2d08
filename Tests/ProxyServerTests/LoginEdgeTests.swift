// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import Foundation
import PostgresWire
import Testing

@testable import ProxyServer

/// The product's login parts against clients that are not ours: libpq and openssl.
@Suite final class LoginEdgeTests {
    private let directory: URL
    private let certificate: TestCertificate
    private let authority: TestCertificate
    private let context: TLSServerContext

    init() throws {
        ignoreBrokenPipeSignals()
        directory = FileManager.default.temporaryDirectory
            .appendingPathComponent("omniproxy-login-\(UUID().uuidString.prefix(8))")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        certificate = try TestCertificate(in: directory, name: "localhost")
        authority = try TestCertificate(in: directory, name: "authority")
        context = try TLSServerContext(
            certificateFile: certificate.certificateFile,
            privateKeyFile: certificate.keyFile,
            clientCAFile: authority.certificateFile
        )
    }

    deinit {
        try? FileManager.default.removeItem(at: directory)
    }

    /// Connects with libpq and leaves again.
    private func connect(
        _ server: LoginServer,
        _ options: [String: String] = [:]
    ) throws -> (error: String?, outcome: LoginServer.Outcome?) {
        var all = [
            "host": "localhost", "hostaddr": "127.0.0.1", "port": "\(server.port)",
            "user": "ada", "password": "pencil", "gssencmode": "disable",
            "sslrootcert": certificate.certificateFile, "sslcert": "/nonexistent",
        ]
        all.merge(options) { $1 }
        let client = try LibpqConnection(
            options: all.map { ConninfoOption(keyword: $0.key, value: $0.value) }
        )
        let result = client.poll(until: Deadline(in: .seconds(10)), hostTimeout: .seconds(10))
        let error = result == .connected ? nil : client.errorMessage
        client.finish()
        return (error, server.nextOutcome())
    }

    @Test func libpqLogsInWithoutTLS() throws {
        let server = try LoginServer(tls: .off, context: nil, password: "pencil")
        defer { server.stop() }
        let (error, outcome) = try connect(server, ["sslmode": "prefer"])
        #expect(error == nil)
        #expect(
            outcome
                == LoginServer.Outcome(
                    user: "ada",
                    version: .version3,
                    mechanism: "SCRAM-SHA-256",
                    end: "in"
                )
        )
        #expect(try connect(server, ["password": "pen"]).outcome?.end == "denied")
        #expect(try connect(server, ["sslmode": "require"]).error?.contains("SSL") == true)
    }

    @Test func libpqLogsInWithChannelBinding() throws {
        let server = try LoginServer(tls: .require, context: context, password: "pencil")
        defer { server.stop() }
        for version in ["TLSv1.2", "TLSv1.3"] {
            let (error, outcome) = try connect(
                server,
                [
                    "sslmode": "verify-full", "channel_binding": "require",
                    "ssl_max_protocol_version": version,
                ]
            )
            #expect(error == nil, "\(version)")
            #expect(outcome?.mechanism == "SCRAM-SHA-256-PLUS")
            #expect(outcome?.isEncrypted == true)
            #expect(outcome?.commonName == nil)
            #expect(outcome?.end == "in")
        }
        let plain = try connect(server, ["sslmode": "disable"])
        #expect(plain.error?.contains("requires an encrypted connection") == true)
        #expect(plain.outcome?.end == "rejected 28000")
        let unbound = try connect(server, ["sslmode": "require", "channel_binding": "disable"])
        #expect(unbound.outcome?.mechanism == "SCRAM-SHA-256")
        #expect(unbound.outcome?.end == "in")
    }

    @Test func olderTLSIsRefused() throws {
        let server = try LoginServer(tls: .require, context: context, password: "pencil")
        defer { server.stop() }
        let (error, outcome) = try connect(
            server,
            [
                "sslmode": "require", "ssl_min_protocol_version": "TLSv1",
                "ssl_max_protocol_version": "TLSv1.1",
            ]
        )
        #expect(error != nil)
        #expect(outcome?.user == nil)
    }

    @Test func namesTheOwnerOfAVerifiedCertificate() throws {
        let server = try LoginServer(tls: .prefer, context: context, password: "pencil")
        defer { server.stop() }
        let ada = try TestCertificate(in: directory, name: "ada@acme.example", signedBy: authority)
        let good = try connect(
            server,
            ["sslmode": "require", "sslcert": ada.certificateFile, "sslkey": ada.keyFile]
        )
        #expect(good.error == nil)
        #expect(good.outcome?.commonName == "ada@acme.example")
        let eve = try TestCertificate(in: directory, name: "eve")
        let bad = try connect(
            server,
            ["sslmode": "require", "sslcert": eve.certificateFile, "sslkey": eve.keyFile]
        )
        #expect(bad.error != nil)
        #expect(bad.outcome?.user == nil)
    }

    @Test func directTLSNeedsTheProtocolsName() throws {
        let server = try LoginServer(tls: .prefer, context: context, password: "pencil")
        defer { server.stop() }
        func connect(_ arguments: [String]) {
            // It ends with 0 or 1 depending on what the server does; the server's side is judged.
            try? ChildProcess.run(
                "/usr/bin/openssl",
                ["s_client", "-connect", "127.0.0.1:\(server.port)"] + arguments,
                output: directory.appendingPathComponent("s_client").path
            )
        }
        connect(["-alpn", "postgresql"])
        let welcome = server.nextOutcome()
        #expect(welcome?.applicationProtocol == "postgresql")
        #expect(welcome?.end == "connection closed by the server")
        connect(["-alpn", "http/1.1"])
        #expect(server.nextOutcome()?.isEncrypted == false)
        connect([])
        #expect(
            server.nextOutcome()?.end
                == "closed: direct TLS connection without ALPN protocol postgresql"
        )
    }

    @Test func namesTheFileAtFault() {
        func error(_ certificate: String, _ key: String, _ authority: String?) -> TLSContextError? {
            #expect(throws: TLSContextError.self) {
                _ = try TLSServerContext(
                    certificateFile: certificate,
                    privateKeyFile: key,
                    clientCAFile: authority
                )
            }
        }
        let missing = directory.appendingPathComponent("missing").path
        #expect(error(missing, certificate.keyFile, nil)?.file == missing)
        #expect(error(missing, certificate.keyFile, nil)?.reason == "No such file or directory")
        #expect(error(certificate.certificateFile, missing, nil)?.file == missing)
        let wrongKey = error(certificate.certificateFile, authority.keyFile, nil)
        #expect(wrongKey?.file == authority.keyFile)
        #expect(wrongKey?.reason == "key values mismatch")
        #expect(error(certificate.certificateFile, certificate.keyFile, missing)?.file == missing)
    }
}
