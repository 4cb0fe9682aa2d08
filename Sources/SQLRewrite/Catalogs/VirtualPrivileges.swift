// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

internal import AccessPolicy
internal import PostgresErrors

/// The functions that ask for privileges, answered from the policy: what is visible may be read and
/// used, nothing may be changed.
extension VirtualFunctions {
    /// - Returns: nil when it is not known what is asked for.
    func privilege(
        _ name: String,
        _ arguments: [Argument]
    ) throws(ProxyError) -> Answer? {
        let isOfColumn = name == "has_column_privilege"
        let count = isOfColumn ? 3 : 2
        // A user may stand in front; there is but one.
        guard arguments.count == count || arguments.count == count + 1 else { return nil }
        let place = arguments.count - count
        guard let wanted = arguments.last?.literal else { return nil }
        let privileges = wanted.lowercased().split(separator: ",").map {
            $0.filter { $0 != " " }
        }
        let granted: Set<String>
        switch name {
        case "has_table_privilege", "has_any_column_privilege", "has_column_privilege":
            granted = ["select"]
        case "has_sequence_privilege": granted = []
        case "has_database_privilege": granted = ["connect"]
        case "has_function_privilege": granted = ["execute"]
        case "has_schema_privilege", "has_type_privilege", "has_language_privilege":
            granted = ["usage"]
        default: granted = []
        }
        let isGranted = privileges.contains { granted.contains($0) }
        let object = arguments[place]
        guard isGranted else {
            return object.literal == nil
                ? Answer(
                    sql: "CASE WHEN ($1) IS NULL THEN NULL ELSE false END",
                    type: "bool",
                    holes: [place]
                ) : Answer(sql: "false", type: "bool")
        }
        return isOfColumn
            ? try column(object, arguments[place + 1], place) : test(name, object, place)
    }

    /// Whether a column of a relation exists for the session, given by its name or number.
    private func column(
        _ relation: Argument,
        _ column: Argument,
        _ place: Int
    ) throws(ProxyError) -> Answer? {
        var table = "($1)::pg_catalog.oid"
        var holes = [place, place + 1]
        if relation.literal != nil || relation.isText {
            guard
                let found = try RegisteredNames(world: world)
                    .lookUp("regclass", relation, isStrict: false)
            else { return nil }
            table = found.sql
            holes = (found.holes.isEmpty ? [] : [place]) + [place + 1]
        }
        let isNumber = column.literal == nil && !column.isText
        let own: RowExpression =
            isNumber
            ? "omni_a.attnum::pg_catalog.int4" : "omni_a.attname::pg_catalog.text"
        let ofTopic =
            world.topics.isEmpty
            ? ""
            : """
             OR EXISTS (SELECT FROM \(world.topicColumns) \
            WHERE omni_t.oid OPERATOR(pg_catalog.=) omni_v.v AND \
            \(isNumber ? "omni_t.number::pg_catalog.int4" : "omni_t.column_name") \
            OPERATOR(pg_catalog.=) omni_v.a)
            """
        let test = """
            EXISTS (SELECT FROM pg_catalog.pg_attribute AS omni_a \
            WHERE omni_a.attrelid OPERATOR(pg_catalog.=) omni_v.v \
            AND \(own.plain) OPERATOR(pg_catalog.=) omni_v.a AND NOT omni_a.attisdropped \
            AND (\(VisibleWorld.isBuiltin("omni_a.attrelid").plain) \
            OR \(world.isVisibleColumn("omni_a.attrelid", "omni_a.attnum").plain)))\
            \(ofTopic)
            """
        return Answer(
            sql: """
                (SELECT CASE WHEN omni_v.a IS NOT NULL THEN \(test) END \
                FROM (SELECT (\(table)) AS v, \
                ($\(holes.count))::pg_catalog.\(isNumber ? "int4" : "text") AS a) AS omni_v)
                """,
            type: "bool",
            holes: holes
        )
    }

    private func test(_ name: String, _ object: Argument, _ place: Int) -> Answer? {
        func boolean(_ value: Bool) -> Answer {
            Answer(sql: value ? "true" : "false", type: "bool")
        }
        func oid(_ test: RowExpression) -> Answer {
            Answer(sql: "(" + Self.over("oid", test.plain) + ")", type: "bool", holes: [place])
        }
        func isName(_ names: [String]) -> Answer {
            Answer(
                sql: "($1)::pg_catalog.text OPERATOR(pg_catalog.=) ANY "
                    + "(\(SQLText.arrayLiteral(names))::pg_catalog.text[])",
                type: "bool",
                holes: [place]
            )
        }
        let value: RowExpression = "omni_v.v"
        let builtin = VisibleWorld.isBuiltin(value)
        switch name {
        case "has_schema_privilege":
            let names =
                Array(world.logicalSchemas) + ["pg_catalog", "information_schema"]
            if let literal = object.literal { return boolean(names.contains(literal)) }
            return object.isText ? isName(names) : oid(world.isVisibleSchema(value))
        case "has_database_privilege":
            if let literal = object.literal {
                return boolean(literal == world.identity.connection)
            }
            return object.isText
                ? isName([world.identity.connection])
                : oid("omni_v.v OPERATOR(pg_catalog.=) \(sql: CatalogRelationMaker.databaseOID)")
        case "has_table_privilege", "has_any_column_privilege":
            let registered = RegisteredNames(world: world)
            if let literal = object.literal, UInt32(literal) == nil {
                return boolean(
                    registered.relation(literal) != nil || registered.topic(literal) != nil
                        || isCatalog(literal)
                )
            }
            if object.isText {
                let paths = world.relationsInPath.map { SQLText.identifier($0.logical.name) }
                let names = world.relations.map {
                    SQLText.qualified($0.logical.schema, $0.logical.name)
                }
                // People put names together without quotes.
                let plain =
                    world.relations.map { "\($0.logical.schema).\($0.logical.name)" }
                    + world.topics.map { SQLText.qualified(world.topicsSchema, $0.name) }
                    + world.topics.map { "\(world.topicsSchema).\($0.name)" }
                return isName(Array(Set(paths + names + plain)).sorted())
            }
            return oid("\(builtin) OR \(world.isVisibleRelation(value))")
        case "has_function_privilege":
            guard object.literal == nil, !object.isText else { return nil }
            return oid(world.isVisibleFunction(value))
        case "has_type_privilege":
            guard object.literal == nil, !object.isText else { return nil }
            return oid(world.isVisibleType(value))
        default:
            return object.literal == nil
                ? Answer(
                    sql: "CASE WHEN ($1) IS NULL THEN NULL ELSE true END",
                    type: "bool",
                    holes: [place]
                ) : boolean(true)
        }
    }

    private func isCatalog(_ literal: String) -> Bool {
        guard let parts = NameText.parts(literal), let name = parts.last else { return false }
        let schema = parts.count == 2 ? parts[0] : "pg_catalog"
        guard let verdict = CatalogVerdict(schema: schema, name: name) else { return false }
        return verdict != .denied
    }
}
