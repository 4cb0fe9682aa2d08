// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

internal import PostgresErrors

/// Why something of a model cannot be computed, in words that complete its name.
struct TopicProblem: Error, Hashable {
    var reason: String
    /// It is the user who may not, told in a whole sentence.
    var isRefusal: Bool

    init(_ reason: String, isRefusal: Bool = false) {
        self.reason = reason
        self.isRefusal = isRefusal
    }

    /// As the user of a topic is told.
    func error(ofTopic name: String) -> ProxyError {
        isRefusal
            ? ProxyError(.insufficientPrivilege, reason)
            : ProxyError(.featureNotSupported, "topic \"\(name)\" \(reason)")
    }
}

/// One expression of a model's SQL, its names replaced by what they stand for.
///
/// The text is parsed, and only whole column references are replaced; what comes out is judged again
/// like any statement.
enum ModelText {
    private struct Edit {
        var range: Range<Int>
        var text: String
    }

    /// Levels of a model's expression.
    private static let depthMax = 400

    /// - Parameters:
    ///   - text: One expression.
    ///   - name: What a column reference becomes, by its parts.
    /// - Returns: The text with all references replaced, and how many there were.
    /// - Throws: For anything but one expression without sub-selects.
    static func replacingNames(
        in text: String,
        with name: ([String]) throws(TopicProblem) -> String
    ) throws(TopicProblem) -> (text: String, count: Int) {
        let bytes = Array(("SELECT " + text).utf8)
        let result = bytes.withUnsafeBytes { buffer in
            Result { () throws(TopicProblem) in try replace(buffer, name) }
        }
        return try result.get()
    }

    private static func replace(
        _ buffer: UnsafeRawBufferPointer,
        _ name: ([String]) throws(TopicProblem) -> String
    ) throws(TopicProblem) -> (text: String, count: Int) {
        let tree: SyntaxTree
        do {
            tree = try SyntaxTree(parsing: buffer, depthMax: depthMax)
        } catch {
            throw TopicProblem("is no SQL expression: \(error.message)")
        }
        guard tree.statements.count == 1, let raw = tree.statements.first,
            let select = tree.child(of: raw, .stmt), tree.tag(select) == .selectStmt,
            Array(tree.children(of: select)).count == 1,
            tree.span(of: select, .distinctClause) == nil,
            let target = tree.child(of: select, .targetList), tree.string(target, .name) == nil,
            let value = tree.child(of: target, .val)
        else { throw TopicProblem("is not one SQL expression") }
        let tokens = TokenIndex(buffer, in: 0..<buffer.count)
        var edits: [Edit] = []
        for node in value..<tree.end(of: value) {
            switch tree.tag(node) {
            case .selectStmt, .subLink: throw TopicProblem("has a sub-select")
            case .paramRef: throw TopicProblem("has a parameter")
            case .columnRef:
                guard let parts = tree.texts(of: node, .fields) else {
                    throw TopicProblem("has a star")
                }
                guard let location = tree.location(of: node),
                    let first = tokens.position(of: location),
                    first + 2 * (parts.count - 1) < tokens.count
                else { throw TopicProblem("has a name that is not found") }
                let last = tokens.range(first + 2 * (parts.count - 1))
                edits.append(
                    Edit(range: location..<last.upperBound, text: try name(parts))
                )
            default: break
            }
        }
        var output: [UInt8] = []
        var done = "SELECT ".utf8.count
        for edit in edits.sorted(by: { $0.range.lowerBound < $1.range.lowerBound }) {
            guard edit.range.lowerBound >= done else { throw TopicProblem("has names in names") }
            append(buffer[done..<edit.range.lowerBound], to: &output)
            append(edit.text.utf8, to: &output)
            done = edit.range.upperBound
        }
        append(buffer[done...], to: &output)
        return (String(decoding: output, as: UTF8.self), edits.count)
    }

    /// A name may touch the word before it, as in NOT"a"; what it becomes must not run into it.
    private static func append(_ text: some Collection<UInt8>, to output: inout [UInt8]) {
        if let last = output.last, let first = text.first, Tokens.continuesIdentifier(last),
            Tokens.continuesIdentifier(first)
        {
            output.append(UInt8(ascii: " "))
        }
        output.append(contentsOf: text)
    }
}
