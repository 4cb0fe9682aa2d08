# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the omniproxy authors
#
# The demo's shop: a production and a development cluster, their data, and the environment
# variables that proxy.conf asks for. Needs progress.sh and cluster.sh.

shop_sql="$(cd "$(dirname "${BASH_SOURCE[0]}")/../../demo/sql" && pwd)"

# shop_start DIRECTORY: both clusters, filled, below DIRECTORY; exports OMNIPROXY_DEMO_* and leaves
# the proxy's port in shop_proxy_port.
shop_start() {
    local directory=$1 production=$1/production development=$1/development
    local shop_password finance_password
    shop_password=$(openssl rand -hex 16)
    finance_password=$(openssl rand -hex 16)

    say "starting two PostgreSQL clusters"
    cluster_start "$production"
    cluster_start "$development"
    note "production on port $(<"$production/port"), development on port $(<"$development/port")"

    say "filling the shop"
    shop_fill "$production" shop -v customers=8000 -v orders=100000 -v invoices=1200 -v shift=0
    shop_fill "$development" shop_dev -v customers=400 -v orders=2000 -v invoices=80 -v shift=17

    (umask 077 && printf '127.0.0.1:*:*:svc_shop:%s\n127.0.0.1:*:*:svc_finance:%s\n' \
        "$shop_password" "$finance_password" >"$directory/pgpass")
    (umask 077 && openssl req -new -x509 -newkey rsa:2048 -nodes -days 30 -subj '/CN=localhost' \
        -addext 'subjectAltName=DNS:localhost,IP:127.0.0.1' -keyout "$directory/server.key" \
        -out "$directory/server.crt" 2>/dev/null)

    shop_proxy_port=$(cluster_free_port)
    OMNIPROXY_DEMO_ADDRESS=127.0.0.1:$shop_proxy_port
    OMNIPROXY_DEMO_PRODUCTION_HOST=127.0.0.1
    OMNIPROXY_DEMO_PRODUCTION_PORT=$(<"$production/port")
    OMNIPROXY_DEMO_DEVELOPMENT_HOST=127.0.0.1
    OMNIPROXY_DEMO_DEVELOPMENT_PORT=$(<"$development/port")
    OMNIPROXY_DEMO_PASSFILE=$directory/pgpass
    OMNIPROXY_DEMO_CERTIFICATE=$directory/server.crt
    OMNIPROXY_DEMO_PRIVATE_KEY=$directory/server.key
    export OMNIPROXY_DEMO_ADDRESS OMNIPROXY_DEMO_PRODUCTION_HOST OMNIPROXY_DEMO_PRODUCTION_PORT \
        OMNIPROXY_DEMO_DEVELOPMENT_HOST OMNIPROXY_DEMO_DEVELOPMENT_PORT OMNIPROXY_DEMO_PASSFILE \
        OMNIPROXY_DEMO_CERTIFICATE OMNIPROXY_DEMO_PRIVATE_KEY
}

# shop_fill CLUSTER DATABASE [psql arguments]: uses the caller's two passwords.
shop_fill() {
    local cluster=$1 database=$2 part
    shift 2
    # Passwords go through standard input: a command line can be read by everybody.
    {
        printf '\\set shop_password %s\n\\set finance_password %s\n' \
            "$shop_password" "$finance_password"
        cat "$shop_sql/roles.sql"
    } | cluster_psql "$cluster" -d postgres
    cluster_psql "$cluster" -d postgres -c "CREATE DATABASE $database"
    for part in schema data grants; do
        cluster_psql "$cluster" -d "$database" "$@" -f "$shop_sql/$part.sql" >/dev/null
    done
}

# shop_stop DIRECTORY
shop_stop() {
    local cluster
    for cluster in "$1/production" "$1/development"; do
        cluster_stop "$cluster"
    done
}
