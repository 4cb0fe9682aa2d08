// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

internal import AccessPolicy

/// Rows and redacted columns of the catalogs that are tables (R68, R69).
extension CatalogRelationMaker {
    private typealias World = VisibleWorld

    static let owner: RowExpression = "'\(sql: String(VisibleWorld.owner))'::pg_catalog.oid"

    func catalogRecipe(_ name: String) -> Recipe? {
        switch name {
        case "pg_timezone_names", "pg_timezone_abbrevs", "pg_am": Recipe()
        case "pg_language": Recipe(rows: builtin, columns: ["lanowner": Self.owner])
        case "pg_tablespace":
            Recipe(
                rows: builtin,
                columns: ["spcowner": Self.owner, "spcoptions": "NULL::pg_catalog.text[]"]
            )
        case "pg_namespace": namespaces
        case "pg_class": classes
        case "pg_attribute": attributes
        case "pg_attrdef":
            Recipe(
                rows: world.isOpenColumn("\(column: "adrelid")", "\(column: "adnum")"),
                columns: ["adbin": unless(closedIn: 2604, "adbin")]
            )
        case "pg_index":
            Recipe(
                rows: world.isVisibleIndex,
                columns: [
                    "indexprs": unless(closedIn: 1259, "indexprs", oid: "indexrelid"),
                    "indpred": unless(closedIn: 1259, "indpred", oid: "indexrelid"),
                    "indcheckxmin": "false",
                ]
            )
        case "pg_constraint": constraints
        case "pg_inherits": inheritance
        case "pg_partitioned_table":
            Recipe(
                rows: world.isOpen("\(column: "partrelid")") { open in
                    "\(column: "partattrs")::pg_catalog.int2[] OPERATOR(pg_catalog.<@) \(sql: open)"
                },
                columns: [
                    "partdefid": orZero(
                        "partdefid",
                        world.isVisibleRelation("\(column: "partdefid")")
                    )
                ]
            )
        case "pg_sequence":
            Recipe(rows: World.isOne("\(column: "seqrelid")", ofQuery: world.visibleSequences))
        case "pg_trigger": triggers
        case "pg_rewrite": Recipe(rows: world.isVisibleRelation("\(column: "ev_class")"))
        case "pg_foreign_table":
            Recipe(
                rows: world.isVisibleRelation("\(column: "ftrelid")"),
                columns: [
                    "ftserver": "'0'::pg_catalog.oid", "ftoptions": "NULL::pg_catalog.text[]",
                ]
            )
        case "pg_depend":
            Recipe(
                rows:
                    "\(world.isVisibleObject("\(column: "classid")", "\(column: "objid")", "\(column: "objsubid")", isOpen: false)) AND \(world.isVisibleObject("\(column: "refclassid")", "\(column: "refobjid")", "\(column: "refobjsubid")", isOpen: false))"
            )
        case "pg_description":
            Recipe(
                rows: world.isVisibleObject(
                    "\(column: "classoid")",
                    "\(column: "objoid")",
                    "\(column: "objsubid")",
                    isOpen: true
                )
            )
        case "pg_type":
            Recipe(
                rows: world.isVisibleType("\(column: "oid")"),
                columns: [
                    "typowner": Self.owner,
                    // A schema that the session does not know is none: such a type has its bare name.
                    "typnamespace":
                        "CASE WHEN \(world.isVisibleSchema("\(column: "typnamespace")")) THEN \(column: "typnamespace") ELSE '11'::pg_catalog.oid END",
                    "typdefaultbin": Self.null(of: Self.nodeTree),
                    "typdefault": ifBuiltin("typdefault"),
                ]
            )
        case "pg_enum": Recipe(rows: world.isVisibleType("\(column: "enumtypid")"))
        case "pg_range": Recipe(rows: world.isVisibleType("\(column: "rngtypid")"))
        case "pg_proc":
            Recipe(
                rows: world.isVisibleFunction("\(column: "oid")"),
                columns: [
                    "proowner": Self.owner, "prosrc": ifBuiltin("prosrc"),
                    "probin": ifBuiltin("probin"), "proconfig": ifBuiltin("proconfig"),
                ]
            )
        case "pg_aggregate": Recipe(rows: world.isVisibleFunction("\(column: "aggfnoid")"))
        case "pg_cast":
            Recipe(
                rows:
                    "\(world.isVisibleType("\(column: "castsource")")) AND \(world.isVisibleType("\(column: "casttarget")")) AND \(world.isVisibleFunction("\(column: "castfunc")"))"
            )
        case "pg_operator": Recipe(rows: member(of: 2617), columns: ["oprowner": Self.owner])
        case "pg_opclass": Recipe(rows: member(of: 2616), columns: ["opcowner": Self.owner])
        case "pg_opfamily": Recipe(rows: member(of: 2753), columns: ["opfowner": Self.owner])
        case "pg_amop": Recipe(rows: member(of: 2753, "amopfamily"))
        case "pg_amproc": Recipe(rows: member(of: 2753, "amprocfamily"))
        case "pg_transform", "pg_ts_parser", "pg_ts_template":
            Recipe(rows: builtin)
        case "pg_collation": Recipe(rows: builtin, columns: ["collowner": Self.owner])
        case "pg_conversion": Recipe(rows: builtin, columns: ["conowner": Self.owner])
        case "pg_ts_config": Recipe(rows: builtin, columns: ["cfgowner": Self.owner])
        case "pg_ts_config_map": Recipe(rows: World.isBuiltin("\(column: "mapcfg")"))
        case "pg_ts_dict":
            Recipe(
                rows: builtin,
                columns: [
                    "dictowner": Self.owner, "dictinitoption": "NULL::pg_catalog.text",
                ]
            )
        case "pg_extension":
            Recipe(
                rows:
                    "\(builtin) OR \(VisibleNames.isOne("\(column: "extname")", world.extensions))",
                columns: [
                    "extowner": Self.owner, "extconfig": "NULL::pg_catalog.oid[]",
                    "extcondition": "NULL::pg_catalog.text[]",
                ]
            )
        default: nil
        }
    }

