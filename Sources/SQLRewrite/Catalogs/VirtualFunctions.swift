// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

internal import AccessPolicy
internal import PostgresErrors

/// What stands for a function that would tell about objects by OID or name (R62, R70, R73): the call
/// with its argument gated by what is visible, or an answer from the policy.
struct VirtualFunctions {
    let world: VisibleWorld
    let facts: SessionFacts

    /// An answer: SQL with a hole for each argument that is used.
    struct Answer {
        var sql: String
        /// `typname` of its type.
        var type: String
        /// Which arguments fill the holes.
        var holes: [Int] = []
        /// It says something of one session alone.
        var isSessionSpecific = false
    }

    /// Arguments as far as they are known before anything runs.
    struct Argument {
        /// The text of a string constant.
        var literal: String?
        var isNumber = false
        var isTrue = false
        /// Its type is text or name, so it is a name and no OID.
        var isText = false
        /// Its type is not certain: a name, or an OID.
        var mayBeName = false
        /// Its type is one of PostgreSQL's own.
        var isBuiltin = false
    }

    /// Names of the functions that are answered here.
    static func contains(_ name: String) -> Bool { names.contains(name) }

    private static let names: Set<String> = Set(
        """
        age mxid_age pg_table_is_visible pg_type_is_visible pg_function_is_visible
        pg_operator_is_visible pg_opclass_is_visible pg_opfamily_is_visible
        pg_collation_is_visible pg_conversion_is_visible pg_ts_config_is_visible
        pg_ts_dict_is_visible pg_ts_parser_is_visible pg_ts_template_is_visible
        pg_statistics_obj_is_visible format_type pg_get_userbyid pg_get_expr pg_get_indexdef
        pg_get_constraintdef pg_get_viewdef pg_get_triggerdef pg_get_ruledef pg_get_partkeydef
        pg_get_partition_constraintdef pg_get_statisticsobjdef pg_get_statisticsobjdef_columns
        pg_get_statisticsobjdef_expressions pg_get_function_arguments
        pg_get_function_identity_arguments pg_get_function_result pg_get_function_arg_default
        pg_get_functiondef pg_get_function_sqlbody pg_describe_object
        pg_partition_ancestors obj_description col_description
        shobj_description pg_relation_size pg_table_size pg_indexes_size pg_total_relation_size
        pg_database_size pg_tablespace_size pg_tablespace_location pg_relation_is_updatable
        pg_column_is_updatable pg_relation_is_publishable pg_index_has_property
        pg_index_column_has_property pg_get_serial_sequence pg_typeof oidvectortypes
        pg_get_replica_identity_index pg_settings_get_flags row_security_active
        pg_is_other_temp_schema pg_my_temp_schema pg_is_wal_replay_paused
        inet_client_addr inet_client_port inet_server_addr inet_server_port version
        pg_postmaster_start_time pg_conf_load_time txid_current txid_current_if_assigned
        pg_current_xact_id pg_current_xact_id_if_assigned current_schemas get_current_ts_config
        to_regclass to_regtype to_regproc to_regprocedure to_regnamespace to_regrole to_regoper
        to_regoperator to_regcollation has_table_privilege has_any_column_privilege
        has_column_privilege has_schema_privilege has_database_privilege has_sequence_privilege
        has_function_privilege has_type_privilege has_language_privilege
        has_tablespace_privilege has_foreign_data_wrapper_privilege has_server_privilege
        has_parameter_privilege pg_has_role current_setting set_config current_query regclass
        pg_stat_get_numscans ts_token_type pg_partition_tree pg_partition_root
        pg_show_all_settings pg_available_extensions pg_available_extension_versions
        pg_blocking_pids pg_safe_snapshot_blocking_pids
        """.split(whereSeparator: \.isWhitespace).map(String.init)
    )

    /// The answer to a call.
    ///
    /// - Returns: nil when these arguments have none, and the call is refused.
    func answer(_ name: String, _ arguments: [Argument]) throws(ProxyError) -> Answer? {
        if name.hasSuffix("_is_visible") { return visibility(name, arguments) }
        if name.hasPrefix("has_") { return try privilege(name, arguments) }
        if name.hasPrefix("to_reg"), arguments.count == 1 {
            return try RegisteredNames(world: world).lookUp(
                String(name.dropFirst(3)),
                arguments[0],
                isStrict: false
            )
        }
        if arguments.isEmpty { return sessionFact(name) }
        if name == "pg_partition_root", arguments.count == 1 {
            return try onRelation(partitionRoot, arguments[0])
        }
        if name == "pg_partition_ancestors", arguments.count == 1 {
            return try onRelation(ancestors, arguments[0])
        }
        if let answer = definition(name, arguments) ?? description(name, arguments) {
            return Self.takesRelationName(name) ? try named(arguments[0], answer) : answer
        }
        return try other(name, arguments)
    }

