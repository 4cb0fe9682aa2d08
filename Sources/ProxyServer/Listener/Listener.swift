// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import CLinux
import Configuration
import Glibc
import Logging
import PostgresErrors
import PostgresWire

/// A listening socket on the first loop; it deals its connections out to all loops in turn.
final class Listener {
    let address: ListenAddress
    let descriptor: Int32
    private let shared: SharedServer
    private let log: Logger
    private let tls: TLSServerContext?
    private let tlsMode: TLSMode
    private let isLocal: Bool
    /// Not weak: every reference to an object that has weak ones is counted out of line, and the loop is
    /// referred to for every message.
    private var loop: EventLoop?
    /// How many connections are taken per wake-up, so that a flood of them cannot stop the relay.
    private static let acceptsPerEventMax = 64
    /// For the loops: the limit in force.
    var maxClients: Int

    /// - Parameters:
    ///   - address: Where to listen.
    ///   - settings: The listener's settings.
    ///   - tls: What listeners on networks offer; nil for none.
    ///   - shared: The loops that take the connections.
    ///   - log: Where failures go.
    /// - Throws: 08000 when the address cannot be listened on, with the system's reason.
    init(
        address: ListenAddress,
        settings: ListenSettings,
        tls: TLSServerContext?,
        shared: SharedServer,
        log: Logger
    ) throws(ProxyError) {
        self.address = address
        self.shared = shared
        self.log = log
        self.maxClients = settings.maxClients
        switch address {
        case .unix:
            isLocal = true
            self.tls = nil
            tlsMode = .off
        case .tcp:
            isLocal = false
            self.tls = tls
            switch settings.tls.mode {
            case .off: tlsMode = .off
            case .prefer: tlsMode = .prefer
            case .require: tlsMode = .require
            }
        }
        descriptor = try ListeningSocket.open(address)
    }

    deinit {
        Glibc.close(descriptor)
        if case .unix(let directory, let port) = address {
            unlink("\(directory)/.s.PGSQL.\(port)")
        }
    }

    func register(on loop: EventLoop) {
        self.loop = loop
        loop.add(
            descriptor,
            data: EventLoop.data(self, tag: .listener),
            interest: EPOLLIN.rawValue
        )
    }

