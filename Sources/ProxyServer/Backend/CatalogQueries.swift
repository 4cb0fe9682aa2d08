// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// What the loader asks a backend; columns in the order in which it takes them.
///
/// Operators are found in pg_catalog because the pinned search_path starts there.
enum CatalogQueries {
    /// For the transaction: an account may come with planner settings made for its own queries, and with
    /// joins forbidden, or workers forced for small tables, the catalog takes a hundred times as long.
    static let ordinaryPlans = """
        SELECT pg_catalog.set_config(s, 'on', true),
            pg_catalog.set_config('max_parallel_workers_per_gather', '0', true)
        FROM pg_catalog.unnest(ARRAY['enable_bitmapscan', 'enable_hashagg', 'enable_hashjoin',
            'enable_indexonlyscan', 'enable_indexscan', 'enable_material', 'enable_mergejoin',
            'enable_nestloop', 'enable_seqscan', 'enable_sort']) AS s
        """

    /// Stands in no name that anybody writes.
    static let nameSeparator: Character = "\u{1f}"

    /// Schemas whose relations are of interest: names that begin with `pg_` are the server's own,
    /// temporary and TOAST schemas included.
    private static let hasVisibleSchema = """
        (n.nspname = 'pg_catalog' OR NOT pg_catalog.starts_with(n.nspname, 'pg_'))
        """

    private static let isRelation = "c.relkind IN ('r', 'p', 'v', 'm', 'f') AND \(hasVisibleSchema)"

    /// Not made by initdb in pg_catalog; objects that later came there count as anybody's.
    private static func isForeign(_ alias: String) -> String {
        "(n.nspname <> 'pg_catalog' OR \(alias).oid >= 16384) AND \(hasVisibleSchema)"
    }

    /// The extension that an object belongs to.
    private static func owningExtension(_ catalog: String, _ oid: String) -> String {
        """
        (SELECT e.extname FROM pg_catalog.pg_depend AS d
            JOIN pg_catalog.pg_extension AS e ON e.oid = d.refobjid
            WHERE d.classid = 'pg_catalog.\(catalog)'::pg_catalog.regclass AND d.objid = \(oid)
            AND d.refclassid = 'pg_catalog.pg_extension'::pg_catalog.regclass
            AND d.deptype = 'e')
        """
    }

    /// The process that answers, and what its role may do besides reading.
    static let account = """
        SELECT pg_catalog.pg_backend_pid(), r.rolname, r.rolsuper, r.rolbypassrls,
            pg_catalog.has_database_privilege(pg_catalog.current_database(), 'TEMP'),
            (SELECT COALESCE(pg_catalog.string_agg(n.nspname, pg_catalog.chr(31)
                    ORDER BY n.nspname), '')
                FROM pg_catalog.pg_namespace AS n WHERE NOT pg_catalog.starts_with(n.nspname, 'pg_')
                AND pg_catalog.has_schema_privilege(n.oid, 'CREATE')),
            (SELECT pg_catalog.count(*) FROM pg_catalog.pg_class AS c
                WHERE c.relowner = r.oid AND c.relkind IN ('r', 'p', 'v', 'm', 'f')),
            (SELECT pg_catalog.count(*) FROM pg_catalog.pg_class AS c
                WHERE c.oid >= 16384 AND c.relkind IN ('r', 'p', 'v', 'f')
                AND pg_catalog.has_table_privilege(c.oid, 'INSERT, UPDATE, DELETE, TRUNCATE'))
        FROM pg_catalog.pg_roles AS r WHERE r.rolname = CURRENT_USER
        """

    static let schemas = "SELECT nspname, oid FROM pg_catalog.pg_namespace"

    static let extensions = "SELECT extname, extnamespace FROM pg_catalog.pg_extension"

