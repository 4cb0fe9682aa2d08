#!/bin/bash
# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the omniproxy authors
#
# Runs once inside a new PostgreSQL container: the demo's roles, tables and rows.
set -euo pipefail

fill() {
    PGOPTIONS='-c client_min_messages=warning' psql -X -q -v ON_ERROR_STOP=1 -U postgres \
        -d "$POSTGRES_DB" "$@" >/dev/null
}

fill -v shop_password=compose-only -v finance_password=compose-only -f /demo/roles.sql
fill -f /demo/schema.sql
fill -v customers="$SHOP_CUSTOMERS" -v orders="$SHOP_ORDERS" -v invoices="$SHOP_INVOICES" \
    -v shift="$SHOP_SHIFT" -f /demo/data.sql
fill -f /demo/grants.sql
