"""Large bundles: written and read, in time and in memory, beside plain ZIP and SHA-256 of the same bytes."""

import hashlib
import io
import multiprocessing
import zipfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import count
from pathlib import Path

from fieldapp.bundle.content import BundleContent, RecordState, SealedBundle, StreamedChange
from fieldapp.bundle.reader import open_bundle
from fieldapp.signing.age import decrypt
from fieldapp.signing.certificates import certificate_from_pem, certificate_to_pem
from fieldapp.signing.trust import TrustStore
from tests.benchmarks.measuring import Benchmark, Pair, timed
from tests.benchmarks.site import Site
from tests.bundle import samples

_LEVEL = 6
"""Of deflate, the writer's own."""
_CHUNK = 64 * 1024
_AT = "2026-11-22T09:00:00.000Z"


@dataclass(frozen=True, slots=True)
class Size:
    """How much there is in a bundle."""

    fiches: int
    changes: int
    """Of each fiche."""
    answers: int
    """Of each change."""


MISSION, MILLION = Size(1_000, 10, 20), Size(5_000, 1, 200)
_SMALL = Size(2, 2, 5)


def content_of(size: Size) -> BundleContent:
    """Return the changes and the present state of so many invented fiches."""
    names = [f"q{number:03}" for number in range(size.answers)]
    form = samples.definition(more=tuple(samples.question(f"/fiche/identite/{name}", name) for name in names))
    numbers, changes, records = count(1), [], []
    for fiche in range(size.fiches):
        record_id, answers = f"0197b000-0000-7000-8000-{fiche:012d}", {}
        for version in range(size.changes):
            number = next(numbers)
            answers = {f"identite/{name}": f"Réponse {number % 977} à {name} ({version})" for name in names}
            changes.append(StreamedChange(number, samples.change(number, record_id, answers)))
        records.append(RecordState(record_id, "fiche", form.version, answers, _AT))
    return BundleContent(
        header=samples.header(seq_from=1, seq_to=len(changes)),
        changes=tuple(changes),
        records=tuple(records),
        definitions={("fiche", form.version): form},
    )


@contextmanager
def _written(size: Size, site: Site) -> Iterator[Pair]:
    content, people = content_of(_SMALL if site.is_quick else size), samples.make_people()
    plain = decrypt(samples.write(people, content).data, [people.central_age.secret])
    with zipfile.ZipFile(io.BytesIO(plain)) as archive:
        entries = {name: archive.read(name) for name in archive.namelist()}

    def floor() -> None:
        with zipfile.ZipFile(io.BytesIO(), "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL) as packed:
            for name, data in entries.items():
                hashlib.sha256(data)
                packed.writestr(name, data)

    yield Pair(lambda: timed(lambda: samples.write(people, content)), lambda: timed(floor))


@contextmanager
def _read(size: Size, site: Site) -> Iterator[Pair]:
    ours, floor = _readings(_SMALL if site.is_quick else size)
    yield Pair(lambda: timed(ours), lambda: timed(floor))


@contextmanager
def _read_memory(size: Size, site: Site) -> Iterator[Pair]:
    ours, floor = _readings(_SMALL if site.is_quick else size)
    yield Pair(lambda: _gigabytes(ours), lambda: _gigabytes(floor))


def _readings(size: Size) -> "tuple[partial[None], partial[None]]":
    people = samples.make_people()
    sealed, secret = samples.write(people, content_of(size)).data, people.central_age.secret
    authority = certificate_to_pem(people.trust.authorities[0])
    return partial(_open, sealed, secret, authority), partial(_unzip, decrypt(sealed, [secret]))


def _open(sealed: bytes, secret: str, authority: bytes) -> None:
    """Open with every check, and go through all changes."""
    opened = open_bundle(
        SealedBundle(sealed),
        identities=[secret],
        trust=TrustStore((certificate_from_pem(authority),)),
        recipient=samples.RECIPIENT,
        at=samples.AT,
    )
    for _ in opened.iter_changes():
        pass


def _unzip(plain: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(plain)) as archive:
        for name in archive.namelist():
            digest = hashlib.sha256()
            with archive.open(name) as entry:
                while chunk := entry.read(_CHUNK):
                    digest.update(chunk)


def _gigabytes(act: Callable[[], None]) -> float:
    """Return what a fresh process took for it at its peak, over what it had when it held the file."""
    with multiprocessing.get_context("spawn").Pool(1) as pool:
        return pool.apply(_peak, (act,))


def _peak(act: Callable[[], None]) -> float:
    before = _most()
    act()
    return max(_most() - before, _CHUNK) / 1e9


def _most() -> int:
    """Return the most memory this process ever had; `ru_maxrss` would count that of the process it was made by."""
    status = Path("/proc/self/status").read_text(encoding="ascii")
    return 1024 * int(status.partition("VmHWM:")[2].split()[0])


def _benchmarks(name: str, size: Size, *, rounds: int) -> Iterator[Benchmark]:
    words = f"{size.fiches} fiches, {size.fiches * size.changes} changes of {size.answers} answers"
    zipped, unzipped = (
        "the same entries through SHA-256 into ZIP",
        "the same entries out of ZIP through SHA-256",
    )
    yield Benchmark(f"{name}-written", f"{words}, signed and sealed", zipped, rounds, partial(_written, size))
    yield Benchmark(
        f"{name}-read", f"{words}, opened with every check", unzipped, rounds, partial(_read, size)
    )
    yield Benchmark(
        f"{name}-read-memory", f"{words}, likewise", unzipped, 2, partial(_read_memory, size), unit="MB"
    )


BENCHMARKS = (
    *_benchmarks("bundle-mission", MISSION, rounds=5),
    *_benchmarks("bundle-million", MILLION, rounds=3),
)
