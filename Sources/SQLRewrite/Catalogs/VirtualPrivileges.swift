// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

internal import AccessPolicy
internal import PostgresErrors

/// The functions that ask for privileges, answered from the policy: what is visible may be read and
/// used, nothing may be changed.
///
/// What is not visible is answered as what does not exist: an error for a name, null for an OID.
extension VirtualFunctions {
    /// - Returns: nil when it is not known what is asked for.
    func privilege(
        _ name: String,
        _ arguments: [Argument]
    ) throws(ProxyError) -> Answer? {
        let count = name == "has_column_privilege" ? 3 : 2
        // A user may stand in front; there is but one.
        guard arguments.count == count || arguments.count == count + 1,
            let wanted = arguments.last?.literal
        else { return nil }
        let isGranted = try isGranted(wanted, by: name)
        var holes: [Int] = []
        var condition = ""
        if arguments.count > count, let user = try userTest(arguments[0], &holes) {
            condition = user
        }
        let place = arguments.count - count
        guard
            let answer =
                count == 3
                ? try column(arguments[place], arguments[place + 1], place, isGranted, &holes)
                : try object(name, arguments[place], place, isGranted, &holes)
        else { return nil }
        return Answer(
            sql: condition.isEmpty ? answer : "CASE WHEN \(condition) THEN \(answer) END",
            type: "bool",
            holes: holes
        )
    }

    /// A place in the call that is filled with an argument.
    private func hole(_ place: Int, _ holes: inout [Int]) -> String {
        holes.append(place)
        return "($\(holes.count))"
    }

    // MARK: what is asked for

    /// Whether one of the named privileges is the session's.
    private func isGranted(_ wanted: String, by function: String) throws(ProxyError) -> Bool {
        let granted: String
        var known: [String] = []
        switch function {
        case "has_table_privilege":
            granted = "SELECT"
            known = ["INSERT", "UPDATE", "DELETE", "TRUNCATE", "REFERENCES", "TRIGGER", "RULE"]
        case "has_any_column_privilege", "has_column_privilege":
            granted = "SELECT"
            known = ["INSERT", "UPDATE", "REFERENCES"]
        case "has_sequence_privilege":
            granted = ""
            known = ["SELECT", "UPDATE", "USAGE"]
        case "has_database_privilege":
            granted = "CONNECT"
            known = ["CREATE", "TEMPORARY", "TEMP"]
        case "has_schema_privilege":
            granted = "USAGE"
            known = ["CREATE"]
        case "has_tablespace_privilege":
            granted = ""
            known = ["CREATE"]
        case "has_parameter_privilege":
            granted = ""
            known = ["SET", "ALTER SYSTEM"]
        case "has_function_privilege": granted = "EXECUTE"
        case "has_type_privilege", "has_language_privilege": granted = "USAGE"
        default:
            granted = ""
            known = ["USAGE"]
        }
        var isGranted = false
        for part in wanted.split(separator: ",", omittingEmptySubsequences: false) {
            let privilege = part.trimmingSpaces.uppercased()
            if privilege == granted, !granted.isEmpty {
                isGranted = true
                continue
            }
            let plain =
                privilege.hasSuffix(" WITH GRANT OPTION")
                ? String(privilege.dropLast(" WITH GRANT OPTION".count)) : privilege
            guard plain == granted && !granted.isEmpty || known.contains(plain) else {
                throw ProxyError(
                    .invalidParameterValue,
                    "unrecognized privilege type: \"\(part.trimmingSpaces)\""
                )
            }
        }
        return isGranted
    }

    /// A test that a role is the session's own; nil when that is certain.
    private func userTest(
        _ user: Argument,
        _ holes: inout [Int]
    ) throws(ProxyError) -> String? {
        let names = [world.identity.user, String(VisibleWorld.owner)]
        if let literal = user.literal {
            guard names.contains(literal) else {
                throw ProxyError(.undefinedObject, "role \"\(literal)\" does not exist")
            }
            return nil
        }
        return hole(0, &holes) + "::pg_catalog.text OPERATOR(pg_catalog.=) ANY "
            + "(\(SQLText.arrayLiteral(names))::pg_catalog.text[])"
    }

    // MARK: columns

