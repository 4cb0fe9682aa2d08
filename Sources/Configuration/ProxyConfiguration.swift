// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

package import AccessPolicy

/// Everything `proxy.conf` and the model folders say, checked; what the server runs from.
///
/// A value: a reload makes a new one and compares or replaces.
package struct ProxyConfiguration: Sendable, Equatable {
    package var listen: ListenSettings
    package var limits: SessionLimits
    package var directory: Directory
    /// Every `[connections.x]`, primaries and environments alike, by name.
    package var connections: [String: ConnectionSettings]
    /// Each statement carries a comment that names the person (`query_tag`).
    package var tagsQueries: Bool
    /// Reload when a file changes that it was read from (`watch`).
    package var watchesFiles: Bool
    /// Serve backends of major versions that were never tested (R2).
    package var allowsUntestedServers: Bool

    package init(
        listen: ListenSettings = ListenSettings(),
        limits: SessionLimits = SessionLimits(),
        directory: Directory = Directory(),
        connections: [String: ConnectionSettings] = [:],
        tagsQueries: Bool = false,
        watchesFiles: Bool = false,
        allowsUntestedServers: Bool = false
    ) {
        self.listen = listen
        self.limits = limits
        self.directory = directory
        self.connections = connections
        self.tagsQueries = tagsQueries
        self.watchesFiles = watchesFiles
        self.allowsUntestedServers = allowsUntestedServers
    }

    /// The resolver of policies that goes with this configuration.
    package var resolver: PolicyResolver {
        PolicyResolver(
            directory: directory,
            connections: connections.compactMapValues { $0.rules }
        )
    }
}
