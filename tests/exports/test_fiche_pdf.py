import dataclasses
import io
import os
import re
import subprocess

import pikepdf
import pypdfium2
import pytest

from fieldapp.exports.bidi import has_rtl
from fieldapp.exports.fiche_pdf import FicheFacts, render_fiche
from fieldapp.exports.outline import Entry, Outline, Section, outline_of
from fieldapp.exports.seal_stamp import draw_seal_stamp
from tests.exports.conftest import ARABIC, AT, FRENCH, RECORD
from tests.golden.compare import golden

LANGUAGES = [("fr", FRENCH), ("ar", ARABIC)]


def rendered(session, images, language="fr", form_language=FRENCH):
    session.set_language(form_language)
    return render_fiche(outline_of(session), FicheFacts(RECORD, "3", language, AT), images=images)


def text_of(data):
    document = pypdfium2.PdfDocument(data)
    return "\n\n".join(page.get_textpage().get_text_range().replace("\r\n", "\n") for page in document)


def bbox(data, tmp_path):
    """Left edge of each word; pdftotext gives Arabic letters from left to right."""
    (tmp_path / "fiche.pdf").write_bytes(data)
    command = ["pdftotext", "-bbox", tmp_path / "fiche.pdf", "-"]
    out = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    found = re.findall(r'xMin="([\d.]+)".*?>(.*?)</word>', out)
    return {text[::-1] if has_rtl(text) else text: float(left) for left, text in found}


@pytest.mark.parametrize(("language", "form_language"), LANGUAGES)
def test_what_a_fiche_says_is_as_reviewed(session, images, language, form_language):
    text = text_of(rendered(session, images, language, form_language).data)
    assert text == golden(f"fiche_{language}.txt", text)


@pytest.mark.parametrize(("language", "form_language"), LANGUAGES)
def test_the_same_fiche_at_the_same_time_is_the_same_file(session, images, language, form_language):
    first = rendered(session, images, language, form_language)
    rendered(session, images, "fr", FRENCH)
    assert rendered(session, images, language, form_language) == first


def test_labels_stand_left_in_french_and_right_in_arabic(session, images, tmp_path):
    french = bbox(rendered(session, images).data, tmp_path)
    assert french["Langues"] < 100 < french["Français,"]
    arabic = bbox(rendered(session, images, "ar", ARABIC).data, tmp_path)
    assert arabic["اللغات"] > 450 > arabic["الفرنسية،"]


def test_the_file_says_its_title_language_direction_and_moment(session, images):
    with pikepdf.open(io.BytesIO(rendered(session, images, "ar", ARABIC).data)) as pdf:
        assert (str(pdf.Root.Lang), str(pdf.Root.ViewerPreferences.Direction)) == ("ar", "/R2L")
        assert (str(pdf.docinfo.Title), str(pdf.docinfo.CreationDate)) == ("جمعية الأمل", "D:20260504103000Z")


def test_all_fonts_are_inside(session, images, tmp_path):
    (tmp_path / "fiche.pdf").write_bytes(rendered(session, images, "ar", ARABIC).data)
    out = subprocess.run(
        ["pdffonts", tmp_path / "fiche.pdf"], capture_output=True, text=True, check=True
    ).stdout
    fonts = [line.split() for line in out.splitlines()[2:]]
    assert {font[0].partition("+")[2] for font in fonts} <= {
        "NotoSans-Regular", "NotoSans-Bold", "NotoNaskhArabic-Regular", "NotoNaskhArabic-Bold",
    }  # fmt: skip
    assert all(font[-5] == "yes" for font in fonts)


def long_outline(text, count=1):
    entries = tuple(Entry(f"Question {number}", text) for number in range(count))
    return Outline("Association", (), "Essai", "essai", "", (Section("A. Section", entries),))


def test_a_long_answer_flows_over_pages_and_its_label_stands_at_its_beginning(facts):
    text = " ".join(f"mot{number}" for number in range(1800))
    pdf = render_fiche(long_outline(text), facts, images={})
    pages = text_of(pdf.data).split("\n\n")
    assert pdf.page_count >= 3
    assert [f"mot{n}" in pages[0] for n in (0, 1799)] == [True, False]
    assert "".join(pages).count("Question 0") == 1
    assert set(text.split()) <= set(" ".join(pages).split())