    /// Whether a column of a relation exists for the session, given by its name or number.
    private func column(
        _ relation: Argument,
        _ column: Argument,
        _ place: Int,
        _ isGranted: Bool,
        _ holes: inout [Int]
    ) throws(ProxyError) -> String? {
        let registered = RegisteredNames(world: world)
        if let literal = relation.literal, let name = column.literal,
            let found = registered.relation(literal).map({ ($0.logical.name, $0.columns) })
                ?? registered.topic(literal).map({ ($0.name, $0.columns) })
        {
            guard found.1.contains(where: { $0.name == name }) else {
                throw ProxyError(
                    .undefinedColumn,
                    "column \"\(name)\" of relation \"\(found.0)\" does not exist"
                )
            }
            return isGranted ? "true" : "false"
        }
        guard let table = try relationOID(relation, place, &holes) else { return nil }
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
            (EXISTS (SELECT FROM pg_catalog.pg_attribute AS omni_a \
            WHERE omni_a.attrelid OPERATOR(pg_catalog.=) omni_v.v \
            AND \(own.plain) OPERATOR(pg_catalog.=) omni_v.a AND NOT omni_a.attisdropped \
            AND (\(VisibleWorld.isBuiltin("omni_a.attrelid").plain) \
            OR \(world.isVisibleColumn("omni_a.attrelid", "omni_a.attnum").plain)))\
            \(ofTopic))
            """
        let value = hole(place + 1, &holes)
        return """
            (SELECT CASE WHEN \(test) THEN \(isGranted) END \
            FROM (SELECT (\(table)) AS v, \
            \(value)::pg_catalog.\(isNumber ? "int4" : "text") AS a) AS omni_v)
            """
    }

    // MARK: other objects

    private func object(
        _ name: String,
        _ object: Argument,
        _ place: Int,
        _ isGranted: Bool,
        _ holes: inout [Int]
    ) throws(ProxyError) -> String? {
        let value: RowExpression = "omni_v.v"
        func answer(_ test: RowExpression, over oid: String) -> String {
            """
            (SELECT CASE WHEN \(test.plain) THEN \(isGranted) END \
            FROM (SELECT \(oid)::pg_catalog.oid AS v) AS omni_v)
            """
        }
        switch name {
        case "has_table_privilege", "has_any_column_privilege":
            guard let oid = try relationOID(object, place, &holes) else { return nil }
            return """
                (SELECT CASE WHEN \(VisibleWorld.isOne(value, of: world.topics.map(\.oid)).plain) \
                THEN \(isGranted) \
                WHEN \(VisibleWorld.isOne(value, of: closedCatalogs).plain) THEN false \
                WHEN \(VisibleWorld.isBuiltin(value).plain) \
                AND pg_catalog.has_table_privilege(omni_v.v, 'SELECT') IS NULL THEN NULL \
                WHEN \(VisibleWorld.isBuiltin(value).plain) \
                OR \(world.isVisibleRelation(value).plain) THEN \(isGranted) \
                WHEN \(world.isVisibleClass(value).plain) THEN false END \
                FROM (SELECT (\(oid)) AS v) AS omni_v)
                """
        case "has_sequence_privilege":
            guard let oid = try relationOID(object, place, &holes) else { return nil }
            return answer(VisibleWorld.isOne(value, ofQuery: world.visibleSequences), over: oid)
        case "has_schema_privilege":
            let names = Array(world.logicalSchemas) + ["pg_catalog", "information_schema"]
            if let literal = object.literal, UInt32(literal) == nil {
                guard names.contains(literal) else {
                    throw ProxyError(.init("3F000"), "schema \"\(literal)\" does not exist")
                }
                return isGranted ? "true" : "false"
            }
            if object.isText {
                return isName(hole(place, &holes), names, isGranted)
            }
            return answer(world.isVisibleSchema(value), over: oid(object, place, &holes))
        case "has_database_privilege":
            let name = world.identity.connection
            if let literal = object.literal, UInt32(literal) == nil {
                guard literal == name else {
                    throw ProxyError(.init("3D000"), "database \"\(literal)\" does not exist")
                }
                return isGranted ? "true" : "false"
            }
            if object.isText { return isName(hole(place, &holes), [name], isGranted) }
            return answer(
                "omni_v.v OPERATOR(pg_catalog.=) \(sql: CatalogRelationMaker.databaseOID)",
                over: oid(object, place, &holes)
            )
        case "has_function_privilege":
            guard object.literal == nil, !object.isText else { return nil }
            return answer(world.isVisibleFunction(value), over: hole(place, &holes))
        case "has_type_privilege":
            if object.literal != nil || object.isText {
                guard let oid = try named("regtype", object, place, &holes) else { return nil }
                return answer(world.isVisibleType(value), over: "(\(oid))")
            }
            return answer(world.isVisibleType(value), over: hole(place, &holes))
        default:
            guard object.literal == nil else { return isGranted ? "true" : "false" }
            return
                "CASE WHEN \(hole(place, &holes)) IS NULL THEN NULL ELSE \(isGranted) END"
        }
    }

    private func isName(_ value: String, _ names: [String], _ isGranted: Bool) -> String {
        let known = SQLText.arrayLiteral(names.sorted())
        return """
            CASE WHEN \(value)::pg_catalog.text OPERATOR(pg_catalog.=) ANY \
            (\(known)::pg_catalog.text[]) THEN \(isGranted) END
            """
    }

    private func oid(_ object: Argument, _ place: Int, _ holes: inout [Int]) -> String {
        object.literal.map { SQLText.literal($0) } ?? hole(place, &holes)
    }

    /// The relation that an argument names, as an expression.
    private func relationOID(
        _ relation: Argument,
        _ place: Int,
        _ holes: inout [Int]
    ) throws(ProxyError) -> String? {
        guard relation.literal != nil || relation.isText || relation.mayBeName else {
            return hole(place, &holes) + "::pg_catalog.oid"
        }
        return try named("regclass", relation, place, &holes)
    }

    /// The OID behind a name, known now or when the statement runs.
    private func named(
        _ type: String,
        _ name: Argument,
        _ place: Int,
        _ holes: inout [Int]
    ) throws(ProxyError) -> String? {
        let registered = RegisteredNames(world: world)
        if name.literal != nil {
            return try registered.lookUp(type, name, isStrict: true)?.sql
        }
        guard let computed = registered.computed(type, isStrict: true) else { return nil }
        let value = hole(place, &holes) + "::pg_catalog.text"
        return "(SELECT \(computed) FROM (SELECT \(value) AS v) AS omni_v)"
    }

    /// OIDs of the catalogs that are there and may not be read.
    private var closedCatalogs: [UInt32] {
        world.catalog.systemRelations.filter { name, _ in
            let verdict = CatalogVerdict(schema: name.schema, name: name.name)
            return verdict == nil || verdict == .denied
        }.map(\.value.oid).sorted()
    }
}

extension Substring {
    /// Without spaces at its ends.
    fileprivate var trimmingSpaces: String {
        var text = self
        while text.first == " " { text.removeFirst() }
        while text.last == " " { text.removeLast() }
        return String(text)
    }
}
