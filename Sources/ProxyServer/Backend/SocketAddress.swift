// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import Glibc

/// A peer's address, as bytes.
struct SocketAddress: Sendable, Equatable {
    private let bytes: [UInt8]

    /// Nil when the socket has no peer.
    ///
    /// - Parameter descriptor: A connected socket.
    init?(peerOf descriptor: Int32) {
        var storage = sockaddr_storage()
        var length = socklen_t(MemoryLayout<sockaddr_storage>.size)
        let status = withUnsafeMutablePointer(to: &storage) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                getpeername(descriptor, $0, &length)
            }
        }
        guard status == 0 else { return nil }
        bytes = withUnsafeBytes(of: storage) { Array($0.prefix(Int(length))) }
    }

    private var family: Int32 {
        Int32(bytes.withUnsafeBytes { $0.loadUnaligned(as: sa_family_t.self) })
    }

    /// Connects a non-blocking socket, waiting for it.
    ///
    /// - Parameter deadline: For the connection to stand.
    /// - Returns: The socket, owned by the caller.
    /// - Throws: The system's reason.
    func connect(deadline: Deadline) throws(BackendFailure) -> Int32 {
        let type = SOCK_STREAM.rawValue | SOCK_NONBLOCK.rawValue | SOCK_CLOEXEC.rawValue
        let descriptor = socket(family, Int32(type), 0)
        guard descriptor >= 0 else { throw Self.systemFailure(errno) }
        let status = bytes.withUnsafeBytes { bytes in
            bytes.withMemoryRebound(to: sockaddr.self) {
                Glibc.connect(descriptor, $0.baseAddress, socklen_t(bytes.count))
            }
        }
        if status == 0 { return descriptor }
        var code = errno
        if code == EINPROGRESS {
            guard deadline.wait(for: descriptor, to: .writable) else {
                close(descriptor)
                throw BackendFailure(message: "connect: timed out")
            }
            var length = socklen_t(MemoryLayout<Int32>.size)
            code = 0
            getsockopt(descriptor, SOL_SOCKET, SO_ERROR, &code, &length)
            if code == 0 { return descriptor }
        }
        close(descriptor)
        throw Self.systemFailure(code)
    }

    private static func systemFailure(_ code: Int32) -> BackendFailure {
        BackendFailure(message: "connect: \(String(cString: strerror(code)))")
    }
}