@pytest.mark.parametrize("count", range(28, 36))
def test_a_label_is_never_parted_from_its_answer(facts, count):
    for page in text_of(render_fiche(long_outline("réponse " * 24, count), facts, images={}).data).split(
        "\n\n"
    ):
        questions = re.findall(r"Question \d+", page)
        assert page.count("réponse") >= 2 * len(questions)


def test_every_page_says_which_it_is_and_of_what(facts):
    pdf = render_fiche(long_outline("mot " * 60, 40), facts, images={})
    for number, page in enumerate(pypdfium2.PdfDocument(pdf.data), 1):
        text = page.get_textpage().get_text_range()
        assert f"page {number} / {pdf.page_count}" in text
        assert RECORD in text


def test_a_picture_that_is_missing_or_broken_is_said_to_be(session, images):
    assert "Image absente" in text_of(rendered(session, {}).data)
    assert "Image illisible" in text_of(rendered(session, images | {"photo.jpg": b"x"}).data)


def test_pictures_are_drawn(session, images):
    pages = pypdfium2.PdfDocument(rendered(session, images).data)
    kinds = [pypdfium2.raw.FPDF_PAGEOBJ_IMAGE]
    assert {one.get_px_size() for page in pages for one in page.get_objects(kinds)} == {(400, 300), (120, 60)}


@pytest.mark.parametrize(("language", "form_language"), LANGUAGES)
def test_the_place_of_the_seal_is_free_and_on_its_page(session, images, language, form_language):
    pdf = rendered(session, images, language, form_language)
    left, bottom, right, top = pdf.seal_box
    image = pypdfium2.PdfDocument(pdf.data)[pdf.seal_page].render().to_pil().convert("L")
    place = image.crop((left, 842 - top, right, 842 - bottom))
    assert place.getextrema() == (255, 255)
    assert 0 < left < right < 595
    assert right - left > 120
    assert top - bottom > 50


def test_a_fiche_without_signature_leaves_room_for_a_pen(session, images):
    outline = dataclasses.replace(outline_of(session), signatory=())
    text = text_of(render_fiche(outline, FicheFacts(RECORD, "3", "fr", AT), images=images).data)
    assert "Non signée" in text


def test_hostile_text_is_drawn_as_text(facts):
    nasty = "a\x00b\x07\u202e(cid:1) ) Tj ET <script> \\( %PDF \ud7ff\ufffe" + "\u0600\u200d" * 40
    assert "<script>" in text_of(render_fiche(long_outline(nasty), facts, images={}).data)


def test_the_visible_seal_says_who_and_when():
    for language, name in (("fr", "Scellé par"), ("ar", "ختمها")):
        data = draw_seal_stamp(signer_name="Poste Béni Mellal", at=AT, language=language, size=(170, 90))
        text = text_of(data)
        assert name in text
        assert "Poste Béni Mellal" in text
        assert data == draw_seal_stamp(
            signer_name="Poste Béni Mellal", at=AT, language=language, size=(170, 90)
        )


def test_a_sealed_fiche_is_valid_for_pdfsig(session, images, tmp_path):
    from fieldapp.signing.certificates import Role, Subject, self_signed
    from fieldapp.signing.identity import Identity
    from fieldapp.signing.keys import new_signing_key
    from fieldapp.signing.pades import SealStamp, sign_pdf

    pdf = rendered(session, images)
    left, bottom, right, top = pdf.seal_box
    page = draw_seal_stamp(signer_name="Poste", at=AT, language="fr", size=(right - left, top - bottom))
    key = new_signing_key()
    identity = Identity(self_signed(key, Subject("x", "Poste", Role.POSTE), at=AT), key)
    stamp = SealStamp(page, pdf.seal_page, pdf.seal_box)
    (tmp_path / "f.pdf").write_bytes(sign_pdf(pdf.data, identity, at=AT, reason="Vérifiée", stamp=stamp))
    command = ["pdfsig", "-nocert", tmp_path / "f.pdf"]
    out = subprocess.run(command, capture_output=True, text=True, env=os.environ | {"LC_ALL": "C.UTF-8"})
    assert "Signature is Valid" in out.stdout
