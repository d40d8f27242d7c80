"""Takes a bundle apart and puts it together wrongly, as a careful attacker or a broken stick would.

`Opened.of(data, secret)` decrypts and unpacks. Change `entries` at will, then:

* `seal(recipients)` packs what is there: digests and signature are no longer true unless they still are;
* `resign(identity, at=…)` makes the manifest true to the entries again and signs it, as a member of the house
  could: what is refused then is refused for what it says.

`csv(table)` / `put_csv(table, …)` change one table, `manifest` and `sync` the manifest. `raw_zip` writes ZIPs
that no writer would: entries are `Raw` records whose every field may lie.
"""

import hashlib
import io
import json
import struct
import zipfile
import zlib
from dataclasses import dataclass, field

from fieldapp.bundle.content import SealedBundle
from fieldapp.bundle.manifest import MANIFEST, ROWS, SIGNATURE, SYNC
from fieldapp.bundle.seal import seal
from fieldapp.signing.age import decrypt
from fieldapp.signing.certificates import key_id_of
from fieldapp.signing.cms import sign_detached


@dataclass
class Opened:
    """The entries of a bundle, to be changed."""

    entries: dict = field(repr=False)

    @classmethod
    def of(cls, data, secret=None):
        plain = decrypt(data, [secret]) if secret else data
        with zipfile.ZipFile(io.BytesIO(plain)) as archive:
            return cls({name: archive.read(name) for name in archive.namelist()})

    @property
    def manifest(self):
        return json.loads(self.entries[MANIFEST])

    def put_manifest(self, manifest):
        self.entries[MANIFEST] = json.dumps(manifest, ensure_ascii=False, indent=1).encode()

    def sync(self, **members):
        """Set members of `fieldapp:sync`; a value of `...` takes the member away."""
        manifest = self.manifest
        manifest[SYNC] |= members
        manifest[SYNC] = {name: value for name, value in manifest[SYNC].items() if value is not ...}
        self.put_manifest(manifest)

    def csv(self, table):
        """Return the lines of a table, header first, without their ends."""
        return self.entries[f"data/{table}.csv"].decode().split("\r\n")[:-1]

    def put_csv(self, table, lines):
        self.entries[f"data/{table}.csv"] = "".join(f"{line}\r\n" for line in lines).encode()

    def edit_csv(self, table, old, new, row=1):
        """Replace text in one row of a table."""
        lines = self.csv(table)
        assert old in lines[row]
        lines[row] = lines[row].replace(old, new, 1)
        self.put_csv(table, lines)

    def resign(self, identity, *, at, rows=True):
        """Make sizes, digests, row counts and signature true to what is there now."""
        manifest = self.manifest
        for resource in manifest["resources"]:
            data = self.entries.get(resource["path"])
            if data is None:
                continue
            resource |= {"bytes": len(data), "hash": f"sha256:{hashlib.sha256(data).hexdigest()}"}
            if rows and ROWS in resource:
                resource[ROWS] = max(0, data.count(b"\r\n") - 1)
        manifest[SYNC]["signer_cert_sha256"] = key_id_of(identity.certificate)
        self.put_manifest(manifest)
        return self.sign(identity, at=at)

    def sign(self, identity, *, at):
        """Sign the manifest as it stands."""
        self.entries[SIGNATURE] = sign_detached(self.entries[MANIFEST], identity, at=at)
        return self

    def seal(self, recipients):
        return SealedBundle(
            seal(raw_zip([Raw(name, data) for name, data in sorted(self.entries.items())]), recipients)
        )


@dataclass
class Raw:
    """One ZIP entry, told as it shall be written; what is None is told truly."""

    name: str
    data: bytes = field(repr=False)
    size: int | None = None
    mode: int = 0o100600
    flags: int = 0
    method: int = 8
    crc: int | None = None
    shift: int = 0
    """Added to the offset that the central directory gives."""


def raw_zip(entries, *, comment=b"", count=None, tail=b""):
    """Write a ZIP byte by byte."""
    body, directory = b"", b""
    for entry in entries:
        deflater = zlib.compressobj(6, zlib.DEFLATED, -zlib.MAX_WBITS)
        packed = deflater.compress(entry.data) + deflater.flush() if entry.method == 8 else entry.data
        crc = zlib.crc32(entry.data) if entry.crc is None else entry.crc
        size = len(entry.data) if entry.size is None else entry.size
        name = entry.name.encode()
        common = (20, entry.flags, entry.method, 0, 33, crc, len(packed), size, len(name), 0)
        offset = len(body) + entry.shift
        directory += struct.pack(
            "<4s2B5H3L5H2L", b"PK\x01\x02", 20, 3, *common, 0, 0, 0, entry.mode << 16, offset
        )
        directory += name
        body += struct.pack("<4s5H3L2H", b"PK\x03\x04", *common) + name + packed
    total = len(entries) if count is None else count
    end = struct.pack("<4s4H2LH", b"PK\x05\x06", 0, 0, total, total, len(directory), len(body), len(comment))
    return body + directory + end + comment + tail