    private static func takesRelationName(_ function: String) -> Bool {
        function.hasSuffix("_size") || function.hasSuffix("_property")
            || function == "pg_get_viewdef"
    }

    /// Functions of relations may be given a name, which is looked up here.
    func onRelation(_ answer: Answer, _ argument: Argument) throws(ProxyError) -> Answer {
        try named(argument, answer)
    }

    private func named(
        _ argument: Argument,
        _ answer: Answer
    ) throws(ProxyError) -> Answer {
        let isName = argument.isText || argument.literal.map { UInt32($0) == nil } == true
        guard isName, answer.holes.first == 0,
            let oid = try RegisteredNames(world: world)
                .lookUp("regclass", argument, isStrict: true)
        else { return answer }
        var filled = answer
        filled.sql.replace("($1)", with: "(\(oid.sql))", maxReplacements: 1)
        if !oid.holes.isEmpty { return filled }
        for place in 1..<max(answer.holes.count, 1) {
            filled.sql.replace("($\(place + 1))", with: "($\(place))", maxReplacements: 1)
        }
        filled.holes.removeFirst()
        return filled
    }

    // MARK: pieces of SQL

    private static let value = "omni_v.v"

    /// An expression over one value, which the hole gives: `omni_v.v` in it, and further arguments as
    /// `omni_v.a`, `omni_v.b`.
    static func over(_ type: String, _ expression: String, further: Int = 0) -> String {
        var columns = "($1)::pg_catalog.\(type) AS v"
        for place in 0..<further { columns += ", ($\(place + 2)) AS \(["a", "b"][place])" }
        return "SELECT \(expression) FROM (SELECT \(columns)) AS omni_v"
    }

    private func answer(
        over expression: String,
        _ type: String,
        arguments: Int = 1
    ) -> Answer {
        Answer(
            sql: "(" + Self.over("oid", expression, further: arguments - 1) + ")",
            type: type,
            holes: Array(0..<arguments)
        )
    }

    /// A constant that is null when its argument is.
    private func constant(_ sql: String, _ type: String, _ arguments: [Argument]) -> Answer {
        let tests = arguments.indices.map { "($\($0 + 1)) IS NULL" }.joined(separator: " AND ")
        return Answer(
            sql: "CASE WHEN \(tests) THEN NULL::pg_catalog.\(type) "
                + "ELSE \(sql)::pg_catalog.\(type) END",
            type: type,
            holes: Array(arguments.indices)
        )
    }

    // MARK: session

    private func sessionFact(_ name: String) -> Answer? {
        func quoted(_ text: String?, _ type: String) -> Answer {
            let sql = text.map(SQLText.literal) ?? "NULL"
            return Answer(
                sql: "\(sql)::pg_catalog.\(type)",
                type: type,
                isSessionSpecific: true
            )
        }
        switch name {
        case "inet_client_addr": return quoted(facts.clientAddress, "inet")
        case "inet_client_port": return quoted(facts.clientPort.map(String.init), "int4")
        case "inet_server_addr": return quoted(facts.serverAddress, "inet")
        case "inet_server_port": return quoted(facts.serverPort.map(String.init), "int4")
        case "pg_postmaster_start_time", "pg_conf_load_time":
            return Answer(
                sql: "pg_catalog.to_timestamp(\(facts.proxyStartedAt))",
                type: "timestamptz",
                isSessionSpecific: true
            )
        case "version":
            let version = world.catalog.serverVersion
            // Before 10 there were three numbers; none of those is served.
            let text = "PostgreSQL \(version / 10_000).\(version % 10_000) (omniproxy)"
            return Answer(sql: SQLText.literal(text) + "::pg_catalog.text", type: "text")
        case "txid_current": return Answer(sql: "'1'::pg_catalog.int8", type: "int8")
        case "txid_current_if_assigned": return Answer(sql: "NULL::pg_catalog.int8", type: "int8")
        case "pg_current_xact_id": return Answer(sql: "'1'::pg_catalog.xid8", type: "xid8")
        case "pg_current_xact_id_if_assigned":
            return Answer(sql: "NULL::pg_catalog.xid8", type: "xid8")
        case "pg_my_temp_schema": return Answer(sql: "'0'::pg_catalog.oid", type: "oid")
        case "pg_is_wal_replay_paused": return Answer(sql: "false", type: "bool")
        case "get_current_ts_config":
            return Answer(
                sql: "pg_catalog.get_current_ts_config()::pg_catalog.text",
                type: "text"
            )
        case "current_query": return Answer(sql: "NULL::pg_catalog.text", type: "text")
        default: return nil
        }
    }

