"""The door to SQLCipher: encrypted indeed, every pragma set, and what the library says put in our codes."""

import pytest

from fieldapp.base.errors import BugError, KnownError
from fieldapp.store.connection import connect, connect_reader

KEY, OTHER = b"k" * 32, b"o" * 32


@pytest.fixture
def path(tmp_path):
    db = connect(tmp_path / "a.db", KEY)
    with db.atomic():
        db.table("word").insert_all({"text": f"mot {number}"} for number in range(2_000))
    db.close()
    return tmp_path / "a.db"


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("recursive_triggers", 1),
        ("temp_store", 2),
        ("cache_size", -65_536),
    ],
)
def test_every_pragma_we_rely_on_is_set(path, pragma, value):
    db = connect(path, KEY)
    assert db.execute(f"PRAGMA {pragma}").fetchone() == (value,)
    db.close()


def test_the_file_is_encrypted_by_sqlcipher(path):
    db = connect(path, KEY)
    assert db.execute("PRAGMA cipher_version").fetchone()[0].startswith("4.")
    db.close()
    assert not path.read_bytes().startswith(b"SQLite format 3")


def test_another_key_opens_nothing_and_says_nothing_on_the_console(path, capfd):
    with pytest.raises(KnownError, match=r"workspace\.damaged"):
        connect(path, OTHER)
    assert capfd.readouterr() == ("", "")


@pytest.mark.parametrize("keep", [0.3, 0.5, 0.9])
def test_a_truncated_file_is_damaged(path, keep):
    whole = path.read_bytes()
    path.write_bytes(whole[: int(len(whole) * keep)])
    with pytest.raises(KnownError, match=r"workspace\.damaged"):
        connect(path, KEY)


def test_garbage_is_damaged(path):
    path.write_bytes(b"garbage" * 5_000)
    with pytest.raises(KnownError, match=r"workspace\.damaged"):
        connect(path, KEY)


def test_a_damaged_page_is_found_when_it_is_read(path):
    data = bytearray(path.read_bytes())
    data[5 * 4096 + 100] ^= 1
    path.write_bytes(data)
    db = connect(path, KEY)
    with pytest.raises(KnownError, match=r"workspace\.damaged"):
        list(db.table("word").rows)
    db.close()


def test_a_reader_is_refused_every_write(path):
    writer, reader = connect(path, KEY), connect_reader(path, KEY)
    assert reader.table("word").count == 2_000
    with pytest.raises(KnownError, match=r"file\.read_only"):
        reader.table("word").insert({"text": "non"})
    reader.close()
    writer.close()


def test_a_reader_neither_waits_nor_sees_what_is_not_committed(path):
    writer, reader = connect(path, KEY), connect_reader(path, KEY)
    with writer.atomic():
        writer.table("word").insert({"text": "bientôt"})
        assert reader.table("word").count == 2_000
    assert reader.table("word").count == 2_001
    reader.close()
    writer.close()


def test_a_failed_transaction_leaves_nothing(path):
    db = connect(path, KEY)

    def fail():
        with db.atomic():
            db.table("word").insert({"text": "perdu"})
            db.execute("SELECT nothing FROM nowhere")

    with pytest.raises(BugError):
        fail()
    assert db.table("word").count == 2_000
    db.close()
