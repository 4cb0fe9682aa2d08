// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// Why a backend could not be opened, cancelled or asked, in words for the log: they may name hosts and
/// physical databases, which clients must not learn.
struct BackendFailure: Error, Sendable, Equatable {
    var message: String
}
