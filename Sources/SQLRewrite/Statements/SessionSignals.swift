// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

internal import PostgresErrors

/// `SELECT pg_cancel_backend(n)` and `SELECT pg_terminate_backend(n)` alone, and the same of one row of
/// pg_stat_activity: how tools stop what they started on another connection.
///
/// The process ids that clients know are the proxy's, so the proxy carries it out. All other uses of the
/// two functions stay refused.
extension MessageRewrite {
    mutating func signal(
        _ statement: SyntaxTree.Node
    ) throws(ProxyError) -> RewrittenStatement? {
        guard tree.tag(statement) == .selectStmt,
            let item = tree.list(of: statement, .targetList).first(where: { _ in true }),
            let call = tree.child(of: item, .val), tree.tag(call) == .funcCall,
            let called = tree.texts(of: call, .funcname)?.last, Self.functions.contains(called),
            let range = textRange(of: statement), range.count <= Self.signalBytesMax
        else { return nil }
        let tokens = tokens()
        let positions = tokens.firstPosition(from: range.lowerBound)..<tokens.count
        var words = positions.map { tokens.range($0) }
            .prefix { $0.lowerBound < range.upperBound }
            .map { tokens.string($0).lowercased() }[...]
        guard words.popFirst() == "select" else { return nil }
        if words.starts(with: ["pg_catalog", "."]) { words = words.dropFirst(2) }
        guard let function = words.popFirst(), Self.functions.contains(function) else {
            return nil
        }
        var name = function
        let target: String
        let isOfActivity: Bool
        switch Array(words) {
        case let call where call.count >= 3 && call[0] == "(" && call[2] == ")" && call[1] != "pid":
            target = call[1]
            isOfActivity = false
            let rest = Array(call[3...])
            if rest.count == 2, rest[0] == "as", Self.isName(rest[1]) {
                name = rest[1]
            } else if !rest.isEmpty {
                return nil
            }
        case let call
        where call.starts(with: ["(", "pid", ")", "from", "pg_stat_activity", "where", "pid", "="])
            && call.count == 9:
            target = call[8]
            isOfActivity = true
        default: return nil
        }
        let signal = SessionSignal(
            target: try Self.target(target, allowsParameter: kind == .extended && !isOfActivity),
            terminates: function == "pg_terminate_backend",
            column: name,
            isOfActivity: isOfActivity
        )
        try substitute(statement, signal.answer(isFound: false), hole: .signalled(signal))
        return RewrittenStatement(kind: .signal(signal))
    }

    private static let signalBytesMax = 200
    private static let functions: Set<String> = ["pg_cancel_backend", "pg_terminate_backend"]

    private static func isName(_ word: String) -> Bool {
        word == SQLText.identifier(word)
    }

    private static func target(
        _ word: String,
        allowsParameter: Bool
    ) throws(ProxyError) -> SessionSignal.Target {
        if word == "$1", allowsParameter { return .parameter }
        let digits = word.hasPrefix("'") && word.count > 2 ? word.dropFirst().dropLast() : word[...]
        guard let number = Int32(digits) else {
            throw ProxyError(
                .featureNotSupported,
                "only one session at a time can be signalled, by its process id",
                hint: "Write the process id as a constant or a parameter."
            )
        }
        return .processID(number)
    }
}
