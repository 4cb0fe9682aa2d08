# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the omniproxy authors
#
# System packages: what the product needs to build, what demo, tests and bench need to run.
# Needs progress.sh.

packages_build=(pkg-config libpq-dev libpg-query-dev postgresql-server-dev-15 libssl-dev zlib1g-dev)
packages_servers=(postgresql openssl)
packages_python=(python3 python3-venv)
packages_clients=(default-jdk-headless libpostgresql-jdbc-java odbc-postgresql unixodbc libdbd-pg-perl gcc g++
    golang-go golang-github-lib-pq-dev golang-github-jackc-pgx-v4-dev ruby-pg ruby-sequel php-cli php-pgsql
    r-cran-rpostgresql libpgtcl tcl8.6-tdbc-postgres lua5.3 lua-sql-postgres libpqxx-dev gdal-bin
    postgresql-contrib libecpg-dev pgbouncer pgpool2 haproxy
    ruby-activerecord php-doctrine-dbal libdbix-class-schema-loader-perl python3-pyqt5.qtsql libqt5sql5-psql
    libhikaricp-java libcommons-dbcp2-java libslf4j-java)
packages_bench=(postgresql-contrib pgbouncer)

# Prints those of the named packages that are not installed.
packages_missing() {
    local package
    for package in "$@"; do
        if [[ "$(dpkg-query -W -f '${db:Status-Abbrev}' "$package" 2>/dev/null)" != ii* ]]; then
            printf '%s\n' "$package"
        fi
    done
}

# Installs those of the named packages that are missing; asks apt for nothing when none is.
packages_require() {
    local missing=() as_root=()
    mapfile -t missing < <(packages_missing "$@")
    if ((${#missing[@]} == 0)); then
        return 0
    fi
    command -v apt-get >/dev/null ||
        die "these Debian packages are needed and apt-get is not here: ${missing[*]}"
    if ((EUID != 0)); then
        command -v sudo >/dev/null || die "please install as root: apt-get install ${missing[*]}"
        as_root=(sudo)
    fi
    say "installing ${missing[*]}"
    if [[ -z "${packages_lists_are_fresh:-}" ]]; then
        "${as_root[@]}" apt-get update -qq >&2
        packages_lists_are_fresh=yes
    fi
    "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive \
        apt-get install -y -qq --no-install-recommends "${missing[@]}" >&2
}
