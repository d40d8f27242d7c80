"""The sample data: what is frozen is what the script gives, valid, in the shares of the sources, plainly invented."""

import csv
import re
from collections import Counter
from datetime import timedelta

import pytest

from fieldapp.base.clock import FixedClock
from fieldapp.base.ids import DerivedIds
from fieldapp.engine import FormSession
from fieldapp.records.selection import stale_before
from fieldapp.usecases.load_samples import mission_samples
from fieldapp.usecases.script_session import act
from tests.data.sample import people
from tests.data.sample.filling import TODAY, Ago
from tests.data.sample.mission import files, mission
from tests.data.sample.places import PLACES
from tests.data.sample.writing import PLANTED, definition_of

FICHE, SEEKER, HOLDER = "fiche_organisation", "entretien_chercheur_emploi", "entretien_porteur_projet"
COUNTS = {
    FICHE: 70,
    "entretien_association": 20,
    SEEKER: 60,
    HOLDER: 25,
    "entretien_conseiller": 8,
    "groupe_discussion": 4,
    "fiche_mesure": 15,
    "veille_projet": 8,
    "probleme_remonte": 12,
    "activite_reunion": 10,
    "recit_msc": 5,
}
RECORD_ID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
NUMBERED = (
    "contact_telephone",
    "ice",
    "site_gps",
    "recepisse_numero",
    "budget",
    "financement_montant",
    "site_code_postal",
)


@pytest.fixture(scope="module")
def samples():
    return mission_samples()


def steps_of(sample):
    """Return question and value of each answer."""
    return [(step["set"].rpartition("/")[2], step.get("value", "")) for step in sample.steps if "set" in step]


def texts(samples, *names):
    return [value for one in samples for name, value in steps_of(one) if name in names and value]


def facts(form_id):
    """Return what was told in the interviews that were agreed to."""
    found = [one.facts for (form, _), one in mission().written.items() if form == form_id]
    return [one for one in found if one["accord"] == "oui"]


def share(values, wanted):
    return sum(value in wanted for value in values) / len(values)


def planted(nature):
    with PLANTED.open(encoding="utf-8", newline="") as file:
        return [row for row in csv.DictReader(file) if row["nature"] == nature]


def test_the_script_gives_what_is_frozen():
    """Filling each of them through its form, it also finds each answer asked, offered and right."""
    changed = [path.name for path, data in files().items() if not path.exists() or path.read_bytes() != data]
    assert not changed, "run: python -m tests.data.sample"


def test_every_record_is_valid_against_its_form(samples):
    for sample in samples:
        clock = FixedClock(TODAY - timedelta(days=sample.days_ago))
        session = FormSession(definition_of(sample.form_id), clock=clock, ids=DerivedIds(sample.record_id))
        for step in sample.steps:
            value = Ago(step["days_ago"]).on(TODAY) if "days_ago" in step else step.get("value", "x.png")
            act(session, {**step, "value": value})
        assert (sample.key, session.violations()) == (sample.key, ())


def test_there_are_as_many_as_the_mission_has(samples):
    assert Counter(sample.form_id for sample in samples) == COUNTS
    assert len({sample.record_id for sample in samples}) == len(samples)


def test_fiches_stand_in_all_regions_and_some_in_several_places(samples):
    fiches = [sample for sample in samples if sample.form_id == FICHE]
    assert set(texts(fiches, "site_region")) == {f"{number:02d}" for number in range(1, 13)}
    assert sum(len(texts([one], "site_region")) > 1 for one in fiches) >= 10
    assert len(texts(fiches, "sigle")) >= 40
    assert len(texts(fiches, "nom_ar")) >= 60


@pytest.mark.parametrize(("form_id", "women"), [(SEEKER, people.WOMEN_AMONG_REGISTERED), (HOLDER, 0.44)])
def test_shares_are_those_of_the_sources(form_id, women):
    told = facts(form_id)
    assert share([one["sexe"] for one in told], ["femme"]) == pytest.approx(women, abs=0.03)
    regions = [one["entretien_region"] for one in told]
    assert share(regions, ["04"]) == pytest.approx(0.34, abs=0.05)
    assert share(regions, ["06"]) == pytest.approx(0.25, abs=0.05)
    nationalities = [one["nationalite"] for one in told]
    for country, percent in people.NATIONALITIES.items():
        assert share(nationalities, [country]) == pytest.approx(percent / 100, abs=0.05), country
    for status, percent in people.STATUSES.items():
        assert share([one["statut"] for one in told], [status]) == pytest.approx(percent / 100, abs=0.05), (
            status
        )


