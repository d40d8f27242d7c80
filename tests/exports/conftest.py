"""A small form of the mission's shape, filled in both languages, and pictures drawn for the tests."""

import io
from datetime import UTC, datetime

import pytest
from PIL import Image, ImageDraw

from fieldapp.engine import FormSession
from fieldapp.exports.fiche_pdf import FicheFacts
from fieldapp.forms import load_form_bytes

AT = datetime(2026, 5, 4, 10, 30, tzinfo=UTC)
RECORD = "0197a3c2-7b1e-7c44-9d11-5f0a6f3e2b10"
FRENCH, ARABIC = "Français (fr)", "العربية (ar)"

FORM = """
| survey | | | | | | |
| | type | name | label::Français (fr) | label::العربية (ar) | relevant | appearance |
| | begin group | identite | A. Identité | أ. الهوية | | |
| | text | nom | Nom | الاسم | | |
| | text | nom_ar | Nom en arabe | الاسم بالعربية | | |
| | select_multiple langue | langues | Langues | اللغات | | |
| | integer | annee | Année | السنة | | |
| | text | cache | Caché | مخفي | ${annee} = 1 | |
| | end group | | | | | |
| | begin group | sites | B. Sites | ب. المقرات | | |
| | begin repeat | site | Site | مقر | | |
| | text | ville | Ville | المدينة | | |
| | geopoint | gps | Position | الموقع | | |
| | image | photo | Photo | صورة | | |
| | end repeat | | | | | |
| | end group | | | | | |
| | begin group | fin | C. Validation | ج. المصادقة | | |
| | date | date_verification | Vérifié le | تاريخ التحقق | | |
| | dateTime | passage | Passage | المرور | | |
| | decimal | montant | Montant | المبلغ | | |
| | text | notes | Notes | ملاحظات | | |
| | text | signataire_nom | Signataire | الموقع | | |
| | image | signature | Signature | التوقيع | | signature |
| | end group | | | | | |
| choices | | | | |
| | list_name | name | label::Français (fr) | label::العربية (ar) |
| | langue | fr | Français | الفرنسية |
| | langue | ar | Arabe | العربية |
| settings | | | | |
| | form_title | form_id | default_language | instance_name |
| | Essai | essai | Français (fr) | ${nom} |
"""

ANSWERS = {
    "identite/nom": "Association Amal",
    "identite/nom_ar": "جمعية الأمل",
    "identite/langues": "fr ar",
    "identite/annee": "2006",
    "sites/site[1]/ville": "Béni Mellal",
    "sites/site[1]/gps": "32.3373 -6.3498 0 0",
    "sites/site[1]/photo": "photo.jpg",
    "sites/site[2]/ville": "Khouribga",
    "fin/date_verification": "2026-05-01",
    "fin/notes": "Reçu par la présidente.",
    "fin/signataire_nom": "Amina Exemple",
    "fin/signature": "signature.png",
}


@pytest.fixture(scope="session")
def form():
    return load_form_bytes(FORM.encode(), name="essai.md")


@pytest.fixture
def session(form):
    """A filled form; its language may be changed."""
    filled = FormSession(form)
    filled.add_repeat("/data/sites/site")
    for path, value in ANSWERS.items():
        filled.answer(f"/data/{path}", value)
    return filled


def drawn_picture(kind, size=(120, 60), colour="navy", **options):
    image = Image.new("RGBA" if kind == "PNG" else "RGB", size, "white" if kind == "JPEG" else (0, 0, 0, 0))
    ImageDraw.Draw(image).line((5, 5, size[0] - 5, size[1] - 5), fill=colour, width=6)
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


@pytest.fixture(scope="session")
def images():
    return {"photo.jpg": drawn_picture("JPEG", (400, 300)), "signature.png": drawn_picture("PNG")}


@pytest.fixture(scope="session")
def facts():
    return FicheFacts(RECORD, "3", "fr", AT)
