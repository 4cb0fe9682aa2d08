// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import Glibc
import SQLRewrite

extension Client {
    /// What session functions and pg_stat_activity say of this session.
    var facts: SessionFacts {
        var facts = SessionFacts(
            processID: cancelKey?.processID ?? 0,
            startedAt: time(nil) - Int((loop.now &- acceptedAt) / 1_000_000_000),
            proxyStartedAt: loop.worker.shared.startedAt,
            usesTLS: transport.isEncrypted
        )
        if case .network(let address) = peer { facts.clientAddress = address }
        for name in SettingPolicy.virtualNames {
            facts.settings[name] = shownValue(name, virtualSettings)
        }
        return facts
    }
}
