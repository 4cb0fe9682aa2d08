// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

internal import AccessPolicy

/// The views of a topic that one statement needs, as a FROM clause, and where they multiply rows.
struct TopicJoins {
    let topic: GovernedTopic
    let expressions: ModelExpressions
    /// What stands for the views that are no tables, by place.
    let sources: [Int: String]
    /// Places of the views in the clause; each one's parent is among them.
    private(set) var included: Set<Int> = []

    /// - Parameters:
    ///   - topic: The topic.
    ///   - sources: SQL of the views that are no tables.
    ///   - needed: Views whose columns are read.
    /// - Throws: When a join cannot be written.
    init(
        _ topic: GovernedTopic,
        sources: [Int: String],
        needed: Set<Int>
    ) throws(TopicProblem) {
        self.topic = topic
        self.sources = sources
        expressions = ModelExpressions(topic: topic)
        included = [0]
        var waiting = Array(needed)
        while let place = waiting.popLast() {
            guard included.insert(place).inserted, let join = topic.views[place].join else {
                continue
            }
            waiting.append(join.parent)
            // A condition may read a third view, and what it restricts holds for its query.
            waiting += try condition(of: place)?.views ?? []
            if let restriction = join.relationship.restriction {
                waiting += try expressions.condition(restriction, joining: place).views
            }
        }
    }

    /// Whether a row of a view stands in several rows of the clause.
    func multiplies(rowsOf view: Int) -> Bool {
        var visited: Set<Int> = [view]
        var waiting = [view]
        while let place = waiting.popLast() {
            if let join = topic.views[place].join, visited.insert(join.parent).inserted {
                if !join.isFromOne { return true }
                waiting.append(join.parent)
            }
            for child in included where topic.views[child].join?.parent == place {
                guard visited.insert(child).inserted else { continue }
                if topic.views[child].join?.isToOne == false { return true }
                waiting.append(child)
            }
        }
        return false
    }

    /// Whether the rows of the clause may stand for no row of the base view.
    var mayLackBase: Bool {
        included.contains { place in
            guard let type = topic.views[place].join?.type else { return false }
            return type == .full || type == .right
        }
    }

    /// The FROM clause without its keyword.
    ///
    /// - Parameter guards: What must hold before the condition of a join runs, by place.
    /// - Returns: The views and how they are joined.
    /// - Throws: When a view is closed, or a join cannot be written.
    func fromClause(guards: [Int: String] = [:]) throws(TopicProblem) -> String {
        var sql = ""
        for place in included.sorted() {
            let view = topic.views[place]
            let item = "\(try source(place)) AS \(SQLText.identifier(view.alias))"
            guard let join = view.join else {
                sql = item
                continue
            }
            sql += Self.keyword(join.type) + item
            guard let condition = try condition(of: place) else { continue }
            if let before = guards[place] {
                sql += " ON (CASE WHEN \(before) THEN (\(condition.sql)) END)"
            } else {
                sql += " ON (\(condition.sql))"
            }
        }
        return sql
    }

    /// `where_sql` of the relationships in the clause.
    func restrictions() throws(TopicProblem) -> [TopicExpression] {
        var found: [TopicExpression] = []
        for place in included.sorted() {
            if let restriction = topic.views[place].join?.relationship.restriction {
                found.append(try expressions.condition(restriction, joining: place))
            }
        }
        return found
    }

    /// The way from a view in the clause to one that is not, as a condition on the former's rows (A-17).
    func existence(
        of place: Int,
        where test: TopicExpression,
        isSafe: (TopicExpression) -> Bool
    ) throws(TopicProblem) -> String {
        var path: [Int] = []
        var current = place
        while !included.contains(current), let join = topic.views[current].join {
            guard [.left, .inner].contains(join.type) else {
                throw TopicProblem("lies behind a join that keeps rows without a partner")
            }
            path.insert(current, at: 0)
            current = join.parent
        }
        var conditions: [String] = []
        var items: [String] = []
        for step in path {
            let alias = SQLText.identifier(topic.views[step].alias)
            items.append("\(try source(step)) AS \(alias)")
            guard let condition = try condition(of: step),
                condition.views.isSubset(of: included.union(path)), isSafe(condition)
            else { throw TopicProblem("lies behind a join that cannot be followed") }
            conditions.append("(\(condition.sql))")
            if let restriction = topic.views[step].join?.relationship.restriction {
                let sql = try expressions.condition(restriction, joining: step)
                guard sql.views.isSubset(of: included.union(path)), isSafe(sql) else {
                    throw TopicProblem("lies behind a join that cannot be followed")
                }
                conditions.append("(\(sql.sql))")
            }
        }
        conditions.append("(\(test.sql))")
        return "EXISTS (SELECT 1 FROM \(items.joined(separator: " CROSS JOIN ")) WHERE "
            + conditions.joined(separator: " AND ") + ")"
    }

    /// Whether every step from the views in the clause to another keeps rows single.
    func reachesOne(_ place: Int) -> Bool {
        var current = place
        while !included.contains(current), let join = topic.views[current].join {
            guard join.isToOne else { return false }
            current = join.parent
        }
        return true
    }

    /// What a view is joined on; nil for a cross join.
    func condition(of place: Int) throws(TopicProblem) -> TopicExpression? {
        guard let sql = topic.views[place].join?.relationship.condition else { return nil }
        return try expressions.condition(sql, joining: place)
    }

    private func source(_ place: Int) throws(TopicProblem) -> String {
        switch topic.views[place].source {
        case .table(let relation):
            return SQLText.qualified(relation.name.schema, relation.name.name)
        case .query, .sql:
            guard let sql = sources[place] else {
                throw TopicProblem("needs view \(topic.views[place].alias), which is not computed")
            }
            return "(\(sql))"
        case .refused(let message): throw TopicProblem(message, isRefusal: true)
        }
    }

    private static func keyword(_ type: Relationship.JoinType) -> String {
        switch type {
        case .left: " LEFT JOIN "
        case .right: " RIGHT JOIN "
        case .inner: " INNER JOIN "
        case .full: " FULL JOIN "
        case .cross: " CROSS JOIN "
        }
    }
}
