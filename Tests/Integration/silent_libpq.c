// SPDX-License-Identifier: Apache-2.0
// Copyright (c) 2026 the omniproxy authors
//
// Preloaded into the proxy: a libpq whose trace does not tell the cancel key, as another version's may not.
// SILENT_LIBPQ_CANCELS names a file that gets a line for each PQcancel.

#define _GNU_SOURCE
#include <dlfcn.h>
#include <libpq-fe.h>
#include <stdio.h>
#include <stdlib.h>

void PQsetTraceFlags(PGconn *connection, int flags) {
    void (*set)(PGconn *, int) = (void (*)(PGconn *, int))dlsym(RTLD_NEXT, "PQsetTraceFlags");
    // PostgreSQL's own tests have numbers that differ each time left out.
    set(connection, flags | PQTRACE_REGRESS_MODE);
}

int PQcancel(PGcancel *cancel, char *errors, int size) {
    int (*request)(PGcancel *, char *, int) = (int (*)(PGcancel *, char *, int))dlsym(RTLD_NEXT, "PQcancel");
    FILE *file = fopen(getenv("SILENT_LIBPQ_CANCELS"), "a");
    if (file != NULL) {
        fputs("PQcancel\n", file);
        fclose(file);
    }
    return request(cancel, errors, size);
}
