# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the omniproxy authors
"""PostgreSQL's own regression suite answers through the proxy as without it (threat model 9.3): rows, types,
messages and positions, apart from the reviewed list.

Three forms: no filters; a list filter that holds for every row; the same along a relationship, which wraps
the relation and fences it when the statement has anything leaky. The source package comes from Debian
when the tests run; a few files always, all of them with --long."""

import sys
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent / "neutrality"))

from neutrality import compare_file  # noqa: E402
from proxy import Proxy  # noqa: E402
from regression_database import FORMS, Suite  # noqa: E402
from regression_suite import FOUNDATIONS, files, split  # noqa: E402
from review import Review  # noqa: E402
from servers import Server, free_port  # noqa: E402

USUAL_FOUNDATIONS = ["test_setup"]
USUAL_FILES = ["select_having", "case", "union", "select_implicit"]


@pytest.fixture(scope="module")
def suite(tmp_path_factory, request):
    folder = tmp_path_factory.mktemp("neutrality")
    for part in [folder, *folder.parents[:2]]:
        # The server's own user has to pass.
        part.chmod(0o711)
    server = Server.start(folder / "server")
    try:
        is_long = request.config.getoption("--long")
        yield Suite.prepare(server, folder / "suite", FOUNDATIONS if is_long else USUAL_FOUNDATIONS)
    finally:
        server.stop()


def start(folder: Path, text: str) -> Proxy:
    port = free_port()
    return Proxy(folder, port, f'[listen]\naddresses = ["127.0.0.1:{port}"]\n[listen.tls]\nmode = "off"\n{text}')


@pytest.mark.parametrize("form", FORMS)
def test_answers_as_without_a_proxy(suite, form, request, tmp_path):
    is_long = request.config.getoption("--long")
    names = files(suite.folder) if is_long else USUAL_FILES
    review, unreviewed, equal, asked, failed = Review(), [], 0, 0, []
    for name in names:
        try:
            comparison = compare_file(suite, name, form, tmp_path / name, start)
        except AssertionError as error:
            failed.append((name, str(error)[-300:]))
            continue
        equal += comparison.counts["equal"] + comparison.counts["equal errors"]
        asked += comparison.counts.total()
        unreviewed += [finding for finding in comparison.findings if review.entry(finding) is None]
    print(f"{form}: {equal} of {asked} answers are equal, {len(unreviewed)} differences are unreviewed")
    assert not failed
    assert not unreviewed, "\n".join(finding.json() for finding in unreviewed[:20])
    # Were statements lost or all refused, nothing would be compared.
    assert equal > asked * 0.7
    assert asked > 25 * len(USUAL_FILES)


@pytest.mark.parametrize(
    ("script", "statements"),
    [
        ("SELECT 1; SELECT 2", ["SELECT 1", "SELECT 2"]),
        ("SELECT ';' -- ; \n, $$;$$, $a$ $$ ; $a$, \";\", E'\\';';\nTABLE t;", None),
        ("CREATE RULE r AS ON INSERT TO t DO (SELECT 1; SELECT 2); SELECT 3;", None),
        ("CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; SELECT CASE WHEN true THEN 2 END; END; SELECT 4", None),
        ("COPY t FROM stdin;\n1;2\n\\.\nSELECT 5;", ["COPY t FROM stdin", "SELECT 5"]),
        ("SELECT 6 \\gset\n\\set x 1\nSELECT 7;", ["SELECT 6", "SELECT 7"]),
        ("/* ; /* ; */ ; */ SELECT 8; ", ["/* ; /* ; */ ; */ SELECT 8"]),
    ],
)
def test_scripts_are_split_as_psql_does(script, statements):
    found = [item.text for item in split(script) if item.kind == "statement"]
    if statements is None:
        assert len(found) == 2
    else:
        assert found == statements
