"""Bundles: five fiches collected, drawn and sealed; the file opened again with every check."""

import io
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager

import pyrage

from fieldapp.bundle.content import SealedBundle
from fieldapp.bundle.reader import open_bundle
from fieldapp.signing.age import decrypt
from fieldapp.store import Workspace
from fieldapp.usecases.export_fiche import keep_fiche, render_fiche_job
from fieldapp.usecases.make_bundle import BundleJob, WrittenBundle, collect_bundle, seal_bundle
from tests.benchmarks.measuring import Benchmark, Pair, timed
from tests.benchmarks.site import Site

_LEVEL = 6
"""Of deflate, the writer's own."""


@contextmanager
def _made(site: Site) -> Iterator[Pair]:
    with site.workspace() as workspace:
        yield _writing(site, workspace)


@contextmanager
def _made_again(site: Site) -> Iterator[Pair]:
    """As above, once the PDFs are in the workspace: what a bundle costs beside them."""
    with site.workspace() as workspace:
        for fiche in collect_bundle(workspace).fiches:
            keep_fiche(workspace, render_fiche_job(fiche))
        yield _writing(site, workspace)


def _writing(site: Site, workspace: Workspace) -> Pair:
    folder = site.new_path("bundles")
    folder.mkdir()
    job = collect_bundle(workspace)
    entries = _entries(job, seal_bundle(job, folder))
    recipients = [pyrage.x25519.Recipient.from_str(one) for one in job.recipients]

    def floor() -> None:
        out = io.BytesIO()
        with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED, compresslevel=_LEVEL) as archive:
            for name, data in entries.items():
                archive.writestr(name, data)
        pyrage.encrypt(out.getvalue(), recipients)

    return Pair(lambda: timed(lambda: seal_bundle(collect_bundle(workspace), folder)), lambda: timed(floor))


def _entries(job: BundleJob, written: WrittenBundle) -> dict[str, bytes]:
    plain = decrypt(written.path.read_bytes(), (job.own_secret,))
    with zipfile.ZipFile(io.BytesIO(plain)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


@contextmanager
def _opened(site: Site) -> Iterator[Pair]:
    job, data = site.bundle
    identity = pyrage.x25519.Identity.from_str(job.own_secret)

    def ours() -> object:
        return open_bundle(
            SealedBundle(data),
            identities=(job.own_secret,),
            trust=job.centre.trust,
            recipient=job.centre.name,
            at=job.at,
        )

    def floor() -> None:
        with zipfile.ZipFile(io.BytesIO(pyrage.decrypt(data, [identity]))) as archive:
            for name in archive.namelist():
                archive.read(name)

    yield Pair(lambda: timed(ours), lambda: timed(floor))


_FLOOR = "zipfile packs the same entries, age encrypts them to as many recipients"
BENCHMARKS = (
    Benchmark("bundle", "5 fiches collected, drawn, signed, packed, sealed, read back", _FLOOR, 10, _made),
    Benchmark("bundle-again", "the same when their PDFs were drawn before", _FLOOR, 20, _made_again),
    Benchmark(
        "bundle-opened",
        "the sealed bundle of 5 fiches opened with every check",
        "age decrypts the same bytes, zipfile reads every entry",
        30,
        _opened,
    ),
)
