// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors
//
// Preloaded into PostgreSQL's isolationtester: some of its sessions connect through the proxy.
//
//   ISOLATION_THROUGH_PROXY   numbers of the sessions in their order in the file, from 1, with commas around each: ",2,3,"
//   ISOLATION_PROXY           where those connect
//   ISOLATION_ACCOUNT         the account that these have at the server; its busy backends are those sessions'

#define _GNU_SOURCE
#include <dlfcn.h>
#include <libpq-fe.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define NAME_MAX_BYTES 64
#define QUERY_MAX_BYTES 8192
#define PROCESS_IDS_MAX_BYTES 1024

static const char waiting_query[] = "isolationtester_waiting";
// Connections so far; the first is the one that controls.
static int connections;
static char process_ids_through_proxy[PROCESS_IDS_MAX_BYTES] = "0";

static const char *required(const char *name) {
    const char *value = getenv(name);
    if (value == NULL) {
        fprintf(stderr, "%s is not set\n", name);
        exit(2);
    }
    return value;
}

static void *libpq(const char *name) {
    void *function = dlsym(RTLD_NEXT, name);
    if (function == NULL) {
        fprintf(stderr, "libpq has no %s\n", name);
        exit(2);
    }
    return function;
}

PGconn *PQconnectdb(const char *conninfo) {
    PGconn *(*connect)(const char *) = (PGconn * (*)(const char *)) libpq("PQconnectdb");
    char number[NAME_MAX_BYTES];
    snprintf(number, sizeof number, ",%d,", connections++);
    if (strstr(required("ISOLATION_THROUGH_PROXY"), number) == NULL) return connect(conninfo);
    PGconn *connection = connect(required("ISOLATION_PROXY"));
    size_t end = strlen(process_ids_through_proxy);
    snprintf(process_ids_through_proxy + end, sizeof process_ids_through_proxy - end, ",%d", PQbackendPID(connection));
    return connection;
}

// The only call with parameters names the session, by set_config() of what current_setting() says and more: the
// proxy takes values that can be seen in the statement. Its users are the ones with an @ in their names.
PGresult *PQexecParams(
    PGconn *connection, const char *command, int count, const Oid *types, const char *const *values, const int *lengths,
    const int *formats, int format) {
    if (PQuser(connection) == NULL || strchr(PQuser(connection), '@') == NULL) {
        PGresult *(*execute)(
            PGconn *, const char *, int, const Oid *, const char *const *, const int *, const int *, int) =
            (PGresult * (*)(PGconn *, const char *, int, const Oid *, const char *const *, const int *, const int *, int))
                libpq("PQexecParams");
        return execute(connection, command, count, types, values, lengths, formats, format);
    }
    return PQmakeEmptyPGresult(connection, PGRES_TUPLES_OK);
}

// Whether a session waits for a lock is asked by its process id. Those of sessions through the proxy are
// the proxy's own: the account's busy backends stand for them, on both sides of the question.
PGresult *PQprepare(PGconn *connection, const char *name, const char *query, int count, const Oid *types) {
    PGresult *(*prepare)(PGconn *, const char *, const char *, int, const Oid *) =
        (PGresult * (*)(PGconn *, const char *, const char *, int, const Oid *)) libpq("PQprepare");
    if (strcmp(name, waiting_query) != 0) return prepare(connection, name, query, count, types);
    const char *sessions = strstr(query, "'{");
    if (sessions == NULL) {
        fprintf(stderr, "another query than expected: %s\n", query);
        exit(2);
    }
    int length = (int)strcspn(sessions + 2, "}");
    char replaced[QUERY_MAX_BYTES];
    snprintf(
        replaced, sizeof replaced,
        "WITH busy AS (SELECT array_agg(pid) AS pids FROM pg_catalog.pg_stat_activity"
        " WHERE usename = '%s' AND datname = current_database() AND state <> 'idle')"
        " SELECT coalesce(bool_or(pg_catalog.pg_isolation_test_session_is_blocked(pid, '{%.*s}'::int[] || busy.pids)), false)"
        " FROM busy, unnest(CASE WHEN $1 = ANY ('{%s}'::int[]) THEN busy.pids ELSE ARRAY[$1] END) AS pid",
        required("ISOLATION_ACCOUNT"), length, sessions + 2, process_ids_through_proxy);
    return prepare(connection, name, replaced, count, types);
}
