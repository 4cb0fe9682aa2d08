// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

internal import AccessPolicy

/// Catalogs in which a session sees itself and nobody else (R72).
extension CatalogRelationMaker {
    /// The one database there is for the session.
    static let databaseOID = "'5'::pg_catalog.oid"

    func ownRecipe(_ stored: Catalog.Relation) -> Recipe? {
        let login = SQLText.literal(world.identity.user) + "::pg_catalog.name"
        let database = SQLText.literal(world.identity.connection) + "::pg_catalog.name"
        let owner = "'\(VisibleWorld.owner)'::pg_catalog.oid"
        switch stored.name.name {
        case "pg_database":
            return Recipe(
                rows:
                    "\(column: "datname") OPERATOR(pg_catalog.=) pg_catalog.current_database()",
                columns: [
                    "oid": "\(sql: Self.databaseOID)", "datname": "\(sql: database)",
                    "datdba": Self.owner, "datfrozenxid": "'3'::pg_catalog.xid",
                    "datminmxid": "'1'::pg_catalog.xid", "datconnlimit": "(-1)",
                    "dattablespace": "'1663'::pg_catalog.oid", "datallowconn": "true",
                    "datistemplate": "false",
                ]
            )
        case "pg_roles":
            return one(
                stored,
                [
                    "rolname": login, "rolsuper": "false", "rolinherit": "true",
                    "rolcreaterole": "false", "rolcreatedb": "false", "rolcanlogin": "true",
                    "rolreplication": "false", "rolconnlimit": "(-1)",
                    "rolpassword": "'********'::pg_catalog.text", "rolbypassrls": "false",
                    "oid": owner,
                ]
            )
        case "pg_user":
            return one(
                stored,
                [
                    "usename": login, "usesysid": owner, "usecreatedb": "false",
                    "usesuper": "false", "userepl": "false", "usebypassrls": "false",
                    "passwd": "'********'::pg_catalog.text",
                ]
            )
        case "pg_cursors": return cursors(stored)
        case "pg_prepared_statements": return preparedStatements(stored)
        case "pg_group", "pg_auth_members":
            return Recipe(definition: Self.noRows(of: stored))
        case "pg_stat_activity": return activity(stored, login, database, owner)
        case "pg_stat_ssl":
            let values = ["pid": pid, "ssl": facts.usesTLS ? "true" : "false"]
            return one(stored, values, isSessionSpecific: true)
        case "pg_stat_gssapi":
            let values = ["pid": pid, "gss_authenticated": "false", "encrypted": "false"]
            return one(stored, values, isSessionSpecific: true)
        case "pg_settings": return settings
        default: return nil
        }
    }

    private func one(
        _ stored: Catalog.Relation,
        _ values: [String: String],
        isSessionSpecific: Bool = false
    ) -> Recipe {
        Recipe(
            definition: Self.rows(of: stored, values),
            isSessionSpecific: isSessionSpecific
        )
    }

    private var pid: String { "(\(facts.processID))" }

    private func activity(
        _ stored: Catalog.Relation,
        _ login: String,
        _ database: String,
        _ owner: String
    ) -> Recipe {
        var values = [
            "datid": Self.databaseOID, "datname": database, "pid": pid, "usesysid": owner,
            "usename": login,
            "application_name":
                SQLText.literal(facts.settings["application_name"] ?? "") + "::pg_catalog.text",
            "xact_start": "pg_catalog.now()", "query_start": "pg_catalog.statement_timestamp()",
            "state_change": "pg_catalog.statement_timestamp()",
            "state": "'active'::pg_catalog.text",
            // The client's own text, never the rewritten one (R72).
            "query": SQLText.literal(facts.query) + "::pg_catalog.text",
            "backend_type": "'client backend'::pg_catalog.text",
        ]
        if let address = facts.clientAddress {
            values["client_addr"] = SQLText.literal(address) + "::pg_catalog.inet"
        }
        if let port = facts.clientPort { values["client_port"] = "(\(port))" }
        values["backend_start"] = "pg_catalog.to_timestamp(\(facts.startedAt))"
        return one(stored, values, isSessionSpecific: true)
    }

    /// The allow-list of settings, with the session's values of those that the proxy keeps (R65).
    private var settings: Recipe {
        let names = SettingPolicy.shownNames.filter { !$0.contains(".") }
        let list = SQLText.arrayLiteral(names)
        var branches: RowExpression = ""
        for (name, value) in facts.settings.sorted(by: { $0.key < $1.key })
        where !name.contains(".") {
            branches =
                "\(branches) WHEN \(sql: SQLText.literal(name))::pg_catalog.text THEN \(sql: SQLText.literal(value))::pg_catalog.text"
        }
        let setting: RowExpression =
            branches.isEmpty
            ? "\(column: "setting")"
            : "CASE \(column: "name")\(branches) ELSE \(column: "setting") END"
        let isKept = World.list(facts.settings.keys.sorted())
        func unlessKept(_ name: String) -> RowExpression {
            "CASE WHEN \(column: "name") OPERATOR(pg_catalog.=) ANY (\(sql: isKept)) THEN \(setting) ELSE \(column: name) END"
        }
        return Recipe(
            rows:
                "\(column: "name") OPERATOR(pg_catalog.=) ANY (\(sql: list)::pg_catalog.text[])",
            columns: [
                "setting": setting, "boot_val": unlessKept("boot_val"),
                "reset_val": unlessKept("reset_val"), "source": "'default'::pg_catalog.text",
                "sourcefile": "NULL::pg_catalog.text", "sourceline": "NULL::pg_catalog.int4",
                "pending_restart": "false",
            ],
            isSessionSpecific: true
        )
    }

    private enum World {
        static func list(_ names: [String]) -> String {
            SQLText.arrayLiteral(names) + "::pg_catalog.text[]"
        }
    }
}
