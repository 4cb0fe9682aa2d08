// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import Glibc

/// One host of a connection string's list.
struct HostEntry: Sendable, Equatable {
    var host: String
    /// A numeric address that spares the look-up; empty when not given.
    var address: String
    /// Empty for the default.
    var port: String
}

/// The hosts that are still worth trying.
///
/// `PQconnectPoll` goes on to the next host after an error but stays for ever with one that does not
/// answer. Such a one is taken off the list and libpq starts over with the others.
struct HostList: Sendable, Equatable {
    private(set) var entries: [HostEntry]

    /// - Parameter options: libpq's values for `host`, `hostaddr` and `port`, comma-separated lists.
    init(options: [String: String]) {
        let hosts = Self.list(options["host"])
        let addresses = Self.list(options["hostaddr"])
        let ports = Self.list(options["port"])
        entries = (0..<max(1, hosts.count, addresses.count)).map { index in
            HostEntry(
                host: index < hosts.count ? hosts[index] : "",
                address: index < addresses.count ? addresses[index] : "",
                // One port serves for all hosts.
                port: index < ports.count ? ports[index] : (ports.count == 1 ? ports[0] : "")
            )
        }
    }

    private static func list(_ value: String?) -> [String] {
        guard let value, !value.isEmpty else { return [] }
        return value.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }

    /// Takes off what does not answer.
    ///
    /// A name with several addresses loses only the address tried.
    ///
    /// - Parameters:
    ///   - stuck: Host, address and port as libpq names what it is trying.
    ///   - resolve: All addresses of a host name.
    /// - Returns: False when the entry is not in the list; nothing has changed then.
    mutating func remove(_ stuck: HostEntry, resolve: (String) -> [String]) -> Bool {
        let found = entries.firstIndex { entry in
            let name = entry.host.isEmpty ? entry.address : entry.host
            return (name == stuck.host || name.isEmpty)
                && (entry.address.isEmpty || entry.address == stuck.address)
                && (entry.port.isEmpty || entry.port == stuck.port)
        }
        guard let found else { return false }
        let entry = entries[found]
        var others: [HostEntry] = []
        if entry.address.isEmpty, !entry.host.isEmpty, !entry.host.hasPrefix("/") {
            others = resolve(entry.host).filter { $0 != stuck.address }.map {
                HostEntry(host: entry.host, address: $0, port: entry.port)
            }
        }
        entries.replaceSubrange(found...found, with: others)
        return true
    }

    /// The list as libpq's options.
    var options: [ConninfoOption] {
        [
            ConninfoOption(keyword: "host", value: joined(\.host)),
            ConninfoOption(keyword: "hostaddr", value: joined(\.address)),
            ConninfoOption(keyword: "port", value: joined(\.port)),
        ]
    }

    private func joined(_ part: KeyPath<HostEntry, String>) -> String {
        let parts = entries.map { $0[keyPath: part] }
        return parts.allSatisfy(\.isEmpty) ? "" : parts.joined(separator: ",")
    }

    /// Looks a name up.
    ///
    /// - Parameter name: A host name.
    /// - Returns: Its numeric addresses in the resolver's order; empty when there are none.
    static func addresses(of name: String) -> [String] {
        var hints = addrinfo()
        hints.ai_socktype = Int32(SOCK_STREAM.rawValue)
        var first: UnsafeMutablePointer<addrinfo>?
        guard getaddrinfo(name, nil, &hints, &first) == 0 else { return [] }
        defer { freeaddrinfo(first) }
        var addresses: [String] = []
        var entry = first
        while let current = entry {
            var text = [CChar](repeating: 0, count: Int(NI_MAXHOST))
            let status = getnameinfo(
                current.pointee.ai_addr,
                current.pointee.ai_addrlen,
                &text,
                socklen_t(text.count),
                nil,
                0,
                NI_NUMERICHOST
            )
            if status == 0 {
                addresses.append(
                    String(
                        decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)),
                        as: UTF8.self
                    )
                )
            }
            entry = current.pointee.ai_next
        }
        return addresses
    }
}
