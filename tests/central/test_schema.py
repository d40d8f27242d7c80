"""The tables are portable and their migrations lead to them."""

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import MetaData, create_mock_engine, insert, text

from fieldapp.base.errors import BugError, KnownError
from fieldapp.central import migrations, open_centre, schema
from fieldapp.central.database import open_engine, transaction

DIALECTS = ["postgresql+psycopg", "sqlite", "oracle", "mssql", "mysql"]
LONGEST_NAME = 30


def names():
    for table in schema.metadata.tables.values():
        yield from (
            table.name,
            *(column.name for column in table.columns),
            *(one.name for one in table.indexes),
        )


def test_no_name_is_longer_than_oracle_once_allowed():
    assert [name for name in names() if len(name) > LONGEST_NAME] == []


@pytest.mark.parametrize("dialect", DIALECTS)
def test_the_tables_can_be_written_for_every_database(dialect):
    from sqlalchemy.dialects import registry
    from sqlalchemy.schema import CreateTable

    loaded = registry.load(dialect.replace("+", "."))()
    assert all(str(CreateTable(table).compile(dialect=loaded)) for table in schema.metadata.sorted_tables)


def test_the_migrations_lead_to_the_present_tables(any_url):
    engine = open_engine(any_url)
    with transaction(engine, writes=True) as connection:
        migrations.upgrade(connection)
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, schema.metadata) == []
        assert migrations.current_version(connection) == migrations.newest_version()


def test_migrating_twice_changes_nothing(any_centre):
    before = any_centre.row_counts()
    with transaction(any_centre.engine, writes=True) as connection:
        migrations.upgrade(connection)
    assert any_centre.row_counts() == before


def test_a_blank_answer_is_a_mistake_of_this_program(centre):
    row = {"record_id": "r", "path": "nom", "value": "", "heads": [], "is_conflict": False}
    with pytest.raises(Exception, match="blank_value") as caught, centre.engine.begin() as connection:
        connection.execute(insert(schema.field_state), [row])
    assert isinstance(caught.value.__cause__ or caught.value, BugError)


def test_no_column_holds_a_blank(centre, laptop):
    laptop.create({"nom": "AMPF"})
    centre.import_data(laptop.bundle().data)
    raw = MetaData()
    with transaction(centre.engine, writes=False) as connection:
        raw.reflect(connection)
        blanks = [
            (table.name, name)
            for table in raw.tables.values()
            for row in connection.execute(table.select())
            for name, value in row._mapping.items()
            if value in ("", b"")
        ]
    assert blanks == []


@pytest.mark.parametrize(
    ("version", "code"), [("v9999", "central.newer_tables"), (None, "central.not_initialised")]
)
def test_tables_of_another_version_are_refused(centre, version, code):
    with transaction(centre.engine, writes=True) as connection:
        connection.execute(text("DELETE FROM alembic_version"))
        if version:
            connection.execute(text("INSERT INTO alembic_version VALUES (:version)"), {"version": version})
    with pytest.raises(KnownError, match=code):
        open_centre(centre.url, centre.keys_dir)


def test_the_answers_column_is_unicode_on_sql_server():
    written = []
    engine = create_mock_engine("sqlite://", lambda sql, *_, **__: written.append(str(sql)))
    schema.metadata.create_all(engine, checkfirst=False)
    assert len(written) >= len(schema.metadata.tables)