    // MARK: visibility along the search path

    private func visibility(_ name: String, _ arguments: [Argument]) -> Answer? {
        guard arguments.count == 1 else { return nil }
        let oid: RowExpression = "omni_v.v"
        let path = world.schemas.filter { world.searchPath.contains($0.logical) }.map(\.oid)
        let names = Set(
            world.schemas.filter { world.unqualifiedSchemas.contains($0.logical) }.map(\.physical)
        )
        let own: String
        switch name {
        case "pg_table_is_visible":
            let composites = world.types.compactMap { world.catalog.types[$0] }.filter {
                world.composites.contains($0.relation) && names.contains($0.type.schema)
            }.map(\.relation)
            let others = """
                SELECT omni_c.oid FROM pg_catalog.pg_class AS omni_c \
                WHERE \(VisibleWorld.isOne("omni_c.relnamespace", of: path).plain) \
                AND (\(VisibleWorld.isOne("omni_c.oid", ofQuery: world.visibleIndexes).plain) \
                OR \(VisibleWorld.isOne("omni_c.oid", ofQuery: world.visibleSequences).plain))
                """
            own = """
                \(VisibleWorld.isOne(oid, of: world.relationsInPath.map(\.oid) + composites).plain) \
                OR \(VisibleWorld.isOne(oid, ofQuery: others).plain)
                """
        case "pg_type_is_visible":
            let types = world.types.filter { oid in
                world.catalog.types[oid].map { names.contains($0.type.schema) } ?? false
            }
            own = VisibleWorld.isOne(oid, of: types).plain
        case "pg_function_is_visible":
            let functions = world.catalog.functions.filter {
                world.functions.contains($0.oid) && names.contains($0.name.schema)
            }
            own = VisibleWorld.isOne(oid, of: functions.map(\.oid)).plain
        default: own = "false"
        }
        var ofTopic = ""
        if name == "pg_table_is_visible", world.searchPath.contains(world.topicsSchema) {
            let taken = Set(world.relationsInPath.map(\.logical.name))
            let found = world.topics.filter { !taken.contains($0.name) }
            ofTopic = VisibleWorld.isOne(oid, of: found.map(\.oid)).plain + " OR "
        }
        return answer(
            over: """
                CASE WHEN \(VisibleWorld.isBuiltin(oid).plain) \
                THEN \(ofTopic)pg_catalog.\(name)(omni_v.v) ELSE \(own) END
                """,
            "bool"
        )
    }

    // MARK: definitions

