// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import CLinux
import Glibc
import SQLRewrite

extension Client {
    /// What session functions and pg_stat_activity say of this session to a statement of that text.
    func facts(for text: UnsafeRawBufferPointer) -> SessionFacts {
        var facts = SessionFacts(
            processID: cancelKey?.processID ?? 0,
            startedAt: Int(Self.sinceEpoch(acceptedAt) / 1_000_000),
            proxyStartedAt: loop.worker.shared.startedAt,
            usesTLS: transport.isEncrypted
        )
        if case .network(let address) = peer { facts.clientAddress = address }
        for name in SettingPolicy.virtualNames {
            facts.settings[name] = shownValue(name, virtualSettings)
        }
        // A session may have a thousand statements, and hardly a text looks at them.
        guard Self.mayNameOwnStatements(text) else { return facts }
        facts.statements = prepared.named.map { entry in
            SessionFacts.PreparedStatement(
                name: entry.name,
                text: entry.source ?? entry.plan.clientText,
                preparedAt: Self.sinceEpoch(entry.preparedAt),
                isSQL: entry.source != nil,
                serverName: entry.statement.name,
                parameterTypes: entry.statement.parameterTypes.withUnsafeBytes {
                    DeclaredTypes($0).oids
                }
            )
        }
        var texts = Dictionary(portals.texts + cursors.texts) { $1 }
        if let bound { texts[bound.name] = bound.text }
        facts.cursors = texts.sorted { $0.key.lexicographicallyPrecedes($1.key) }
            .map { SessionFacts.Cursor(name: $0.key, text: $0.value) }
        return facts
    }

    /// Whether a text can name one of the two views; escapes in names (`U&"…"`) may spell anything.
    private static func mayNameOwnStatements(_ text: UnsafeRawBufferPointer) -> Bool {
        viewNames.contains { name in
            guard text.count >= name.count else { return false }
            return (0...text.count - name.count).contains { start in
                name.indices.allSatisfy { text[start + $0] | caseBit == name[$0] }
            }
        }
    }

    private static let caseBit: UInt8 = 0x20
    private static let viewNames = ["pg_prepared_statements", "pg_cursors", "u&"].map { name in
        name.utf8.map { $0 | caseBit }
    }

    /// The wall clock's microseconds at a time of the loops' clock, the same ones whenever asked.
    private static func sinceEpoch(_ time: UInt64) -> UInt64 { (time &+ clockOffset) / 1_000 }

    private static let clockOffset: UInt64 = {
        var (wall, loops) = (timespec(), timespec())
        clock_gettime(CLOCK_REALTIME, &wall)
        clock_gettime(CLOCK_MONOTONIC, &loops)
        func nanoseconds(_ time: timespec) -> UInt64 {
            UInt64(time.tv_sec) &* 1_000_000_000 &+ UInt64(time.tv_nsec)
        }
        return nanoseconds(wall) &- nanoseconds(loops)
    }()
}
