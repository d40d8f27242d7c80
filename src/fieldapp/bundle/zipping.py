"""The ZIP inside the seal: written to the same bytes each time, read in chunks with every size counted.

Reading is our own, over the bytes in memory: `zipfile` believes the sizes it is told, and nothing is extracted.
Entries must stand one after the other without a gap, as the writer puts them, so that none hides or overlaps.
"""

import io
import re
import stat
import struct
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from fieldapp.base.errors import KnownError
from fieldapp.bundle import limits
from fieldapp.bundle.attachments import EXECUTABLE, MEDIA

_EPOCH = (1980, 1, 1, 0, 0, 0)
"""The earliest date a ZIP can hold: every entry's, so that bytes do not depend on when."""
_LEVEL = 6
_END = struct.Struct("<4s4H2LH")
_CENTRAL = struct.Struct("<4s2BHHHHHLLLHHHHHLL")
_LOCAL = struct.Struct("<4sHHHHHLLLHH")
_STORED, _DEFLATED = 0, 8
_UTF8_FLAG = 0x800
_UNIX = 3
_ALLOWED = re.compile(
    r"datapackage\.json(\.p7s)?|LISEZMOI\.txt|schema\.sql|dictionnaire\.csv|data/[a-z0-9][a-z0-9_.-]{0,79}\.csv"
    rf"|files/[0-9a-f]{{64}}\.(?:{'|'.join(sorted(MEDIA))})"
)
_FORBIDDEN = (
    ("bundle.name_backslash", re.compile(r"\\")),
    ("bundle.name_parent", re.compile(r"(^|/)\.\.(/|$)")),
    ("bundle.name_absolute", re.compile(r"^/")),
    ("bundle.name_drive", re.compile(r"^[A-Za-z]:")),
    ("bundle.entry_executable", re.compile(rf"\.({'|'.join(sorted(EXECUTABLE))})$", re.IGNORECASE)),
)


def write_zip(entries: Mapping[str, bytes]) -> bytes:
    """Pack entries in order of their names, with fixed dates and rights."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL) as archive:
        for name in sorted(entries):
            info = zipfile.ZipInfo(name, _EPOCH)
            info.create_system = _UNIX
            info.external_attr = (stat.S_IFREG | 0o600) << 16
            archive.writestr(info, entries[name], zipfile.ZIP_DEFLATED, _LEVEL)
    return out.getvalue()


@dataclass(frozen=True, slots=True)
class _Entry:
    name: str
    method: int
    crc: int
    packed: int
    size: int
    offset: int
    attributes: int


class ZipEntries:
    """The entries of a ZIP in memory, once its shape has been found sound."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        entries = _directory(data)
        _check_names(entries)
        _check_sizes(entries)
        self._starts = _check_layout(data, entries)
        self._entries = {entry.name: entry for entry in entries}

    @property
    def names(self) -> frozenset[str]:
        """All names, each of them one that a bundle may hold."""
        return frozenset(self._entries)

    def size(self, name: str) -> int:
        """Return the size the entry claims; `chunks` holds it to that."""
        return self._entries[name].size

    def read(self, name: str) -> bytes:
        """Return a whole entry."""
        return b"".join(self.chunks(name))

    def chunks(self, name: str) -> Iterator[bytes]:
        """Inflate an entry piece by piece, stopping as soon as it is not what it claims.

        Raises:
            KnownError: `bundle.lying_size`, `bundle.bad_zip`.
        """
        entry = self._entries[name]
        count = crc = 0
        for chunk in self._inflated(entry):
            count += len(chunk)
            if count > entry.size:
                raise KnownError("bundle.lying_size", entry=name)
            crc = zlib.crc32(chunk, crc)
            yield chunk
        if count != entry.size:
            raise KnownError("bundle.lying_size", entry=name)
        if crc != entry.crc:
            raise KnownError("bundle.bad_zip", entry=name)

    def _inflated(self, entry: _Entry) -> Iterator[bytes]:
        start = self._starts[entry.name]
        packed = memoryview(self._data)[start : start + entry.packed]
        if entry.method == _STORED:
            for at in range(0, entry.packed, limits.CHUNK_BYTES):
                yield bytes(packed[at : at + limits.CHUNK_BYTES])
            return
        inflater = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            for at in range(0, entry.packed, limits.CHUNK_BYTES):
                tail: bytes | memoryview = packed[at : at + limits.CHUNK_BYTES]
                while tail:
                    yield inflater.decompress(tail, limits.CHUNK_BYTES)
                    tail = inflater.unconsumed_tail
            while last := inflater.decompress(b"", limits.CHUNK_BYTES):
                yield last
        except zlib.error as error:
            raise KnownError("bundle.bad_zip", entry=entry.name) from error
        if not inflater.eof or inflater.unused_data:
            raise KnownError("bundle.bad_zip", entry=entry.name)


