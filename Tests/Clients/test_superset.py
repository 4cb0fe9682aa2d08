# SPDX-License-Identifier: Apache-2.0
# Copyright (c) 2026 the omniproxy authors
"""Apache Superset itself: add a database, list, query, chart, stop.

Its environment is as large as all other clients together: `scripts/test --clients superset` makes it.
"""

import os
import shutil
import subprocess
from pathlib import Path
from urllib.parse import quote

import pytest

SESSION = Path(__file__).parent / "programs" / "superset_session.py"
CONFIGURATION = """
SECRET_KEY = "of the tests, for nothing else"
SQLALCHEMY_DATABASE_URI = "sqlite:///{folder}/superset.db"
WTF_CSRF_ENABLED = TALISMAN_ENABLED = False
CACHE_CONFIG = DATA_CACHE_CONFIG = FILTER_STATE_CACHE_CONFIG = EXPLORE_FORM_DATA_CACHE_CONFIG = {{"CACHE_TYPE": "SimpleCache"}}
"""


@pytest.fixture(scope="session")
def superset(tmp_path_factory):
    python = os.environ.get("OMNIPROXY_TEST_SUPERSET")
    if not python:
        pytest.skip("scripts/test --clients superset installs it")
    folder = tmp_path_factory.mktemp("superset")
    (folder / "superset_config.py").write_text(CONFIGURATION.format(folder=folder))
    environment = {"SUPERSET_CONFIG_PATH": str(folder / "superset_config.py"), "FLASK_APP": "superset"}
    person = "--username admin --password admin --firstname a --lastname b --email admin@house.test"
    for command in ("db upgrade", f"fab create-admin {person}", "init"):
        subprocess.run(
            [Path(python).parent / "superset", *command.split()],
            check=True, capture_output=True, env=os.environ | environment,
        )
    return python, folder


def test_superset(target, superset, tmp_path):
    python, made = superset
    # One Superset for each user: beside SQLite it takes no second dataset of the same name.
    shutil.copy(made / "superset.db", tmp_path)
    configuration = tmp_path / "superset_config.py"
    configuration.write_text(CONFIGURATION.format(folder=tmp_path))
    environment = {"SUPERSET_CONFIG_PATH": str(configuration), "FLASK_APP": "superset"}
    uri = (
        f"postgresql+psycopg2://{quote(target.user)}:{quote(target.password)}@{target.host}:{target.port}"
        f"/{target.database}?sslmode=disable"
    )
    done = subprocess.run(
        [python, SESSION, uri, str(target.orders), " ".join(target.staff)],
        capture_output=True, text=True, timeout=600, env=os.environ | environment,
    )
    assert done.returncode == 0 and "passed" in done.stdout, done.stdout[-3000:] + done.stderr[-12000:]
