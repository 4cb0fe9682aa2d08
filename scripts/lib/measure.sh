# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the omniproxy authors
#
# Figures of one run: processor time and memory of a process, percentiles of a log, medians.

measure_ticks_per_second=$(getconf CLK_TCK)

# Processor time a process (all of its threads, no children) has used, in microseconds.
measure_cpu_us() {
    local stat fields
    stat=$(<"/proc/$1/stat")
    # The program's name may hold blanks; fields are counted behind its closing parenthesis.
    read -r -a fields <<<"${stat##*) }"
    printf '%s\n' $(((fields[11] + fields[12]) * 1000000 / measure_ticks_per_second))
}

# The highest resident size so far, in KiB.
measure_peak_kib() {
    awk '/^VmHWM:/ { print $2 }' "/proc/$1/status"
}

# measure_percentiles FILE...: of the third field (pgbench's latency in microseconds): p50 and p99.
measure_percentiles() {
    sort -n -k 3,3 "$@" | awk '{ value[NR] = $3 }
        END { if (NR) print value[int((NR + 1) * 0.50)], value[int(NR * 0.99) + (NR * 0.99 > int(NR * 0.99))]
              else print 0, 0 }'
}

# The median of each column over lines with the same key (the first `keys` fields), in order of
# first appearance.
measure_medians() {
    awk -v keys="$1" '
        { key = $1; for (i = 2; i <= keys; i++) key = key " " $i
          if (!(key in rounds)) order[++known] = key
          rounds[key]++
          for (i = keys + 1; i <= NF; i++) cell[key, i, rounds[key]] = $i
          columns = NF }
        END {
          for (k = 1; k <= known; k++) {
            key = order[k]; count = rounds[key]; line = key
            for (i = keys + 1; i <= columns; i++) {
              for (a = 1; a <= count; a++) sorted[a] = cell[key, i, a] + 0
              for (a = 2; a <= count; a++) {
                held = sorted[a]
                for (b = a - 1; b >= 1 && sorted[b] > held; b--) sorted[b + 1] = sorted[b]
                sorted[b + 1] = held
              }
              middle = int((count + 1) / 2)
              line = line " " (count % 2 ? sorted[middle] : (sorted[middle] + sorted[middle + 1]) / 2)
            }
            print line
          } }'
}
