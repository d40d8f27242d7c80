import subprocess

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fieldapp.base.errors import KnownError
from fieldapp.signing.age import decrypt, encrypt, is_recipient, recipient_of
from fieldapp.signing.keys import new_age_identity

US, OTHER = new_age_identity(), new_age_identity()
SEALED = encrypt(b"fiche " * 20_000, [US.recipient, OTHER.recipient])


@given(data=st.binary(max_size=2000))
def test_what_is_encrypted_comes_back(data):
    assert decrypt(encrypt(data, [US.recipient]), [US.secret]) == data


def test_the_age_program_reads_what_we_write(tmp_path):
    (tmp_path / "key.txt").write_text(US.secret + "\n")
    (tmp_path / "sealed.age").write_bytes(SEALED)
    out = subprocess.run(
        ["age", "-d", "-i", "key.txt", "sealed.age"], cwd=tmp_path, capture_output=True, check=True
    )
    assert out.stdout == b"fiche " * 20_000


def test_we_read_what_the_age_program_writes(tmp_path):
    command = ["age", "-r", US.recipient]
    out = subprocess.run(command, input=b"bonjour", cwd=tmp_path, capture_output=True, check=True)
    assert decrypt(out.stdout, [OTHER.secret, US.secret]) == b"bonjour"


def test_a_file_for_others_is_not_for_us():
    with pytest.raises(KnownError, match=r"age\.not_for_us"):
        decrypt(encrypt(b"x", [OTHER.recipient]), [US.secret])


@pytest.mark.parametrize("cut", [0, 1, 30, 150, 400, 65_900, -1])
def test_a_truncated_file_is_damaged(cut):
    with pytest.raises(KnownError, match=r"age\.damaged"):
        decrypt(SEALED[:cut], [US.secret])


def test_a_file_with_bytes_appended_is_damaged():
    with pytest.raises(KnownError, match=r"age\.damaged"):
        decrypt(SEALED + b"\0", [US.secret])


@settings(max_examples=150)
@given(place=st.integers(0, len(SEALED) - 1), change=st.integers(1, 255))
def test_a_changed_byte_is_always_refused(place, change):
    broken = bytearray(SEALED)
    broken[place] ^= change
    with pytest.raises(KnownError, match=r"age\.(damaged|not_for_us)"):
        decrypt(bytes(broken), [US.secret])


@given(garbage=st.binary(max_size=300))
def test_garbage_is_damaged(garbage):
    for data in (garbage, b"age-encryption.org/v1\n" + garbage, SEALED[:200] + garbage):
        with pytest.raises(KnownError, match=r"age\.(damaged|not_for_us)"):
            decrypt(data, [US.secret])


@given(text=st.text(max_size=80))
def test_what_is_no_key_is_said_to_be_none(text):
    with pytest.raises(KnownError, match=r"age\.bad_recipient"):
        encrypt(b"x", [text])
    with pytest.raises(KnownError, match=r"age\.bad_identity"):
        decrypt(SEALED, [text])
    assert not is_recipient(text)


def test_nobody_to_read_it_is_refused():
    with pytest.raises(KnownError, match=r"age\.bad_recipient"):
        encrypt(b"x", [])


def test_the_recipient_follows_from_the_secret():
    assert recipient_of(US.secret) == US.recipient