    func accept() {
        for _ in 0..<Self.acceptsPerEventMax {
            var storage = sockaddr_storage()
            var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
            let socket = withUnsafeMutablePointer(to: &storage) { pointer in
                pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                    accept4(
                        descriptor,
                        $0,
                        &length,
                        Int32(SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue)
                    )
                }
            }
            guard socket >= 0 else {
                if errno != EAGAIN, errno != EINTR, errno != ECONNABORTED {
                    log.error(
                        "cannot accept",
                        metadata: ["reason": "\(String(cString: strerror(errno)))"]
                    )
                    // The connection stays in the queue: watching on would report it without end.
                    if let loop {
                        loop.remove(descriptor)
                        loop.worker.pause(self)
                    }
                }
                return
            }
            let peer: PeerAddress =
                isLocal ? .local : .network(ListeningSocket.numericHost(storage))
            if !isLocal {
                var one: Int32 = 1
                setsockopt(
                    socket,
                    Int32(IPPROTO_TCP),
                    TCP_NODELAY,
                    &one,
                    socklen_t(MemoryLayout<Int32>.size)
                )
                setsockopt(
                    socket,
                    SOL_SOCKET,
                    SO_KEEPALIVE,
                    &one,
                    socklen_t(MemoryLayout<Int32>.size)
                )
            }
            let admission = shared.admitClient(limit: maxClients)
            if admission == .refused {
                refuse(socket)
                continue
            }
            let tls = tls
            let startup = StartupStateMachine(tls: tlsMode)
            let sessionID = shared.nextSessionID()
            shared.mailboxes[shared.nextLoop()].post { loop in
                let client = Client(
                    transport: Transport(owning: socket),
                    peer: peer,
                    startup: startup,
                    tls: tls,
                    sessionID: sessionID,
                    loop: loop
                )
                client.mayOnlyCancel = admission == .toCancel
                loop.worker.add(client)
                client.register()
            }
        }
    }

    static let tooMany = ProxyError(.tooManyConnections, "sorry, too many clients already")

    /// The client may still ask for TLS first; it gets the answer it understands either way, or none.
    private func refuse(_ socket: Int32) {
        var bytes: [UInt8] = []
        bytes.appendErrorResponse(
            Self.tooMany,
            severity: .fatal
        )
        _ = bytes.withUnsafeBytes { send(socket, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
        Glibc.close(socket)
    }
}

/// The system calls that make a listening socket.
private enum ListeningSocket {
    static func open(_ address: ListenAddress) throws(ProxyError) -> Int32 {
        switch address {
        case .tcp(let host, let port): try openTCP(host, port, address)
        case .unix(let directory, let port): try openUnix("\(directory)/.s.PGSQL.\(port)", address)
        }
    }

    private static func failure(_ address: ListenAddress, _ reason: String) -> ProxyError {
        ProxyError(
            .connectionException,
            "cannot listen on \(address): \(reason)",
            hint: "Is another server using the address?"
        )
    }

    private static func openTCP(
        _ host: String,
        _ port: UInt16,
        _ address: ListenAddress
    ) throws(ProxyError) -> Int32 {
        var hints = addrinfo()
        hints.ai_flags = AI_PASSIVE | AI_NUMERICSERV
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var list: UnsafeMutablePointer<addrinfo>?
        let status = getaddrinfo(host == "*" ? nil : host, String(port), &hints, &list)
        guard status == 0, let first = list else {
            throw failure(address, String(cString: gai_strerror(status)))
        }
        defer { freeaddrinfo(list) }
        let descriptor = socket(
            first.pointee.ai_family,
            first.pointee.ai_socktype | Int32(SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue),
            first.pointee.ai_protocol
        )
        guard descriptor >= 0 else { throw failure(address, String(cString: strerror(errno))) }
        var one: Int32 = 1
        setsockopt(
            descriptor,
            SOL_SOCKET,
            SO_REUSEADDR,
            &one,
            socklen_t(MemoryLayout<Int32>.size)
        )
        guard bind(descriptor, first.pointee.ai_addr, first.pointee.ai_addrlen) == 0,
            listen(descriptor, 1024) == 0
        else {
            let reason = String(cString: strerror(errno))
            close(descriptor)
            throw failure(address, reason)
        }
        return descriptor
    }

    private static func openUnix(
        _ path: String,
        _ address: ListenAddress
    ) throws(ProxyError) -> Int32 {
        var name = sockaddr_un()
        name.sun_family = sa_family_t(AF_UNIX)
        let capacity = MemoryLayout.size(ofValue: name.sun_path)
        guard path.utf8.count < capacity else { throw failure(address, "the path is too long") }
        withUnsafeMutableBytes(of: &name.sun_path) { $0.copyBytes(from: Array(path.utf8)) }
        let descriptor = socket(
            AF_UNIX,
            Int32(SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue),
            0
        )
        guard descriptor >= 0 else { throw failure(address, String(cString: strerror(errno))) }
        unlink(path)
        let bound = withUnsafePointer(to: &name) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
            }
        }
        guard bound == 0, listen(descriptor, 1024) == 0 else {
            let reason = String(cString: strerror(errno))
            close(descriptor)
            throw failure(address, reason)
        }
        return descriptor
    }

    static func numericHost(_ storage: sockaddr_storage) -> String {
        var storage = storage
        var host = [CChar](repeating: 0, count: Int(NI_MAXHOST))
        let length = socklen_t(
            storage.ss_family == sa_family_t(AF_INET6)
                ? MemoryLayout<sockaddr_in6>.size : MemoryLayout<sockaddr_in>.size
        )
        let status = withUnsafePointer(to: &storage) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                getnameinfo($0, length, &host, socklen_t(host.count), nil, 0, NI_NUMERICHOST)
            }
        }
        guard status == 0 else { return "unknown" }
        return String(
            decoding: host.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) },
            as: UTF8.self
        )
    }
}
