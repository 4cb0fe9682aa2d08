// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

internal import AccessPolicy

/// Tests of OIDs and column numbers against what is visible, as SQL of ours (R67, R29).
///
/// Lists that the snapshot does not have (indexes, sequences, constraints) are sub-selects that depend
/// on no outer row: the server runs each once, and the test stays one of the scan (M6).
extension VisibleWorld {
    /// Whether an OID is among some.
    static func isOne(_ oid: RowExpression, of oids: [UInt32]) -> RowExpression {
        if oids.isEmpty { return "false" }
        let list = oids.map(String.init).joined(separator: ",")
        return "\(oid) OPERATOR(pg_catalog.=) ANY ('{\(sql: list)}'::pg_catalog.oid[])"
    }

    static func isOne(_ oid: RowExpression, ofQuery query: String) -> RowExpression {
        "\(oid) OPERATOR(pg_catalog.=) ANY (ARRAY(\(sql: query)))"
    }

    static func isBuiltin(_ oid: RowExpression) -> RowExpression {
        "\(oid) OPERATOR(pg_catalog.<) '\(sql: String(firstNormalOID))'::pg_catalog.oid"
    }

    private static func list(_ numbers: [Int16]) -> String {
        "'{" + numbers.map(String.init).joined(separator: ",") + "}'::pg_catalog.int2[]"
    }

    func isVisibleRelation(_ oid: RowExpression) -> RowExpression {
        Self.isOne(oid, of: relations.map(\.oid))
    }

    /// Whether all of something stands in columns that are read as stored.
    ///
    /// - Parameters:
    ///   - relation: The OID of a relation, or of anything else: then it does not.
    ///   - test: Decides for a relation of which only some columns are open, given their list as SQL.
    /// - Returns: A condition; null counts as no.
    func isOpen(
        _ relation: RowExpression,
        _ test: (String) -> RowExpression
    ) -> RowExpression {
        let whole = relations.filter(\.isWhole).map(\.oid)
        let partial = relations.filter { !$0.isWhole }
        if partial.isEmpty { return Self.isOne(relation, of: whole) }
        var branches: RowExpression = ""
        for part in partial {
            branches =
                "\(branches) WHEN '\(sql: String(part.oid))'::pg_catalog.oid THEN \(test(Self.list(part.open)))"
        }
        return "CASE \(relation)\(branches) ELSE \(Self.isOne(relation, of: whole)) END"
    }

    /// Whether a column, given by relation and number, is read as stored; 0 stands for the relation.
    func isOpenColumn(_ relation: RowExpression, _ number: RowExpression) -> RowExpression {
        isOpen(relation) { open in
            "(\(number) OPERATOR(pg_catalog.=) 0 OR \(number) OPERATOR(pg_catalog.=) ANY (\(sql: open)))"
        }
    }

    /// Whether a column, given by relation and number, exists for the session; system columns do.
    func isVisibleColumn(_ relation: RowExpression, _ number: RowExpression) -> RowExpression {
        let partial = relations.filter(hasHiddenColumns)
        let all = relations.map(\.oid)
        guard !partial.isEmpty else { return Self.isOne(relation, of: all) }
        var branches: RowExpression = ""
        for part in partial {
            branches =
                "\(branches) WHEN '\(sql: String(part.oid))'::pg_catalog.oid THEN (\(number) OPERATOR(pg_catalog.<=) 0 OR \(number) OPERATOR(pg_catalog.=) ANY (\(sql: Self.list(part.visible))))"
        }
        return "CASE \(relation)\(branches) ELSE \(Self.isOne(relation, of: all)) END"
    }

    func hasHiddenColumns(_ relation: Relation) -> Bool {
        catalog.relations[relation.physical]?.columns.count != relation.visible.count
    }

    // MARK: dependent objects

    /// A row of pg_index: nothing in it is of a hidden or masked column (R69).
    var isVisibleIndex: RowExpression {
        let own = isOpen("\(column: "indrelid")") { open in
            """
            (\(column: "indkey")::pg_catalog.int2[] OPERATOR(pg_catalog.<@) \(sql: open) \
            AND \(column: "indexprs") IS NULL AND \(column: "indpred") IS NULL)
            """
        }
        return "\(Self.isBuiltin("\(column: "indrelid")")) OR \(own)"
    }

    /// OIDs of the visible indexes of user relations.
    var visibleIndexes: String {
        let test = isOpen("omni_i.indrelid") { open in
            """
            (omni_i.indkey::pg_catalog.int2[] OPERATOR(pg_catalog.<@) \(sql: open) \
            AND omni_i.indexprs IS NULL AND omni_i.indpred IS NULL)
            """
        }
        return """
            SELECT omni_i.indexrelid FROM pg_catalog.pg_index AS omni_i WHERE \(test.plain)
            """
    }

    /// OIDs of the relations that have a visible index.
    var indexedRelations: String {
        visibleIndexes.replacing("SELECT omni_i.indexrelid", with: "SELECT omni_i.indrelid")
    }

