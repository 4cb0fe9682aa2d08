# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the omniproxy authors
#
# What a script tells the person in front of it. Progress goes to standard error, so that a
# script's result on standard output can be piped.

# One step that begins.
say() {
    printf '%s==>%s %s\n' "$progress_bold" "$progress_plain" "$*" >&2
}

# Detail below a step.
note() {
    printf '    %s\n' "$*" >&2
}

# Ends the script with a reason.
die() {
    printf '%serror:%s %s\n' "$progress_bold" "$progress_plain" "$*" >&2
    exit 1
}

if [[ -t 2 && -z "${NO_COLOR:-}" ]]; then
    progress_bold=$'\033[1m'
    progress_plain=$'\033[0m'
else
    progress_bold=''
    progress_plain=''
fi