    private var builtin: RowExpression { World.isBuiltin("\(column: "oid")") }

    /// PostgreSQL's own, and those of listed extensions.
    private func member(of catalog: UInt32, _ column: String = "oid") -> RowExpression {
        let oid: RowExpression = "\(column: column)"
        let members = world.extensionMembers(of: catalog)
        return "\(World.isBuiltin(oid)) OR \(World.isOne(oid, ofQuery: members))"
    }

    private static let nodeTree = Catalog.TypeName(
        oid: 194,
        schema: "pg_catalog",
        name: "pg_node_tree",
        formatted: "pg_node_tree"
    )

    /// Text of the server's own objects; what users wrote is theirs.
    private func ifBuiltin(_ column: String) -> RowExpression {
        "CASE WHEN \(builtin) THEN \(column: column) END"
    }

    /// A node tree, null where its text would name what the session may not know.
    func unless(
        closedIn catalog: UInt32,
        _ column: String,
        oid: String = "oid"
    ) -> RowExpression {
        let closed = World.isOne(
            "\(column: oid)",
            ofQuery: world.closedDefinitions(in: catalog)
        )
        return "CASE WHEN \(closed) THEN NULL ELSE \(column: column) END"
    }

    private var namespaces: Recipe {
        var branches: RowExpression = ""
        for schema in world.schemas where schema.physical != schema.logical {
            branches =
                "\(branches) WHEN '\(sql: String(schema.oid))'::pg_catalog.oid THEN \(sql: SQLText.literal(schema.logical))::pg_catalog.name"
        }
        var columns = ["nspowner": Self.owner]
        if !branches.isEmpty {
            columns["nspname"] =
                "CASE \(column: "oid")\(branches) ELSE \(column: "nspname") END"
        }
        return Recipe(rows: world.isVisibleSchema("\(column: "oid")"), columns: columns)
    }

