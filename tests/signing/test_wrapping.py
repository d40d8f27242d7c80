import contextlib
import json
import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fieldapp.base.errors import BugError, KnownError
from fieldapp.signing import wrapping
from fieldapp.signing.keys import new_age_identity, random_key
from fieldapp.signing.wrapping import (
    read_key_file,
    rewrap,
    unwrap_with_passphrase,
    unwrap_with_recovery,
    wrap_key,
)

KEY = random_key()
RECOVERY, LATER = new_age_identity(), new_age_identity()
PASSPHRASE = "le café de Béni Mellal"
NOTES = {"training": "no"}
TEXT = wrap_key(KEY, passphrase=PASSPHRASE, recovery_recipients=[RECOVERY.recipient], notes=NOTES)


def test_the_passphrase_opens_the_key():
    assert unwrap_with_passphrase(TEXT, PASSPHRASE) == KEY


def test_accents_typed_in_another_way_are_the_same_passphrase():
    assert unwrap_with_passphrase(TEXT, unicodedata.normalize("NFD", PASSPHRASE)) == KEY


def test_the_recovery_secret_opens_the_key():
    assert unwrap_with_recovery(TEXT, RECOVERY.secret.lower().upper()) == KEY


def test_another_passphrase_does_not():
    with pytest.raises(KnownError, match=r"workspace\.wrong_passphrase"):
        unwrap_with_passphrase(TEXT, "le cafe de Béni Mellal")


def test_another_recovery_secret_does_not():
    with pytest.raises(KnownError, match=r"workspace\.no_recovery"):
        unwrap_with_recovery(TEXT, LATER.secret)


def test_the_file_is_text_that_says_what_it_is_and_holds_no_key():
    file = read_key_file(TEXT)
    assert (file.notes, file.has_passphrase, file.recovery_recipients) == (NOTES, True, (RECOVERY.recipient,))
    assert KEY.hex() not in TEXT.decode("ascii")


def test_the_passphrase_changes_and_the_key_does_not():
    text = rewrap(TEXT, KEY, passphrase="nouvelle phrase")
    assert (
        unwrap_with_passphrase(text, "nouvelle phrase") == unwrap_with_recovery(text, RECOVERY.secret) == KEY
    )
    with pytest.raises(KnownError, match=r"workspace\.wrong_passphrase"):
        unwrap_with_passphrase(text, PASSPHRASE)


def test_the_recovery_changes_and_the_passphrase_does_not():
    text = rewrap(TEXT, KEY, recovery_recipients=[LATER.recipient, LATER.recipient])
    assert unwrap_with_passphrase(text, PASSPHRASE) == unwrap_with_recovery(text, LATER.secret) == KEY
    assert read_key_file(text).notes == NOTES


def test_a_file_of_recovery_alone_has_no_passphrase():
    text = wrap_key(KEY, passphrase=None, recovery_recipients=[RECOVERY.recipient])
    assert not read_key_file(text).has_passphrase
    with pytest.raises(KnownError, match=r"workspace\.wrong_passphrase"):
        unwrap_with_passphrase(text, "")


def test_a_key_that_nothing_would_open_is_our_own_mistake():
    with pytest.raises(BugError):
        wrap_key(KEY, passphrase=None, recovery_recipients=[])


def test_a_foreign_key_rewraps_nothing():
    with pytest.raises(KnownError, match=r"workspace\.keys_damaged"):
        rewrap(TEXT, random_key(), passphrase="x")


def test_a_file_of_a_later_version_is_kept_and_said_to_be_newer():
    with pytest.raises(KnownError, match=r"workspace\.newer"):
        read_key_file(TEXT.replace(b'"format_version": 1', b'"format_version": 2'))


def forged(change):
    """The file with a change, and its plain digest made right again, as an attacker would."""
    body = json.loads(TEXT)
    change(body)
    del body["sha256"]
    body["sha256"] = wrapping.hashlib.sha256(wrapping._canonical(body)).hexdigest()
    return json.dumps(body).encode()


def test_a_note_changed_by_someone_without_the_key_is_noticed():
    text = forged(lambda body: body["notes"].update(training="yes"))
    for unwrap, secret in ((unwrap_with_passphrase, PASSPHRASE), (unwrap_with_recovery, RECOVERY.secret)):
        with pytest.raises(KnownError, match=r"workspace\.keys_damaged"):
            unwrap(text, secret)


def test_a_recovery_recipient_slipped_in_is_noticed():
    text = forged(lambda body: body["recovery"].append({"recipient": LATER.recipient, "wrapped": ""}))
    with pytest.raises(KnownError, match=r"workspace\.keys_damaged"):
        unwrap_with_passphrase(text, PASSPHRASE)


@pytest.mark.parametrize(
    ("name", "value"), [("memory_kib", 1 << 40), ("iterations", 10**9), ("lanes", "4"), ("kdf", "x")]
)
def test_a_file_cannot_make_us_work_for_ever(name, value):
    with pytest.raises(KnownError, match=r"workspace\.keys_damaged"):
        unwrap_with_passphrase(forged(lambda body: body["passphrase"].update({name: value})), PASSPHRASE)


@settings(max_examples=60)
@given(place=st.integers(0, len(TEXT) - 1), byte=st.integers(0, 255))
def test_a_changed_byte_never_gives_another_key(place, byte):
    broken = TEXT[:place] + bytes([byte]) + TEXT[place + 1 :]
    with contextlib.suppress(KnownError):
        assert unwrap_with_recovery(broken, RECOVERY.secret) == KEY


@given(garbage=st.one_of(st.binary(max_size=200), st.just(b"[" * 100_000), st.just(b"null"), st.just(b"{}")))
def test_garbage_is_damaged(garbage):
    for unwrap, secret in ((unwrap_with_passphrase, "x"), (unwrap_with_recovery, RECOVERY.secret)):
        with pytest.raises(KnownError, match=r"workspace\.keys_damaged"):
            unwrap(garbage, secret)
