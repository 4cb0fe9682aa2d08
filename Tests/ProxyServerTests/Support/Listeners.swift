// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import Foundation
import Glibc

@testable import ProxyServer

/// Accepts connections into its backlog and never says a word.
final class SilentListener {
    let port: Int
    let descriptor: Int32

    init() throws {
        let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        self.descriptor = descriptor
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let isBound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                bind(descriptor, $0, length) == 0 && getsockname(descriptor, $0, &length) == 0
            }
        }
        guard isBound, listen(descriptor, 8) == 0 else {
            throw ThrowawayPostgreSQL.Failure("no listener")
        }
        port = Int(UInt16(bigEndian: address.sin_port))
    }

    func stop() {
        close(descriptor)
    }
}

/// A server that agrees to TLS with a certificate of its own making.
final class Impostor: @unchecked Sendable {
    // Sendable: `isRefused` is written by the one thread before `done` is signalled, read after.
    private let listener: SilentListener
    private let directory: URL
    private let done = DispatchSemaphore(value: 0)
    private var isRefused = false

    init() throws {
        listener = try SilentListener()
        directory = FileManager.default.temporaryDirectory
            .appendingPathComponent("omniproxy-impostor-\(UUID().uuidString.prefix(8))")
        try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
        let certificate = try TestCertificate(in: directory, name: "localhost")
        let context = try TLSServerContext(
            certificateFile: certificate.certificateFile,
            privateKeyFile: certificate.keyFile
        )
        let descriptor = listener.descriptor
        Thread.detachNewThread { [self] in
            let client = accept(descriptor, nil, nil)
            _ = fcntl(client, F_SETFL, fcntl(client, F_GETFL) | O_NONBLOCK)
            var transport = Transport(owning: client)
            let deadline = Deadline(in: .seconds(5))
            let plain = BlockingStream(transport: transport, deadline: deadline)
            if (try? plain.read(exactly: 8)) != nil, (try? plain.write([UInt8(ascii: "S")])) != nil,
                transport.beginServerTLS(context)
            {
                do {
                    let stream = BlockingStream(transport: transport, deadline: deadline)
                    try stream.handshake()
                    // With TLS 1.3 the server is done first and learns of the refusal here.
                    _ = try stream.read(atMost: 64)
                } catch {
                    isRefused = true
                }
            }
            transport.close()
            done.signal()
        }
    }

    /// Where the impostor listens, as a peer address.
    func address() throws -> SocketAddress? {
        let descriptor = socket(AF_INET, Int32(SOCK_DGRAM.rawValue), 0)
        defer { close(descriptor) }
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        address.sin_port = UInt16(listener.port).bigEndian
        _ = withUnsafePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                // A datagram socket connects without anybody noticing.
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        return SocketAddress(peerOf: descriptor)
    }

    func hasSeenCertificateRefused() -> Bool {
        done.wait(timeout: .now() + 5) == .success && isRefused
    }

    func stop() {
        listener.stop()
        try? FileManager.default.removeItem(at: directory)
    }
}
