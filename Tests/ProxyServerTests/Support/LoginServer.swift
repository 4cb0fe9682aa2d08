// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import Foundation
import Glibc
import PostgresErrors
import PostgresWire

@testable import ProxyServer

/// The shortest server that lets clients in with the product's own parts: startup, TLS, SCRAM.
///
/// It serves one client at a time on a thread, then stands idle until the client leaves.
final class LoginServer: @unchecked Sendable {
    // Sendable: all but `outcomes` is constant; that one is under its lock.
    struct Outcome: Equatable {
        var user: String?
        var isEncrypted = false
        var applicationProtocol: String?
        var commonName: String?
        var version: ProtocolVersion?
        var mechanism: String?
        var end: String = ""
    }

    let listener: SilentListener
    private let tls: TLSMode
    private let context: TLSServerContext?
    private let verifier: SCRAMVerifier
    private let lock = NSCondition()
    private var outcomes: [Outcome] = []

    init(tls: TLSMode, context: TLSServerContext?, password: String) throws {
        listener = try SilentListener()
        self.tls = tls
        self.context = context
        verifier = SCRAMVerifier.make(password: password, salt: Array(0..<16))
        Thread.detachNewThread { [self] in
            while true {
                let client = accept(listener.descriptor, nil, nil)
                guard client >= 0 else { return }
                _ = fcntl(client, F_SETFL, fcntl(client, F_GETFL) | O_NONBLOCK)
                var login = Login(Transport(owning: client), Deadline(in: .seconds(10)))
                login.run(tls: tls, context: context, verifier: verifier)
                lock.withLock {
                    outcomes.append(login.outcome)
                    lock.broadcast()
                }
            }
        }
    }

    var port: Int { listener.port }

    func stop() {
        shutdown(listener.descriptor, Int32(SHUT_RDWR))
        listener.stop()
    }

    /// - Returns: How the next client fared, once it has left.
    func nextOutcome() -> Outcome? {
        lock.withLock {
            let limit = Date(timeIntervalSinceNow: 15)
            while outcomes.isEmpty, lock.wait(until: limit) {}
            return outcomes.isEmpty ? nil : outcomes.removeFirst()
        }
    }
}

/// One client's login.
private struct Login {
    private var transport: Transport
    private let deadline: Deadline
    private var buffer: [UInt8] = []
    var outcome = LoginServer.Outcome()

    init(_ transport: Transport, _ deadline: Deadline) {
        self.transport = transport
        self.deadline = deadline
    }

    private var stream: BlockingStream { BlockingStream(transport: transport, deadline: deadline) }

    mutating func run(tls: TLSMode, context: TLSServerContext?, verifier: SCRAMVerifier) {
        do {
            if let startup = try startup(tls: tls, context: context) {
                try authenticate(startup, verifier, endPoint: context?.serverEndPoint)
            }
        } catch {
            outcome.end = "\(error)"
        }
        transport.close()
    }

    private mutating func startup(
        tls: TLSMode,
        context: TLSServerContext?
    ) throws -> StartupMessage? {
        var machine = StartupStateMachine(tls: tls)
        _ = deadline.wait(for: transport.descriptor, to: .readable)
        var first: [UInt8] = [0]
        if first.withUnsafeMutableBytes({ transport.peek(into: $0) }) == .bytes(1),
            case .beginDirectTLS = first.withUnsafeBytes({ machine.bytesReceived($0) })
        {
            try beginTLS(context, &machine)
        } else {
            machine = StartupStateMachine(tls: tls)
        }
        while outcome.end.isEmpty {
            switch buffer.withUnsafeBytes({ machine.bytesReceived($0) }) {
            case .readMore:
                buffer += try stream.read(atMost: 64)
            case .declineEncryption(let consumed):
                buffer.removeFirst(consumed)
                try stream.write([UInt8(ascii: "N")])
            case .acceptTLS(let consumed):
                buffer.removeFirst(consumed)
                try stream.write([UInt8(ascii: "S")])
                try beginTLS(context, &machine)
            case .authenticate(let message, let consumed):
                buffer.removeFirst(consumed)
                outcome.user = message.user
                outcome.version = message.version
                return message
            case .reject(let error):
                var bytes: [UInt8] = []
                bytes.appendErrorResponse(error, severity: .fatal)
                try stream.write(bytes)
                outcome.end = "rejected \(error.sqlState)"
            case .close(let reason): outcome.end = "closed: \(reason)"
            case .cancel: outcome.end = "cancel"
            case .beginDirectTLS: outcome.end = "direct TLS seen too late"
            }
        }
        return nil
    }

