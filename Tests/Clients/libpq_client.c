// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors

// What libpq can do that most drivers do not: arguments are the part and the rows of orders.

#include <libpq-fe.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/select.h>

static PGconn *connection;

#define CHECK(holds)                                                                              \
    do {                                                                                          \
        if (!(holds)) {                                                                           \
            fprintf(stderr, "line %d: %s: %s\n", __LINE__, #holds, PQerrorMessage(connection));   \
            exit(1);                                                                              \
        }                                                                                         \
    } while (0)

static void expect(ExecStatusType status) {
    PGresult *result = PQgetResult(connection);
    if (PQresultStatus(result) != status) {
        fprintf(stderr, "%s: %s\n", PQresStatus(PQresultStatus(result)), PQresultErrorMessage(result));
        exit(1);
    }
    PQclear(result);
}

static void expectEnd(void) { CHECK(PQgetResult(connection) == NULL); }

static void pipeline(int orders) {
    const char *least[] = {"0"};
    CHECK(PQenterPipelineMode(connection));
    for (int round = 0; round < 50; round++) {
        CHECK(PQsendQueryParams(connection, "SELECT id FROM orders WHERE id > $1", 1, NULL, least, NULL, NULL, 0));
        CHECK(PQsendPrepare(connection, round == 0 ? "s" : "", "SELECT count(*) FROM orders", 0, NULL));
        CHECK(PQsendQueryPrepared(connection, "s", 0, NULL, NULL, NULL, 1));
        CHECK(PQsendDescribePrepared(connection, "s"));
        CHECK(PQpipelineSync(connection));
    }
    for (int round = 0; round < 50; round++) {
        PGresult *result = PQgetResult(connection);
        CHECK(PQntuples(result) == orders);
        PQclear(result);
        expectEnd();
        expect(PGRES_COMMAND_OK), expectEnd();
        expect(PGRES_TUPLES_OK), expectEnd();
        expect(PGRES_COMMAND_OK), expectEnd();
        expect(PGRES_PIPELINE_SYNC);
    }
    // An error aborts to the Sync and no further; a flush gets answers without one.
    CHECK(PQsendQueryParams(connection, "SELECT 1", 0, NULL, NULL, NULL, NULL, 0));
    CHECK(PQsendQueryParams(connection, "SELECT nothing FROM orders", 0, NULL, NULL, NULL, NULL, 0));
    CHECK(PQsendQueryParams(connection, "SELECT 2", 0, NULL, NULL, NULL, NULL, 0));
    CHECK(PQsendFlushRequest(connection) && PQflush(connection) == 0);
    expect(PGRES_TUPLES_OK), expectEnd();
    expect(PGRES_FATAL_ERROR), expectEnd();
    CHECK(PQpipelineSync(connection));
    expect(PGRES_PIPELINE_ABORTED), expectEnd();
    expect(PGRES_PIPELINE_SYNC);
    // A transaction and settings within one.
    CHECK(PQsendQueryParams(connection, "BEGIN", 0, NULL, NULL, NULL, NULL, 0));
    CHECK(PQsendQueryParams(connection, "SET LOCAL application_name TO 'pipelined'", 0, NULL, NULL, NULL, NULL, 0));
    CHECK(PQsendQueryParams(connection, "SHOW application_name", 0, NULL, NULL, NULL, NULL, 0));
    CHECK(PQsendQueryParams(connection, "COMMIT", 0, NULL, NULL, NULL, NULL, 0));
    CHECK(PQpipelineSync(connection));
    expect(PGRES_COMMAND_OK), expectEnd();
    expect(PGRES_COMMAND_OK), expectEnd();
    PGresult *shown = PQgetResult(connection);
    CHECK(strcmp(PQgetvalue(shown, 0, 0), "pipelined") == 0);
    PQclear(shown);
    expectEnd();
    expect(PGRES_COMMAND_OK), expectEnd();
    expect(PGRES_PIPELINE_SYNC);
    CHECK(PQexitPipelineMode(connection));
}

static void singleRow(int orders) {
    CHECK(PQsendQuery(connection, "SELECT id, note FROM orders; SELECT 1"));
    CHECK(PQsetSingleRowMode(connection));
    int rows = 0;
    PGresult *result;
    while ((result = PQgetResult(connection)) != NULL) {
        rows += PQresultStatus(result) == PGRES_SINGLE_TUPLE;
        CHECK(PQresultStatus(result) != PGRES_FATAL_ERROR);
        rows += PQresultStatus(result) == PGRES_TUPLES_OK && PQntuples(result) == 1;
        PQclear(result);
    }
    CHECK(rows == orders + 1);
}

static void cancel(void) {
    char reason[256];
    PGcancel *request = PQgetCancel(connection);
    for (int round = 0; round < 5; round++) {
        CHECK(PQsendQuery(connection, "SELECT count(*) FROM generate_series(1, 1000000000)"));
        // The statement has to be under way: a cancel before it would be nobody's.
        struct timeval pause = {0, 200000};
        select(0, NULL, NULL, NULL, &pause);
        CHECK(PQcancel(request, reason, sizeof reason));
        PGresult *result = PQgetResult(connection);
        CHECK(strcmp(PQresultErrorField(result, PG_DIAG_SQLSTATE), "57014") == 0);
        PQclear(result);
        expectEnd();
    }
    // One that comes when nothing runs cancels nothing.
    CHECK(PQcancel(request, reason, sizeof reason));
    PGresult *result = PQexec(connection, "SELECT 1");
    CHECK(PQresultStatus(result) == PGRES_TUPLES_OK);
    PQclear(result);
    PQfreeCancel(request);
}

static void describe(void) {
    PGresult *result = PQprepare(connection, "d", "SELECT id, amount FROM orders WHERE id = $1 AND status = $2", 0, NULL);
    CHECK(PQresultStatus(result) == PGRES_COMMAND_OK);
    PQclear(result);
    result = PQdescribePrepared(connection, "d");
    CHECK(PQnparams(result) == 2 && PQparamtype(result, 0) == 23 && PQparamtype(result, 1) == 25);
    CHECK(PQnfields(result) == 2 && PQftype(result, 0) == 23 && PQftype(result, 1) == 1700);
    PQclear(result);
    result = PQexec(connection, "BEGIN; DECLARE c CURSOR FOR SELECT id FROM orders");
    PQclear(result);
    result = PQdescribePortal(connection, "c");
    CHECK(PQnfields(result) == 1 && strcmp(PQfname(result, 0), "id") == 0);
    PQclear(result);
    PQclear(PQexec(connection, "ROLLBACK"));
    CHECK(PQtransactionStatus(connection) == PQTRANS_IDLE);
}

static void asynchronous(int orders) {
    CHECK(PQsetnonblocking(connection, 1) == 0);
    CHECK(PQsendQuery(connection, "SELECT count(*) FROM orders"));
    while (PQflush(connection) == 1) {
    }
    do {
        fd_set set;
        FD_ZERO(&set);
        FD_SET(PQsocket(connection), &set);
        select(PQsocket(connection) + 1, &set, NULL, NULL, NULL);
        CHECK(PQconsumeInput(connection));
    } while (PQisBusy(connection));
    PGresult *result = PQgetResult(connection);
    CHECK(atoi(PQgetvalue(result, 0, 0)) == orders);
    PQclear(result);
    expectEnd();
}

static int noticed;

static void notice(void *unused, const PGresult *result) {
    (void)unused;
    noticed += strcmp(PQresultErrorField(result, PG_DIAG_SEVERITY_NONLOCALIZED), "WARNING") == 0;
}

static void notices(void) {
    PQsetNoticeReceiver(connection, notice, NULL);
    PQclear(PQexec(connection, "COMMIT"));
    PQclear(PQexec(connection, "BEGIN"));
    PQclear(PQexec(connection, "BEGIN"));
    PQclear(PQexec(connection, "ROLLBACK"));
    CHECK(noticed == 2);
}

int main(int count, char **arguments) {
    if (count != 3) return 2;
    const int orders = atoi(arguments[2]);
    connection = PQconnectdb("");
    CHECK(PQstatus(connection) == CONNECTION_OK);
    if (strcmp(arguments[1], "pipeline") == 0) pipeline(orders);
    if (strcmp(arguments[1], "single-row") == 0) singleRow(orders);
    if (strcmp(arguments[1], "cancel") == 0) cancel();
    if (strcmp(arguments[1], "describe") == 0) describe();
    if (strcmp(arguments[1], "asynchronous") == 0) asynchronous(orders);
    if (strcmp(arguments[1], "notices") == 0) notices();
    PQfinish(connection);
    return 0;
}