def test_women_are_44_in_100_of_the_regularised_and_few_work_with_a_contract():
    told = facts(SEEKER)
    regularised = [one["sexe"] for one in told if one["statut"] in people.REGULARISED]
    assert share(regularised, ["femme"]) == pytest.approx(0.44, abs=0.05)
    work = [one["activite"] for one in told]
    assert share(work, ["formel", "informel"]) == pytest.approx(0.587, abs=0.06)
    assert share([one for one in work if one in ("formel", "informel")], ["formel"]) < 0.25


def test_journeys_end_at_every_step_and_in_every_way():
    told = facts(SEEKER)
    reached = Counter(step["etape"] for one in told for step in one.get("etape_vecue", ()))
    assert set(reached) == {f"S{number}" for number in range(11)}
    assert reached["S3"] > reached["S4"] > reached["S5"] > reached["S8"] > reached["S10"] > 0
    issues = Counter(one.get("issue_parcours") for one in told)
    assert issues["abandon"] > issues["refus"] > issues["emploi"] > 0
    assert {one.get("issue_parcours") for one in facts(HOLDER)} == {
        "en_cours",
        "activite",
        "abandon",
        "refus",
    }


def test_at_least_six_segments_are_met():
    met = Counter(
        people.segment_of(
            path, one["statut"], one["sexe"], one["enfants_a_charge"], one["situation_familiale"]
        )
        for path, form_id in (("salarie", SEEKER), ("auto", HOLDER))
        for one in facts(form_id)
    )
    assert len([segment for segment, count in met.items() if segment != "autre" and count >= 3]) >= 6


def test_nobody_says_what_another_said(samples):
    quotes = texts(samples, "etape_citation", "role_exemple", "question_citation", "agence_citation")
    assert len(quotes) > 80
    assert len(set(quotes)) == len(quotes)
    assert sum(bool(re.search("[ء-ي]", quote)) for quote in quotes) >= 8


def test_every_person_is_plainly_invented(samples):
    named = texts(samples, "contact_nom", "signataire_nom", "collecteur", "animation", "prise_notes")
    assert named
    assert all(re.search("ficti|وهمي|d'exemple", name) for name in named)
    assert all(mail.endswith("example.org") for mail in texts(samples, "contact_courriel"))
    assert all(re.match(r"\+212 6 00 0|06000", number) for number in texts(samples, "contact_telephone"))
    assert all("example.org" in site for site in texts(samples, "site_web"))
    assert all(ice.startswith("99999999") for ice in texts(samples, "ice"))


def test_no_text_holds_what_looks_like_the_number_of_a_document(samples):
    plain = [
        value
        for one in samples
        for name, value in steps_of(one)
        if name not in NUMBERED and not name.startswith("chiffre_") and not RECORD_ID.fullmatch(value)
    ]
    assert not [value for value in plain if re.search(r"\d{5,}|\b[A-Z]{1,2}\d{4,}", value)]


def test_every_link_leads_to_a_record(samples):
    known = {sample.record_id for sample in samples}
    links = [value for one in samples for _, value in steps_of(one) if RECORD_ID.fullmatch(value)]
    assert len(links) > 80
    assert set(links) <= known
    interviews = [one for one in samples if one.form_id == "entretien_association"]
    assert len(set(texts(interviews, "organisation_fiche"))) == len(interviews)


def test_measures_of_the_documents_are_only_to_be_examined(samples):
    measures = [sample for sample in samples if sample.form_id == "fiche_mesure"]
    states = Counter((texts([one], "origine")[0], texts([one], "etat")[0]) for one in measures)
    assert states["documents", "a_examiner"] == 12
    assert sum(states.values()) - 12 == sum(
        count for (origin, _), count in states.items() if origin == "terrain"
    )


def test_ten_fiches_were_checked_long_ago_and_no_other(samples):
    limit = stale_before(TODAY.date())
    fiches = [one for one in samples if one.form_id == FICHE]
    checked = {one.key: (TODAY - timedelta(days=one.days_ago)).date().isoformat() for one in fiches}
    stale = {key for key, day in checked.items() if day < limit}
    assert len(stale) == 10
    assert {row["cle"] for row in planted("ancienne")} == stale
    days = {one.key: one.steps for one in fiches}
    for key in stale:
        assert [step["days_ago"] for step in days[key] if step.get("set", "").endswith("/date_verification")]


def test_ten_fiches_are_of_an_organisation_that_has_one(samples):
    rows = planted("doublon")
    known = {sample.record_id: sample.key for sample in samples}
    assert len(rows) == len({row["record_id"] for row in rows}) == 10
    assert all(known[row["record_id"]] == f"{row['cle_origine']}_bis" for row in rows)
    assert all(known[row["record_id_origine"]] == row["cle_origine"] for row in rows)
    assert len({row["indice"] for row in rows}) >= 6


def test_towns_lie_in_their_regions():
    assert all(province.startswith(f"{region}.") for region, province, _, _ in PLACES.values())
