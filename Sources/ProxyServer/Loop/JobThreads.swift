// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import Glibc

/// A few threads for what may not happen on a relay loop: opening backends, sending cancels, loading
/// catalogs, parsing very large statements.
///
/// Their number is fixed. Resolving names and SCRAM take milliseconds to seconds; and each thread that
/// ever calls the parser's library costs the process a thread-local key for good.
package final class JobThreads: @unchecked Sendable {
    /// Jobs that may wait; more than that means the servers do not answer, and a caller does better to
    /// fail at once.
    package static let waitingJobsMax = 10_000

    // Sendable: `jobs` and `isStopping` are touched under `mutex` only; `threads` before sharing and in
    // `stop`, which one caller calls.
    private let mutex: UnsafeMutablePointer<pthread_mutex_t>
    private let hasWork: UnsafeMutablePointer<pthread_cond_t>
    private var jobs: [@Sendable () -> Void] = []
    private var nextJob = 0
    private var isStopping = false
    private var threads: [pthread_t] = []

    /// - Parameter count: 2 to 4 serve a proxy well: one login costs some 5 ms of CPU.
    package init(count: Int = 2) {
        mutex = .allocate(capacity: 1)
        pthread_mutex_init(mutex, nil)
        hasWork = .allocate(capacity: 1)
        pthread_cond_init(hasWork, nil)
        for _ in 0..<count {
            var thread = pthread_t()
            let itself = Unmanaged.passRetained(self)
            let status = pthread_create(
                &thread,
                nil,
                { argument in
                    guard let argument else { return nil }
                    Unmanaged<JobThreads>.fromOpaque(argument).takeRetainedValue().run()
                    return nil
                },
                itself.toOpaque()
            )
            if status == 0 { threads.append(thread) } else { itself.release() }
        }
        precondition(!threads.isEmpty, "the system gives no threads")
    }

    deinit {
        pthread_cond_destroy(hasWork)
        hasWork.deallocate()
        pthread_mutex_destroy(mutex)
        mutex.deallocate()
    }

    /// Queues a job.
    ///
    /// - Parameter job: Runs once, on one of the threads; tells its caller by itself.
    /// - Returns: False when too many wait or the threads are stopping; the job is dropped then.
    package func submit(_ job: @escaping @Sendable () -> Void) -> Bool {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        guard !isStopping, jobs.count - nextJob < Self.waitingJobsMax else { return false }
        jobs.append(job)
        pthread_cond_signal(hasWork)
        return true
    }

    /// Lets the jobs at hand finish, drops those that wait, and ends the threads.
    ///
    /// Call it once; the threads keep the object alive until then.
    package func stop() {
        pthread_mutex_lock(mutex)
        isStopping = true
        jobs.removeAll()
        nextJob = 0
        pthread_cond_broadcast(hasWork)
        pthread_mutex_unlock(mutex)
        for thread in threads { pthread_join(thread, nil) }
        threads.removeAll()
    }

    private func run() {
        while let job = next() { job() }
    }

    /// Waits for a job; nil ends the thread.
    private func next() -> (@Sendable () -> Void)? {
        pthread_mutex_lock(mutex)
        defer { pthread_mutex_unlock(mutex) }
        while !isStopping, nextJob == jobs.count { pthread_cond_wait(hasWork, mutex) }
        if isStopping { return nil }
        let job = jobs[nextJob]
        nextJob += 1
        // Taking from the front of an array moves all others; so that is done in bulk.
        if nextJob == jobs.count || nextJob >= 256 {
            jobs.removeFirst(nextJob)
            nextJob = 0
        }
        return job
    }
}
