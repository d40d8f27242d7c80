from fieldapp.exports.outline import Cards, Entry, Kind, outline_of
from tests.exports.conftest import ANSWERS, ARABIC, RECORD


def entry(outline, name):
    return next(one for one in outline.entries() if one.name == name)


def test_sections_and_their_order_are_the_forms(session):
    outline = outline_of(session)
    assert [section.title for section in outline.sections] == ["A. Identité", "B. Sites", "C. Validation"]


def test_blank_and_irrelevant_answers_are_left_out(session):
    session.answer("/data/identite/cache", "secret")
    assert {one.name for one in outline_of(session).entries()} == {
        "nom", "nom_ar", "langues", "annee", "ville", "gps", "photo",
        "date_verification", "notes", "signataire_nom", "signature",
    }  # fmt: skip


def test_choices_are_said_by_their_labels(session):
    assert entry(outline_of(session), "langues").value == "Français, Arabe"


def test_dates_are_said_as_the_language_says_them(session):
    assert outline_of(session).verified_on == "1er mai 2026"
    session.set_language(ARABIC)
    assert outline_of(session).verified_on == "1 ماي 2026"


def test_moments_and_numbers_are_said_as_the_language_says_them(session):
    session.answer("/data/fin/passage", "2026-05-01T09:05:00.000+01:00")
    session.answer("/data/fin/montant", "1250.5")
    outline = outline_of(session)
    assert entry(outline, "passage").value == "1er mai 2026, 09:05"
    assert entry(outline, "montant").value.replace("\u202f", " ").replace("\xa0", " ") in (
        "1 250,5",
        "1.250,5",
    )


def test_a_value_that_is_not_of_its_type_is_shown_as_it_stands(session):
    for name, value in (("date_verification", "mai"), ("montant", "beaucoup"), ("passage", "hier")):
        session.answer(f"/data/fin/{name}", value)
        assert entry(outline_of(session), name).value == value


def test_repeats_become_cards_and_a_place_is_two_numbers(session):
    [cards] = [item for item in outline_of(session).sections[1].items if isinstance(item, Cards)]
    assert (cards.label, len(cards.cards)) == ("Site", 2)
    assert cards.cards[0].entries[1] == Entry("Position", "32.33730, -6.34980", Kind.LINK, "gps")


def test_the_signatory_stands_apart(session):
    outline = outline_of(session)
    assert [one.name for one in outline.signatory] == ["signataire_nom", "signature"]
    assert "signataire_nom" not in [item.name for item in outline.sections[2].items]


def test_pictures_are_named_once_each(session):
    session.answer("/data/sites/site[2]/photo", "photo.jpg")
    assert outline_of(session).image_names == ("photo.jpg", "signature.png")


def test_the_arabic_name_comes_first_on_an_arabic_page(session):
    assert (outline_of(session).title, outline_of(session).subtitles) == (
        "Association Amal",
        ("جمعية الأمل",),
    )
    session.set_language(ARABIC)
    assert (outline_of(session).title, outline_of(session).subtitles) == (
        "جمعية الأمل",
        ("Association Amal",),
    )


def test_only_what_is_included_is_said(session):
    outline = outline_of(session, include=lambda path: not path.startswith("fin/") and "photo" not in path)
    assert [section.title for section in outline.sections] == ["A. Identité", "B. Sites"]
    assert (outline.image_names, outline.signatory, outline.verified_on) == ((), (), "")


def test_a_title_that_may_not_be_shown_gives_way_to_the_name(session):
    assert outline_of(session, include=lambda path: not path.startswith("meta/")).title == "Association Amal"
    assert outline_of(session, include=lambda _path: False).title == ""


def test_an_empty_form_has_an_outline_without_sections(form):
    from fieldapp.engine import FormSession

    assert outline_of(FormSession(form)).sections == ()


def test_paths_given_to_the_filter_carry_the_identity_of_repeats(session):
    seen = []
    outline_of(session, include=lambda path: seen.append(path) or True)
    assert sum(path.startswith("sites/site[") and path.endswith("]/ville") for path in seen) == 2
    assert "sites/site[1]/ville" not in seen
    assert len(seen) == len(ANSWERS) + len(["meta/instanceName"])
    assert RECORD not in seen
