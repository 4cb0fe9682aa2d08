// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import Glibc

/// A point in time until which a thread is willing to block.
struct Deadline: Sendable {
    private let instant: ContinuousClock.Instant

    init(in duration: Duration) {
        instant = ContinuousClock.now + duration
    }

    private init(_ instant: ContinuousClock.Instant) {
        self.instant = instant
    }

    var remaining: Duration { max(.zero, ContinuousClock.now.duration(to: instant)) }

    var hasPassed: Bool { ContinuousClock.now >= instant }

    /// - Parameter duration: From now.
    /// - Returns: The earlier of the two.
    func limited(to duration: Duration) -> Deadline {
        Deadline(min(instant, ContinuousClock.now + duration))
    }

    /// Waits for a descriptor; for opener threads, never for a loop.
    ///
    /// - Parameters:
    ///   - descriptor: A socket.
    ///   - become: What it shall become. Errors and hang-ups count as ready: the next call tells.
    /// - Returns: False when the deadline came first.
    func wait(for descriptor: Int32, to become: IOInterest) -> Bool {
        var entry = pollfd(
            fd: descriptor,
            events: Int16(become == .readable ? POLLIN : POLLOUT),
            revents: 0
        )
        while true {
            let milliseconds = Int32(min(remaining.wholeMilliseconds, 1 << 30))
            let ready = poll(&entry, 1, milliseconds)
            if ready > 0 { return true }
            if ready < 0, errno != EINTR { return true }
            if hasPassed { return false }
        }
    }
}

/// Blocking reads and writes on a non-blocking transport, for the threads that may block.
struct BlockingStream {
    enum Failure: Error, Equatable, CustomStringConvertible {
        case timedOut
        case endOfStream
        case failed(TransportFailure)

        var description: String {
            switch self {
            case .timedOut: "timed out"
            case .endOfStream: "connection closed by the server"
            case .failed(let failure): failure.description
            }
        }
    }

    let transport: Transport
    let deadline: Deadline

    func write(_ bytes: [UInt8]) throws(Failure) {
        var written = 0
        while written < bytes.count {
            let result = bytes.withUnsafeBytes {
                transport.write(UnsafeRawBufferPointer(rebasing: $0[written...]))
            }
            written += try progress(result)
        }
    }

    /// Reads some bytes.
    ///
    /// - Parameter count: At most so many.
    /// - Returns: At least one.
    /// - Throws: Also at the end of the stream.
    func read(atMost count: Int) throws(Failure) -> [UInt8] {
        var buffer = [UInt8](repeating: 0, count: count)
        while true {
            let result = buffer.withUnsafeMutableBytes { transport.read(into: $0) }
            let received = try progress(result)
            if received > 0 { return Array(buffer.prefix(received)) }
        }
    }

    func read(exactly count: Int) throws(Failure) -> [UInt8] {
        var bytes: [UInt8] = []
        while bytes.count < count { bytes += try read(atMost: count - bytes.count) }
        return bytes
    }

    func handshake() throws(Failure) {
        while true {
            switch transport.handshake() {
            case .complete: return
            case .failed(let failure): throw .failed(failure)
            case .wouldBlock(let interest): try wait(interest)
            }
        }
    }

    /// Waits out a result that moved nothing.
    private func progress(_ result: IOResult) throws(Failure) -> Int {
        switch result {
        case .bytes(let count): return count
        case .endOfStream: throw .endOfStream
        case .failed(let failure): throw .failed(failure)
        case .wouldBlock(let interest):
            try wait(interest)
            return 0
        }
    }

    private func wait(_ interest: IOInterest) throws(Failure) {
        guard deadline.wait(for: transport.descriptor, to: interest) else { throw .timedOut }
    }
}
