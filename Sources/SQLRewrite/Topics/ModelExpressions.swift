// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

internal import AccessPolicy

/// SQL over the joined views of a topic.
struct TopicExpression: Hashable {
    var sql: String
    /// The views whose columns it reads, by their places in the topic.
    var views: Set<Int>
}

/// Writes out the fields of a topic: physical columns under the view's name, references replaced by what
/// they refer to, user attributes as literals.
struct ModelExpressions {
    let topic: GovernedTopic

    /// References through references; more is a circle.
    private static let depthMax = 24
    /// Names of placeholders while a text is parsed; no column of a model is called so.
    private static let placeholder = "omni reference "

    /// A field as it is named in the SQL of a view, or by its place.
    func field(
        _ name: FieldName,
        from view: Int,
        depth: Int = 0
    ) throws(TopicProblem) -> TopicExpression {
        guard let place = topic.view(named: name.view, from: view) else {
            throw TopicProblem("refers to \(name), whose view is not in the topic")
        }
        let whole = try dimension(name.field, of: place, depth: depth)
        guard let frame = name.frame, frame != "raw" else { return whole }
        guard let known = TimeFrame(rawValue: frame) else {
            throw TopicProblem("has a time frame \"\(frame)\" that is not computed here")
        }
        return TopicExpression(
            sql: try known.sql(
                whole.sql,
                isDate: isDate(name.field, of: place),
                weekStart: topic.weekStart(of: name.field, in: place)
            ),
            views: whole.views
        )
    }

    private func dimension(
        _ name: String,
        of place: Int,
        depth: Int
    ) throws(TopicProblem) -> TopicExpression {
        guard depth < Self.depthMax else { throw TopicProblem("refers to itself") }
        let view = topic.views[place]
        guard let dimension = view.view.fields[name] else { return try column(name, of: place) }
        if let problem = dimension.problem { throw TopicProblem(problem) }
        guard let sql = dimension.sql else {
            guard case .column(let column) = dimension.meaning else {
                throw TopicProblem("has SQL that is not understood")
            }
            return try self.column(column, of: place)
        }
        var expression = try self.expression(sql, of: place, depth: depth + 1)
        expression.sql = "(" + expression.sql + ")"
        if let groups = dimension.groups {
            expression.sql = try FieldGroupsSQL.name(of: expression.sql, in: groups)
        }
        return expression
    }

    func column(_ name: String, of place: Int) throws(TopicProblem) -> TopicExpression {
        let view = topic.views[place]
        if let names = view.columnNames, !names.contains(name) {
            throw TopicProblem("needs a column \(name), which \(view.alias) does not have")
        }
        return TopicExpression(sql: SQLText.qualified(view.alias, name), views: [place])
    }

    private func isDate(_ field: String, of place: Int) -> Bool {
        let view = topic.views[place]
        guard case .table(let relation) = view.source, let name = view.column(of: field) else {
            return false
        }
        return relation.columns.first { $0.name == name }?.type.name == "date"
    }

    /// SQL of a view: its bare names are columns of the view.
    func expression(
        _ sql: ModelSQL,
        of place: Int,
        depth: Int = 0
    ) throws(TopicProblem) -> TopicExpression {
        try expression(
            sql,
            column: { (name: String) throws(TopicProblem) in try column(name, of: place) },
            owner: topic.views[place],
            field: { (name: FieldName) throws(TopicProblem) in
                try field(name, from: place, depth: depth)
            }
        )
    }

    /// SQL of the topic itself: it has no columns of its own.
    func expression(_ sql: ModelSQL) throws(TopicProblem) -> TopicExpression {
        try expression(
            sql,
            column: { (name: String) throws(TopicProblem) in
                throw TopicProblem("has a column \(name) without its view")
            },
            owner: nil,
            field: { (name: FieldName) throws(TopicProblem) in
                guard name.view != nil else {
                    throw TopicProblem("has a field \(name) without its view")
                }
                return try field(name, from: 0)
            }
        )
    }

