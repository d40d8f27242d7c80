"""The bundle by hand, with the real programs: age, unzip, openssl, frictionless, sha256sum, psql; and SQLite."""

import csv
import json
import os
import shutil
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from fieldapp.signing.certificates import certificate_to_pem

POSTGRES = "/usr/lib/postgresql/15/bin"


def run(*command, **facts):
    return subprocess.run([str(one) for one in command], capture_output=True, text=True, check=False, **facts)


@pytest.fixture(scope="module")
def folder(people, sealed, tmp_path_factory):
    """What ANAPEC's IT has before it after `age -d` and `unzip`."""
    folder = tmp_path_factory.mktemp("lot")
    (folder / sealed.name).write_bytes(sealed.data)
    (folder / "cle.txt").write_text(people.central_age.secret + "\n")
    (folder / "ca.pem").write_bytes(certificate_to_pem(people.authority.certificate))
    assert run("age", "-d", "-i", "cle.txt", "-o", "lot.zip", sealed.name, cwd=folder).returncode == 0
    assert run("unzip", "-q", "-d", "lot", "lot.zip", cwd=folder).returncode == 0
    return folder


def test_unzip_finds_nothing_wrong(folder):
    listing = run("unzip", "-t", "lot.zip", cwd=folder)
    assert (listing.returncode, "No errors detected" in listing.stdout) == (0, True)


def verify(folder, manifest):
    command = ["openssl", "cms", "-verify", "-binary", "-inform", "DER", "-in", "lot/datapackage.json.p7s"]
    rest = ["-content", manifest, "-CAfile", "ca.pem", "-out", os.devnull]
    return run(*command, *rest, cwd=folder)


def test_openssl_accepts_the_signature(folder):
    assert verify(folder, "lot/datapackage.json").returncode == 0


def test_openssl_refuses_a_changed_manifest(folder):
    changed = (folder / "lot/datapackage.json").read_bytes().replace(b"P0007", b"P0008")
    (folder / "changed.json").write_bytes(changed)
    assert verify(folder, "changed.json").returncode != 0


def test_frictionless_accepts_every_table(folder):
    command = [sys.executable, "-W", "ignore", "-m", "frictionless", "validate", "datapackage.json", "--json"]
    report = json.loads(run(*command, cwd=folder / "lot").stdout)
    assert report["valid"], report
    assert report["stats"]["tasks"] == 10


def test_frictionless_notices_a_changed_value(folder, tmp_path):
    copy = shutil.copytree(folder / "lot", tmp_path / "lot")
    table = copy / "data/change.csv"
    table.write_bytes(table.read_bytes().replace(b"actor-1", b"actor-2"))
    command = [sys.executable, "-W", "ignore", "-m", "frictionless", "validate", "datapackage.json", "--json"]
    assert not json.loads(run(*command, cwd=copy).stdout)["valid"]


def test_sha256sum_agrees_with_the_manifest(folder):
    listed = json.loads((folder / "lot/datapackage.json").read_text())["resources"]
    sums = "".join(f"{one['hash'].removeprefix('sha256:')}  {one['path']}\n" for one in listed)
    assert run("sha256sum", "-c", "--strict", input=sums, cwd=folder / "lot").returncode == 0


def test_sqlite_creates_and_loads_the_tables(folder):
    connection = sqlite3.connect(":memory:")
    connection.executescript(
        "PRAGMA foreign_keys=ON;" + (folder / "lot/schema.sql").read_text().split("-- psql")[0]
    )
    for (table,) in connection.execute("SELECT name FROM sqlite_master WHERE type='table'").fetchall():
        with (folder / f"lot/data/{table}.csv").open(newline="", encoding="utf-8") as file:
            header, *rows = csv.reader(file, strict=True)
        marks = ",".join("?" * len(header))
        filled = ([cell or None for cell in row] for row in rows)
        connection.executemany(f'INSERT INTO "{table}" VALUES ({marks})', filled)
    assert connection.execute('SELECT count(*), count("identite/annee") FROM fiche').fetchone() == (2, 1)
    connection.close()


@pytest.fixture(scope="module")
def postgres(tmp_path_factory):
    """A server on a socket, for this module only."""
    data = tmp_path_factory.mktemp("pg")
    user = []
    if os.getuid() == 0:
        user = ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups"]
        shutil.chown(data, "postgres")
        for parent in data.parents:
            if parent.name.startswith(("pytest-", "popen-")):
                parent.chmod(0o755)
    init = [
        "initdb",
        "-D",
        data / "db",
        "-A",
        "trust",
        "-U",
        "postgres",
        "-E",
        "UTF8",
        "--locale=C.UTF-8",
        "--no-sync",
    ]
    assert run(*user, f"{POSTGRES}/{init[0]}", *init[1:], cwd="/").returncode == 0
    options = f"-k {data} -c listen_addresses='' -c fsync=off"
    control = [*user, f"{POSTGRES}/pg_ctl", "-D", data / "db", "-w", "-l", data / "log", "-o", options]
    assert run(*control, "start", cwd="/").returncode == 0
    yield ["psql", "-X", "-h", data, "-U", "postgres", "-v", "ON_ERROR_STOP=1", "-At"]
    run(*control, "-m", "immediate", "stop", cwd="/")


def test_psql_creates_and_loads_the_tables_in_one_command(folder, postgres):
    done = run(*postgres, "-f", "schema.sql", cwd=folder / "lot")
    assert (done.returncode, done.stderr) == (0, "")
    asked = 'SELECT "identite/annee", "identite/visite" FROM fiche ORDER BY "KEY"'
    assert run(*postgres, "-c", asked).stdout == "2009|2026-02-28\n|\n"


def test_the_dictionary_explains_every_column_in_three_languages(folder):
    with (folder / "lot/dictionnaire.csv").open(newline="", encoding="utf-8") as file:
        rows = {(row["table"], row["field"]): row for row in csv.DictReader(file)}
    with (folder / "lot/data/fiche.csv").open(newline="", encoding="utf-8") as file:
        assert {field for table, field in rows if table == "fiche"} == set(next(csv.reader(file)))
    assert all(row["label_fr"] and row["label_ar"] and row["label_en"] for row in rows.values())
    assert rows["fiche", "identite/type"]["code_list"] == "cl1_type"


def test_the_read_me_speaks_three_languages_and_gives_the_commands(folder):
    text = (folder / "lot/LISEZMOI.txt").read_text(encoding="utf-8")
    assert all(
        one in text for one in ("FRANÇAIS", "العربية", "ENGLISH", "openssl cms -verify -binary", "age -d")
    )


def test_nothing_inside_is_executable_or_a_link(folder):
    paths = [path for path in Path(folder / "lot").rglob("*") if path.is_file()]
    assert not [path for path in paths if path.is_symlink() or (os.access(path, os.X_OK) and os.getuid())]
    assert {path.stat().st_mode & 0o777 for path in paths} == {0o600}
