# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the omniproxy authors
"""The verdicts on what PostgreSQL brings along, against the server that is there (threat model 9.7): what a
newer server adds, or what an owner closed, must not pass by having been overlooked."""

import re

import psycopg
import pytest

from configuration import ALICE

FUNCTIONS = """
SELECT p.oid, p.proname, p.provolatile, p.prokind,
    NOT has_function_privilege('svc_lab', p.oid, 'EXECUTE') AS is_closed,
    coalesce((SELECT array_agg(format_type(t, NULL) ORDER BY n) FROM unnest(p.proargtypes) WITH ORDINALITY AS a (t, n)), '{}') AS types
FROM pg_proc AS p WHERE p.pronamespace = 'pg_catalog'::regnamespace ORDER BY 1
"""
MARK = re.compile(r'"mark (\d+) kram"')
# Sizes of visible relations without a filter, and null for all others (R69).
GATED = {"pg_indexes_size", "pg_relation_filenode", "pg_relation_size", "pg_table_size", "pg_total_relation_size"}
# Volatile functions that may run on a backend: they change nothing and tell of nobody else.
VOLATILE_ALLOWED = {
    "clock_timestamp", "gen_random_uuid", "pg_advisory_unlock_all", "pg_is_in_recovery", "pg_jit_available", "random",
    "timeofday",
}  # fmt: skip
# Relations nobody may read (5.9).
CLOSED_RELATIONS = """
    pg_authid pg_shadow pg_statistic pg_statistic_ext_data pg_stats pg_stats_ext pg_stats_ext_exprs pg_largeobject
    pg_hba_file_rules pg_ident_file_mappings pg_file_settings pg_config pg_shmem_allocations
    pg_backend_memory_contexts pg_replication_origin pg_replication_origin_status pg_stat_archiver
    pg_stat_bgwriter pg_stat_database_conflicts pg_stat_progress_analyze pg_stat_progress_basebackup
    pg_stat_progress_cluster pg_stat_progress_copy pg_stat_progress_create_index pg_stat_progress_vacuum
    pg_stat_recovery_prefetch pg_stat_replication_slots pg_stat_slru pg_stat_subscription_stats pg_stat_wal
    pg_stat_xact_all_tables pg_stat_xact_sys_tables pg_stat_xact_user_tables pg_stat_xact_user_functions
""".split()
# What clients probe and is answered as if nothing were there (5.9), or not at all.
EMPTY_RELATIONS = """
    pg_policy pg_policies pg_publication pg_publication_rel pg_publication_tables pg_statistic_ext
    pg_event_trigger pg_default_acl pg_init_privs pg_seclabel pg_seclabels pg_shseclabel pg_shdescription
    pg_shdepend pg_parameter_acl pg_db_role_setting pg_foreign_data_wrapper pg_foreign_server pg_user_mapping
    pg_user_mappings pg_locks pg_prepared_xacts pg_subscription pg_replication_slots pg_stat_replication
    pg_stat_database pg_stat_all_tables pg_stat_user_tables pg_stat_user_indexes pg_statio_user_tables
    pg_stat_user_functions
""".split()


@pytest.fixture(scope="module")
def functions(laboratory):
    with psycopg.connect(laboratory.main.conninfo("lab", "svc_lab")) as connection:
        return connection.execute(FUNCTIONS).fetchall()


@pytest.fixture(scope="module")
def reached(laboratory, proxy, functions):
    """The functions whose call came to a backend: each call carries a mark that the server logs."""
    with proxy.connect(ALICE) as connection:
        connection.execute("SET statement_timeout = '2s'")
        for oid, name, _, kind, _, types in functions:
            arguments = ", ".join(f"NULL::{type_name}" for type_name in types)
            over = " OVER ()" if kind == "w" else ""
            # The alias is the mark.
            try:
                connection.execute(f'SELECT pg_catalog."{name}"({arguments}){over} AS "mark {oid} kram"')
            except psycopg.Error:
                pass
    sent = {}
    for line in laboratory.main.log().splitlines():
        if mark := MARK.search(line):
            sent[int(mark.group(1))] = line
    # A session fact is a constant by then, or has its argument gated.
    return {
        oid: name for oid, name, *_ in functions if re.search(rf'pg_catalog\."?{re.escape(name)}"?\(', sent.get(oid, ""))
    }


def test_the_marks_are_seen(reached):
    assert {"abs", "lower", "count", "row_number"} <= set(reached.values())
    assert len(reached) > 500


def test_functions_that_the_server_closes_never_run(functions, reached):
    closed = {oid for oid, _, _, _, is_closed, _ in functions if is_closed}
    assert len(closed) > 20
    assert not {reached[oid] for oid in closed & set(reached)}


def test_volatile_functions_are_those_somebody_has_looked_at(functions, reached):
    volatile = {oid for oid, _, volatility, *_ in functions if volatility == "v"}
    assert {reached[oid] for oid in volatile & set(reached)} <= VOLATILE_ALLOWED | GATED


@pytest.mark.parametrize("name", CLOSED_RELATIONS)
def test_a_closed_catalog_is_refused(alice, name):
    for spelling in (name, f"pg_catalog.{name}"):
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            alice.execute(f"SELECT count(*) FROM {spelling}")


@pytest.mark.parametrize("name", EMPTY_RELATIONS)
def test_a_catalog_of_others_is_empty_or_refused(alice, name):
    try:
        assert alice.execute(f"SELECT count(*) FROM {name}").fetchone() == (0,)
    except psycopg.errors.InsufficientPrivilege:
        pass


def test_every_catalog_is_refused_or_holds_nothing_hidden(laboratory, alice):
    """Names of what alice may not see stand in no column of any catalog that she may read."""
    names = laboratory.main.psql(
        "lab",
        "-c",
        "SELECT n.nspname || '.' || quote_ident(c.relname) FROM pg_class AS c JOIN pg_namespace AS n ON n.oid = c.relnamespace"
        " WHERE n.nspname IN ('pg_catalog', 'information_schema') AND c.relkind IN ('r', 'v') ORDER BY 1",
    ).splitlines()
    assert len(names) > 190
    told, answered = [], 0
    for name in names:
        try:
            rows = alice.execute(f"SELECT * FROM {name}").fetchall()
        except psycopg.Error:
            continue
        answered += 1
        words = str(rows)
        told += [(name, word) for word in HIDDEN_WORDS if word in words]
    assert answered > 0
    assert not told


# Objects of the laboratory that alice's model does not have, the role that reads for her, the owner.
HIDDEN_WORDS = ["secrets", "alpha_data", "beta_data", "tenant_template", "svc_lab", "svc_books", "CANARY", "wage"]
