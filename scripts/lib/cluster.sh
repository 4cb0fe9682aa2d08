# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the omniproxy authors
#
# Throw-away PostgreSQL clusters: one directory each, a random free port on loopback, the
# superuser "postgres" through the socket in that directory only. Needs progress.sh.

# Where Debian keeps the server's programs; the newest version that is installed wins, 15 first
# because it is the version the proxy is tested with.
cluster_bin_directory() {
    local directory
    for directory in /usr/lib/postgresql/15/bin /usr/lib/postgresql/*/bin; do
        if [[ -x "$directory/postgres" ]]; then
            printf '%s\n' "$directory"
            return 0
        fi
    done
    command -v postgres >/dev/null || die "no PostgreSQL server is installed"
    dirname "$(command -v postgres)"
}

# Runs a command as somebody PostgreSQL accepts as owner: it refuses to run as root.
cluster_run_as_owner() {
    if ((EUID == 0)); then
        (cd / && runuser -u postgres -- "$@")
    else
        "$@"
    fi
}

# A port nobody listens on at this moment.
cluster_free_port() {
    local port
    while :; do
        port=$((20000 + (RANDOM * 32768 + RANDOM) % 30000))
        # The connection is meant to fail: then nobody is there.
        if ! (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
            printf '%s\n' "$port"
            return 0
        fi
    done
}

# cluster_start DIRECTORY [setting=value ...]
# Makes the cluster in DIRECTORY/data and starts it. Its port is left in DIRECTORY/port.
cluster_start() {
    local directory=$1 bin attempt port setting
    shift
    bin=$(cluster_bin_directory)
    mkdir -p "$directory"
    if ((EUID == 0)); then
        chown postgres "$directory"
    fi
    chmod 700 "$directory"
    cluster_run_as_owner "$bin/initdb" -D "$directory/data" -U postgres --encoding=UTF8 \
        --locale=C.UTF-8 --auth-local=trust --auth-host=scram-sha-256 --no-sync \
        >"$directory/initdb.log" 2>&1 || {
        cat "$directory/initdb.log" >&2
        die "initdb failed"
    }
    {
        printf "unix_socket_directories = '%s'\n" "$directory"
        printf "listen_addresses = '127.0.0.1'\n"
        # Nobody will miss this data after a crash.
        printf 'fsync = off\nfull_page_writes = off\nsynchronous_commit = off\n'
        printf "max_connections = 200\nshared_buffers = '128MB'\nmax_wal_size = '2GB'\n"
        printf "timezone = 'UTC'\nlog_timezone = 'UTC'\n"
        for setting in "$@"; do
            printf "%s = '%s'\n" "${setting%%=*}" "${setting#*=}"
        done
    } | cluster_run_as_owner tee -a "$directory/data/postgresql.conf" >/dev/null
    for attempt in 1 2 3 4 5; do
        port=$(cluster_free_port)
        if cluster_run_as_owner "$bin/pg_ctl" -D "$directory/data" -l "$directory/log" -w -s \
            -o "-p $port" start >/dev/null 2>&1; then
            printf '%s\n' "$port" >"$directory/port"
            return 0
        fi
        note "port $port was taken, attempt $attempt"
    done
    tail -n 20 "$directory/log" >&2
    die "PostgreSQL did not start in $directory"
}

# cluster_stop DIRECTORY: ends the postmaster whose process id the cluster itself wrote down.
cluster_stop() {
    local directory=$1
    if [[ -s "$directory/data/postmaster.pid" ]]; then
        cluster_run_as_owner "$(cluster_bin_directory)/pg_ctl" -D "$directory/data" -m immediate \
            -w -s stop >/dev/null 2>&1 || note "the cluster in $directory was already gone"
    fi
}

# cluster_psql DIRECTORY [psql arguments]: as superuser, through the cluster's own socket.
cluster_psql() {
    local directory=$1
    shift
    PGOPTIONS='-c client_min_messages=warning' psql -X -q -v ON_ERROR_STOP=1 -h "$directory" \
        -p "$(<"$directory/port")" -U postgres "$@"
}