    /// Counts and sums of the transactions that wrote the rows which the snapshot is made of.
    ///
    /// Cheap, and another one after every change. ANALYZE and VACUUM write in place and change none of them.
    ///
    /// Temporary tables are left out, or each that anybody makes would be a change.
    static let fingerprint: String = {
        func part(_ from: String) -> String {
            "(SELECT pg_catalog.concat(pg_catalog.count(*), ',', pg_catalog.sum("
                + "x.xmin::pg_catalog.text::pg_catalog.int8)) FROM \(from))"
        }
        let relations =
            "relkind IN ('r', 'p', 'v', 'm', 'f', 'c') AND relpersistence <> 't' AND oid >= 16384"
        let parts = [
            part("pg_catalog.pg_class AS x WHERE \(relations)"),
            part(
                "pg_catalog.pg_attribute AS x WHERE x.attnum > 0 AND x.attrelid IN "
                    + "(SELECT oid FROM pg_catalog.pg_class WHERE \(relations))"
            ),
            part("pg_catalog.pg_type AS x WHERE x.typtype IN ('d', 'e', 'r', 'm')"),
            part("pg_catalog.pg_inherits AS x"),
            part("pg_catalog.pg_rewrite AS x WHERE x.oid >= 16384"),
            part("pg_catalog.pg_constraint AS x WHERE x.contype = 'p'"),
            part("pg_catalog.pg_proc AS x WHERE x.oid >= 16384"),
            part("pg_catalog.pg_operator AS x WHERE x.oid >= 16384"),
            part("pg_catalog.pg_cast AS x WHERE x.oid >= 16384"),
            part("pg_catalog.pg_extension AS x"),
            part("pg_catalog.pg_namespace AS x WHERE x.nspname !~~ 'pg\\_t%'"),
        ]
        return "SELECT pg_catalog.concat_ws(';', \(parts.joined(separator: ", ")))"
    }()

    static let relations = """
        SELECT c.oid, n.nspname, c.relname, c.relkind
        FROM pg_catalog.pg_class AS c
        JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
        WHERE \(isRelation)
        """

    static let columns = """
        SELECT a.attrelid, a.attnum, a.attname, a.atttypmod, a.attnotnull, a.atttypid,
            a.attcollation <> t.typcollation, a.attgenerated <> ''
        FROM pg_catalog.pg_class AS c
        JOIN pg_catalog.pg_namespace AS n ON n.oid = c.relnamespace
        JOIN pg_catalog.pg_attribute AS a ON a.attrelid = c.oid
        JOIN pg_catalog.pg_type AS t ON t.oid = a.atttypid
        WHERE \(isRelation) AND a.attnum > 0 AND NOT a.attisdropped
        ORDER BY a.attrelid, a.attnum
        """

    /// Fields of composite types that are no relation's row.
    static let attributes = """
        SELECT c.reltype, a.attname, a.atttypid
        FROM pg_catalog.pg_class AS c
        JOIN pg_catalog.pg_attribute AS a ON a.attrelid = c.oid
        WHERE c.relkind = 'c' AND a.attnum > 0 AND NOT a.attisdropped
        ORDER BY c.reltype, a.attnum
        """

    /// Columns an index merely INCLUDEs come behind the key's and are no part of it.
    static let primaryKeys = """
        SELECT i.indrelid, a.attname
        FROM pg_catalog.pg_index AS i
        CROSS JOIN LATERAL pg_catalog.unnest(i.indkey) WITH ORDINALITY AS k (attnum, place)
        JOIN pg_catalog.pg_attribute AS a ON a.attrelid = i.indrelid AND a.attnum = k.attnum
        WHERE i.indisprimary AND k.place <= i.indnkeyatts
        ORDER BY i.indrelid, k.place
        """

    static let parents = """
        SELECT inhrelid, inhparent FROM pg_catalog.pg_inherits ORDER BY inhrelid, inhseqno
        """

    /// What the rules of views refer to; a view's own columns are among it.
    static let viewReads = """
        SELECT DISTINCT r.ev_class, d.refobjid
        FROM pg_catalog.pg_rewrite AS r
        JOIN pg_catalog.pg_depend AS d ON d.objid = r.oid
        WHERE d.classid = 'pg_catalog.pg_rewrite'::pg_catalog.regclass
            AND d.refclassid = 'pg_catalog.pg_class'::pg_catalog.regclass
            AND d.refobjid <> r.ev_class AND r.ev_class >= 16384
        ORDER BY r.ev_class, d.refobjid
        """