    /// OIDs of the sequences that an open column owns.
    var visibleSequences: String {
        """
        SELECT omni_d.objid FROM pg_catalog.pg_depend AS omni_d \
        WHERE omni_d.classid OPERATOR(pg_catalog.=) '1259'::pg_catalog.oid \
        AND omni_d.refclassid OPERATOR(pg_catalog.=) '1259'::pg_catalog.oid \
        AND omni_d.refobjsubid OPERATOR(pg_catalog.>) 0 \
        AND omni_d.objid OPERATOR(pg_catalog.=) ANY \
        (ARRAY(SELECT omni_s.seqrelid FROM pg_catalog.pg_sequence AS omni_s)) \
        AND \(isOpenColumn("omni_d.refobjid", "omni_d.refobjsubid").plain)
        """
    }

    /// A row of pg_constraint: nothing in it is of a hidden or masked column (R69).
    func isVisibleConstraint(_ alias: String?) -> RowExpression {
        func field(_ name: String) -> RowExpression {
            alias.map { "\(sql: $0).\(sql: name)" } ?? "\(column: name)"
        }
        let own = isOpen(field("conrelid")) { open in
            "\(field("conkey")) OPERATOR(pg_catalog.<@) \(sql: open)"
        }
        let other = isOpen(field("confrelid")) { open in
            "\(field("confkey")) OPERATOR(pg_catalog.<@) \(sql: open)"
        }
        return """
            (\(own) OR (\(field("conrelid")) OPERATOR(pg_catalog.=) '0'::pg_catalog.oid \
            AND \(isVisibleType(field("contypid")))) \
            OR \(Self.isBuiltin(field("oid")))) \
            AND (\(field("confrelid")) OPERATOR(pg_catalog.=) '0'::pg_catalog.oid OR \(other))
            """
    }

    /// A row of pg_trigger: it fires on nothing hidden, and enforces no hidden constraint.
    func isVisibleTrigger(_ alias: String?) -> RowExpression {
        func field(_ name: String) -> RowExpression {
            alias.map { "\(sql: $0).\(sql: name)" } ?? "\(column: name)"
        }
        let columns = isOpen(field("tgrelid")) { open in
            "\(field("tgattr"))::pg_catalog.int2[] OPERATOR(pg_catalog.<@) \(sql: open)"
        }
        return """
            \(isVisibleRelation(field("tgrelid"))) \
            AND (\(field("tgconstrrelid")) OPERATOR(pg_catalog.=) '0'::pg_catalog.oid \
            OR \(isVisibleRelation(field("tgconstrrelid")))) \
            AND (\(field("tgconstraint")) OPERATOR(pg_catalog.=) '0'::pg_catalog.oid \
            OR \(Self.isOne(field("tgconstraint"), ofQuery: visibleConstraints))) AND \(columns)
            """
    }

    /// OIDs of the visible constraints.
    var visibleConstraints: String {
        """
        SELECT omni_c.oid FROM pg_catalog.pg_constraint AS omni_c \
        WHERE \(isVisibleConstraint("omni_c").plain)
        """
    }

    func isVisibleType(_ oid: RowExpression) -> RowExpression {
        "(\(Self.isBuiltin(oid)) OR \(Self.isOne(oid, of: types)))"
    }

    func isVisibleFunction(_ oid: RowExpression) -> RowExpression {
        "(\(Self.isBuiltin(oid)) OR \(Self.isOne(oid, of: functions)))"
    }

    func isVisibleSchema(_ oid: RowExpression) -> RowExpression {
        let own = topics.isEmpty ? [] : [topicsSchemaOID]
        return Self.isOne(oid, of: [11, informationSchema] + schemas.map(\.oid) + own)
    }

    /// A row of pg_class, given by its OID: relations, their indexes and sequences, composite types.
    func isVisibleClass(_ oid: RowExpression) -> RowExpression {
        """
        (\(Self.isOne(oid, of: relations.map(\.oid) + composites)) OR \(Self.isOne(oid, ofQuery: visibleIndexes)) \
        OR \(Self.isOne(oid, ofQuery: visibleSequences)))
        """
    }

