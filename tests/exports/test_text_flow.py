import io
import re
import subprocess

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from reportlab.platypus import SimpleDocTemplate, Spacer

from fieldapp.exports.bidi import has_rtl
from fieldapp.exports.look import BODY
from fieldapp.exports.text_flow import LTR, RTL, Align, TextFlow, lay_out, side_of

ARABIC = (
    "تتولى الوكالة الوطنية لإنعاش التشغيل والكفاءات (ANAPEC) استقبال 25 شخصا في مدينة Béni Mellal كل أسبوع"
)


def page(folder, *flowables, size=(400, 600)):
    out = io.BytesIO()
    SimpleDocTemplate(out, pagesize=size, invariant=1).build(
        [one for f in flowables for one in (f, Spacer(0, 9))]
    )
    (folder / "page.pdf").write_bytes(out.getvalue())
    return folder / "page.pdf"


def words_in_place(pdf):
    """Words as pdftotext finds them: (text, left, top); it gives Arabic letters from left to right."""
    out = subprocess.run(["pdftotext", "-bbox", pdf, "-"], capture_output=True, text=True, check=True).stdout
    found = re.findall(r'xMin="([\d.]+)" yMin="([\d.]+)".*?>(.*?)</word>', out)
    return [(text[::-1] if has_rtl(text) else text, float(left), float(top)) for left, top, text in found]


def test_arabic_words_run_from_right_to_left(tmp_path):
    placed = words_in_place(page(tmp_path, TextFlow(ARABIC, BODY, direction=RTL), size=(900, 200)))
    by_place = [text for text, _, _ in sorted(placed, key=lambda word: -word[1])]
    wanted = [word for word in ARABIC.split() if word not in ("Béni", "Mellal", "(ANAPEC)")]
    assert [word for word in by_place if word in wanted] == wanted


def test_a_french_name_inside_arabic_keeps_its_own_order(tmp_path):
    placed = words_in_place(page(tmp_path, TextFlow(ARABIC, BODY, direction=RTL), size=(900, 200)))
    left = {text: x for text, x, _ in placed}
    assert left["كل"] < left["Béni"] < left["Mellal"] < left["مدينة"]


def test_an_arabic_name_inside_french_keeps_its_own_order(tmp_path):
    text = "Association « جمعية الأمل » de Rabat"
    left = {word: x for word, x, _ in words_in_place(page(tmp_path, TextFlow(text, BODY, direction=LTR)))}
    assert left["Association"] < left["الأمل"] < left["جمعية"] < left["de"] < left["Rabat"]


def test_a_telephone_number_reads_from_left_to_right_on_an_arabic_page(tmp_path):
    placed = words_in_place(page(tmp_path, TextFlow("+212 523 48", BODY, direction=RTL)))
    assert [text for text, _, _ in sorted(placed, key=lambda word: word[1])] == ["+212", "523", "48"]
    assert placed[0][1] > 200


def test_lines_of_a_long_arabic_text_go_downwards(tmp_path):
    placed = words_in_place(page(tmp_path, TextFlow(ARABIC, BODY, direction=RTL), size=(330, 600)))
    top = {text: y for text, _, y in placed}
    assert top["تتولى"] < top["أسبوع"]


def test_text_can_be_copied_as_it_was_written(tmp_path):
    import pypdfium2

    text = "لا للتمييز ٢٠٢٦ في الأقاليم، جمعية الأمل"
    document = pypdfium2.PdfDocument(page(tmp_path, TextFlow(text, BODY, direction=RTL), size=(900, 200)))
    assert document[0].get_textpage().get_text_range().strip() == text


@pytest.mark.parametrize("text", ["ⵜⴰⵎⵣⵉⵔⵜ", "œuvre à 12 €", "Ġ Ş ñ", "٪؟،"])
def test_every_script_of_the_country_has_its_glyphs(text):
    block = lay_out(text, BODY, 400)
    assert "\ufffd" not in "".join(part.glyphs for part in block.lines[0].parts)


def test_a_character_without_glyph_is_shown_as_missing():
    [line] = lay_out("a\U0001f600b", BODY, 400).lines
    assert "".join(part.glyphs for part in line.parts) == "a\ufffdb"


def test_french_signs_stay_with_their_word():
    block = lay_out("Est-ce une association créée par des personnes migrantes ?", BODY, 262)
    last = "".join(part.glyphs for part in block.lines[-1].parts)
    assert last.replace("\xa0", " ").endswith("migrantes ?")
    assert len(last) > 3


def test_a_word_wider_than_its_column_is_cut():
    block = lay_out("https://exemple.org/" + "a" * 200, BODY, 100)
    assert len(block.lines) > 5
    assert block.width <= 100


@settings(deadline=None)
@given(text=st.text(alphabet="abé 12,()«»-/جمعيةلا٢\n", max_size=120), width=st.floats(60, 300))
def test_no_line_is_wider_than_its_column_and_no_word_is_lost(text, width):
    block = lay_out(text, BODY, width)
    assert block.width <= width + 0.01 or any(len(line.parts[0].glyphs) == 1 for line in block.lines)
    letters = sum(
        len(part.glyphs) for line in block.lines for part in line.parts if part.font == "NotoSans-Regular"
    )
    assert letters >= sum(char in "abé12" for char in text)


@pytest.mark.parametrize(
    ("align", "direction", "side"),
    [
        (Align.START, LTR, "left"),
        (Align.START, RTL, "right"),
        (Align.END, LTR, "right"),
        (Align.END, RTL, "left"),
        (Align.CENTRE, RTL, "centre"),
    ],
)
def test_start_and_end_follow_the_page(align, direction, side):
    assert side_of(align, direction) == side


def test_a_long_text_flows_and_leaves_no_single_line(tmp_path):
    flow = TextFlow("mot " * 400, BODY, direction=LTR)
    flow.wrap(300, 1000)
    first, second = flow.split(300, 100)
    first.wrap(300, 100)
    second.wrap(300, 1000)
    assert first.height <= 100
    assert len(first.block.lines) + len(second.block.lines) == len(flow.block.lines)
    assert flow.split(300, 20) == []