    private func definition(_ name: String, _ arguments: [Argument]) -> Answer? {
        let text = DefinitionText(world: world)
        let v = Self.value
        let oid: RowExpression = "omni_v.v"
        let count = arguments.count
        // A name in place of an OID, as pg_get_viewdef takes it, has to be resolved first.
        guard !arguments[0].isText || Self.takesRelationName(name) else { return nil }
        func gated(_ test: RowExpression, _ sql: String, _ type: String) -> Answer {
            answer(over: "CASE WHEN \(test.plain) THEN \(sql) END", type, arguments: count)
        }
        let function = """
            CASE WHEN \(world.isVisibleFunction(oid).plain) \
            THEN \(text.named("pg_catalog.\(name)(\(v)\(count > 1 ? ", omni_v.a" : ""))", isPretty: true)) \
            END
            """
        switch (name, count) {
        case ("format_type", 2):
            return answer(over: typeName(v, ", (omni_v.a)::pg_catalog.int4"), "text", arguments: 2)
        case ("pg_get_userbyid", 1):
            return answer(
                over: """
                    CASE \(v) WHEN '\(VisibleWorld.owner)'::pg_catalog.oid \
                    THEN \(SQLText.literal(world.identity.user))::pg_catalog.name \
                    ELSE ('unknown (OID=' OPERATOR(pg_catalog.||) \(v)::pg_catalog.text \
                    OPERATOR(pg_catalog.||) ')')::pg_catalog.name END
                    """,
                "name"
            )
        case ("pg_get_indexdef", 1): return answer(over: text.index(v, ""), "text")
        case ("pg_get_indexdef", 3):
            return answer(
                over: text.index(
                    v,
                    ", (omni_v.a)::pg_catalog.int4, (omni_v.b)::pg_catalog.bool"
                ),
                "text",
                arguments: 3
            )
        case ("pg_get_constraintdef", 1...2):
            let pretty = count == 2 ? ", (omni_v.a)::pg_catalog.bool" : ""
            return answer(over: text.constraint(v, pretty), "text", arguments: count)
        case ("pg_get_viewdef", 1...2):
            let rest = count == 2 ? (arguments[1].isNumber ? "int4" : "bool") : ""
            let pretty = count == 2 ? ", (omni_v.a)::pg_catalog.\(rest)" : ""
            return answer(over: text.view(v, pretty), "text", arguments: count)
        case ("pg_get_expr", 2...3):
            return expressionText(count)
        case ("pg_get_triggerdef", 1...2):
            let pretty = count == 2 ? ", (omni_v.a)::pg_catalog.bool" : ""
            let triggers = """
                SELECT omni_t.oid FROM pg_catalog.pg_trigger AS omni_t \
                WHERE \(world.isVisibleTrigger("omni_t").plain) \
                AND NOT \(VisibleWorld.isOne("omni_t.oid", ofQuery: world.closedDefinitions(in: 2620)).plain)
                """
            return gated(
                VisibleWorld.isOne(oid, ofQuery: triggers),
                text.named("pg_catalog.pg_get_triggerdef(\(v)\(pretty))", isPretty: count == 2),
                "text"
            )
        case ("pg_get_partkeydef", 1):
            let plain = world.relations.filter { $0.isWhole && !$0.isFiltered }.map(\.oid)
            return gated(
                VisibleWorld.isOne(oid, of: plain),
                "pg_catalog.pg_get_partkeydef(\(v))",
                "text"
            )
        case ("pg_get_function_arguments", 1), ("pg_get_function_identity_arguments", 1),
            ("pg_get_function_result", 1):
            return answer(over: function, "text")
        case ("pg_get_function_arg_default", 2):
            return gated(
                VisibleWorld.isBuiltin(oid),
                "pg_catalog.pg_get_function_arg_default(\(v), (omni_v.a)::pg_catalog.int4)",
                "text"
            )
        case ("pg_index_has_property", 2):
            return gated(
                world.isVisibleIndexOID(oid),
                "pg_catalog.pg_index_has_property(\(v), (omni_v.a)::pg_catalog.text)",
                "bool"
            )
        case ("pg_index_column_has_property", 3):
            return gated(
                world.isVisibleIndexOID(oid),
                "pg_catalog.pg_index_column_has_property(\(v), (omni_v.a)::pg_catalog.int4, "
                    + "(omni_v.b)::pg_catalog.text)",
                "bool"
            )
        case ("pg_relation_size", 1...2), ("pg_table_size", 1), ("pg_indexes_size", 1),
            ("pg_total_relation_size", 1):
            // Sizes follow hidden rows and columns.
            let plain = world.relations.filter { $0.isWhole && !$0.isFiltered }.map(\.oid)
            let fork = count == 2 ? ", (omni_v.a)::pg_catalog.text" : ""
            return gated(
                VisibleWorld.isOne(oid, of: plain),
                "pg_catalog.\(name)(\(v)::pg_catalog.regclass\(fork))",
                "int8"
            )
        default: return nil
        }
    }

