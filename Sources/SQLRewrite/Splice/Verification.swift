// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

internal import PostgresErrors

/// The proof that a rewritten text says what was meant (R5, engine.md A2).
///
/// The text was edited by what tokens say, the expectation by what the tree says; both must come to
/// the same tree. A difference is a mistake of ours and never leaves the proxy.
enum Verification {
    static func check(
        _ text: [UInt8],
        equals original: SyntaxTree,
        edited edits: [StreamEdit],
        depthMax: Int
    ) throws(ProxyError) {
        let result = text.withUnsafeBytes { buffer in
            Result { () throws(ProxyError) in
                try SyntaxTree.withStream(of: buffer, depthMax: depthMax) { stream in
                    original.edited(edits, gives: stream)
                }
            }
        }
        switch result {
        case .success(let isExpected):
            guard isExpected else {
                throw failure("unexpected tree of: \(String(decoding: text, as: UTF8.self))")
            }
        case .failure(let error):
            // The edits make a statement a little deeper than the client wrote it.
            if error.sqlState == .statementTooComplex { throw error }
            throw failure("\(error.message): \(String(decoding: text, as: UTF8.self))")
        }
    }

    static func failure(_ log: String) -> ProxyError {
        ProxyError(
            .internalError,
            "the statement could not be rewritten safely",
            logMessage: "rewrite verification: " + log
        )
    }
}
