import re
import time
from xml.etree import ElementTree as ET

import pytest
from hypothesis import given
from hypothesis import strategies as st

from fieldapp.forms.styling import MAX_STYLED, Run, plain_words, styled_html, styled_runs


@pytest.mark.parametrize(
    ("text", "runs"),
    [
        ("Nom", (Run("Nom"),)),
        ("", ()),
        ("Le **nom** exact", (Run("Le "), Run("nom", is_bold=True), Run(" exact"))),
        ("Le __nom__", (Run("Le "), Run("nom", is_bold=True))),
        ("Le *nom*", (Run("Le "), Run("nom", is_italic=True))),
        ("_nom_ !", (Run("nom", is_italic=True), Run(" !"))),
        ("**_x_ y**", (Run("x", is_bold=True, is_italic=True), Run(" y", is_bold=True))),
        ("## Titre", (Run("Titre", heading=2),)),
        ("<b>a</b> <em>b</em><u>c</u>", (Run("a", is_bold=True), Run(" "), Run("b", is_italic=True),
                                         Run("c", is_underlined=True))),
        ("<strong >a\n*b*</strong\t>", (Run("a", is_bold=True), Run("\n"), Run("b", is_bold=True, is_italic=True))),
        ('<div style="text-align:center">a</div>', (Run("a"),)),
        ("<b>a <b> b</b>", (Run("a <b> b", is_bold=True),)),
        ("[tél](tel:+212)", (Run("tél", link="tel:+212"),)),
        ("# A\nb", (Run("A", heading=1), Run("\n"), Run("b"))),
        ("[ici](https://odk.org)", (Run("ici", link="https://odk.org"),)),
        ('<span style="color:#f58a1f">o</span>r', (Run("o", colour="#f58a1f"), Run("r"))),
        ("<span style='color: red; font-family:serif'>a\n**b**</span>",
         (Run("a", colour="red"), Run("\n"), Run("b", is_bold=True, colour="red"))),
        (r"\*non\* \# \_", (Run("*"), Run("non"), Run("*"), Run(" "), Run("#"), Run(" "), Run("_"))),
    ],
)  # fmt: skip
def test_marks_are_styles(text, runs):
    assert styled_runs(text) == runs


@pytest.mark.parametrize(
    "text",
    [
        "nom_du_site", "2*3*4", "Champ obligatoire *", "**", "** a **", "*", "_", "#5 rue", "#", "a # b", "[x](y)",
        "[x](javascript:alert(1))", "<b>gras", "gras</b>", "<b>x</i>", "<table>", "1. un\n- deux", "####### sept",
        "</span>", "<script>x</script>", "5 * 3 * 2", "a __b", "x < y",
        '<span onclick="x">', '<span style="color:red" onclick="x">',
    ],
)  # fmt: skip
def test_what_is_no_mark_stands_as_it_is(text):
    assert plain_words(text) == text


def test_html_holds_the_styles_and_escapes_the_rest():
    assert styled_html('# A & **b** <i>\n<span style="color:red">"c"</span>') == (
        '<b><span style="font-size:xx-large">A &amp; </span></b>'
        '<b><span style="font-size:xx-large">b</span></b>'
        '<b><span style="font-size:xx-large"> &lt;i&gt;</span></b>'
        '<br><span style="color:red">&quot;c&quot;</span>'
    )


def test_a_link_leads_nowhere_but_to_the_web_or_to_mail():
    assert styled_html("[x](https://a.ma/?b=1&c=2)") == '<a href="https://a.ma/?b=1&amp;c=2">x</a>'
    assert "href" not in styled_html("[x](file:///etc/passwd) [x](javascript:1) [x](data:text/html,x)")


@pytest.mark.parametrize(
    "style", ["color:red;}</style><script>", 'color:red" onclick="x', "background:url(x)"]
)
def test_no_style_but_a_colour_gets_through(style):
    html = styled_html(f"<span style='{style}'>x</span>")
    assert re.findall(r'style="([^"]*)"', html) in ([], ["color:red"])
    assert "<script" not in html


MARKS = [
    *"*_#aé<>\"'&\\[)",
    "**",
    "__",
    "](",
    "https://x",
    "<span|style=",
    "color:red",
    "</span>",
    "<b>",
    "&amp;",
]
PIECES = st.sampled_from([*(mark.replace("|", " ") for mark in MARKS), " ", "\n"])


@given(st.lists(PIECES, max_size=30).map("".join))
def test_html_is_always_whole_and_holds_our_tags_only(text):
    root = ET.fromstring(f"<x>{styled_html(text).replace('<br>', '<br/>')}</x>")
    assert {element.tag for element in root.iter()} <= {"x", "b", "i", "u", "a", "br", "span"}
    assert {name for element in root.iter() for name in element.attrib} <= {"style", "href"}
    assert "".join(root.itertext()) == plain_words(text).replace("\n", "")


@pytest.mark.parametrize("mark", ["*", "**", "_a", "[", "<span ", "**a ", '<span style="'])
def test_no_text_keeps_the_program_busy(mark):
    began = time.process_time()
    styled_html((mark * MAX_STYLED)[:MAX_STYLED])
    assert time.process_time() - began < 2


def test_bold_marks_around_a_blank_answer_are_not_shown():
    assert plain_words("Total : ****, soit **3**") == "Total : , soit 3"
    assert plain_words("***** a****b") == "***** a****b"
