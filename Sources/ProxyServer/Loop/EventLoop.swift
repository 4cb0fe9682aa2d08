// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import CLinux
import Glibc
import Logging

/// One epoll loop on one thread: it owns its clients and backends from accept to close.
///
/// A session and the backend it leases are always on the same loop, so nothing here is locked. Everything
/// of this type but `mailbox` belongs to the loop's thread.
final class EventLoop {
    /// What an event's data word points to; kept in the low bits of the pointer.
    enum Tag: UInt64 {
        case client = 0
        case backend = 1
        case listener = 2
        case mailbox = 3

        static let mask: UInt64 = 7
    }

    /// Bytes read at once from a client or backend.
    static let readBufferBytes = 65536
    /// A gathering buffer that has grown beyond this for one message is given back after it.
    static let keptBufferBytesMax = 1 << 20
    private static let eventsPerWaitMax = 256
    private static let sweepInterval: UInt64 = 500_000_000

    let index: Int
    let mailbox: Mailbox
    let log: Logger
    /// Shared by all reads of this loop: whoever needs bytes beyond its handler copies them.
    let readBuffer: UnsafeMutableRawBufferPointer
    /// What the client being handled sends to its backend, gathered for one send.
    var toBackend: [UInt8] = []
    /// What the backend being handled brings its client, when it is more than one span of the read buffer.
    var toClient: [UInt8] = []
    /// Nanoseconds of the monotonic clock, as of the last wake-up.
    private(set) var now: UInt64 = 0
    let worker: Worker

    private let epoll: Int32
    private var graveyard: [AnyObject] = []
    /// Connections that went to another loop while this batch was handled.
    private var departed: Set<UInt64> = []
    private var lastSweep: UInt64 = 0
    private var isRunning = true

    /// - Parameters:
    ///   - index: The number of this loop, from 0.
    ///   - mailbox: Where other threads leave jobs for it.
    ///   - worker: The clients, pools and caches that live on this loop.
    ///   - log: Where its clients and backends are reported.
    init(index: Int, mailbox: Mailbox, worker: Worker, log: Logger) {
        self.index = index
        self.mailbox = mailbox
        self.worker = worker
        self.log = log
        readBuffer = .allocate(byteCount: Self.readBufferBytes, alignment: 64)
        epoll = epoll_create1(Int32(EPOLL_CLOEXEC))
        precondition(epoll >= 0, "epoll_create1 failed")
        toBackend.reserveCapacity(Self.readBufferBytes)
        toClient.reserveCapacity(Self.readBufferBytes)
        refreshClock()
    }

    deinit {
        readBuffer.deallocate()
        close(epoll)
    }

    /// Runs until `stop`; the calling thread is the loop's thread from here on.
    func run() {
        add(mailbox.descriptor, data: Tag.mailbox.rawValue, interest: EPOLLIN.rawValue)
        let events = UnsafeMutableBufferPointer<epoll_event>.allocate(
            capacity: Self.eventsPerWaitMax
        )
        defer { events.deallocate() }
        worker.attach(to: self)
        while isRunning {
            let count = epoll_wait(
                epoll,
                events.baseAddress,
                Int32(Self.eventsPerWaitMax),
                500
            )
            refreshClock()
            if count > 0 {
                for index in 0..<Int(count) { dispatch(events[index]) }
            }
            // Connections closed while handling this batch may still stand in its later events.
            if !graveyard.isEmpty { graveyard.removeAll(keepingCapacity: true) }
            if !departed.isEmpty { departed.removeAll(keepingCapacity: true) }
            if now &- lastSweep >= Self.sweepInterval {
                lastSweep = now
                worker.sweep()
            }
        }
    }

    func stop() {
        isRunning = false
    }

    /// Keeps a closed connection until the events at hand are handled.
    func bury(_ object: AnyObject) {
        graveyard.append(object)
    }

    /// Watches a client no more that another thread will have from now on, at once: what is left of the
    /// batch may hold an event of it (it hung up), and following that would be touching what is not ours.
    func depart(_ client: Client) {
        departed.insert(Self.data(client, tag: .client))
        remove(client.transport.descriptor)
    }

    @inline(__always)
    private func dispatch(_ event: epoll_event) {
        let word = event.data.u64
        if !departed.isEmpty, departed.contains(word) { return }
        guard word & Tag.mask != Tag.mailbox.rawValue,
            let pointer = UnsafeRawPointer(bitPattern: UInt(word & ~Tag.mask))
        else {
            for job in mailbox.drain() { job(self) }
            return
        }
        switch Tag(rawValue: word & Tag.mask) {
        case .client:
            // Held while it is handled: handling may end in its owner letting go of it.
            Unmanaged<Client>.fromOpaque(pointer).takeUnretainedValue()
                .eventsReceived(event.events)
        case .backend:
            Unmanaged<Backend>.fromOpaque(pointer).takeUnretainedValue()
                .eventsReceived(event.events)
        case .listener:
            Unmanaged<Listener>.fromOpaque(pointer).takeUnretainedValue().accept()
        default:
            preconditionFailure("an event carries a tag of ours")
        }
    }

    // MARK: Registration

    func add(_ descriptor: Int32, data: UInt64, interest: UInt32) {
        var event = epoll_event()
        event.events = interest
        event.data.u64 = data
        _ = epoll_ctl(epoll, EPOLL_CTL_ADD, descriptor, &event)
    }

    func modify(_ descriptor: Int32, data: UInt64, interest: UInt32) {
        var event = epoll_event()
        event.events = interest
        event.data.u64 = data
        _ = epoll_ctl(epoll, EPOLL_CTL_MOD, descriptor, &event)
    }

    func remove(_ descriptor: Int32) {
        var event = epoll_event()
        _ = epoll_ctl(epoll, EPOLL_CTL_DEL, descriptor, &event)
    }

    static func data(_ object: AnyObject, tag: Tag) -> UInt64 {
        UInt64(UInt(bitPattern: Unmanaged.passUnretained(object).toOpaque())) | tag.rawValue
    }

    private func refreshClock() {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC_COARSE, &time)
        now = UInt64(time.tv_sec) &* 1_000_000_000 &+ UInt64(time.tv_nsec)
    }
}
