// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

internal import AccessPolicy
internal import PostgresErrors

/// Functions in FROM that give rows about the server or its objects: a query of ours stands in their
/// place, over the catalogs that the session sees.
extension VirtualFunctions {
    /// The columns of such a function; nil for all others.
    static func table(_ name: String) -> [String]? { tables[name] }

    private static let tables: [String: [String]] = [
        "pg_partition_tree": ["relid", "parentrelid", "isleaf", "level"],
        "pg_show_all_settings": [
            "name", "setting", "unit", "category", "short_desc", "extra_desc", "context",
            "vartype", "source", "min_val", "max_val", "enumvals", "boot_val", "reset_val",
            "sourcefile", "sourceline", "pending_restart",
        ],
        "pg_available_extensions": ["name", "default_version", "comment"],
        "pg_available_extension_versions": [
            "name", "version", "superuser", "trusted", "relocatable", "schema", "requires",
            "comment",
        ],
    ]

    /// The query in place of a function.
    ///
    /// - Returns: nil when it takes no such arguments.
    func rows(
        _ name: String,
        _ arguments: [Argument],
        _ catalogs: CatalogCache
    ) throws(ProxyError) -> Answer? {
        if name == "pg_partition_tree", arguments.count == 1 {
            return try onRelation(partitionTree, arguments[0])
        }
        guard arguments.isEmpty, let columns = Self.table(name) else { return nil }
        let catalog = name == "pg_show_all_settings" ? "pg_settings" : name
        guard
            let found = catalogs.relation(
                .init(schema: "pg_catalog", name: catalog),
                facts: facts
            )
        else { return nil }
        let relation = found.relation
        let items = columns.map { relation.selectItem($0, alias: "omni_b") }
        var sql = "SELECT \(items.joined(separator: ", ")) FROM \(relation.sourceSQL) AS omni_b"
        switch relation.filter {
        case .unfiltered: break
        case .condition(let condition): sql += " WHERE " + condition.sql(alias: "omni_b")
        default: return nil
        }
        return Answer(
            sql: "(\(sql))",
            type: "record",
            isSessionSpecific: found.isSessionSpecific
        )
    }

    // MARK: partitions

    /// Steps from a partition to what it is a partition of, both visible.
    private var partitionSteps: String {
        """
        pg_catalog.pg_inherits AS omni_h JOIN pg_catalog.pg_class AS omni_c \
        ON omni_c.oid OPERATOR(pg_catalog.=) omni_h.inhrelid AND omni_c.relispartition \
        AND \(world.isVisibleClass("omni_h.inhparent").plain) \
        AND \(world.isVisibleClass("omni_h.inhrelid").plain)
        """
    }

    /// Whether `omni_v.v` is partitioned, or a partition as far as the session knows.
    private var isPartition: String {
        """
        (EXISTS (SELECT FROM pg_catalog.pg_class AS omni_k \
        WHERE omni_k.oid OPERATOR(pg_catalog.=) omni_v.v \
        AND omni_k.relkind OPERATOR(pg_catalog.=) ANY ('{p,I}'::pg_catalog."char"[]) \
        AND \(world.isVisibleClass("omni_k.oid").plain)) \
        OR EXISTS (SELECT FROM \(partitionSteps) \
        WHERE omni_h.inhrelid OPERATOR(pg_catalog.=) omni_v.v))
        """
    }

    /// The visible ancestors of a partition, itself included, nearest first: a row for each.
    private var lineage: String {
        """
        WITH RECURSIVE omni_r (oid, n) AS (SELECT omni_v.v, 0 \
        FROM (SELECT ($1)::pg_catalog.oid AS v) AS omni_v WHERE \(isPartition) UNION ALL \
        SELECT omni_h.inhparent, omni_r.n OPERATOR(pg_catalog.+) 1 FROM omni_r \
        JOIN (\(partitionSteps)) ON omni_h.inhrelid OPERATOR(pg_catalog.=) omni_r.oid) \
        SELECT omni_r.oid FROM omni_r ORDER BY omni_r.n
        """
    }

    var ancestors: Answer {
        Answer(sql: "pg_catalog.unnest(ARRAY(\(lineage)))", type: "oid", holes: [0])
    }

    var partitionRoot: Answer {
        Answer(sql: "(\(lineage) DESC LIMIT 1)", type: "oid", holes: [0])
    }

    private var partitionTree: Answer {
        Answer(
            sql: """
                (WITH RECURSIVE omni_r (oid, n) AS (SELECT omni_v.v, 0 \
                FROM (SELECT ($1)::pg_catalog.oid AS v) AS omni_v WHERE \(isPartition) UNION ALL \
                SELECT omni_h.inhrelid, omni_r.n OPERATOR(pg_catalog.+) 1 FROM omni_r \
                JOIN (\(partitionSteps)) ON omni_h.inhparent OPERATOR(pg_catalog.=) omni_r.oid) \
                SELECT omni_r.oid AS relid, \
                (SELECT omni_h.inhparent FROM \(partitionSteps) \
                WHERE omni_h.inhrelid OPERATOR(pg_catalog.=) omni_r.oid) AS parentrelid, \
                NOT EXISTS (SELECT FROM pg_catalog.pg_class AS omni_k \
                WHERE omni_k.oid OPERATOR(pg_catalog.=) omni_r.oid \
                AND omni_k.relkind OPERATOR(pg_catalog.=) ANY ('{p,I}'::pg_catalog."char"[])) AS isleaf, \
                omni_r.n AS level FROM omni_r ORDER BY omni_r.n, omni_r.oid)
                """,
            type: "record",
            holes: [0]
        )
    }
}
