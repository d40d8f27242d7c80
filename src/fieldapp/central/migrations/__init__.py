"""How the central database came to its present tables: Alembic, driven from here, without an `alembic.ini`.

A migration is a module in `versions/`, named `vNNNN_what_it_does`. It describes the tables as they were then and
imports nothing from `central.schema`, which describes them as they are now.
"""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from fieldapp.base.errors import KnownError


def upgrade(connection: Connection) -> None:
    """Bring the tables to the present version, inside the caller's transaction."""
    config = _config()
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def check_version(connection: Connection) -> None:
    """Refuse a database that this program does not know how to read.

    Raises:
        KnownError: `central.not_initialised`, `central.older_tables` (run `init` again) or `central.newer_tables`.
    """
    found, newest = current_version(connection), newest_version()
    if found == newest:
        return
    if found is None:
        raise KnownError("central.not_initialised")
    known = {script.revision for script in ScriptDirectory.from_config(_config()).walk_revisions()}
    code = "central.older_tables" if found in known else "central.newer_tables"
    raise KnownError(code, found=found, newest=newest)


def current_version(connection: Connection) -> str | None:
    """Return the version of the tables in a database; `None` when it holds none of ours."""
    return MigrationContext.configure(connection).get_current_revision()


def newest_version() -> str:
    """Return the version of the tables that this program works with."""
    newest = ScriptDirectory.from_config(_config()).get_current_head()
    assert newest is not None
    return newest


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    return config
