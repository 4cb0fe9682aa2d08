// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// The command tags of statements that a read-only transaction refuses, as the server's messages name them.
enum WritingCommands {
    /// - Returns: Such as `DROP TABLE`; nil for a statement that PostgreSQL would not refuse for writing.
    static func tag(of statement: SyntaxTree.Node, in tree: SyntaxTree) -> String? {
        func object(_ field: NodeField) -> String {
            words(of: tree.value(statement, field, as: ObjectType.self))
        }
        switch tree.tag(statement) {
        case .dropStmt: return "DROP " + object(.removeType)
        case .defineStmt: return "CREATE " + object(.kind)
        case .alterTableStmt: return "ALTER " + object(.objtype)
        case .alterOwnerStmt, .alterObjectSchemaStmt, .alterObjectDependsStmt:
            return "ALTER " + object(.objectType)
        case .renameStmt:
            let isColumn = tree.value(statement, .renameType, as: ObjectType.self) == .column
            return "ALTER " + object(isColumn ? .relationType : .renameType)
        case .createTableAsStmt:
            let isView = tree.value(statement, .objtype, as: ObjectType.self) == .matview
            return isView ? "CREATE MATERIALIZED VIEW" : "CREATE TABLE AS"
        case .createFunctionStmt:
            return tree.bool(statement, .isProcedure) ? "CREATE PROCEDURE" : "CREATE FUNCTION"
        case .grantStmt: return tree.bool(statement, .isGrant) ? "GRANT" : "REVOKE"
        case .grantRoleStmt: return tree.bool(statement, .isGrant) ? "GRANT ROLE" : "REVOKE ROLE"
        default: return tags[tree.tag(statement)]
        }
    }

    private static let tags: [NodeTag: String] = [
        .insertStmt: "INSERT", .updateStmt: "UPDATE", .deleteStmt: "DELETE", .mergeStmt: "MERGE",
        .createStmt: "CREATE TABLE", .viewStmt: "CREATE VIEW", .indexStmt: "CREATE INDEX",
        .createForeignTableStmt: "CREATE FOREIGN TABLE", .createSchemaStmt: "CREATE SCHEMA",
        .createSeqStmt: "CREATE SEQUENCE", .alterSeqStmt: "ALTER SEQUENCE",
        .createRoleStmt: "CREATE ROLE", .alterRoleStmt: "ALTER ROLE",
        .alterRoleSetStmt: "ALTER ROLE", .dropRoleStmt: "DROP ROLE",
        .createdbStmt: "CREATE DATABASE", .dropdbStmt: "DROP DATABASE",
        .alterDatabaseStmt: "ALTER DATABASE", .alterDatabaseSetStmt: "ALTER DATABASE",
        .createTrigStmt: "CREATE TRIGGER", .createEventTrigStmt: "CREATE EVENT TRIGGER",
        .alterEventTrigStmt: "ALTER EVENT TRIGGER", .createExtensionStmt: "CREATE EXTENSION",
        .alterExtensionStmt: "ALTER EXTENSION", .alterExtensionContentsStmt: "ALTER EXTENSION",
        .truncateStmt: "TRUNCATE TABLE", .commentStmt: "COMMENT", .secLabelStmt: "SECURITY LABEL",
        .refreshMatViewStmt: "REFRESH MATERIALIZED VIEW", .notifyStmt: "NOTIFY",
        .ruleStmt: "CREATE RULE", .createPolicyStmt: "CREATE POLICY",
        .alterPolicyStmt: "ALTER POLICY", .createDomainStmt: "CREATE DOMAIN",
        .alterDomainStmt: "ALTER DOMAIN", .compositeTypeStmt: "CREATE TYPE",
        .createEnumStmt: "CREATE TYPE", .createRangeStmt: "CREATE TYPE",
        .alterEnumStmt: "ALTER TYPE", .alterTypeStmt: "ALTER TYPE",
        .createCastStmt: "CREATE CAST", .createStatsStmt: "CREATE STATISTICS",
        .alterStatsStmt: "ALTER STATISTICS", .createTableSpaceStmt: "CREATE TABLESPACE",
        .dropTableSpaceStmt: "DROP TABLESPACE", .dropOwnedStmt: "DROP OWNED",
        .reassignOwnedStmt: "REASSIGN OWNED", .createFdwStmt: "CREATE FOREIGN DATA WRAPPER",
        .alterFdwStmt: "ALTER FOREIGN DATA WRAPPER", .createForeignServerStmt: "CREATE SERVER",
        .alterForeignServerStmt: "ALTER SERVER", .createUserMappingStmt: "CREATE USER MAPPING",
        .alterUserMappingStmt: "ALTER USER MAPPING", .dropUserMappingStmt: "DROP USER MAPPING",
        .importForeignSchemaStmt: "IMPORT FOREIGN SCHEMA",
        .alterDefaultPrivilegesStmt: "ALTER DEFAULT PRIVILEGES",
        .createPublicationStmt: "CREATE PUBLICATION", .alterPublicationStmt: "ALTER PUBLICATION",
        .createSubscriptionStmt: "CREATE SUBSCRIPTION",
        .alterSubscriptionStmt: "ALTER SUBSCRIPTION", .dropSubscriptionStmt: "DROP SUBSCRIPTION",
    ]

    /// Parts of an object go by what they are parts of.
    private static func words(of type: ObjectType) -> String {
        switch type {
        case .attribute, .type: "TYPE"
        case .column, .default, .tabconstraint, .table: "TABLE"
        case .domain, .domconstraint: "DOMAIN"
        case .accessMethod: "ACCESS METHOD"
        case .eventTrigger: "EVENT TRIGGER"
        case .fdw: "FOREIGN DATA WRAPPER"
        case .foreignServer: "SERVER"
        case .foreignTable: "FOREIGN TABLE"
        case .largeobject: "LARGE OBJECT"
        case .matview: "MATERIALIZED VIEW"
        case .opclass: "OPERATOR CLASS"
        case .opfamily: "OPERATOR FAMILY"
        case .statisticExt: "STATISTICS"
        case .tsconfiguration: "TEXT SEARCH CONFIGURATION"
        case .tsdictionary: "TEXT SEARCH DICTIONARY"
        case .tsparser: "TEXT SEARCH PARSER"
        case .tstemplate: "TEXT SEARCH TEMPLATE"
        case .userMapping: "USER MAPPING"
        case .publicationNamespace, .publicationRel: "PUBLICATION"
        case .aggregate, .amop, .amproc, .cast, .collation, .conversion, .database, .defacl,
            .`extension`, .function, .index, .language, .operator, .parameterAcl, .policy,
            .procedure, .publication, .role, .routine, .rule, .schema, .sequence, .subscription,
            .tablespace, .transform, .trigger, .view:
            "\(type)".uppercased()
        }
    }
}
