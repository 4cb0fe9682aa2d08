# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the omniproxy authors
#
# The integration tests' Python: a virtual environment of the repository's own. Needs progress.sh.

# python_require ROOT: leaves the interpreter in python_program.
python_require() {
    local root=$1 requirements=$1/Tests/Integration/requirements.txt
    python_program=$root/.venv/bin/python
    # The copy tells which requirements the environment was made from.
    if [[ -x "$python_program" ]] && cmp -s "$requirements" "$root/.venv/requirements.txt"; then
        return 0
    fi
    say "making .venv with pytest and the PostgreSQL drivers"
    rm -rf "$root/.venv"
    python3 -m venv "$root/.venv" || die "python3 -m venv failed; is python3-venv installed?"
    "$python_program" -m pip install --quiet --disable-pip-version-check -r "$requirements" >&2
    cp "$requirements" "$root/.venv/requirements.txt"
}
