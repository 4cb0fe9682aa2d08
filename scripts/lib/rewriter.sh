# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the omniproxy authors
#
# What the rewriter itself takes per statement. Needs progress.sh and proxy.sh (for the root).

# rewriter_bench DIRECTORY: a Markdown table; instructions too when there is valgrind.
rewriter_bench() {
    local directory=$1 program place=0 cells name bytes cold cold_median cached cached_median
    if [[ -n "${OMNIPROXY_REWRITER_BENCHMARK:-}" ]]; then
        program=$OMNIPROXY_REWRITER_BENCHMARK
    else
        say "building RewriterBenchmark (release); the first time takes some minutes"
        (cd "$proxy_root" && swift build -c release --product RewriterBenchmark >&2)
        program=$(cd "$proxy_root" && swift build -c release --show-bin-path)/RewriterBenchmark
    fi
    # Valgrind cannot read the debug data of Swift 6.3.
    strip -g -o "$directory/stripped" "$program"
    say "measuring"
    "$program" >"$directory/times"
    command -v valgrind >/dev/null || say "without valgrind there are no instructions"
    printf 'Microseconds of processor time, minimum (median) of 15 rounds in one process; instructions in user space.\n\n'
    printf '| statement | bytes | cold µs | instructions | seen before µs | instructions |\n|---|---:|---:|---:|---:|---:|\n'
    while IFS=$'\t' read -r name bytes cold cold_median cached cached_median; do
        cells=('' '')
        if command -v valgrind >/dev/null; then
            cells[0]=$(rewriter_instructions "$directory" "$place" cold 5)
            cells[1]=$(rewriter_instructions "$directory" "$place" cached 2000)
        fi
        printf '| %s | %s | %s (%s) | %s | %s (%s) | %s |\n' "$name" "$bytes" "$cold" "$cold_median" "${cells[0]}" \
            "$cached" "$cached_median" "${cells[1]}"
        place=$((place + 1))
    done <"$directory/times"
}

# rewriter_instructions DIRECTORY STATEMENT MODE COUNT: of one statement, from the difference of two runs.
rewriter_instructions() {
    local directory=$1 few many
    few=$(rewriter_collected "$directory" "$2" "$3" "$4")
    many=$(rewriter_collected "$directory" "$2" "$3" $(($4 * 5)))
    printf '%s\n' $(((many - few) / ($4 * 4)))
}

# rewriter_collected DIRECTORY STATEMENT MODE COUNT: instructions of a whole run.
rewriter_collected() {
    # Seeds of hash tables would differ from run to run.
    SWIFT_DETERMINISTIC_HASHING=1 \
        valgrind --tool=callgrind --callgrind-out-file=/dev/null "$1/stripped" "$2" "$3" "$4" 2>"$1/valgrind.log" ||
        die "valgrind failed: $(tail -n 5 "$1/valgrind.log")"
    sed -n 's/.*Collected : \([0-9]*\).*/\1/p' "$1/valgrind.log"
}