    private func expressionText(_ count: Int) -> Answer {
        let text = DefinitionText(world: world)
        let oid: RowExpression = "omni_v.v"
        let pretty = count == 3 ? ", (omni_v.b)::pg_catalog.bool" : ""
        let columns =
            "($1) AS t, ($2)::pg_catalog.oid AS v" + (count == 3 ? ", ($3) AS b" : "")
        // With the tree of another table a number may mean a hidden column.
        var closed = ""
        for relation in world.relations where world.hasHiddenColumns(relation) {
            let numbers = relation.visible.map(String.init) + ["0"]
            closed += """
                 AND NOT (omni_v.v OPERATOR(pg_catalog.=) '\(relation.oid)'::pg_catalog.oid \
                AND omni_v.t::pg_catalog.text OPERATOR(pg_catalog.~) \
                ':varattno (?!(\(numbers.joined(separator: "|"))) )')
                """
        }
        let call = text.named(
            "pg_catalog.pg_get_expr(omni_v.t, omni_v.v\(pretty))",
            isPretty: true
        )
        return Answer(
            sql: """
                (SELECT CASE WHEN \(VisibleWorld.isBuiltin(oid).plain) \
                OR (\(world.isVisibleClass(oid).plain)\(closed)) THEN \(call) END \
                FROM (SELECT \(columns)) AS omni_v)
                """,
            type: "text",
            holes: Array(0..<count)
        )
    }

    /// What the session calls a type; null for one that it may not know.
    func typeName(_ oid: String, _ modifier: String) -> String {
        let value: RowExpression = "\(sql: oid)"
        let call = "pg_catalog.format_type(\(oid)\(modifier))"
        let named = DefinitionText(world: world).named(call, isPretty: true)
        return """
            CASE WHEN \(VisibleWorld.isBuiltin(value).plain) THEN \(call) \
            WHEN \(VisibleWorld.isOne(value, of: world.types).plain) THEN \(named) END
            """
    }

    // MARK: comments

    private func description(_ name: String, _ arguments: [Argument]) -> Answer? {
        let catalog: UInt32
        var number = "0"
        switch (name, arguments.count) {
        case ("obj_description", 1): catalog = 0
        case ("obj_description", 2):
            guard let literal = arguments[1].literal else { return nil }
            catalog =
                world.catalog.systemRelations[.init(schema: "pg_catalog", name: literal)]?.oid ?? 1
        case ("col_description", 2):
            catalog = 1259
            number = "(omni_v.a)::pg_catalog.int4"
        case ("shobj_description", 2):
            return constant("NULL", "text", [arguments[0]])
        default: return nil
        }
        let test = world.isVisibleObject(
            "omni_p.classoid",
            "omni_p.objoid",
            "omni_p.objsubid",
            isOpen: true
        )
        let ofCatalog =
            catalog == 0
            ? ""
            : "AND omni_p.classoid OPERATOR(pg_catalog.=) '\(catalog)'::pg_catalog.oid "
        let arguments = name == "col_description" ? 2 : 1
        return answer(
            over: """
                (SELECT omni_p.description FROM pg_catalog.pg_description AS omni_p \
                WHERE omni_p.objoid OPERATOR(pg_catalog.=) omni_v.v \(ofCatalog)\
                AND omni_p.objsubid OPERATOR(pg_catalog.=) \(number) AND \(test.plain) \
                ORDER BY omni_p.classoid LIMIT 1)
                """,
            "text",
            arguments: arguments
        )
    }

    // MARK: the rest

