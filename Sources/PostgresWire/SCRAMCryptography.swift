// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import COpenSSL

/// The functions of RFC 5802 section 2.2 with SHA-256.
enum SCRAMCryptography {
    static let hashBytes = Int(SHA256_DIGEST_LENGTH)

    /// HMAC.
    static func hmac(key: [UInt8], _ message: [UInt8]) -> [UInt8] {
        var code = [UInt8](repeating: 0, count: hashBytes)
        let result = HMAC(EVP_sha256(), key, Int32(key.count), message, message.count, &code, nil)
        precondition(result != nil, "HMAC-SHA-256 is always there")
        return code
    }

    /// H.
    static func hash(_ message: [UInt8]) -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: hashBytes)
        SHA256(message, message.count, &digest)
        return digest
    }

    /// Hi: PBKDF2 with one block.
    static func saltedPassword(_ password: [UInt8], salt: [UInt8], iterations: Int) -> [UInt8] {
        var key = [UInt8](repeating: 0, count: hashBytes)
        let result = password.withUnsafeBytes { password in
            PKCS5_PBKDF2_HMAC(
                password.baseAddress?.assumingMemoryBound(to: CChar.self),
                Int32(password.count),
                salt,
                Int32(salt.count),
                Int32(iterations),
                EVP_sha256(),
                Int32(key.count),
                &key
            )
        }
        precondition(result == 1, "PBKDF2 with SHA-256 is always there")
        return key
    }

    /// Compares in a time that tells nothing but the lengths.
    static func isEqual(_ left: [UInt8], _ right: [UInt8]) -> Bool {
        left.count == right.count && CRYPTO_memcmp(left, right, left.count) == 0
    }
}

/// Compares two secrets in a time that tells nothing but their lengths.
///
/// - Parameters:
///   - left: Such as the cancel key a client was given.
///   - right: Such as the one it sends.
/// - Returns: Whether they are the same bytes.
package func isEqualInConstantTime(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    SCRAMCryptography.isEqual(left, right)
}
