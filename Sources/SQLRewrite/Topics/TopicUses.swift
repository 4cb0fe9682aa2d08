// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

internal import PostgresErrors

/// What a statement uses of the topics in it: the joins and columns of each follow from that.
extension StatementAnalysis {
    /// Notes that a name was found among an item's columns.
    mutating func noteUse(of name: String, in item: Int) {
        switch items[item].source {
        case .relation(let reference):
            guard let topic = references[reference].topic else { return }
            // Names by position need the columns in front of them as well.
            if !items[item].columnAliases.isEmpty {
                topicUses[reference, default: TopicUse()].isWhole = true
            } else if topic.field(named: name) != nil {
                topicUses[reference, default: TopicUse()].fields.insert(name)
            }
        case .join:
            let isRenamed =
                tree.child(of: items[item].node, .alias)
                .map { tree.texts(of: $0, .colnames)?.isEmpty == false } ?? false
            for inner in topicItems(inside: items[item].node) {
                if isRenamed { noteWhole(inner) } else { noteUse(of: name, in: inner) }
            }
        case .query, .function: break
        }
    }

    /// Notes that all columns of an item are used, in their order.
    mutating func noteWhole(_ item: Int) {
        switch items[item].source {
        case .relation(let reference):
            guard references[reference].topic != nil else { return }
            topicUses[reference, default: TopicUse()].isWhole = true
        case .join: for inner in topicItems(inside: items[item].node) { noteWhole(inner) }
        case .query, .function: break
        }
    }

    /// Notes what a star stands for: `*`, or `alias.*`.
    mutating func noteStar(alias: String?, from scope: Int) {
        guard !references.isEmpty else { return }
        if let alias {
            if let item = item(named: alias, from: scope) { noteWhole(item) }
        } else {
            for source in scopes[scope].columnSources { noteWhole(source) }
        }
    }

    private func topicItems(inside join: Node) -> [Int] {
        items.indices.filter { index in
            guard case .relation(let reference) = items[index].source else { return false }
            return references[reference].topic != nil && isInside(items[index].node, join)
        }
    }

    /// Notes a name that GROUP BY may take from the input although an output has it as well.
    mutating func noteInputName(_ node: Node, in level: Int) {
        guard references.contains(where: { $0.topic != nil }),
            let parent = tree.parent(of: node), tree.tag(parent) != .sortBy,
            tree.field(of: node) != .distinctClause,
            let parts = tree.texts(of: node, .fields), parts.count == 1
        else { return }
        for source in scopes[levels[level].scope].columnSources {
            noteUse(of: parts[0], in: source)
        }
    }

    // MARK: measures

    struct MeasureCall {
        let node: Node
        /// The topic, by its place among the statement's references.
        let reference: Int
        let name: String
    }

    /// `measure(…)`; an ordinary name where there are no topics.
    func isMeasureCall(_ node: Node) -> Bool {
        guard tree.tag(node) == .funcCall, !context.topics.isEmpty,
            tree.lastText(of: node, .funcname) == ("measure", 1)
        else { return false }
        return true
    }

    /// Whether a column reference is the name in a call of `measure`, and so no column.
    func isMeasureName(_ node: Node) -> Bool {
        guard let parent = tree.parent(of: node) else { return false }
        return isMeasureCall(parent) && tree.field(of: node) == .args
    }

    /// The name that a call of `measure` gives its column: the measure's.
    func measureName(_ node: Node) -> String? {
        guard isMeasureCall(node), let argument = tree.child(of: node, .args),
            tree.tag(argument) == .columnRef, let parts = tree.texts(of: argument, .fields)
        else { return nil }
        if let call = measureCalls.first(where: { $0.node == node }) { return call.name }
        return parts.joined(separator: ".")
    }

    mutating func applyMeasure(
        _ node: Node,
        in level: Int,
        _ result: inout Expression
    ) throws(ProxyError) {
        let arguments = Array(tree.list(of: node, .args))
        guard arguments.count == 1, tree.tag(arguments[0]) == .columnRef,
            let parts = tree.texts(of: arguments[0], .fields), parts.count <= 2
        else {
            throw failure(
                .undefinedFunction,
                "measure takes the name of a measure, such as measure(\"orders.revenue\")",
                at: node
            )
        }
        guard tree.child(of: node, .over) == nil, tree.child(of: node, .aggFilter) == nil,
            tree.child(of: node, .aggOrder) == nil, !tree.bool(node, .aggDistinct),
            !tree.bool(node, .funcVariadic)
        else {
            throw failure(
                .featureNotSupported,
                "measure with DISTINCT, ORDER BY, FILTER or OVER is not supported",
                at: node
            )
        }
        let (reference, name) = try measure(parts, in: level, at: arguments[0])
        for join in levels[level].joins
        where tree.tag(join) == .joinExpr && tree.bool(join, .isNatural) {
            throw failure(
                .featureNotSupported,
                "measure is not supported beside NATURAL JOIN; join by USING",
                at: node
            )
        }
        try checkReservedNames()
        topicUses[reference, default: TopicUse()].measures.insert(name)
        measureCalls.append(MeasureCall(node: node, reference: reference, name: name))
        result = Expression.none
        result.type = references[reference].topic?.measureType(name) ?? .unresolved
        // Computed above the filters, as every aggregate is (R42, M7). What it is computed from stands
        // in the topic's query, which fences itself when that could fail (`TopicSelect`).
        result.hasAggregate = true
        result.hasColumn = true
        result.isSafe = false
        result.canRaise = true
        result.dependencies = bit(ofReference: reference)
    }

    /// The measure that a name means among the topics of a level.
    private func measure(
        _ parts: [String],
        in level: Int,
        at node: Node
    ) throws(ProxyError) -> (reference: Int, name: String) {
        var found: [(reference: Int, name: String)] = []
        var isField = false
        for item in levels[level].items {
            guard case .relation(let reference) = items[item].source,
                let topic = references[reference].topic,
                scopes[levels[level].scope].items.contains(item)
            else { continue }
            var names = [parts.joined(separator: ".")]
            if parts.count == 2, items[item].alias == parts[0] { names = [parts[1]] + names }
            isField = isField || names.contains { topic.field(named: $0) != nil }
            if let name = names.first(where: topic.hasMeasure) { found.append((reference, name)) }
        }
        if found.count == 1 { return found[0] }
        let spelled = parts.count == 1 ? "\"\(parts[0])\"" : parts.joined(separator: ".")
        if found.count > 1 {
            throw failure(
                .ambiguousColumn,
                "column reference \(spelled) is ambiguous",
                at: node
            )
        }
        if isField {
            throw failure(.groupingError, "\(spelled) is a dimension and no measure", at: node)
        }
        throw failure(.undefinedColumn, "column \(spelled) does not exist", at: node)
    }

    /// A measure's arguments are columns that nobody may name.
    private func checkReservedNames() throws(ProxyError) {
        guard measureCalls.isEmpty else { return }
        for node in statement..<tree.end(of: statement) where tree.tag(node) == .string {
            guard let text = tree.text(of: node), text.hasPrefix(TopicSelect.reservedPrefix),
                tree.parent(of: node).map({ tree.tag($0) != .aConst }) ?? true
            else { continue }
            throw failure(.undefinedColumn, "column \"\(text)\" does not exist", at: node)
        }
    }
}
