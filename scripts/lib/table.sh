# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the omniproxy authors
#
# A table for people: cells are folded to the width of their column.

# table_row WIDTH CELL...: the first cell is as wide as the others.
table_row() {
    local width=$1 cell line column height=0
    local -a lines cells=()
    shift
    for cell in "$@"; do
        mapfile -t lines < <(printf '%s\n' "$cell" | fold -s -w "$width")
        ((${#lines[@]} > height)) && height=${#lines[@]}
        cells+=("$(printf '%s\n' "${lines[@]}")")
    done
    for ((line = 0; line < height; line++)); do
        for ((column = 0; column < ${#cells[@]}; column++)); do
            mapfile -t lines <<<"${cells[column]}"
            ((column == 0)) || printf ' | '
            printf '%-*s' "$width" "${lines[line]:-}"
        done
        printf '\n'
    done
}

# table_rule WIDTH COLUMNS
table_rule() {
    local width=$1 columns=$2 column dashes
    printf -v dashes '%*s' "$width" ''
    dashes=${dashes// /-}
    for ((column = 0; column < columns; column++)); do
        ((column == 0)) || printf -- '-+-'
        printf '%s' "$dashes"
    done
    printf '\n'
}
