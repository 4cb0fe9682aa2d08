# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the omniproxy authors
#
# The tests' Python: virtual environments of the repository's own. Needs progress.sh.

# python_require ROOT [TESTS [FOLDER]]: leaves the interpreter in python_program.
python_require() {
    local root=$1 requirements=$1/${2:-Tests/Integration}/requirements.txt folder=$1/${3:-.venv}
    python_program=$folder/bin/python
    # The copy tells which requirements the environment was made from.
    if [[ -x "$python_program" ]] && cmp -s "$requirements" "$folder/requirements.txt"; then
        return 0
    fi
    say "making ${folder##*/} with pytest and the clients of ${requirements#"$root/"}"
    rm -rf "$folder"
    python3 -m venv "$folder" || die "python3 -m venv failed; is python3-venv installed?"
    "$python_program" -m pip install --quiet --disable-pip-version-check -r "$requirements" >&2
    cp "$requirements" "$folder/requirements.txt"
}
