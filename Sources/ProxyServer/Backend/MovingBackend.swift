// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// A backend on its way to a loop: from the thread that opened it, or from a loop that can spare it.
///
/// It owes nothing and is in no transaction; what it carries is what makes it a backend of its pool.
struct MovingBackend: Sendable {
    /// Belongs to the receiver.
    var transport: Transport
    var processID: UInt32
    var cancel: BackendCancel
    /// What it reported of its settings.
    var parameters: [String: String]
    var openedAt: UInt64
    /// `SettingsBundle.sql` of what is in force.
    var settings = ""
    /// See `Backend`: numbers of statements are unlike on all loops.
    var prepared: [UInt64: UInt64] = [:]
    var tick: UInt64 = 0

    /// Ends it: nobody is there to receive it.
    func close() {
        var transport = transport
        transport.close()
    }
}

extension MovingBackend {
    init(_ opened: BackendTransport, at time: UInt64) {
        self.init(
            transport: opened.transport,
            processID: opened.processID,
            cancel: opened.cancel,
            parameters: opened.parameters,
            openedAt: time
        )
    }
}