    private func other(
        _ name: String,
        _ arguments: [Argument]
    ) throws(ProxyError) -> Answer? {
        switch (name, arguments.count) {
        case ("age", 1), ("mxid_age", 1): return constant("'0'", "int4", arguments)
        case ("pg_get_ruledef", 1...2), ("pg_get_partition_constraintdef", 1),
            ("pg_get_statisticsobjdef", 1), ("pg_get_statisticsobjdef_columns", 1),
            ("pg_get_function_sqlbody", 1):
            return constant("NULL", "text", arguments)
        case ("pg_get_functiondef", 1):
            return answer(
                over: """
                    CASE WHEN \(VisibleWorld.isBuiltin("omni_v.v").plain) \
                    THEN pg_catalog.pg_get_functiondef(omni_v.v) END
                    """,
                "text"
            )
        case ("pg_describe_object", 3):
            let text = DefinitionText(world: world).named(
                "pg_catalog.pg_describe_object(omni_v.c, omni_v.v, omni_v.s)",
                isPretty: true
            )
            let test = world.isVisibleObject("omni_v.c", "omni_v.v", "omni_v.s", isOpen: true)
            return Answer(
                sql: """
                    (SELECT CASE WHEN \(test.plain) THEN \(text) END \
                    FROM (SELECT ($1)::pg_catalog.oid AS c, ($2)::pg_catalog.oid AS v, \
                    ($3)::pg_catalog.int4 AS s) AS omni_v)
                    """,
                type: "text",
                holes: [0, 1, 2]
            )
        case ("ts_token_type", 1):
            // In FROM it stays a call, so the item keeps its names.
            return Answer(
                sql: """
                    pg_catalog.ts_token_type((SELECT CASE \
                    WHEN \(VisibleWorld.isBuiltin("omni_v.v").plain) THEN omni_v.v END \
                    FROM (SELECT ($1)::pg_catalog.oid AS v) AS omni_v))
                    """,
                type: "record",
                holes: [0]
            )
        // Whom somebody waits for is no business of others.
        case ("pg_blocking_pids", 1), ("pg_safe_snapshot_blocking_pids", 1):
            return constant("'{}'", "_int4", arguments)
        case ("pg_get_statisticsobjdef_expressions", 1), ("pg_settings_get_flags", 1):
            return constant("NULL", "_text", arguments)
        case ("pg_tablespace_location", 1): return constant("''", "text", arguments)
        case ("pg_database_size", 1), ("pg_tablespace_size", 1):
            return constant("NULL", "int8", arguments)
        case ("pg_relation_is_updatable", 2): return constant("'0'", "int4", arguments)
        case ("pg_column_is_updatable", 3), ("pg_relation_is_publishable", 1),
            ("row_security_active", 1), ("pg_is_other_temp_schema", 1):
            return constant("'f'", "bool", arguments)
        case ("pg_get_replica_identity_index", 1): return constant("NULL", "oid", arguments)
        case ("pg_has_role", 2...3): return constant("'t'", "bool", arguments)
        case ("pg_typeof", 1) where arguments[0].isBuiltin:
            return Answer(
                sql: "(pg_catalog.pg_typeof($1))::pg_catalog.text",
                type: "text",
                holes: [0]
            )
        case ("pg_typeof", 1):
            return Answer(
                sql: "(SELECT \(typeName("omni_v.v", ", NULL")) "
                    + "FROM (SELECT pg_catalog.pg_typeof($1)::pg_catalog.oid AS v) AS omni_v)",
                type: "text",
                holes: [0]
            )
        case ("oidvectortypes", 1):
            return Answer(
                sql: """
                    (SELECT COALESCE(pg_catalog.string_agg(\(typeName("omni_u.t", ", NULL")), \
                    ', ' ORDER BY omni_u.n), '') FROM (SELECT ($1) AS v) AS omni_v \
                    CROSS JOIN LATERAL pg_catalog.unnest(omni_v.v::pg_catalog.oid[]) \
                    WITH ORDINALITY AS omni_u (t, n))
                    """,
                type: "text",
                holes: [0]
            )
        case ("current_schemas", 1):
            guard arguments[0].isTrue || arguments[0].literal == "false" else { return nil }
            let names = world.currentSchemas(includingImplicit: arguments[0].isTrue)
            return Answer(sql: SQLText.arrayLiteral(names) + "::pg_catalog.name[]", type: "_name")
        case ("current_setting", 1...2): return try setting(arguments)
        case ("set_config", 3): return try setWithoutEffect(arguments)
        // Counters follow what others do.
        case ("pg_stat_get_numscans", 1): return constant("NULL", "int8", arguments)
        case ("regclass", 1):
            return try RegisteredNames(world: world)
                .lookUp("regclass", arguments[0], isStrict: true)
        case ("pg_get_serial_sequence", 2): return try serialSequence(arguments)
        default: return nil
        }
    }