def _directory(data: bytes) -> list[_Entry]:
    start, size, count = _end_record(data)
    if count > limits.ENTRIES or size > limits.DIRECTORY_BYTES:
        raise KnownError("bundle.too_many_entries", limit=limits.ENTRIES)
    if start + size + _END.size != len(data):
        raise KnownError("bundle.bad_zip")
    entries = []
    while start < len(data) - _END.size:
        entry, start = _central_entry(data, start)
        entries.append(entry)
    if len(entries) != count or start != len(data) - _END.size:
        raise KnownError("bundle.bad_zip")
    return entries


def _end_record(data: bytes) -> tuple[int, int, int]:
    """Read the last 22 bytes; a comment, a second disk or ZIP64 (sizes of all ones) make a bad ZIP here."""
    if len(data) < _END.size or not data.startswith(b"PK"):
        raise KnownError("bundle.bad_zip")
    mark, disk, first, here, count, size, start, comment = _END.unpack_from(data, len(data) - _END.size)
    if mark != b"PK\x05\x06" or disk or first or here != count or comment:
        raise KnownError("bundle.bad_zip")
    return start, size, count


def _central_entry(data: bytes, at: int) -> tuple[_Entry, int]:
    try:
        fields = _CENTRAL.unpack_from(data, at)
    except struct.error as error:
        raise KnownError("bundle.bad_zip") from error
    (
        mark,
        _,
        system,
        _,
        flags,
        method,
        _,
        _,
        crc,
        packed,
        size,
        name_size,
        extra,
        comment,
        disk,
        _,
        rights,
        offset,
    ) = fields
    is_plain = mark == b"PK\x01\x02" and not (flags & ~_UTF8_FLAG or extra or comment or disk)
    if not is_plain or method not in (_STORED, _DEFLATED):
        raise KnownError("bundle.bad_zip")
    at += _CENTRAL.size
    name = data[at : at + name_size].decode("utf-8", "backslashreplace")
    attributes = rights >> 16 if system == _UNIX else 0
    return _Entry(name, method, crc, packed, size, offset, attributes), at + name_size


def _check_names(entries: list[_Entry]) -> None:
    seen: set[str] = set()
    folded: set[str] = set()
    for entry in entries:
        if entry.name in seen:
            raise KnownError("bundle.name_twice", entry=entry.name)
        if entry.name.casefold() in folded:
            raise KnownError("bundle.name_case", entry=entry.name)
        seen.add(entry.name)
        folded.add(entry.name.casefold())
        _check_name(entry)


def _check_name(entry: _Entry) -> None:
    if stat.S_ISLNK(entry.attributes):
        raise KnownError("bundle.entry_link", entry=entry.name)
    for code, pattern in _FORBIDDEN:
        if pattern.search(entry.name):
            raise KnownError(code, entry=entry.name)
    if entry.attributes & 0o111:
        raise KnownError("bundle.entry_executable", entry=entry.name)
    if not _ALLOWED.fullmatch(entry.name):
        raise KnownError("bundle.unlisted_entry", entry=entry.name)


def _check_sizes(entries: list[_Entry]) -> None:
    """Refuse a bomb by what it claims; `chunks` holds every entry to its claim."""
    if sum(entry.size for entry in entries) > limits.UNPACKED_BYTES:
        raise KnownError("bundle.bomb", limit=limits.UNPACKED_BYTES)
    for entry in entries:
        if entry.size > limits.RATIO_FROM and entry.size > limits.RATIO * entry.packed:
            raise KnownError("bundle.bomb", entry=entry.name, limit=limits.RATIO)


def _check_layout(data: bytes, entries: list[_Entry]) -> dict[str, int]:
    """Return where each entry's bytes begin, having seen that they follow each other without gap or overlap."""
    starts = {}
    at = 0
    for entry in sorted(entries, key=lambda entry: entry.offset):
        if entry.offset != at:
            raise KnownError("bundle.bad_zip", entry=entry.name)
        starts[entry.name] = _local_start(data, entry)
        at = starts[entry.name] + entry.packed
    if at != _end_record(data)[0]:
        raise KnownError("bundle.bad_zip")
    return starts


def _local_start(data: bytes, entry: _Entry) -> int:
    try:
        fields = _LOCAL.unpack_from(data, entry.offset)
    except struct.error as error:
        raise KnownError("bundle.bad_zip", entry=entry.name) from error
    mark, _, flags, method, _, _, crc, packed, size, name_size, extra = fields
    at = entry.offset + _LOCAL.size
    name = data[at : at + name_size].decode("utf-8", "backslashreplace")
    claimed = (name, method, crc, packed, size)
    if mark != b"PK\x03\x04" or flags & ~_UTF8_FLAG or extra:
        raise KnownError("bundle.bad_zip", entry=entry.name)
    if claimed != (entry.name, entry.method, entry.crc, entry.packed, entry.size):
        raise KnownError("bundle.lying_size", entry=entry.name)
    return at + int(name_size)
