// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import CLinux
import COpenSSL
import Glibc

/// Starts the threads of event loops.
enum LoopThread {
    /// Address space, not memory: pages are used as the stack grows.
    private static let stackBytes = 8 << 20

    private final class Body {
        let run: @Sendable () -> Void

        init(_ run: @escaping @Sendable () -> Void) {
            self.run = run
        }
    }

    /// Runs `body` on a new thread that nobody joins.
    static func start(_ body: @escaping @Sendable () -> Void) {
        var attributes = pthread_attr_t()
        pthread_attr_init(&attributes)
        pthread_attr_setstacksize(&attributes, stackBytes)
        pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
        defer { pthread_attr_destroy(&attributes) }
        var thread = pthread_t()
        let argument = Unmanaged.passRetained(Body(body)).toOpaque()
        let status = pthread_create(&thread, &attributes, startRoutine, argument)
        precondition(status == 0, "a thread can be started")
    }

    private static let startRoutine:
        @convention(c) (UnsafeMutableRawPointer?) ->
            UnsafeMutableRawPointer? = { argument in
                guard let argument = argument else { return nil }
                Unmanaged<Body>.fromOpaque(argument).takeRetainedValue().run()
                return nil
            }
}
