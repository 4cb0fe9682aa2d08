// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import Foundation

/// The form of a stored SCRAM verifier, PostgreSQL's `pg_authid.rolpassword`:
/// `SCRAM-SHA-256$<iterations>:<salt>$<stored key>:<server key>`.
enum PasswordVerifierForm {
    /// RFC 7677 asks for 4,096 at least; an attacker with the file has that much more to do.
    private static let iterations = 4_096...10_000_000
    private static let keyBytes = 32

    static func accepts(_ text: String) -> Bool {
        let parts = text.split(separator: "$", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0] == "SCRAM-SHA-256" else { return false }
        let head = parts[1].split(separator: ":", omittingEmptySubsequences: false)
        let keys = parts[2].split(separator: ":", omittingEmptySubsequences: false)
        guard head.count == 2, keys.count == 2,
            let count = Int(head[0]), iterations.contains(count),
            let salt = bytes(head[1]), !salt.isEmpty
        else { return false }
        return keys.allSatisfy { bytes($0)?.count == keyBytes }
    }

    /// Decodes the one spelling that the encoder would have written.
    private static func bytes(_ text: Substring) -> Data? {
        guard let data = Data(base64Encoded: String(text)), data.base64EncodedString() == text
        else { return nil }
        return data
    }
}
