// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

internal import CPgQuery
package import PostgresErrors

/// PostgreSQL's raw parse tree of a text, flattened in pre-order.
///
/// A node is its number: the root of the first statement is 0, a node's subtree is
/// `node..<end(of: node)`, and walking all nodes is counting up. Nothing here recurses, and nothing
/// but `string(_:_:)` and its kin allocates. Lists are no nodes of their own: their elements are
/// children that carry the list's field and their index in it. Exceptions keep the structure: a
/// list within a list is a node `.list`, an absent element (a plain DISTINCT has one) a node `.null`.
/// A constant (`.aConst`) holds its value as the child `.val`, which is absent for NULL.
///
/// The targets of `SET (a, b) = (SELECT …)` share one source in the parser; here the first one
/// (`colno` 1) has it as its child `.source` and the others have none.
package final class SyntaxTree: @unchecked Sendable {
    // Immutable once made, and its memory is owned by this object alone.
    private let tree: omni_tree

    package typealias Node = Int

    /// Parses a text.
    ///
    /// - Parameters:
    ///   - text: What `StatementText` has let through: UTF-8 without a zero byte, comments blanked.
    ///   - depthMax: Levels of nodes; 54001 beyond it.
    /// - Throws: 42601 with the parser's message and the position in characters, or the parser's own
    ///   code where it has another; 54001 for what is too deep; XX000 for a node that the table
    ///   does not know.
    package init(
        parsing text: UnsafeRawBufferPointer,
        depthMax: Int
    ) throws(ProxyError) {
        tree = try Self.parse(text, depthMax: depthMax, omni_parse, omni_tree_free)
        textLength = text.count
    }

    deinit {
        var tree = tree
        omni_tree_free(&tree)
    }

    private typealias Parse =
        @convention(c) (
            UnsafePointer<CChar>?, Int, Int32, UnsafeMutablePointer<omni_tree>?
        ) -> Void

    @inline(__always)
    private static func parse(
        _ text: UnsafeRawBufferPointer,
        depthMax: Int,
        _ parse: Parse,
        _ free: @convention(c) (UnsafeMutablePointer<omni_tree>?) -> Void
    ) throws(ProxyError) -> omni_tree {
        // The parser counts in Int32; the limit on statement bytes lies far below.
        guard text.count <= Int(Int32.max) / 8 else {
            throw ProxyError(.programLimitExceeded, "statement is too large")
        }
        var result = omni_tree()
        parse(
            text.baseAddress?.assumingMemoryBound(to: CChar.self),
            text.count,
            Int32(clamping: depthMax),
            &result
        )
        guard result.status == OMNI_PARSED else {
            let refusal = Self.refusal(of: result)
            free(&result)
            throw refusal
        }
        return result
    }

    /// Parses a text for its stream alone: half of what making a tree costs.
    ///
    /// - Parameters:
    ///   - text: As `init(parsing:depthMax:)` takes it.
    ///   - depthMax: Levels of nodes; 54001 beyond it.
    ///   - body: Given the stream, which is gone when it returns; it must not parse.
    /// - Returns: What it returns.
    /// - Throws: As `init(parsing:depthMax:)`.
    package static func withStream<Result>(
        of text: UnsafeRawBufferPointer,
        depthMax: Int,
        _ body: (UnsafeRawBufferPointer) -> Result
    ) throws(ProxyError) -> Result {
        var tree = try parse(text, depthMax: depthMax, omni_parse_stream, omni_stream_free)
        defer { omni_stream_free(&tree) }
        return body(UnsafeRawBufferPointer(start: tree.stream, count: Int(tree.stream_length)))
    }

    // MARK: nodes

    package var count: Int { Int(tree.node_count) }

    private func raw(_ node: Node) -> UnsafePointer<omni_node> {
        precondition(node >= 0 && node < count, "no such node")
        return UnsafePointer(tree.nodes + node)
    }

    /// The statements of the text in order: nodes of type `.rawStmt`, whose child `.stmt` is the
    /// statement itself.
    package var statements: NodeList {
        NodeList(tree: self, first: count == 0 ? nil : 0, parentEnd: count, field: .none)
    }

    package func tag(_ node: Node) -> NodeTag {
        NodeTag(parsed: raw(node).pointee.tag)
    }

    /// The node that holds it; nil for a statement's `.rawStmt`.
    package func parent(of node: Node) -> Node? {
        let parent = Int(raw(node).pointee.parent)
        return parent < 0 ? nil : parent
    }

    /// The field of its parent that holds it.
    package func field(of node: Node) -> NodeField {
        NodeField(parsed: raw(node).pointee.field)
    }

    /// Its place in the list that holds it; nil when its parent holds it directly.
    package func listIndex(of node: Node) -> Int? {
        let index = Int(raw(node).pointee.list_index)
        return index < 0 ? nil : index
    }

    /// One past the last node of its subtree.
    package func end(of node: Node) -> Node { Int(raw(node).pointee.end) }

    /// 0 for a statement's `.rawStmt`.
    package func depth(of node: Node) -> Int { Int(raw(node).pointee.depth) }

    /// Byte offset of its token in the parsed text; nil where the parser keeps none.
    ///
    /// Some nodes of the grammar carry 0 or -1 where they have no token; -1 is nil here.
    package func location(of node: Node) -> Int? {
        let location = Int(raw(node).pointee.location)
        return location < 0 ? nil : location
    }

    /// Where a `.rawStmt` stands in the text, in bytes, without the semicolon behind it.
    package func textRange(ofStatement node: Node) -> Range<Int> {
        let start = int(node, .stmtLocation)
        let length = int(node, .stmtLen)
        return start..<(length == 0 ? textLength : start + length)
    }

    private let textLength: Int

    // MARK: children

    /// All children in order, whatever field holds them.
    package func children(of node: Node) -> NodeChildren {
        NodeChildren(tree: self, first: node + 1, end: end(of: node))
    }

    /// The node in a field; of a list its first element.
    package func child(of node: Node, _ field: NodeField) -> Node? {
        let end = end(of: node)
        var child = node + 1
        while child < end {
            if raw(child).pointee.field == field.rawValue { return child }
            child = self.end(of: child)
        }
        return nil
    }

    /// The elements of a field's list; empty when the list is absent.
    package func list(of node: Node, _ field: NodeField) -> NodeList {
        NodeList(
            tree: self,
            first: child(of: node, field),
            parentEnd: end(of: node),
            field: field
        )
    }

    /// The elements of a node of type `.list`.
    package func elements(of node: Node) -> NodeChildren { children(of: node) }

    // MARK: scalars

    private func attribute(_ node: Node, _ field: NodeField) -> UnsafePointer<omni_attribute>? {
        let node = raw(node).pointee
        var index = Int(node.attributes_begin)
        while index < Int(node.attributes_end) {
            if tree.attributes[index].field == field.rawValue {
                return UnsafePointer(tree.attributes + index)
            }
            index += 1
        }
        return nil
    }

    /// The scalar fields that are set, places in the text aside.
    package func forEachScalar(of node: Node, _ body: (NodeField) -> Void) {
        let node = raw(node).pointee
        for index in Int(node.attributes_begin)..<Int(node.attributes_end) {
            let attribute = tree.attributes[index]
            if attribute.scalar == UInt8(OMNI_SCALAR_LOCATION.rawValue) { continue }
            body(NodeField(parsed: attribute.field))
        }
    }

    /// A boolean field; false too when the node has no such field.
    package func bool(_ node: Node, _ field: NodeField) -> Bool {
        attribute(node, field)?.pointee.value ?? 0 != 0
    }

    /// A numeric field of any width, zero when it is not set.
    package func int(_ node: Node, _ field: NodeField) -> Int {
        Int(attribute(node, field)?.pointee.value ?? 0)
    }

    /// A field of C's `char`, such as `relpersistence`; 0 when it is not set.
    package func character(_ node: Node, _ field: NodeField) -> UInt8 {
        UInt8(truncatingIfNeeded: attribute(node, field)?.pointee.value ?? 0)
    }

    /// An enum of `NodeEnums`; a number that the enum lacks was refused while parsing.
    package func value<Value: RawRepresentable>(
        _ node: Node,
        _ field: NodeField,
        as type: Value.Type
    ) -> Value where Value.RawValue == Int64 {
        guard let value = Value(rawValue: attribute(node, field)?.pointee.value ?? 0) else {
            preconditionFailure("the enum is not that field's")
        }
        return value
    }

    /// A string field, nil when it is NULL.
    package func string(_ node: Node, _ field: NodeField) -> String? {
        bytes(node, field).map { String(decoding: $0, as: UTF8.self) }
    }

    /// The bytes of a string field, nil when it is NULL; valid as long as the tree is.
    package func bytes(_ node: Node, _ field: NodeField) -> UnsafeRawBufferPointer? {
        guard let attribute = attribute(node, field)?.pointee,
            attribute.scalar == UInt8(OMNI_SCALAR_STRING.rawValue)
        else { return nil }
        let length = Int(attribute.value)
        return UnsafeRawBufferPointer(
            start: tree.stream + (Int(attribute.stream_end) - length),
            count: length
        )
    }

    /// Whether a string field equals a text, without making a String.
    package func string(_ node: Node, _ field: NodeField, equals text: StaticString) -> Bool {
        guard let bytes = bytes(node, field) else { return false }
        return bytes.elementsEqual(
            UnsafeRawBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
        )
    }

    /// The text of a node of type `.string`, nil for any other.
    package func text(of node: Node) -> String? {
        tag(node) == .string ? string(node, .sval) ?? "" : nil
    }

    /// A list of `.string` nodes, such as the name of a function; nil when another type is among
    /// them.
    package func texts(of node: Node, _ field: NodeField) -> [String]? {
        var texts: [String] = []
        for element in list(of: node, field) {
            guard let text = text(of: element) else { return nil }
            texts.append(text)
        }
        return texts
    }

    /// The last of a list of `.string` nodes, and how many there are: of most names there is one.
    package func lastText(of node: Node, _ field: NodeField) -> (text: String, count: Int) {
        var last: Node?
        var count = 0
        for element in list(of: node, field) {
            last = element
            count += 1
        }
        return (last.flatMap { text(of: $0) } ?? "", count)
    }

    // MARK: the stream

    /// The tree once more as bytes, without places and counts; see `TreeStream`.
    package var stream: UnsafeRawBufferPointer {
        UnsafeRawBufferPointer(start: tree.stream, count: Int(tree.stream_length))
    }

    /// A node's bytes, without the prefix that names the field holding it: it can stand in another
    /// field or list.
    package func span(of node: Node) -> Range<Int> {
        Int(raw(node).pointee.stream_begin)..<Int(raw(node).pointee.stream_end)
    }

    /// A whole field with its prefix, nil when it is not set.
    package func span(of node: Node, _ field: NodeField) -> Range<Int>? {
        if let attribute = attribute(node, field)?.pointee {
            return Int(attribute.stream_begin)..<Int(attribute.stream_end)
        }
        guard let first = child(of: node, field) else { return nil }
        let begin = span(of: first).lowerBound - TreeStream.prefixLength
        guard raw(first).pointee.in_list else { return begin..<span(of: first).upperBound }
        var last = first
        for element in list(of: node, field) { last = element }
        return begin..<(span(of: last).upperBound + TreeStream.listEndLength)
    }

    /// Where a field's bytes stand, or would stand if it were set.
    package func insertionPoint(of node: Node, _ field: NodeField) -> Int {
        let tag = raw(node).pointee.tag
        let rank = omni_field_rank(tag, field.rawValue)
        precondition(rank >= 0, "the node type has no such field")
        if !omni_field_holds_nodes(tag, field.rawValue) {
            var index = Int(raw(node).pointee.attributes_begin)
            while index < Int(raw(node).pointee.attributes_end) {
                let attribute = tree.attributes[index]
                if omni_field_rank(tag, attribute.field) >= rank
                    && attribute.stream_begin != attribute.stream_end
                {
                    return Int(attribute.stream_begin)
                }
                index += 1
            }
        }
        let holdsNodes = omni_field_holds_nodes(tag, field.rawValue)
        for child in children(of: node)
        where !holdsNodes || omni_field_rank(tag, raw(child).pointee.field) >= rank {
            return span(of: child).lowerBound - TreeStream.prefixLength
        }
        return span(of: node).upperBound - TreeStream.nodeEndLength
    }
}
