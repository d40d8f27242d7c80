"""Centres on real databases: SQLite files, and a PostgreSQL cluster started once."""

import shutil
import tempfile
from itertools import count
from pathlib import Path

import pytest

from fieldapp.base.files import sha256_hex
from fieldapp.bundle.content import BundleFile
from fieldapp.forms import load_form_bytes
from tests.central.laptops import Laptop, new_centre
from tests.central.postgres import cluster

_NUMBERS = count(1)


@pytest.fixture(scope="session")
def make_database():
    folder = Path(tempfile.mkdtemp(prefix="pg-"))  # a socket's path must be short, and its owner pass through
    try:
        with cluster(folder) as make:
            yield make
    finally:
        shutil.rmtree(folder)


@pytest.fixture
def centre(tmp_path):
    return new_centre(f"sqlite:///{tmp_path}/central.sqlite", tmp_path)


@pytest.fixture(params=["sqlite", "postgresql"])
def any_url(request, tmp_path):
    if request.param == "sqlite":
        return f"sqlite:///{tmp_path}/central.sqlite"
    return request.getfixturevalue("make_database")(f"centre{next(_NUMBERS)}")


@pytest.fixture
def any_centre(any_url, tmp_path):
    return new_centre(any_url, tmp_path)


@pytest.fixture
def laptop(centre):
    return Laptop().enrol(centre)


@pytest.fixture(scope="session")
def other_form():
    table = """
| survey |
| | type | name | label | bind::fieldapp:privacy |
| | text | titre | Titre | public |
| settings |
| | form_id | version | namespaces | attribute::fieldapp:export_policy |
| | autre | 1 | fieldapp="https://fieldapp.ma/xforms" | full |
"""
    return load_form_bytes(table.encode(), name="autre.md")


@pytest.fixture(scope="session")
def photo():
    data = b"\x89PNG\r\n\x1a\n" + bytes(64)
    return BundleFile(sha256_hex(data), "png", "image/png", "", "", data)