    private var classes: Recipe {
        let oid: RowExpression = "\(column: "oid")"
        let children = """
            SELECT omni_h.inhrelid FROM pg_catalog.pg_inherits AS omni_h \
            WHERE \(world.isVisibleRelation("omni_h.inhparent").plain) \
            AND \(world.isVisibleRelation("omni_h.inhrelid").plain)
            """
        let parents = children.replacing("SELECT omni_h.inhrelid", with: "SELECT omni_h.inhparent")
        let plain = world.relations.filter { $0.isWhole && !$0.isFiltered }.map(\.oid)
        let bounded =
            children + " AND " + World.isOne("omni_h.inhparent", of: plain).plain
        let triggered =
            "SELECT omni_t.tgrelid FROM pg_catalog.pg_trigger AS omni_t WHERE "
            + world.isVisibleTrigger("omni_t").plain
        let checked = """
            SELECT omni_c.conrelid FROM pg_catalog.pg_constraint AS omni_c \
            WHERE omni_c.contype OPERATOR(pg_catalog.=) 'c'::pg_catalog."char" \
            AND \(world.isVisibleConstraint("omni_c").plain)
            """
        let whole = World.isOne(oid, of: world.relations.filter(\.isWhole).map(\.oid))
        var columns: [String: RowExpression] = [
            "relowner": Self.owner, "relpages": "0", "reltuples": "(-1)::pg_catalog.float4",
            "relallvisible": "0", "relfilenode": "'0'::pg_catalog.oid",
            "reltoastrelid": "'0'::pg_catalog.oid", "relrewrite": "'0'::pg_catalog.oid",
            "relfrozenxid": "'3'::pg_catalog.xid", "relminmxid": "'1'::pg_catalog.xid",
            "relrowsecurity": "false", "relforcerowsecurity": "false",
            "reltablespace": "'0'::pg_catalog.oid",
            "relhasindex":
                "(\(builtin) AND \(column: "relhasindex")) OR \(World.isOne(oid, ofQuery: world.indexedRelations))",
            "relhastriggers": World.isOne(oid, ofQuery: triggered),
            "relhassubclass": World.isOne(oid, ofQuery: parents),
            "relispartition":
                "\(column: "relispartition") AND \(World.isOne(oid, ofQuery: children))",
            // Only where both ends are read as they are stored: it is made of values.
            "relpartbound":
                "CASE WHEN \(World.isOne(oid, of: plain)) AND \(World.isOne(oid, ofQuery: bounded)) THEN \(column: "relpartbound") END",
            "relhasrules":
                "\(column: "relkind") OPERATOR(pg_catalog.=) ANY ('{v,m}'::pg_catalog.\"char\"[])",
            "relchecks":
                "CASE WHEN \(builtin) OR \(whole) THEN \(column: "relchecks") WHEN \(World.isOne(oid, ofQuery: checked)) THEN '1'::pg_catalog.int2 ELSE '0'::pg_catalog.int2 END",
            "reltype":
                "CASE WHEN \(world.isVisibleType("\(column: "reltype")")) THEN \(column: "reltype") ELSE '0'::pg_catalog.oid END",
            "reloftype": "'0'::pg_catalog.oid",
            // An index for it may be of hidden columns.
            "relreplident":
                "CASE WHEN \(builtin) OR \(whole) THEN \(column: "relreplident") ELSE 'd'::pg_catalog.\"char\" END",
        ]
        var counts: RowExpression = ""
        for relation in world.relations where !relation.isWhole {
            counts =
                "\(counts) WHEN '\(sql: String(relation.oid))'::pg_catalog.oid THEN '\(sql: String(relation.visible.max() ?? 0))'::pg_catalog.int2"
        }
        if !counts.isEmpty {
            columns["relnatts"] = "CASE \(oid)\(counts) ELSE \(column: "relnatts") END"
        }
        let schemas = World.isOne(
            "\(column: "relnamespace")",
            of: [11, world.informationSchema]
        )
        return Recipe(
            rows: "(\(builtin) AND \(schemas)) OR \(world.isVisibleClass(oid))",
            columns: columns
        )
    }

