// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

import LoginTokens

/// Reads `[listen.tokens]`.
enum TokenReader {
    /// - Parameters:
    ///   - reader: The table.
    ///   - tls: The listener's mode: a token in the clear is everybody's.
    ///   - folder: Where relative paths start.
    ///   - files: Where texts come from.
    /// - Returns: Nil when something is wrong, which has been reported.
    static func tokens(
        _ reader: SettingReader,
        tls: ListenTLSSettings.Mode,
        folder: String,
        files: ConfigurationFiles
    ) -> ListenTokenSettings? {
        let path = reader.requiredString("keys").map { resolvedPath($0, in: folder) }
        let issuer = reader.requiredString("issuer")
        let audience = reader.requiredString("audience")
        let userClaim = reader.string("user_claim") ?? "sub"
        let isRequired = reader.boolean("required") ?? false
        reader.finish()
        for (key, text) in [("issuer", issuer), ("audience", audience), ("user_claim", userClaim)]
        where text?.isEmpty == true {
            reader.report("must not be empty", key: key)
        }
        if tls == .off {
            reader.report("tokens are taken over TLS alone, and [listen.tls] is off", key: "keys")
        }
        guard let path, let issuer, let audience else { return nil }
        let text: String
        do {
            text = try files.text(path)
        } catch {
            reader.report("\(path): \(error)", key: "keys")
            return nil
        }
        do throws(TokenKeys.Problem) {
            let rules = try TokenRules(
                keys: text,
                issuer: issuer,
                audience: audience,
                userClaim: userClaim
            )
            return ListenTokenSettings(rules: rules, isRequired: isRequired)
        } catch {
            reader.report("\(path): \(error)", key: "keys")
            return nil
        }
    }
}
