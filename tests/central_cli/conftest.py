"""The commands are tried on the same PostgreSQL cluster as the centre."""

from tests.central.conftest import make_database  # noqa: F401  a fixture is found by its name