    private var attributes: Recipe {
        let relation: RowExpression = "\(column: "attrelid")"
        let number: RowExpression = "\(column: "attnum")"
        // From how many visible parents a column comes.
        let inherited: RowExpression = """
            (SELECT pg_catalog.count(*)::pg_catalog.int4 FROM pg_catalog.pg_inherits AS omni_h \
            JOIN pg_catalog.pg_attribute AS omni_p \
            ON omni_p.attrelid OPERATOR(pg_catalog.=) omni_h.inhparent \
            WHERE omni_h.inhrelid OPERATOR(pg_catalog.=) \(relation) \
            AND omni_p.attname OPERATOR(pg_catalog.=) \(column: "attname") \
            AND (\(world.isVisibleColumn("omni_p.attrelid", "omni_p.attnum"))))
            """
        let masked = world.relations.filter { $0.open.count < $0.visible.count }
        var isMasked: RowExpression = ""
        var types: RowExpression = ""
        for part in masked {
            let numbers = part.visible.filter { !part.open.contains($0) }.map(String.init)
            isMasked =
                "\(isMasked) WHEN '\(sql: String(part.oid))'::pg_catalog.oid THEN \(number) OPERATOR(pg_catalog.=) ANY ('{\(sql: numbers.joined(separator: ","))}'::pg_catalog.int2[])"
            for (retyped, type) in part.retyped {
                types =
                    "\(types) WHEN \(relation) OPERATOR(pg_catalog.=) '\(sql: String(part.oid))'::pg_catalog.oid AND \(number) OPERATOR(pg_catalog.=) \(sql: String(retyped)) THEN '\(sql: String(type))'::pg_catalog.oid"
            }
        }
        var columns: [String: RowExpression] = [
            "attoptions": "NULL::pg_catalog.text[]", "attfdwoptions": "NULL::pg_catalog.text[]",
            "atthasmissing": "false",
            "attinhcount":
                "CASE WHEN \(World.isBuiltin(relation)) THEN \(column: "attinhcount") ELSE \(inherited) END",
            "attislocal":
                "\(column: "attislocal") OR \(inherited) OPERATOR(pg_catalog.=) 0",
        ]
        if !masked.isEmpty {
            let test: RowExpression = "CASE \(relation)\(isMasked) ELSE false END"
            func unlessMasked(_ name: String, _ value: RowExpression) -> RowExpression {
                "CASE WHEN \(test) THEN \(value) ELSE \(column: name) END"
            }
            // What a mask gives is text.
            columns["atthasdef"] = unlessMasked("atthasdef", "false")
            columns["attidentity"] = unlessMasked("attidentity", "''::pg_catalog.\"char\"")
            columns["attgenerated"] = unlessMasked("attgenerated", "''::pg_catalog.\"char\"")
            columns["atttypmod"] = unlessMasked("atttypmod", "(-1)")
            columns["attlen"] = unlessMasked("attlen", "'-1'::pg_catalog.int2")
            columns["attndims"] = unlessMasked("attndims", "0")
            columns["attbyval"] = unlessMasked("attbyval", "false")
            columns["attalign"] = unlessMasked("attalign", "'i'::pg_catalog.\"char\"")
            columns["attstorage"] = unlessMasked("attstorage", "'x'::pg_catalog.\"char\"")
            columns["attcollation"] = unlessMasked("attcollation", "'100'::pg_catalog.oid")
            if !types.isEmpty {
                columns["atttypid"] = "CASE\(types) ELSE \(column: "atttypid") END"
            }
        }
        return Recipe(
            rows: """
                \(World.isBuiltin(relation)) OR (NOT \(column: "attisdropped") \
                AND (\(world.isVisibleColumn(relation, number)) \
                OR \(World.isOne(relation, of: world.composites)) \
                OR \(World.isOne(relation, ofQuery: world.visibleIndexes)) \
                OR \(World.isOne(relation, ofQuery: world.visibleSequences))))
                """,
            columns: columns
        )
    }
}
