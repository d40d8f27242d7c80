"""Every byte of an encrypted file in clear: all its pages, the free ones too, and those of its log."""

import base64
from pathlib import Path

from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from fieldapp.store.marker import DATABASE

PAGE, SALT, RESERVED, IV = 4096, 16, 80, 16
"""Bytes: SQLCipher 4 ends each page with an initialisation vector and its HMAC, and begins the file with a salt."""
LOG_HEAD, FRAME_HEAD = 32, 24


def clear_pages(path, key):
    """Yield the pages of a file, decrypted one by one, whatever they hold."""
    data = path.read_bytes()
    for start in range(0, len(data), PAGE):
        yield clear(data[start : start + PAGE], key, is_first=start == 0)


def clear_log(path, key):
    """Yield the pages that stand in a log."""
    data = path.read_bytes()
    for start in range(LOG_HEAD, len(data) - FRAME_HEAD, FRAME_HEAD + PAGE):
        number = int.from_bytes(data[start : start + 4], "big")
        yield clear(data[start + FRAME_HEAD :][:PAGE], key, is_first=number == 1)


def clear(page, key, *, is_first):
    begin = SALT if is_first else 0
    iv = page[PAGE - RESERVED : PAGE - RESERVED + IV]
    sealed = page[begin : PAGE - RESERVED]
    if len(sealed) + begin != PAGE - RESERVED:
        return b""
    return Cipher(algorithms.AES(key), modes.CBC(iv)).decryptor().update(sealed)


def traces(folder: Path, key: bytes, secret: str) -> list[str]:
    """Return the files below a folder that hold a secret: as it is, folded as the index does, in hex or base64."""
    plain = secret.encode()
    forms = {
        "as it is": plain,
        "folded": secret.casefold().encode()[1:],  # its first letter may be in the word before it
        "hex": plain.hex().encode(),
        "base64": base64.b64encode(plain)[:-4],
        "utf-16": secret.encode("utf-16-le"),
    }
    found = []
    for path in sorted(path for path in folder.rglob("*") if path.is_file()):
        pages = [path.read_bytes()]
        if path.name.startswith(DATABASE) and not path.name.endswith("-shm"):
            read = clear_log if path.name.endswith("-wal") else clear_pages
            pages += read(path, key)
        everything = b"".join(pages[1:])  # a long value goes on from page to page, four bytes between
        for how, wanted in forms.items():
            if any(wanted in page for page in pages) or wanted in everything:
                found.append(f"{path.relative_to(folder)} {how}")
    return found