    private mutating func beginTLS(
        _ context: TLSServerContext?,
        _ machine: inout StartupStateMachine
    ) throws {
        guard let context, transport.beginServerTLS(context) else {
            outcome.end = "no TLS"
            return
        }
        try stream.handshake()
        outcome.isEncrypted = true
        outcome.applicationProtocol = transport.applicationProtocol
        outcome.commonName = transport.verifiedClientCommonName
        if case .close(let reason) = machine.tlsEstablished(
            applicationProtocol: transport.applicationProtocol
        ) {
            outcome.end = "closed: \(reason)"
        }
    }

    private mutating func authenticate(
        _ startup: StartupMessage,
        _ verifier: SCRAMVerifier,
        endPoint: [UInt8]?
    ) throws {
        let endPoint = transport.isEncrypted ? endPoint : nil
        var server = SCRAMServer(
            verifier: verifier,
            nonce: Array(0..<18),
            serverEndPoint: endPoint
        )
        var bytes: [UInt8] = []
        bytes.appendAuthenticationSASL(
            mechanisms: SCRAMServer.mechanisms(hasEndPoint: endPoint != nil)
        )
        try stream.write(bytes)
        let first = try message()
        let initial = try first.withUnsafeBytes { try SASLInitialResponse(body: $0) }
        outcome.mechanism = first.text(initial.mechanism)
        var action = server.initialResponseReceived(
            mechanism: first.text(initial.mechanism),
            data: initial.data.map { Array(first[$0]) }
        )
        while outcome.end.isEmpty {
            bytes = []
            switch action {
            case .sendContinue(let data):
                bytes.appendAuthenticationSASLContinue(data)
                try stream.write(bytes)
                action = server.responseReceived(try message())
            case .succeed(let data):
                bytes.appendAuthenticationSASLFinal(data)
                bytes.appendAuthenticationOk()
                bytes.appendParameterStatus(name: "server_version", value: "15.0")
                bytes.appendParameterStatus(name: "client_encoding", value: "UTF8")
                bytes.appendParameterStatus(name: "server_encoding", value: "UTF8")
                bytes.appendParameterStatus(name: "standard_conforming_strings", value: "on")
                bytes.appendBackendKeyData(processID: 1, key: [1, 2, 3, 4])
                bytes.appendReadyForQuery(.idle)
                try stream.write(bytes)
                outcome.end = "in"
            case .deny:
                let error = ProxyError(.invalidPassword, "password authentication failed")
                bytes.appendErrorResponse(error, severity: .fatal)
                try stream.write(bytes)
                outcome.end = "denied"
            case .reject(let error):
                bytes.appendErrorResponse(error, severity: .fatal)
                try stream.write(bytes)
                outcome.end = "rejected \(error.sqlState)"
            }
        }
    }

    private func message() throws -> [UInt8] {
        let header = try stream.read(exactly: 5)
        let length = header.dropFirst().reduce(0) { $0 << 8 | UInt32($1) }
        let verdict = MessageLimits().verdict(type: header[0], length: length, in: .authentication)
        guard verdict == .legal else { throw ThrowawayPostgreSQL.Failure("\(verdict)") }
        return try stream.read(exactly: Int(length) - 4)
    }
}

extension [UInt8] {
    fileprivate func text(_ range: Range<Int>) -> String {
        String(decoding: self[range], as: UTF8.self)
    }
}
