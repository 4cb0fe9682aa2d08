// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import AccessPolicy
import Foundation
import Glibc
import PostgresErrors
import PostgresWire
import Testing

@testable import ProxyServer

/// Opens real backends, takes them over and uses them, plaintext and TLS.
@Suite(
    .enabled(if: ThrowawayPostgreSQL.isAvailable),
    .serialized,
    .server(
        setup: """
            CREATE SCHEMA shop;
            CREATE TYPE shop.mood AS ENUM ('fine');
            CREATE TABLE shop."Order Items" (
                a int NOT NULL, gone int, b varchar(10), c shop.mood[], PRIMARY KEY (b, a) INCLUDE (c)
            );
            ALTER TABLE shop."Order Items" DROP COLUMN gone;
            CREATE VIEW shop.v AS SELECT 1::numeric(10, 2) AS n;
            CREATE TABLE p (k int) PARTITION BY LIST (k);
            CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1);
            CREATE MATERIALIZED VIEW m AS SELECT 1 AS x;
            CREATE SEQUENCE s;
            """
    )
)
struct BackendTests {
    private let server: ThrowawayPostgreSQL

    init() throws {
        server = try #require(ThrowawayPostgreSQL.current)
    }

    private func connector(
        _ more: String = "sslmode=disable",
        _ change: (inout BackendOptions) -> Void = { _ in }
    ) throws -> LibpqConnector {
        var options = BackendOptions(name: "shop", conninfo: server.conninfo(more))
        change(&options)
        return try LibpqConnector(options)
    }

    private var variants: [(name: String, more: String)] {
        [
            ("plaintext", "sslmode=disable"),
            ("socket", "sslmode=disable host=\(server.directory.path)"),
            ("TLS 1.3", "sslmode=require ssl_max_protocol_version=TLSv1.3"),
            ("TLS 1.2", "sslmode=require ssl_max_protocol_version=TLSv1.2"),
            (
                "verified TLS",
                "sslmode=verify-full host=localhost channel_binding=require "
                    + "sslrootcert=\(server.file("server.crt"))"
            ),
        ]
    }

    @Test func takesOverEachKindOfConnection() throws {
        for (name, more) in variants {
            var backend = try connector(more).connect()
            defer { backend.transport.close() }
            #expect(backend.transport.isEncrypted == name.contains("TLS"), "\(name)")
            #expect(backend.serverVersion >= 150_000)
            #expect(backend.parameters["TimeZone"] != nil)
            #expect(backend.parameters["session_authorization"] == "postgres")
            #expect(backend.parameters["default_transaction_read_only"] == "on")
            let peer = Peer(backend.transport)
            #expect(try peer.query("SELECT pg_backend_pid()") == [[String(backend.processID)]])
            for (setting, value) in [
                ("search_path", "pg_catalog,pg_temp"), ("backslash_quote", "safe_encoding"),
                ("standard_conforming_strings", "on"), ("client_encoding", "UTF8"),
                ("application_name", "omniproxy"), ("row_security", "on"),
                ("DateStyle", "ISO, MDY"), ("transaction_read_only", "on"),
            ] {
                #expect(try peer.query("SHOW \(setting)") == [[value]], "\(name)")
            }
        }
    }

    @Test func passesLargeResultsUnharmed() throws {
        for (name, more) in variants {
            var backend = try connector(more).connect()
            defer { backend.transport.close() }
            let rows = try Peer(backend.transport)
                .query("SELECT i, repeat('x', 100) FROM generate_series(1, 20000) AS i")
            #expect(rows.count == 20_000, "\(name)")
            #expect(rows.last == ["20000", String(repeating: "x", count: 100)], "\(name)")
        }
    }

    @Test func leavesNoDescriptorBehind() throws {
        var observer = try connector().connect()
        defer { observer.transport.close() }
        let deadSockets = unconnectedLocalSockets()
        for (_, more) in variants {
            for _ in 0..<5 {
                var backend = try connector(more).connect()
                backend.transport.close()
            }
        }
        #expect(unconnectedLocalSockets() == deadSockets)
        // A descriptor left open somewhere would keep its backend alive.
        let peer = Peer(observer.transport)
        let others = """
            SELECT count(*) FROM pg_stat_activity
            WHERE backend_type = 'client backend' AND pid <> pg_backend_pid()
            """
        let deadline = Deadline(in: .seconds(5))
        while try peer.query(others) != [["0"]], !deadline.hasPassed {
            Thread.sleep(forTimeInterval: 0.05)
        }
        #expect(try peer.query(others) == [["0"]])
    }

    private func unconnectedLocalSockets() -> Int {
        (Int32(3)..<1024).count { descriptor in
            var domain: Int32 = 0
            var length = socklen_t(MemoryLayout<Int32>.size)
            return getsockopt(descriptor, SOL_SOCKET, SO_DOMAIN, &domain, &length) == 0
                && domain == AF_UNIX && SocketAddress(peerOf: descriptor) == nil
        }
    }

    @Test func cancelsTheStatementThatRuns() throws {
        for (name, more) in variants {
            var backend = try connector(more).connect()
            defer { backend.transport.close() }
            var other = try connector(more).connect()
            defer { other.transport.close() }
            let peer = Peer(backend.transport)
            try peer.send { $0.appendQuery(Array("SELECT pg_sleep(30)".utf8)) }
            Thread.sleep(forTimeInterval: 0.1)
            let started = ContinuousClock.now
            try backend.cancel.send(timeout: .seconds(5))
            #expect(throws: Peer.ServerError(sqlState: "57014")) { _ = try peer.rows() }
            #expect(ContinuousClock.now - started < .seconds(5), "\(name)")
            #expect(try peer.query("SELECT 1") == [["1"]], "\(name)")
            #expect(try Peer(other.transport).query("SELECT 2") == [["2"]], "\(name)")
        }
    }

