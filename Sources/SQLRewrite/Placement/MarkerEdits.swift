// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

internal import PostgresErrors

/// Markers as SQL behind select lists, and the stars that would show them (R51).
extension StatementPlan {
    /// A marker in a query's select list.
    struct MarkerTarget {
        let marker: Marker
        let sql: String
        let fragment: Fragments.Index
    }

    /// Those of references that are not fenced anyway.
    func neededMarkers() -> [(marker: Marker, source: MarkerSource)] {
        analysis.markers.filter { !analysis.fenced.contains(reference: $0.key.reference) }
            .sorted { ($0.key.level, $0.key.reference) < ($1.key.level, $1.key.reference) }
            .map { ($0.key, $0.value) }
    }

    func sql(of marker: Marker, _ source: MarkerSource) throws(ProxyError) -> String {
        switch source {
        // A set operation's marker is that of its operands.
        case .always, .operands: return "true"
        case .grouping: return try analysis.context.filters.groupGuard().conjunction
        case .filter(let column):
            let reference = analysis.references[marker.reference]
            let condition = try analysis.context.filters.guarded(
                reference.relation,
                alias: reference.alias,
                orNull: column
            )
            // Never null, so that null means that an outer join made it.
            return "(" + condition.conjunction + ") IS TRUE"
        case .carried(let items):
            return items.map { test(of: marker.reference, $0) }.joined(separator: " AND ")
        }
    }

    /// A marker as a condition of the query that reads its item.
    func test(of reference: Int, _ carried: CarriedMarker) -> String {
        let name = SQLText.qualified(
            analysis.items[carried.item].alias ?? "",
            Marker(level: -1, reference: reference).name
        )
        return carried.mayBeNull ? "(" + name + " IS NOT FALSE)" : name
    }

    func insert(_ target: MarkerTarget, _ edits: inout EditList) throws(ProxyError) {
        let select = analysis.levels[target.marker.level].node
        guard let span = tree.span(of: select, .targetList),
            let end = bounds.selectListEnd(of: select)
        else { throw Verification.failure("a select list has no end in the text") }
        let name = target.marker.name
        edits.append(", \(target.sql) AS \(SQLText.identifier(name))", at: end)
        let point = span.upperBound - TreeStream.listEndLength
        edits.replaceTree(
            point..<point,
            with: [
                .bytes(
                    TreeStream.node(.resTarget) + TreeStream.string(.name, name)
                        + TreeStream.child(.val)
                ),
                try fragments.expression(target.fragment),
                .bytes(TreeStream.nodeEnd),
            ]
        )
    }

    /// Writes out stars over items that have columns of ours, or columns that are shown otherwise.
    func expandStars(_ edits: inout EditList) throws(ProxyError) {
        let marked = Set(neededMarkers().map(\.marker.level))
        guard !marked.isEmpty || analysis.readsFunctionNames else { return }
        for node in analysis.statement..<tree.end(of: analysis.statement)
        where tree.tag(node) == .columnRef && analysis.level(of: node) >= 0 {
            guard let sources = try analysis.starSources(node, in: analysis.level(of: node)),
                case let shown = analysis.functionNames(behind: node, sources),
                !shown.isEmpty || sources.contains(where: { isMarked($0, marked) })
            else { continue }
            guard let target = tree.parent(of: node), let location = tree.location(of: node),
                let end = bounds.endOfName(at: location, parts: tree.list(of: node, .fields).count)
            else { throw Verification.failure("a star has no place in the text") }
            var texts: [String] = []
            var pieces: [StreamEdit.Piece] = []
            for source in sources {
                guard let alias = analysis.items[source].alias else {
                    throw Verification.failure("a star over something without a name")
                }
                guard shown[source] != nil || isMarked(source, marked) else {
                    texts.append(SQLText.identifier(alias) + ".*")
                    pieces.append(.bytes(Self.target(Self.reference(alias, nil))))
                    continue
                }
                for column in analysis.columns(ofItem: source) {
                    let name = SQLText.qualified(alias, column.name)
                    let reference = Self.reference(alias, column.name)
                    guard shown[source]?.contains(column.name) == true else {
                        texts.append(name)
                        pieces.append(.bytes(Self.target(reference)))
                        continue
                    }
                    let template = try analysis.context.catalogs.template(analysis.functionName.sql)
                    texts.append(
                        "(" + template.texts[0] + name + template.texts[1] + ") AS "
                            + SQLText.identifier(column.name)
                    )
                    pieces += [
                        .bytes(
                            TreeStream.node(.resTarget)
                                + TreeStream.string(.name, column.name) + TreeStream.child(.val)
                        ),
                        template.piece(0), .bytes(reference), template.piece(1),
                        .bytes(TreeStream.nodeEnd),
                    ]
                }
            }
            edits.replace(location..<end, with: texts.joined(separator: ", "))
            edits.replaceTree(tree.span(of: target), with: pieces)
        }
    }

    private func isMarked(_ item: Int, _ levels: Set<Int>) -> Bool {
        if case .query(let level) = analysis.items[item].source {
            levels.contains(level)
        } else {
            false
        }
    }

    /// A column of an item, or all of them.
    private static func reference(_ alias: String, _ column: String?) -> [UInt8] {
        func name(_ part: String) -> [UInt8] {
            TreeStream.node(.string) + TreeStream.string(.sval, part) + TreeStream.nodeEnd
        }
        let last = column.map(name) ?? TreeStream.node(.aStar) + TreeStream.nodeEnd
        return TreeStream.node(.columnRef) + TreeStream.list(.fields) + name(alias) + last
            + TreeStream.listEnd + TreeStream.nodeEnd
    }

    /// An item of a select list.
    private static func target(_ value: [UInt8]) -> [UInt8] {
        TreeStream.node(.resTarget) + TreeStream.child(.val) + value + TreeStream.nodeEnd
    }
}
