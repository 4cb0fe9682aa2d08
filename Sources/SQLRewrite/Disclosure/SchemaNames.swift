// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// Puts the client's schema names where a server's message has the physical ones.
struct SchemaNames: Sendable {
    /// Longest first, so that a name that begins with another one is found itself.
    private let names: [(physical: [UInt8], logical: [UInt8])]

    init(_ logicalByPhysical: [String: String]) {
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
