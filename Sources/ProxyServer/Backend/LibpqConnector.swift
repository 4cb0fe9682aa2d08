// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import CLibpq
import COpenSSL
package import PostgresErrors
import PostgresWire

/// Opens backends of one connection: libpq finds the host, encrypts and authenticates, then the proxy
/// takes the transport over.
///
/// Everything here blocks and belongs on opener threads.
package final class LibpqConnector: Sendable {
    let options: BackendOptions
    private let login: [ConninfoOption]
    private let trusted = TrustedCertificates()

    /// - Parameter options: What to connect to.
    /// - Throws: 22023 when libpq does not understand the connection string, with its reason.
    package init(_ options: BackendOptions) throws(ProxyError) {
        ignoreBrokenPipeSignals()
        self.options = options
        do throws(BackendFailure) {
            login = try Self.login(options)
        } catch {
            throw ProxyError(.invalidParameterValue, error.message)
        }
    }

    /// Opens one backend.
    ///
    /// - Returns: Idle, with the pinned settings in force.
    /// - Throws: 08001; hosts and reasons stand in the log text only.
    package func connect() throws(ProxyError) -> BackendTransport {
        let deadline = Deadline(in: options.connectTimeout)
        do throws(BackendFailure) {
            let libpq = try authenticated(until: deadline, isTraced: true)
            return try takeOver(libpq, until: deadline)
        } catch {
            throw refusal(error)
        }
    }

    /// Opens a connection that stays libpq's, for the proxy's own look-ups.
    ///
    /// - Parameter deadline: For it to be authenticated.
    /// - Returns: Authenticated, on a server that may be served.
    /// - Throws: libpq's reason.
    func session(until deadline: Deadline) throws(BackendFailure) -> LibpqConnection {
        let libpq = try authenticated(until: deadline, isTraced: false)
        try admit(libpq)
        return libpq
    }

    func refusal(_ failure: BackendFailure) -> ProxyError {
        ProxyError(
            .sqlclientUnableToEstablishConnection,
            "could not connect to the database of \"\(options.name)\"",
            logMessage: failure.message
        )
    }

    private func authenticated(
        until deadline: Deadline,
        isTraced: Bool
    ) throws(BackendFailure) -> LibpqConnection {
        var hosts: HostList?
        while true {
            let libpq = try LibpqConnection(
                options: login + (hosts?.options ?? []),
                isTraced: isTraced
            )
            let effective = libpq.effectiveOptions
            var list = hosts ?? HostList(options: effective)
            let hostTimeout = hostTimeout(effective, hosts: list.entries.count)
            switch libpq.poll(until: deadline, hostTimeout: hostTimeout) {
            case .connected:
                return libpq
            case .failed:
                throw BackendFailure(message: libpq.errorMessage)
            case .timedOut:
                let stuck = HostEntry(
                    host: libpq.host,
                    address: libpq.hostAddress,
                    port: libpq.port
                )
                let isRemoved = list.remove(stuck, resolve: HostList.addresses)
                guard isRemoved, !list.entries.isEmpty, !deadline.hasPassed else {
                    throw BackendFailure(
                        message: "connection to \(stuck.host) port \(stuck.port) timed out"
                    )
                }
                hosts = list
            }
        }
    }

    /// What one address gets: `connect_timeout` as libpq itself counts it, else a fair share.
    private func hostTimeout(_ effective: [String: String], hosts: Int) -> Duration {
        if let text = effective["connect_timeout"], let seconds = Int(text), seconds > 0 {
            return .seconds(max(2, seconds))
        }
        return max(.seconds(1), options.connectTimeout / max(1, hosts))
    }

    /// Refuses servers whose text the proxy could misread (R1, R2).
    private func admit(_ libpq: LibpqConnection) throws(BackendFailure) {
        let version = libpq.serverVersion
        guard
            options.allowsUntestedServer
                || BackendOptions.testedMajorVersions.contains(version / 10_000)
        else {
            throw BackendFailure(
                message: "server version \(version) is not tested; allow_untested_server admits it"
            )
        }
        for (name, value) in BackendOptions.pinnedParameters {
            let actual = libpq.parameter(name)
            guard actual == value else {
                throw BackendFailure(message: "server reports \(name) = \(actual ?? "nothing")")
            }
        }
    }

    private func takeOver(
        _ libpq: LibpqConnection,
        until deadline: Deadline
    ) throws(BackendFailure) -> BackendTransport {
        try admit(libpq)
        let facts = libpq.endTrace()
        let version = libpq.serverVersion
        let host = libpq.host
        let address = libpq.hostAddress.isEmpty ? host : libpq.hostAddress
        let peerAddress = "\(address.contains(":") ? "[\(address)]" : address):\(libpq.port)"
        let verifiedHost = libpq.effectiveOptions["sslmode"] == "verify-full" ? host : nil
        let libpqCancel = facts.cancelKey == nil ? LibpqCancel(libpq) : nil
        var parameters = facts.parameters

        var transport = try Takeover.detach(libpq)
        do throws(BackendFailure) {
            let tls = transport.ssl.flatMap {
                BackendTLS(ssl: $0, verifiedHost: verifiedHost, trusted: trusted)
            }
            try SyncBarrier.cross(
                BlockingStream(transport: transport, deadline: deadline),
                parameters: &parameters
            )
            guard let peer = SocketAddress(peerOf: transport.descriptor) else {
                throw BackendFailure(message: "the server has gone")
            }
            let route: BackendCancel.Route
            if let key = facts.cancelKey {
                let request = CancelRequest(processID: facts.processID, key: key)
                route = .request(request, peer: peer, tls: tls)
            } else if let libpqCancel {
                route = .libpq(libpqCancel)
            } else {
                throw BackendFailure(message: "the server gave no cancel key")
            }
            return BackendTransport(
                transport: transport,
                parameters: parameters,
                processID: facts.processID,
                cancel: BackendCancel(route: route),
                peerAddress: peerAddress,
                serverVersion: version
            )
        } catch {
            transport.close(saysGoodbye: false)
            throw error
        }
    }

    /// The operator's connection string with what the proxy insists on.
    private static func login(
        _ options: BackendOptions
    ) throws(BackendFailure) -> [ConninfoOption] {
        var login = try LibpqConnection.parse(conninfo: options.conninfo)
        guard !login.contains(where: { $0.keyword == "replication" }) else {
            throw BackendFailure(message: "replication connections cannot be used")
        }
        let settings = options.pinnedSettings.map { "-c \($0.name)=\($0.value)" }
        let theirs = login.first { $0.keyword == "options" }.map { [$0.value] } ?? []
        let ours = [
            // Later settings win, so the operator's come first.
            ConninfoOption(
                keyword: "options",
                value: (theirs + settings).joined(separator: " ")
            ),
            ConninfoOption(keyword: "client_encoding", value: "UTF8"),
            // The default would prefer GSSAPI encryption, which cannot be taken over.
            ConninfoOption(keyword: "gssencmode", value: "disable"),
        ]
        login.removeAll { option in ours.contains { $0.keyword == option.keyword } }
        login += ours
        if !login.contains(where: { $0.keyword == "fallback_application_name" }) {
            login.append(
                ConninfoOption(keyword: "fallback_application_name", value: "omniproxy")
            )
        }
        return login
    }
}