    @Test func doesNotSendACancelKeyToAServerItCannotVerify() throws {
        let more =
            "sslmode=verify-full host=localhost sslrootcert=\(server.file("server.crt"))"
        var backend = try connector(more).connect()
        defer { backend.transport.close() }
        // The same address now shows a certificate that nobody vouches for.
        let impostor = try Impostor()
        defer { impostor.stop() }
        guard case .request(let request, _, let tls) = backend.cancel.route else {
            Issue.record("no request of our own")
            return
        }
        let address = try #require(try impostor.address())
        let cancel = BackendCancel(route: .request(request, peer: address, tls: tls))
        let error = #expect(throws: ProxyError.self) { try cancel.send(timeout: .seconds(3)) }
        #expect(error?.logMessage?.contains("certificate verify failed") == true)
        #expect(impostor.hasSeenCertificateRefused())
    }

    @Test func refusesBadLoginsWithoutNamingHosts() throws {
        for more in [
            "sslmode=disable password=wrong", "sslmode=disable port=1",
            "sslmode=disable dbname=none",
        ] {
            let error = #expect(throws: ProxyError.self) { _ = try connector(more).connect() }
            #expect(error?.sqlState == .sqlclientUnableToEstablishConnection)
            #expect(error?.message == "could not connect to the database of \"shop\"")
            #expect(error?.logMessage?.contains("127.0.0.1") == true)
        }
    }

    @Test func explainsABadConnectionString() {
        let error = #expect(throws: ProxyError.self) {
            _ = try LibpqConnector(BackendOptions(name: "x", conninfo: "hots=a"))
        }
        #expect(error?.message.contains("hots") == true)
        #expect(throws: ProxyError.self) {
            _ = try LibpqConnector(BackendOptions(name: "x", conninfo: "replication=database"))
        }
    }

    @Test func goesOnToTheNextHostWhenOneFailsOrDoesNotAnswer() throws {
        let silent = try SilentListener()
        defer { silent.stop() }
        let more =
            "sslmode=disable host=127.0.0.1,127.0.0.1,127.0.0.1 port=1,\(silent.port),\(server.port) "
            + "connect_timeout=2"
        let started = ContinuousClock.now
        var backend = try connector(more).connect()
        backend.transport.close()
        #expect(ContinuousClock.now - started < .seconds(8))
    }

    @Test func givesUpAtItsDeadline() throws {
        let silent = try SilentListener()
        defer { silent.stop() }
        let connector = try connector("sslmode=disable port=\(silent.port)") {
            $0.connectTimeout = .seconds(1)
        }
        let started = ContinuousClock.now
        let error = #expect(throws: ProxyError.self) { _ = try connector.connect() }
        #expect(ContinuousClock.now - started < .seconds(4))
        #expect(error?.logMessage?.contains("timed out") == true)
    }

    @Test func refusesDatabasesThatAreNotUTF8() throws {
        var admin = try connector("sslmode=disable options='-c x.y=z'").connect()
        defer { admin.transport.close() }
        let peer = Peer(admin.transport)
        _ = try peer.query("SET default_transaction_read_only = off")
        _ = try peer.query(
            "CREATE DATABASE latin TEMPLATE template0 ENCODING LATIN1 LC_COLLATE 'C' LC_CTYPE 'C'"
        )
        #expect(try peer.query("SHOW x.y") == [["z"]])
        let error = #expect(throws: ProxyError.self) {
            _ = try connector("sslmode=disable dbname=latin").connect()
        }
        #expect(error?.logMessage == "server reports server_encoding = LATIN1")
    }

    @Test func openersRunJobsAndStop() throws {
        let openers = JobThreads(count: 2)
        let connector = try connector()
        let count = 8
        let results = Results()
        for _ in 0..<count {
            #expect(
                openers.submit {
                    do {
                        var backend = try connector.connect()
                        backend.transport.close()
                        results.add(true)
                    } catch {
                        results.add(false)
                    }
                }
            )
        }
        #expect(results.wait(for: count) == Array(repeating: true, count: count))
        openers.stop()
        #expect(!openers.submit {})
    }

    @Test func loadsTheCatalog() throws {
        let catalog = try connector("sslmode=require").loadCatalog(timeout: .seconds(10))
        #expect(catalog.serverVersion >= 150_000)
        let names = Set(catalog.relations.keys.map { "\($0.schema).\($0.name)" })
        #expect(names == ["shop.Order Items", "shop.v", "public.p", "public.p1", "public.m"])
        let items = try #require(
            catalog.relations[Catalog.QualifiedName(schema: "shop", name: "Order Items")]
        )
        #expect(items.kind == .table)
        #expect(items.primaryKey == ["b", "a"])
        #expect(items.columns.map(\.name) == ["a", "b", "c"])
        #expect(items.columns.map(\.number) == [1, 3, 4])
        #expect(items.columns.map(\.isNotNull) == [true, true, false])
        #expect(items.columns.map(\.typeModifier) == [-1, 14, -1])
        #expect(
            items.columns.map(\.type.formatted) == ["integer", "character varying", "shop.mood[]"]
        )
        #expect(items.columns.map(\.type.name) == ["int4", "varchar", "_mood"])
        #expect(items.columns.map(\.type.schema) == ["pg_catalog", "pg_catalog", "shop"])
        #expect(!items.isInheritanceChild)
        let child = catalog.relations[Catalog.QualifiedName(schema: "public", name: "p1")]
        #expect(child?.isInheritanceChild == true)
        let parent = catalog.relations[Catalog.QualifiedName(schema: "public", name: "p")]
        #expect(parent?.kind == .partitionedTable)
    }
}