    /// A setting by its name, through the allow-list (R65).
    private func setting(_ arguments: [Argument]) throws(ProxyError) -> Answer? {
        let isOptional = arguments.count == 2 && arguments[1].isTrue
        guard arguments.count == 1 || arguments[1].literal != nil else { return nil }
        if let literal = arguments[0].literal {
            // Everything lies in the default one, as far as catalogs tell; pgAdmin compares with it.
            if literal == "default_tablespace" {
                return Answer(sql: "''::pg_catalog.text", type: "text")
            }
            do throws(ProxyError) {
                let shown = try SettingPolicy.show(name: literal)
                if shown.isVirtual {
                    return Answer(
                        sql: SQLText.literal(facts.settings[shown.name] ?? "")
                            + "::pg_catalog.text",
                        type: "text",
                        isSessionSpecific: true
                    )
                }
                return Answer(
                    sql: "pg_catalog.current_setting(\(SQLText.literal(shown.name)))",
                    type: "text"
                )
            } catch {
                guard isOptional else { throw error }
                return Answer(sql: "NULL::pg_catalog.text", type: "text")
            }
        }
        var branches = ""
        for (name, value) in facts.settings.sorted(by: { $0.key < $1.key }) {
            branches +=
                " WHEN \(SQLText.literal(name.lowercased())) THEN \(SQLText.literal(value))"
        }
        let names = SettingPolicy.shownNames.filter { facts.settings[$0] == nil }
            .map { $0.lowercased() }
        return Answer(
            sql: """
                (SELECT CASE pg_catalog.lower(omni_v.v)\(branches) ELSE \
                CASE WHEN pg_catalog.lower(omni_v.v) OPERATOR(pg_catalog.=) \
                ANY (\(SQLText.arrayLiteral(names))::pg_catalog.text[]) \
                THEN pg_catalog.current_setting(omni_v.v) END END \
                FROM (SELECT ($1)::pg_catalog.text AS v) AS omni_v)
                """,
            type: "text",
            holes: [0],
            isSessionSpecific: true
        )
    }

    /// `set_config` beside other columns, of a setting whose change is accepted and does nothing (R65).
    private func setWithoutEffect(_ arguments: [Argument]) throws(ProxyError) -> Answer? {
        guard let name = arguments[0].literal,
            arguments[2].literal == "true" || arguments[2].literal == "false"
        else { return nil }
        guard let value = arguments[1].literal else {
            // asyncpg gives back what it found; no value would do anything.
            let setting = try SettingPolicy.reset(name: name)
            guard !setting.isVirtual, !setting.hasEffect else { return nil }
            return Answer(sql: "($1)::pg_catalog.text", type: "text", holes: [1])
        }
        guard case .fixedNoEffect = try SettingPolicy.resolve(name: name, value: value) else {
            return nil
        }
        return Answer(sql: SQLText.literal(value) + "::pg_catalog.text", type: "text")
    }

    private func serialSequence(_ arguments: [Argument]) throws(ProxyError) -> Answer? {
        let registered = RegisteredNames(world: world)
        let table: String
        let column: String
        var holes: [Int] = []
        if let literal = arguments[0].literal, let name = arguments[1].literal {
            guard let relation = registered.relation(literal),
                let number = relation.columns.first(where: { $0.name == name })?.number
            else { return Answer(sql: "NULL::pg_catalog.text", type: "text") }
            table = "'\(relation.oid)'::pg_catalog.oid"
            column = "\(number)"
        } else {
            // Names that are known only when the statement runs.
            guard let found = try registered.lookUp("regclass", arguments[0], isStrict: false)
            else { return nil }
            holes = found.holes + [1]
            table = found.sql
            column = """
                (SELECT omni_a.attnum FROM pg_catalog.pg_attribute AS omni_a \
                WHERE omni_a.attrelid OPERATOR(pg_catalog.=) omni_v.v \
                AND omni_a.attname::pg_catalog.text OPERATOR(pg_catalog.=) omni_v.a)
                """
        }
        let name = holes.isEmpty ? "NULL" : "($\(holes.count))"
        let schema = world.schemaName(ofNamespace: "omni_c.relnamespace")
        return Answer(
            sql: """
                (SELECT pg_catalog.concat(pg_catalog.quote_ident(\(schema)::pg_catalog.text), '.', \
                pg_catalog.quote_ident(omni_c.relname::pg_catalog.text)) \
                FROM (SELECT \(table) AS v, \(name)::pg_catalog.text AS a) AS omni_v \
                JOIN pg_catalog.pg_depend AS omni_o \
                ON omni_o.refobjid OPERATOR(pg_catalog.=) omni_v.v \
                JOIN pg_catalog.pg_class AS omni_c \
                ON omni_c.oid OPERATOR(pg_catalog.=) omni_o.objid \
                WHERE omni_o.classid OPERATOR(pg_catalog.=) '1259'::pg_catalog.oid \
                AND omni_o.refclassid OPERATOR(pg_catalog.=) '1259'::pg_catalog.oid \
                AND omni_o.refobjsubid OPERATOR(pg_catalog.=) \(column) \
                AND \(VisibleWorld.isOne("omni_c.oid", ofQuery: world.visibleSequences).plain) LIMIT 1)
                """,
            type: "text",
            holes: holes
        )
    }
}
