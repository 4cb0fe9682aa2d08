// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import AccessPolicy
import PostgresErrors
import Synchronization

/// Which databases' catalogs may have changed since they were read, and what was found out.
///
/// Loops say what is in use and what looks wrong, opener threads look, the control thread publishes.
final class CatalogWatch: Sendable {
    /// A snapshot that differs from the one known.
    struct Change {
        var catalog: Catalog
        /// What it was read through; one that a reload has replaced counts no more.
        var connector: LibpqConnector
    }

    private struct State {
        var doubted: Set<String> = []
        var inUse: Set<String> = []
        var looking: Set<String> = []
        var changes: [String: Change] = [:]
    }

    private let state = Mutex(State())

    /// A backend refused a statement in a way that a changed schema explains.
    func doubt(_ environment: String) {
        state.withLock { _ = $0.doubted.insert(environment) }
    }

    func use(_ environments: Set<String>) {
        state.withLock { $0.inUse.formUnion(environments) }
    }

    /// The environments to look at now; each is being looked at until `looked` is called.
    ///
    /// - Parameter includingUsed: Whether those in use since the last time are due.
    /// - Returns: Their names.
    func due(includingUsed: Bool) -> Set<String> {
        state.withLock { state in
            var due = state.doubted
            if includingUsed {
                due.formUnion(state.inUse)
                state.inUse = []
            }
            due.subtract(state.looking)
            state.doubted.subtract(due)
            state.looking.formUnion(due)
            return due
        }
    }

    func looked(at environment: String, _ change: Change?) {
        state.withLock { state in
            state.looking.remove(environment)
            if let change { state.changes[environment] = change }
        }
    }

    /// What has been found since the last time.
    func takeChanges() -> [String: Change] {
        state.withLock { state in
            defer { state.changes = [:] }
            return state.changes
        }
    }

    /// Whether a backend's error may mean that the snapshot is out of date: names that the proxy has
    /// found and the server has not, and prepared statements whose columns are others by now.
    static func concerns(_ error: BackendErrorFields) -> Bool {
        switch error.sqlState {
        case .undefinedTable, .undefinedColumn, .undefinedFunction, .undefinedObject: true
        case .featureNotSupported: error.message.hasPrefix("cached plan")
        default: false
        }
    }
}
