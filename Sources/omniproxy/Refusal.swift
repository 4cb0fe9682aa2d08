// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import PostgresErrors

/// A refusal as an administrator wants it: what the client reads, and what the log reads.
struct Refusal: Encodable {
    var sqlState: String
    var message: String
    var detail: String?
    var hint: String?
    var position: Int?
    /// What the log says and the client does not read.
    var log: String?

    init(_ error: ProxyError) {
        sqlState = "\(error.sqlState)"
        message = error.message
        detail = error.detail
        hint = error.hint
        position = error.position
        log = error.logMessage
    }

    func print() {
        StandardError.print("ERROR:  \(sqlState): \(message)")
        if let detail { StandardError.print("DETAIL:  \(detail)") }
        if let hint { StandardError.print("HINT:  \(hint)") }
        if let position { StandardError.print("POSITION:  \(position)") }
        if let log { StandardError.print("LOG:  \(log)") }
    }
}
