from fieldapp.engine import FormSession
from fieldapp.ui.form.contents import Contents
from fieldapp.ui.form.cutting import MOST_ON_A_PAGE, pages, steps
from fieldapp.ui.form.sections import SectionFinder, sections_of
from tests.engine.sessions import session, survey

NAMES = [f"q{number}" for number in range(MOST_ON_A_PAGE + 20)]
LONG = survey(*(f"text | {name} | {name}" for name in NAMES))
TALK = survey(
    "begin group | vous | Vous",
    "text | nom | Nom",
    "text | autre | Autre | ${nom} = 'autre'",
    "text | age | Âge",
    "text | ville | Ville",
    "text | metier | Métier",
    "begin repeat | etape | Étape",
    "text | quand | Quand",
    "end repeat |",
    "end group |",
    "text | fin | Fin",
)


def names(opened, section):
    return [root.reference.rpartition("/")[2] for root in section.roots]


def test_a_short_form_keeps_its_sections_whole():
    opened = session(TALK)
    assert [(section.part, names(opened, section)[0]) for section in sections_of(opened, pages)] == [
        (0, "nom"),
        (0, "fin"),
    ]


def test_a_section_too_long_for_a_page_is_parted_and_loses_no_question():
    opened = session(LONG)
    parts = sections_of(opened, pages)
    assert len(parts) > 1
    assert [name for part in parts for name in names(opened, part)] == NAMES
    assert Contents(opened, parts).title(1).endswith(f"(2/{len(parts)})")


def test_in_an_interview_few_questions_stand_together_with_those_that_depend_on_them():
    opened = session(TALK)
    assert [names(opened, section) for section in sections_of(opened, steps)] == [
        ["nom", "autre", "age", "ville"],
        ["metier"],
        ["etape"],
        ["fin"],
    ]


def test_every_question_of_every_arrangement_is_found_in_its_section():
    for opened in (session(LONG), session(TALK)):
        for cut in (pages, steps):
            sections = sections_of(opened, cut)
            finder = SectionFinder(sections)
            for reference in asked(opened):
                number = finder.number_of(reference)
                assert number is not None
                assert [n for n, section in enumerate(sections) if section.holds(reference)] == [number]


def asked(opened: FormSession):
    return [ref for ref in opened.leaves() if "/meta/" not in ref]


def test_what_stands_above_all_sections_is_in_none():
    opened = session(TALK)
    assert SectionFinder(sections_of(opened)).number_of("/essai") is None


def test_a_section_out_of_play_is_passed_over():
    opened = session(
        survey(
            "text | a | A",
            "begin group | g | G | ${a} = 'oui'",
            "text | b | B",
            "end group |",
            "text | c | C",
        )
    )
    contents = Contents(opened, sections_of(opened))
    assert (contents.visible(), contents.following(0)) == ([0, 2], 2)
    opened.answer("/essai/a", "oui")
    assert (contents.following(0), contents.following(2, -1)) == (1, 1)
