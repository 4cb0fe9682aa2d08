// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// Puts the client's schema names where a server's message has the physical ones.
struct SchemaNames: Sendable {
    /// Longest first, so that a name that begins with another one is found itself.
    private let names: [(physical: [UInt8], logical: [UInt8])]

    private let searchPath: [[UInt8]]

    init(_ logicalByPhysical: [String: String], searchPath: [String] = []) {
        self.searchPath = searchPath.map { Array($0.utf8) }
        names =
            logicalByPhysical
            .filter { !$0.key.isEmpty && $0.key != $0.value }
            .sorted { ($0.key.utf8.count, $0.key) > ($1.key.utf8.count, $1.key) }
            .map { (Array($0.key.utf8), Array($0.value.utf8)) }
    }

    /// Replaces a name where it stands as a schema: in front of a dot, or behind the word.
    func logical(_ message: String) -> String {
        guard !names.isEmpty else { return message }
        let text = [UInt8](message.utf8)
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        var offset = 0
        while offset < text.count {
            let startsWord = offset == 0 || !LexicalRules.continuesIdentifier(text[offset - 1])
            if startsWord,
                let name = names.first(where: { isSchema($0.physical, in: text, at: offset) })
            {
                result += name.logical
                offset += name.physical.count
            } else {
                result.append(text[offset])
                offset += 1
            }
        }
        return String(decoding: result, as: UTF8.self)
    }

    /// Leaves out the schemas that the server would not have mentioned.
    ///
    /// It names a type with its schema where its own search path does not find it, and that is not the
    /// client's. A function has the schema that the client wrote, or that the rewriter did: `isWritten`
    /// says whether the client wrote a qualified name itself.
    func withoutSearchPath(_ message: String, isWritten: ([UInt8]) -> Bool) -> String {
        let text = [UInt8](message.utf8)
        guard text.contains(UInt8(ascii: ".")) else { return message }
        var result: [UInt8] = []
        result.reserveCapacity(text.count)
        var isQuoted = false
        var offset = 0
        while offset < text.count {
            if text[offset] == UInt8(ascii: "\"") { isQuoted.toggle() }
            let startsWord = offset == 0 || !LexicalRules.continuesIdentifier(text[offset - 1])
            if !isQuoted, startsWord,
                let schema = searchPath.first(where: {
                    text[offset...].starts(with: $0)
                        && text[offset...].dropFirst($0.count).first == UInt8(ascii: ".")
                }),
                !isQualifiedByClient(text[offset...], schema, isWritten)
            {
                offset += schema.count + 1
                // What follows belongs to the same name.
                if offset < text.count, text[offset] != UInt8(ascii: "\"") {
                    result.append(text[offset])
                    offset += 1
                }
                continue
            }
            result.append(text[offset])
            offset += 1
        }
        return String(decoding: result, as: UTF8.self)
    }

    private func isQualifiedByClient(
        _ name: ArraySlice<UInt8>,
        _ schema: [UInt8],
        _ isWritten: ([UInt8]) -> Bool
    ) -> Bool {
        let behind = name.dropFirst(schema.count + 1).prefix(
            while: LexicalRules.continuesIdentifier
        )
        let isFunction = name[behind.endIndex...].first == UInt8(ascii: "(")
        return isFunction && isWritten(schema + [UInt8(ascii: ".")] + behind)
    }

    private func isSchema(_ name: [UInt8], in text: [UInt8], at offset: Int) -> Bool {
        let rest = text[offset...]
        guard rest.starts(with: name) else { return false }
        let behind = rest.dropFirst(name.count)
        if behind.starts(with: ".".utf8) || behind.starts(with: "\".".utf8) { return true }
        if let next = behind.first, LexicalRules.continuesIdentifier(next) { return false }
        let before = text[..<offset]
        return before.suffix(7).elementsEqual("schema ".utf8)
            || before.suffix(8).elementsEqual("schema \"".utf8)
    }
}
