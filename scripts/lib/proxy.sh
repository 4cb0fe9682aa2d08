# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the omniproxy authors
#
# Building and running the proxy. Needs progress.sh.

proxy_root="$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)"

# Leaves the path of a release binary in proxy_binary. OMNIPROXY_BINARY names one that is already
# there and saves the build.
proxy_build() {
    if [[ -n "${OMNIPROXY_BINARY:-}" ]]; then
        [[ -x "$OMNIPROXY_BINARY" ]] || die "OMNIPROXY_BINARY is not a program: $OMNIPROXY_BINARY"
        proxy_binary=$OMNIPROXY_BINARY
        return 0
    fi
    command -v swift >/dev/null ||
        die "the Swift 6.3 toolchain is needed: https://www.swift.org/install/linux/"
    say "building omniproxy (release); the first time takes some minutes"
    (cd "$proxy_root" && swift build -c release --product omniproxy >&2)
    proxy_binary=$(cd "$proxy_root" && swift build -c release --show-bin-path)/omniproxy
}

# proxy_start DIRECTORY CONFIGURATION PORT
# Starts the proxy and returns when it listens; its process id is left in proxy_pid.
proxy_start() {
    local directory=$1 configuration=$2 port=$3 attempt
    "$proxy_binary" serve --config "$configuration" >"$directory/omniproxy.log" 2>&1 &
    proxy_pid=$!
    for ((attempt = 0; attempt < 150; attempt++)); do
        if ! kill -0 "$proxy_pid" 2>/dev/null; then
            tail -n 20 "$directory/omniproxy.log" >&2
            die "omniproxy ended while it started"
        fi
        # Connecting is the question; nothing is said on the connection.
        if (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
            return 0
        fi
        sleep 0.2
    done
    tail -n 20 "$directory/omniproxy.log" >&2
    die "omniproxy does not listen on port $port"
}

# Ends the proxy that proxy_start started, gently first.
proxy_stop() {
    local attempt
    if [[ -z "${proxy_pid:-}" ]]; then
        return 0
    fi
    kill -TERM "$proxy_pid" 2>/dev/null || true
    for ((attempt = 0; attempt < 50; attempt++)); do
        kill -0 "$proxy_pid" 2>/dev/null || break
        sleep 0.2
    done
    kill -KILL "$proxy_pid" 2>/dev/null || true
    wait "$proxy_pid" 2>/dev/null || true
    proxy_pid=''
}
