// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

package import AccessPolicy
internal import Synchronization

/// What of a topic cannot be computed, and which line of the model says it.
package struct TopicOmission: Sendable {
    package var reason: String
    package var location: SourceLocation
}

/// A topic whose fields have been written out as SQL, judged, and given their types.
final class CompiledTopic: Sendable {
    struct Field: Sendable {
        /// As clients write it: `view.field` or `view.field[frame]`.
        var name: String
        var expression: TopicExpression
        /// What is read before a mask covers it.
        var type: TypeID
        var isSafe: Bool
        var isMasked: Bool
        /// The stored column that it is nothing but.
        var stored: Catalog.Column?

        /// What the client gets.
        var column: Column {
            Column(name: name, type: isMasked ? .text : type, isSafe: isSafe)
        }
    }

    struct Condition: Sendable {
        var expression: TopicExpression
        var isSafe: Bool
    }

    let topic: GovernedTopic
    /// How the topic looks to name resolution and to catalogs.
    let relation: GovernedRelation
    /// What `*` stands for, in order.
    let fields: [Field]
    /// The access filters; each of them is safe (R28).
    let filters: [TopicExpression]
    /// What the model always asks for.
    let conditions: [Condition]
    /// SQL of the views that are no tables.
    let sources: [Int: String]
    let reader: ModelSQLReader
    /// What was left out, and why, for an administrator.
    let problems: [TopicOmission]

    private let byName: [String: Int]
    /// Fields that `*` does not show, once somebody has named them; nil for those that are not there.
    private let unlisted = Mutex<[String: Field?]>([:])
    private let descriptions = Mutex<[TopicExpression: Column]>([:])
    private let measureTypes = Mutex<[String: TypeID]>([:])

    /// Unlisted names that are remembered; they are the client's to choose.
    private static let unlistedMax = 1_024

    init(_ topic: GovernedTopic, schema: String, reader: ModelSQLReader) {
        self.topic = topic
        self.reader = reader
        var maker = TopicMaker(topic, reader: reader)
        maker.run()
        sources = maker.sources
        fields = maker.fields
        filters = maker.filters
        conditions = maker.conditions
        problems = maker.problems
        byName = Dictionary(
            fields.enumerated().map { ($1.name, $0) },
            uniquingKeysWith: { first, _ in first }
        )
        let name = Catalog.QualifiedName(schema: schema, name: topic.name)
        let refusal = topic.refusal ?? maker.refusal
        relation = GovernedRelation(
            logical: name,
            physical: name,
            view: topic.name,
            kind: .view,
            columns: fields.enumerated().map { Self.catalogColumn($1, number: $0 + 1) },
            primaryKey: [],
            filter: refusal.map { .refused(message: $0) }
                // Its conditions lie inside, on whatever view they lie on: a fence, never a guard.
                ?? (maker.filters.isEmpty ? .unfiltered : .condition("true")),
            hidesColumns: true
        )
    }

    /// The field of a name, listed or not.
    func field(named name: String) -> Field? {
        if let place = byName[name] { return fields[place] }
        guard name.last == "]" else { return nil }
        if let known = unlisted.withLock({ $0[name] }) { return known }
        let made = TopicMaker.frame(named: name, of: self)
        unlisted.withLock { unlisted in
            if unlisted.count >= Self.unlistedMax { unlisted.removeAll() }
            unlisted[name] = .some(made)
        }
        return made
    }

    func hasMeasure(_ name: String) -> Bool { topic.measures[name] != nil }

    /// The type of an expression over the topic's views; nil when it is not known.
    func type(of expression: TopicExpression) -> TypeID? {
        let type = description(of: expression).type
        return type.isKnown ? type : nil
    }

    /// Whether an expression over the topic's views can fail on no row.
    func isSafe(_ expression: TopicExpression) -> Bool { description(of: expression).isSafe }

    private func description(of expression: TopicExpression) -> Column {
        if let known = descriptions.withLock({ $0[expression] }) { return known }
        let described = try? TopicMaker.describe([expression], of: topic, sources, reader)
        let column = described?.first ?? Column(name: "", type: .unresolved, isSafe: false)
        descriptions.withLock { $0[expression] = column }
        return column
    }

    /// The type of a measure's value, as far as it is known; joins that multiply rows do not change it.
    func measureType(_ name: String) -> TypeID {
        if let known = measureTypes.withLock({ $0[name] }) { return known }
        var type = TypeID.unresolved
        if let measure = try? TopicSelect.measure(name, self, joins: nil) {
            let aggregate = TopicExpression(
                sql: measure.sql { "(\($0.sql))" },
                views: measure.views
            )
            type = description(of: aggregate).type
        }
        return measureTypes.withLock { types in
            types[name] = type
            return type
        }
    }

    /// Rows are kept from the user by what a scan of one table cannot see.
    var hasFilters: Bool { !filters.isEmpty }

    private static func catalogColumn(_ field: Field, number: Int) -> Catalog.Column {
        if var column = field.stored, !field.isMasked {
            column.name = field.name
            column.number = Int16(clamping: number)
            column.isNotNull = false
            return column
        }
        return column(field.name, field.column.type, number: number)
    }

    /// A column as a mask covers it.
    static func maskedColumn(of field: Field) -> Catalog.Column {
        field.stored ?? column(field.name, field.type, number: 1)
    }

    private static func column(_ name: String, _ type: TypeID, number: Int) -> Catalog.Column {
        let type = type.isBuiltin ? type : .text
        let types = BuiltinTypes.shared
        return Catalog.Column(
            name: name,
            type: Catalog.TypeName(
                oid: types.oid(of: type),
                schema: "pg_catalog",
                name: types.catalogName(of: type),
                formatted: types.name(of: type)
            ),
            typeModifier: -1,
            number: Int16(clamping: number),
            isNotNull: false
        )
    }
}
