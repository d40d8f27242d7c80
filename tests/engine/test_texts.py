import pytest

from fieldapp.base.errors import KnownError
from fieldapp.engine import Choice
from tests.engine.sessions import session
from tests.engine.xforms import xform

TABLE = """
| survey |
| | type              | name   | label::Français (fr) | label::العربية (ar) | hint::Français (fr) | guidance_hint::Français (fr) | choice_filter | calculation |
| | text              | nom    | Nom                  | الاسم               | Le nom              | Tel quel            |  |  |
| | select_one region | region | Région               | الجهة               |                     |                     |  |  |
| | select_one ville  | ville  | Ville de ${nom}      | مدينة ${nom}        |                     |                     | region = ${region} |  |
| | calculate         | dite   |                      |                     |                     |                     |  | jr:choice-name(${region}, '${region}') |
| choices |
| | list_name | name | label::Français (fr) | label::العربية (ar) | region |
| | region    | rsk  | Rabat-Salé-Kénitra   | الرباط سلا القنيطرة |        |
| | region    | ori  | L'Oriental           | الشرق               |        |
| | ville     | rba  | Rabat                | الرباط              | rsk    |
| | ville     | ouj  | Oujda                | وجدة                | ori    |
"""  # noqa: E501 - a table is read across


def test_labels_hold_answers():
    opened = session(TABLE)
    assert opened.answer("/essai/nom", "Ali").labels == {"/essai/ville"}
    assert opened.label("/essai/ville") == "Ville de Ali"


def test_another_language_changes_every_label():
    opened = session(TABLE)
    effects = opened.set_language("العربية (ar)")
    assert effects.labels >= {"/essai/nom", "/essai/region", "/essai/ville"}
    assert opened.label("/essai/nom") == "الاسم"
    assert opened.choices("/essai/region")[0].label == "الرباط سلا القنيطرة"


def test_what_is_not_translated_shows_in_the_default_language():
    opened = session(TABLE)
    opened.set_language("العربية (ar)")
    assert (opened.hint("/essai/nom"), opened.guidance("/essai/nom")) == ("Le nom", "Tel quel")


def test_the_name_of_a_choice_follows_answer_and_language():
    opened = session(TABLE)
    opened.answer("/essai/region", "ori")
    assert opened.value("/essai/dite") == "L'Oriental"
    assert opened.set_language("العربية (ar)").values == {"/essai/dite"}
    assert opened.value("/essai/dite") == "الشرق"


def test_an_unknown_language_is_refused():
    with pytest.raises(KnownError, match=r"engine\.unknown_language"):
        session(TABLE).set_language("Tamazight (zgh)")


def test_choices_pass_their_filter():
    opened = session(TABLE)
    assert opened.choices("/essai/ville") == []
    assert opened.answer("/essai/region", "rsk").choices == {"/essai/ville"}
    assert [choice.value for choice in opened.choices("/essai/ville")] == ["rba"]


def test_an_answer_that_is_filtered_away_is_cleared_and_told():
    opened = session(TABLE)
    opened.answer("/essai/region", "rsk")
    opened.answer("/essai/ville", "rba")
    effects = opened.answer("/essai/region", "ori")
    assert [(edit.path, edit.old, edit.new) for edit in effects.edits] == [
        ("region", "rsk", "ori"),
        ("ville", "rba", None),
    ]


def test_a_merge_clears_nothing():
    from fieldapp.engine import Edit

    opened = session(TABLE)
    opened.apply([Edit("region", None, "ori"), Edit("ville", None, "rba")])
    assert opened.value("/essai/ville") == "rba"


def test_a_text_that_the_table_lacks_is_what_stands_in_its_place():
    form = xform(
        "<a/><b/>",
        '<itext><translation lang="fr"><text id="dit"><value>Dit</value></text></translation></itext>',
        body="""<input ref="/data/a"><label ref="jr:itext('tu')">À la <output value="/data/b"/> place</label></input>
        <input ref="/data/b"><label ref="jr:itext('dit')">autre</label><hint ref="jr:itext('tu')"/></input>""",
    )
    opened = session(form)
    opened.answer("/data/b", "bonne")
    assert (opened.label("/data/a"), opened.label("/data/b")) == ("À la bonne place", "Dit")
    assert opened.hint("/data/b") == ""


@pytest.mark.parametrize(
    ("reference", "value"), [("lieu/code", "x"), ("./nom", "Nom"), ("@cle", "k"), ("zz", "")]
)
def test_a_value_may_stand_deeper_in_its_row(reference, value):
    form = xform(
        "<a/>",
        '<instance id="l"><root><item cle="k"><lieu><code>x</code></lieu><nom>Nom</nom></item></root></instance>',
        body=f"""<select1 ref="/data/a"><itemset nodeset="instance('l')/root/item"><value ref="{reference}"/>
        <label ref="concat(nom, '!')"/></itemset></select1>""",
    )
    assert session(form).choices("/data/a") == [Choice(value, "Nom!")]


def test_a_name_asked_for_at_a_path_that_cannot_be_read_is_a_fault_of_that_rule_alone():
    form = xform(
        "<a/><b/>",
        "<bind nodeset=\"/data/b\" calculate=\"jr:choice-name('x', concat('/data/', /data/a))\"/>",
        body='<input ref="/data/a"/>',
    )
    opened = session(form)
    opened.answer("/data/a", "[")
    assert opened.value("/data/a") == "["
    assert list(opened.faults()) == ["/data/b calculate"]
