"""Paper: a fiche drawn as PDF, and sealed."""

import asyncio
import io
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from typing import Any

from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from fieldapp.exports.fiche_pdf import FicheFacts, render_fiche
from fieldapp.signing.identity import Identity
from fieldapp.signing.pades import sign_pdf
from fieldapp.signing.seal import SealStamp
from fieldapp.usecases.export_fiche import Audience, FicheJob, collect_fiche
from tests.benchmarks.bare import bare_pages
from tests.benchmarks.measuring import Benchmark, Pair, timed
from tests.benchmarks.site import Site

_REASON = "Fiche telle qu'enregistrée"


def _job(site: Site, language: str) -> FicheJob:
    with site.workspace() as workspace:
        record = workspace.records.list()[-1]
        return collect_fiche(workspace, record.record_id, language=language, audience=Audience.LOCAL)


def _draw(job: FicheJob) -> Any:
    facts = FicheFacts(job.record_id, str(job.revision), job.language, job.at)
    return render_fiche(job.outline, facts, images=job.images)


@contextmanager
def _drawn(site: Site, language: str) -> Iterator[Pair]:
    job = _job(site, language)
    sections = [section.title for section in job.outline.sections]
    entries = [text for entry in job.outline.entries() for text in (entry.label, entry.value)]
    texts, pictures = [*sections, *entries], list(job.images.values())
    yield Pair(lambda: timed(lambda: _draw(job)), lambda: timed(lambda: bare_pages(texts, pictures)))


@contextmanager
def _signed(site: Site) -> Iterator[Pair]:
    job = _job(site, "fr")
    drawn = _draw(job)
    sign_bare = _bare_signing(job.identity, bare_pages(["une page"]))
    yield Pair(lambda: timed(lambda: _seal(job, drawn)), lambda: timed(sign_bare))


def _seal(job: FicheJob, drawn: Any) -> bytes:
    """Draw the seal's picture and sign, as an export does."""
    from fieldapp.exports.seal_stamp import draw_seal_stamp

    left, bottom, right, top = drawn.seal_box
    size = (right - left, top - bottom)
    picture = draw_seal_stamp(signer_name="Poste", at=job.at, language=job.language, size=size)
    stamp = SealStamp(picture, on_page=drawn.seal_page, box=drawn.seal_box)
    return sign_pdf(drawn.data, job.identity, at=job.at, reason=_REASON, stamp=stamp)


def _bare_signing(identity: Identity, page: bytes) -> Callable[[], object]:
    """Return a PAdES B-B signature by stock pyHanko over one page, without a picture; the key is loaded before."""
    from asn1crypto import keys, x509
    from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
    from pyhanko.sign.fields import SigSeedSubFilter
    from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, SimpleSigner
    from pyhanko_certvalidator.registry import SimpleCertificateStore

    der = identity.key.private_bytes(Encoding.DER, PrivateFormat.PKCS8, NoEncryption())
    signer = SimpleSigner(
        signing_cert=x509.Certificate.load(identity.certificate.public_bytes(Encoding.DER)),
        signing_key=keys.PrivateKeyInfo.load(der),
        cert_registry=SimpleCertificateStore(),
    )
    meta = PdfSignatureMetadata(field_name="Seal1", md_algorithm="sha256", subfilter=SigSeedSubFilter.PADES)

    def sign() -> object:
        writer = IncrementalPdfFileWriter(io.BytesIO(page))
        return asyncio.run(PdfSigner(meta, signer).async_sign_pdf(writer))

    return sign


_FLOOR = "the same texts as plain lines and the same pictures on bare reportlab pages"
BENCHMARKS = (
    Benchmark("pdf-fr", "a fiche drawn in French, unsigned", _FLOOR, 20, partial(_drawn, language="fr")),
    Benchmark("pdf-ar", "the same fiche drawn in Arabic", _FLOOR, 20, partial(_drawn, language="ar")),
    Benchmark(
        "pdf-signed",
        "its seal drawn and the PDF signed (PAdES B-B)",
        "stock pyHanko signs a bare page, without a picture",
        30,
        _signed,
    ),
)