    /// Whether an object is visible, given as pg_depend and pg_description give it.
    ///
    /// - Parameters:
    ///   - catalog: OID of the catalog that it is in.
    ///   - object: Its OID there.
    ///   - column: A column's number, or 0.
    ///   - isOpen: Columns must be read as stored besides (R56).
    /// - Returns: A condition.
    func isVisibleObject(
        _ catalog: RowExpression,
        _ object: RowExpression,
        _ column: RowExpression,
        isOpen: Bool
    ) -> RowExpression {
        let columnTest =
            isOpen ? isOpenColumn(object, column) : isVisibleColumn(object, column)
        let defaults = """
            SELECT omni_a.oid FROM pg_catalog.pg_attrdef AS omni_a \
            WHERE \(isOpenColumn("omni_a.adrelid", "omni_a.adnum").plain)
            """
        let rules = """
            SELECT omni_r.oid FROM pg_catalog.pg_rewrite AS omni_r \
            WHERE \(isVisibleRelation("omni_r.ev_class").plain)
            """
        return """
            (\(Self.isBuiltin(object)) OR CASE \(catalog) \
            WHEN '1259'::pg_catalog.oid THEN \(columnTest) \
            OR \(Self.isOne(object, of: composites)) \
            OR \(Self.isOne(object, ofQuery: visibleIndexes)) \
            OR \(Self.isOne(object, ofQuery: visibleSequences)) \
            WHEN '1247'::pg_catalog.oid THEN \(Self.isOne(object, of: types)) \
            WHEN '2615'::pg_catalog.oid THEN \(Self.isOne(object, of: schemas.map(\.oid))) \
            WHEN '1255'::pg_catalog.oid THEN \(Self.isOne(object, of: functions)) \
            WHEN '2606'::pg_catalog.oid THEN \(Self.isOne(object, ofQuery: visibleConstraints)) \
            WHEN '2604'::pg_catalog.oid THEN \(Self.isOne(object, ofQuery: defaults)) \
            WHEN '2618'::pg_catalog.oid THEN \(Self.isOne(object, ofQuery: rules)) \
            WHEN '3079'::pg_catalog.oid THEN \(Self.isOne(object, ofQuery: visibleExtensions)) \
            ELSE \(Self.isOne(catalog, of: Self.memberCatalogs)) \
            AND \(Self.isOne(object, ofQuery: extensionMembers())) END)
            """
    }

    /// OIDs of the installed extensions that the configuration lists.
    private var visibleExtensions: String {
        let test = VisibleNames.isOne("omni_e.extname", extensions)
        return """
            SELECT omni_e.oid FROM pg_catalog.pg_extension AS omni_e WHERE \(test.plain)
            """
    }

    /// Catalogs whose objects are visible as members of listed extensions alone: pg_cast, pg_operator,
    /// pg_opclass, pg_opfamily and those of text search.
    private static let memberCatalogs: [UInt32] = [2605, 2617, 2616, 2753, 3600, 3601, 3602, 3764]

    /// OIDs of the listed extensions' members.
    ///
    /// - Parameter catalog: OID of the catalog that they are in; nil for all of `memberCatalogs`.
    /// - Returns: A query.
    func extensionMembers(of catalog: UInt32? = nil) -> String {
        let test = Self.isOne("omni_m.classid", of: catalog.map { [$0] } ?? Self.memberCatalogs)
        return """
            SELECT omni_m.objid FROM pg_catalog.pg_depend AS omni_m \
            WHERE omni_m.deptype OPERATOR(pg_catalog.=) 'e'::pg_catalog."char" \
            AND omni_m.refclassid OPERATOR(pg_catalog.=) '3079'::pg_catalog.oid AND \(test.plain) \
            AND \(Self.isOne("omni_m.refobjid", ofQuery: visibleExtensions).plain)
            """
    }

    /// OIDs of the definitions in a catalog whose text would name something that is not visible or
    /// not read as stored (R70): what a definition names is what it depends on.
    ///
    /// - Parameters:
    ///   - catalog: OID of the catalog that they are in.
    ///   - isUnfiltered: Relations with row filters count as well, as in the text of views.
    /// - Returns: A query.
    func closedDefinitions(in catalog: UInt32, isUnfiltered: Bool = false) -> String {
        var open = """
            (\(Self.isBuiltin("omni_d.refobjid").plain) OR CASE omni_d.refclassid \
            WHEN '1259'::pg_catalog.oid THEN \
            \(isOpenColumn("omni_d.refobjid", "omni_d.refobjsubid").plain) \
            OR \(Self.isOne("omni_d.refobjid", ofQuery: visibleIndexes).plain) \
            OR \(Self.isOne("omni_d.refobjid", ofQuery: visibleSequences).plain) \
            WHEN '1247'::pg_catalog.oid THEN \(Self.isOne("omni_d.refobjid", of: types).plain) \
            WHEN '1255'::pg_catalog.oid THEN \(Self.isOne("omni_d.refobjid", of: functions).plain) \
            WHEN '2606'::pg_catalog.oid THEN true WHEN '2615'::pg_catalog.oid THEN true \
            ELSE false END)
            """
        if isUnfiltered {
            let filtered = relations.filter(\.isFiltered).map(\.oid)
            open += " AND NOT (\(Self.isOne("omni_d.refobjid", of: filtered).plain))"
        }
        return """
            SELECT omni_d.objid FROM pg_catalog.pg_depend AS omni_d \
            WHERE omni_d.classid OPERATOR(pg_catalog.=) '\(catalog)'::pg_catalog.oid \
            AND omni_d.objid OPERATOR(pg_catalog.>=) '\(Self.firstNormalOID)'::pg_catalog.oid \
            AND NOT (\(open))
            """
    }
}

extension RowExpression {
    /// Its SQL, of an expression without columns of the row.
    var plain: String { sql(alias: "") }
}