    /// The condition of a join: each of the two names means the view that stands for it here.
    func condition(
        _ sql: ModelSQL,
        joining place: Int
    ) throws(TopicProblem) -> TopicExpression {
        guard let join = topic.views[place].join else { throw TopicProblem("joins nothing") }
        return try expression(
            sql,
            column: { (name: String) throws(TopicProblem) in
                throw TopicProblem("has a column \(name) without its view")
            },
            owner: nil,
            field: { (name: FieldName) throws(TopicProblem) in
                guard let view = name.view else {
                    throw TopicProblem("has a field \(name) without its view")
                }
                var name = name
                // Nearest first: a view that is joined twice has two aliases.
                for side in [place, join.parent] where topic.views[side].alias == view {
                    return try field(name, from: side)
                }
                for side in [place, join.parent] where topic.views[side].view.name == view {
                    name.view = nil
                    return try field(name, from: side)
                }
                return try field(name, from: place)
            }
        )
    }

    /// The general case.
    ///
    /// - Parameters:
    ///   - sql: Parsed as one expression.
    ///   - column: What a bare name becomes.
    ///   - owner: A view under whose names columns may be qualified.
    ///   - field: What a reference becomes.
    /// - Returns: The text with every name replaced.
    /// - Throws: For SQL that is not one expression, or names something that is not there.
    func expression(
        _ sql: ModelSQL,
        column: (String) throws(TopicProblem) -> TopicExpression,
        owner: GovernedTopic.View?,
        field: (FieldName) throws(TopicProblem) -> TopicExpression
    ) throws(TopicProblem) -> TopicExpression {
        var text = ""
        var references: [String: TopicExpression] = [:]
        for part in sql.parts {
            switch part {
            case .sql(let own): text += own
            case .attribute(let name): text += try literal(name, after: text)
            case .field(let name):
                let key = Self.placeholder + String(references.count)
                references[key] = try field(name)
                text += "\"" + key + "\""
            }
        }
        var views: Set<Int> = []
        var found = 0
        let replaced = try ModelText.replacingNames(in: text) {
            (parts: [String]) throws(TopicProblem) -> String in
            let expression: TopicExpression
            if parts.count == 1, let reference = references[parts[0]] {
                found += 1
                expression = reference
            } else {
                expression = try column(try Self.bareName(parts, of: owner))
            }
            views.formUnion(expression.views)
            return expression.sql
        }
        guard found == references.count else {
            throw TopicProblem("has a reference where no expression stands")
        }
        return TopicExpression(sql: replaced.text, views: views)
    }

    private static func bareName(
        _ parts: [String],
        of owner: GovernedTopic.View?
    ) throws(TopicProblem) -> String {
        guard let last = parts.last else { throw TopicProblem("has an empty name") }
        if parts.count == 1 { return last }
        if parts.count == 2, let owner {
            if parts[0] == owner.alias || parts[0] == owner.view.name { return last }
            if case .table(let relation) = owner.source, parts[0] == relation.name.name {
                return last
            }
        }
        throw TopicProblem("has a name \(parts.joined(separator: ".")) of something else")
    }

    // MARK: attributes

    /// A user attribute as one literal, or as several where `IN (` stands in front.
    private func literal(_ name: String, after text: String) throws(TopicProblem) -> String {
        let values = topic.attributes.values[name] ?? []
        guard let first = values.first else {
            throw TopicProblem("needs user attribute \"\(name)\", which has no value")
        }
        var literals: [String] = []
        for value in values {
            guard topic.attributes.numbers.contains(name) else {
                literals.append(SQLText.literal(value))
                continue
            }
            guard let number = DecimalNumber(value) else {
                throw TopicProblem("needs user attribute \"\(name)\" to be a number")
            }
            literals.append("(\(number.description))")
        }
        if literals.count == 1 { return " " + literals[0] + " " }
        let before = text.split(whereSeparator: \.isWhitespace).joined(separator: " ").lowercased()
        guard !first.isEmpty, before.hasSuffix(" in (") || before.hasSuffix(" in(") else {
            throw TopicProblem("needs user attribute \"\(name)\" to have one value")
        }
        return " " + literals.joined(separator: ", ") + " "
    }
}
