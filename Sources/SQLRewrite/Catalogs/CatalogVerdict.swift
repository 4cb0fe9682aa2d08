// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

/// What becomes of a reference to a system catalog (threat model 5.9): the one table of verdicts.
///
/// A catalog that a server has and this table has not is denied (R71).
enum CatalogVerdict: Hashable, CaseIterable {
    /// Tells nothing about this database and nobody in it.
    case open
    /// Rows of objects in visible schemas, and PostgreSQL's own.
    case bySchema
    /// Rows of visible relations and columns.
    case byRelation
    /// The session's own row, or rows that the proxy makes.
    case own
    /// Closed; clients probe it, so it is there and has no rows.
    case empty
    /// 42501.
    case denied

    /// nil for a relation that PostgreSQL 15 does not have in that schema.
    init?(schema: String, name: String) {
        guard let verdict = Self.table[schema]?[name] else { return nil }
        self = verdict
    }

    /// Verdicts by schema and name.
    static let table: [String: [String: CatalogVerdict]] = [
        "pg_catalog": byName(pgCatalog), "information_schema": byName(informationSchema),
    ]

    private static func byName(_ lists: [CatalogVerdict: String]) -> [String: CatalogVerdict] {
        var table: [String: CatalogVerdict] = [:]
        for (verdict, names) in lists {
            for name in names.split(whereSeparator: \.isWhitespace) {
                table[String(name)] = verdict
            }
        }
        return table
    }

    private static let pgCatalog: [CatalogVerdict: String] = [
        .open: """
        pg_am pg_language pg_tablespace pg_timezone_abbrevs pg_timezone_names
        """,
        .bySchema: """
        pg_aggregate pg_amop pg_amproc pg_cast pg_collation pg_conversion pg_enum
        pg_extension pg_namespace pg_opclass pg_operator pg_opfamily pg_proc pg_range
        pg_transform pg_ts_config pg_ts_config_map pg_ts_dict pg_ts_parser pg_ts_template
        pg_type
        """,
        .byRelation: """
        pg_attrdef pg_attribute pg_class pg_constraint pg_depend pg_description
        pg_foreign_table pg_index pg_indexes pg_inherits pg_matviews pg_partitioned_table
        pg_rewrite pg_rules pg_sequence pg_sequences pg_tables pg_trigger pg_views
        """,
        .own: """
        pg_auth_members pg_cursors pg_database pg_group pg_prepared_statements pg_roles
        pg_settings pg_stat_activity pg_stat_gssapi pg_stat_ssl pg_user
        """,
        .empty: """
        pg_available_extension_versions pg_available_extensions pg_db_role_setting
        pg_default_acl pg_event_trigger pg_foreign_data_wrapper pg_foreign_server
        pg_init_privs pg_largeobject_metadata pg_locks pg_parameter_acl pg_policies
        pg_policy pg_prepared_xacts pg_publication pg_publication_namespace
        pg_publication_rel pg_publication_tables pg_replication_slots pg_seclabel
        pg_seclabels pg_shdepend pg_shdescription pg_shseclabel pg_stat_all_indexes
        pg_stat_all_tables pg_stat_database pg_stat_replication pg_stat_subscription
        pg_stat_sys_indexes pg_stat_sys_tables pg_stat_user_functions pg_stat_user_indexes
        pg_stat_user_tables pg_stat_wal_receiver pg_statio_all_indexes
        pg_statio_all_sequences pg_statio_all_tables pg_statio_sys_indexes
        pg_statio_sys_sequences pg_statio_sys_tables pg_statio_user_indexes
        pg_statio_user_sequences pg_statio_user_tables pg_statistic_ext pg_subscription
        pg_subscription_rel pg_user_mapping pg_user_mappings
        """,
        .denied: """
        pg_authid pg_backend_memory_contexts pg_config pg_file_settings pg_hba_file_rules
        pg_ident_file_mappings pg_largeobject pg_replication_origin
        pg_replication_origin_status pg_shadow pg_shmem_allocations pg_stat_archiver
        pg_stat_bgwriter pg_stat_database_conflicts pg_stat_progress_analyze
        pg_stat_progress_basebackup pg_stat_progress_cluster pg_stat_progress_copy
        pg_stat_progress_create_index pg_stat_progress_vacuum pg_stat_recovery_prefetch
        pg_stat_replication_slots pg_stat_slru pg_stat_subscription_stats pg_stat_wal
        pg_stat_xact_all_tables pg_stat_xact_sys_tables pg_stat_xact_user_functions
        pg_stat_xact_user_tables pg_statistic pg_statistic_ext_data pg_stats pg_stats_ext
        pg_stats_ext_exprs
        """,
    ]

    private static let informationSchema: [CatalogVerdict: String] = [
        .open: """
        character_sets collation_character_set_applicability collations
        information_schema_catalog_name sql_features sql_implementation_info sql_parts
        sql_sizing
        """,
        .bySchema: """
        check_constraint_routine_usage check_constraints column_column_usage
        column_domain_usage column_udt_usage columns constraint_column_usage
        constraint_table_usage element_types key_column_usage referential_constraints
        sequences table_constraints tables triggered_update_columns triggers
        view_column_usage view_routine_usage view_table_usage views
        """,
        .byRelation: """
        attributes data_type_privileges domain_constraints domain_udt_usage domains
        parameters routine_column_usage routine_routine_usage routine_sequence_usage
        routine_table_usage routines schemata transforms user_defined_types
        """,
        .own: """
        administrable_role_authorizations applicable_roles column_privileges enabled_roles
        role_column_grants role_routine_grants role_table_grants role_udt_grants
        role_usage_grants routine_privileges table_privileges udt_privileges
        usage_privileges
        """,
        .empty: """
        column_options foreign_data_wrapper_options foreign_data_wrappers
        foreign_server_options foreign_servers foreign_table_options foreign_tables
        user_mapping_options user_mappings
        """,
        .denied: """
        _pg_foreign_data_wrappers _pg_foreign_servers _pg_foreign_table_columns
        _pg_foreign_tables _pg_user_mappings
        """,
    ]
}
