"""A PostgreSQL cluster for tests: on a socket in a folder of its own, gone afterwards."""

import os
import shutil
import subprocess
from contextlib import contextmanager
from pathlib import Path


def _program(name):
    versions = sorted(Path("/usr/lib/postgresql").glob(f"*/bin/{name}"))
    found = versions[-1] if versions else shutil.which(name)
    assert found, f"{name} is missing: install postgresql-15"
    return str(found)


def _run(command, folder):
    """PostgreSQL refuses to run as root; then it runs as its own user."""
    prefix = []
    if os.geteuid() == 0:
        prefix = ["setpriv", "--reuid=postgres", "--regid=postgres", "--init-groups"]
    subprocess.run([*prefix, *command], check=True, cwd=folder, stdout=subprocess.DEVNULL, timeout=60)


@contextmanager
def cluster(folder):
    """Start a cluster in a folder and give a function that makes databases in it."""
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres", "postgres")
    data = folder / "data"
    _run([_program("initdb"), "-D", data, "-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C.UTF-8",
          "--no-sync"], folder)  # fmt: skip
    options = f"-k {folder} -c listen_addresses='' -c fsync=off"
    control = [_program("pg_ctl"), "-D", data, "-w"]
    _run([*control, "-l", folder / "log", "-o", options, "start"], folder)
    try:
        yield lambda name: _make_database(folder, name)
    finally:
        _run([*control, "-m", "immediate", "stop"], folder)


def _make_database(folder, name):
    import psycopg

    with psycopg.connect(f"host={folder} user=postgres dbname=postgres", autocommit=True) as connection:
        connection.execute(f'CREATE DATABASE "{name}"')
    return f"postgresql://postgres@/{name}?host={folder}"