    /// All types, since columns may be of any; the sixth column tells which are not PostgreSQL's own.
    static let types = """
        SELECT t.oid, n.nspname, t.typname, pg_catalog.format_type(t.oid, NULL), t.typtype = 'e',
            \(isForeign("t")),
            t.typtype, t.typelem, t.typarray, t.typbasetype, t.typrelid, t.typcategory,
            t.typispreferred,
            CASE WHEN t.oid >= 16384 THEN \(owningExtension("pg_type", "t.oid")) END
        FROM pg_catalog.pg_type AS t
        JOIN pg_catalog.pg_namespace AS n ON n.oid = t.typnamespace
        """

    static let functions = """
        SELECT p.oid, n.nspname, p.proname, p.prokind, p.provolatile, p.proargtypes,
            p.pronargdefaults, p.provariadic, p.prorettype, p.proretset, p.proleakproof,
            \(owningExtension("pg_proc", "p.oid")),
            o.types, o.names
        FROM pg_catalog.pg_proc AS p
        JOIN pg_catalog.pg_namespace AS n ON n.oid = p.pronamespace
        CROSS JOIN LATERAL (
            SELECT COALESCE(pg_catalog.string_agg(a.type::pg_catalog.text, ' ' ORDER BY a.i), ''),
                COALESCE(pg_catalog.string_agg(COALESCE(a.name, ''), pg_catalog.chr(31)
                    ORDER BY a.i), '')
            FROM ROWS FROM (pg_catalog.unnest(p.proallargtypes),
                pg_catalog.unnest(p.proargmodes), pg_catalog.unnest(p.proargnames))
                WITH ORDINALITY AS a (type, mode, name, i)
            WHERE a.mode IN ('o', 'b', 't')
        ) AS o (types, names)
        WHERE \(isForeign("p"))
        """

    static let operators = """
        SELECT o.oid, n.nspname, o.oprname, o.oprleft, o.oprright, o.oprresult,
            COALESCE(p.proleakproof, false), \(owningExtension("pg_operator", "o.oid"))
        FROM pg_catalog.pg_operator AS o
        JOIN pg_catalog.pg_namespace AS n ON n.oid = o.oprnamespace
        LEFT JOIN pg_catalog.pg_proc AS p ON p.oid = o.oprcode
        WHERE \(isForeign("o"))
        """

    static let casts = """
        SELECT c.castsource, c.casttarget, c.castcontext, \(owningExtension("pg_cast", "c.oid"))
        FROM pg_catalog.pg_cast AS c WHERE c.oid >= 16384
        """
}

/// Takes one row's values in order.
struct RowReader {
    private var values: ArraySlice<String?>

    init(_ values: [String?]) {
        self.values = values[...]
    }

    mutating func text() throws(BackendFailure) -> String {
        guard let value = values.popFirst(), let value else {
            throw BackendFailure(message: "a value is missing")
        }
        return value
    }

    /// nil for null.
    mutating func optionalText() -> String? {
        values.popFirst() ?? nil
    }

    mutating func character() throws(BackendFailure) -> Character {
        guard let character = try text().first else {
            throw BackendFailure(message: "a value is empty")
        }
        return character
    }

    mutating func number<Number: FixedWidthInteger>() throws(BackendFailure) -> Number {
        try number(try text())
    }

    /// A list between spaces, as an oidvector is written.
    mutating func numbers<Number: FixedWidthInteger>() throws(BackendFailure) -> [Number] {
        var numbers: [Number] = []
        for part in try text().split(separator: " ") { numbers.append(try number(String(part))) }
        return numbers
    }

    private func number<Number: FixedWidthInteger>(
        _ text: String
    ) throws(BackendFailure) -> Number {
        guard let number = Number(text) else {
            throw BackendFailure(message: "\"\(text)\" is not a number of that range")
        }
        return number
    }

    mutating func flag() throws(BackendFailure) -> Bool {
        try text() == "t"
    }
}
