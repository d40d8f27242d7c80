"""Interviews with people who look for work: sixty, of whom two decline, and whose journeys end at every step."""

from tests.data.sample.dice import Deck, Dice, shares
from tests.data.sample.filling import tell
from tests.data.sample.journeys import Road, Tellers, hindrances, holds_for, journey, spoken
from tests.data.sample.organisations import AGENTS, Written, organisations, words
from tests.data.sample.people import (
    WOMEN_AMONG_REGISTERED,
    age_of,
    circumstances,
    consent,
    people,
    refusal,
)
from tests.data.sample.writing import record_id

FORM = "entretien_chercheur_emploi"
TOTAL, REFUSALS, MOTHERS = 60, 2, 9
ENDS = {
    # where a journey ended and how, and how many of the sixty
    ("", "inconnue"): 11,
    ("S0", "en_cours"): 2,
    ("S0", "abandon"): 2,
    ("S1", "abandon"): 5,
    ("S1", "en_cours"): 2,
    ("S2", "abandon"): 2,
    ("S2", "en_cours"): 1,
    ("S3", "refus"): 6,
    ("S3", "abandon"): 3,
    ("S3", "en_cours"): 4,
    ("S4", "abandon"): 2,
    ("S4", "en_cours"): 3,
    ("S5", "en_cours"): 3,
    ("S5", "abandon"): 2,
    ("S6", "en_cours"): 3,
    ("S7", "en_cours"): 2,
    ("S8", "refus"): 1,
    ("S8", "en_cours"): 1,
    ("S9", "emploi"): 1,
    ("S10", "emploi"): 2,
}
ROAD = Road(
    waits={
        "S1": (7, 120),
        "S2": (1, 15),
        "S3": (0, 30),
        "S4": (3, 45),
        "S5": (7, 60),
        "S6": (20, 60),
        "S7": (15, 90),
        "S8": (2, 30),
        "S9": (10, 45),
        "S10": (20, 90),
    },
    lasts={
        "S0": 20,
        "S1": 60,
        "S2": 40,
        "S3": 45,
        "S4": 35,
        "S5": 720,
        "S6": 20,
        "S7": 4800,
        "S8": 60,
        "S9": 90,
        "S10": 30,
    },
    skipped={"S1": 0.35, "S2": 0.4, "S5": 0.35, "S6": 0.4, "S7": 0.75},
)
WITHOUT_CARD = ("migrant_irregulier", "demandeur_asile", "mena_15", "nsp")
"""Statuses with which nobody is registered."""
BEFORE_REGISTRATION = ("", "S0", "S1", "S2")
SECTORS = {
    "femme": (
        "services",
        "commerce",
        "restauration",
        "coiffure_esthetique",
        "agriculture",
        "travail_domestique",
    ),
    "homme": ("services", "commerce", "btp", "restauration", "agriculture", "industrie", "achat_revente"),
}
WHERE = ("association", "centre_accueil", "entraide_nationale")
"""Ways in at which the form asks for the organisation."""
_WORDS = words("salarie")


def seekers():
    """Return the sixty interviews."""
    told = people("seekers", TOTAL, WOMEN_AMONG_REGISTERED, mothers=MOTHERS)
    ends = _ends(told[: TOTAL - REFUSALS])
    tellers = Tellers(_WORDS, "salarie", ("abandon", "ideal", "remarques", "observations"))
    tellers.trades = {sex: Deck(_WORDS["metier"][sex], f"metier/{sex}") for sex in ("femme", "homme")}
    made = []
    for place, person in enumerate(told):
        dice = Dice(f"seeker/{place}")
        days = 4 + place * 38 // TOTAL + dice.randint(0, 2)
        facts = refusal() if place >= len(ends) else _facts(person, ends[place], days, tellers, dice)
        made.append(Written(f"ce{place + 1:02d}", FORM, days, AGENTS[place % 4], tell(facts)))
    return made


def _ends(told):
    """Return where each journey ended: before the registration, or with its refusal, for those it is closed to."""
    ends = shares(ENDS, len(told), "seekers/end")
    early = [end for end in ends if end[0] in BEFORE_REGISTRATION or end == ("S3", "refus")]
    closed = [place for place, one in enumerate(told) if one["statut"] in WITHOUT_CARD]
    chosen = dict(zip(closed, early, strict=False))
    for end in chosen.values():
        ends.remove(end)
    return [chosen[place] if place in chosen else ends.pop() for place in range(len(told))]


def _facts(person, end, days, tellers, dice):
    step, outcome = end
    steps = journey(person, step, outcome, days=days, road=ROAD, tellers=tellers, dice=dice) if step else []
    holds, lists = holds_for(person), tellers.lists
    unknown = dice.some(("acces_information", "meconnaissance_droits", "mefiance", "langue"), 1, 2)
    return {
        **consent(dice, is_minor=person["statut"] == "mena_15"),
        **age_of(person["statut"], dice),
        **circumstances(person["ville"], person["nationalite"], days, dice),
        **person,
        **_situation(person, outcome, tellers, dice),
        **_entry(person, outcome, steps, dice),
        "etape_vecue": steps,
        **_issue(person, outcome, steps, tellers, dice),
        **hindrances(steps, unknown, ("recherche_emploi", "acces_offres")),
        "auto_emploi_envisage": dice.weighted({"oui": 5, "non": 4, "nsp": 1}),
        "service_ideal": lists["ideal"].draw(holds),
        "remarques_personne": lists["remarques"].draw(holds) if dice.is_so(0.3) else None,
        "observations": lists["observations"].draw(holds) if dice.is_so(0.6) else None,
    }


def _situation(person, outcome, tellers, dice):
    work = dice.weighted({"informel": 51, "formel": 8, "sans": 38, "etudes": 3})
    if person["statut"] == "etudiant_etranger":
        work = "etudes"
    if work == "formel" and person["statut"] in WITHOUT_CARD:
        work = "informel"
    if outcome == "emploi":
        work = "formel"
    works = work in ("formel", "informel")
    pay = {"formel": "plus_2413", "informel": dice.weighted({"moins_2413": 7, "plus_2413": 2, "refus": 1})}
    seeking = dice.weighted({"moins_3_mois": 2, "3_6_mois": 4, "6_12_mois": 5, "plus_1_an": 5})
    return tell(
        {
            "activite": work,
            "activite_secteur": dice.choice(SECTORS[person["sexe"]]) if works else None,
            "revenu": pay.get(work, dice.weighted({"sans": 7, "moins_2413": 2, "refus": 1})),
            "metier_vise": tellers.trades[person["sexe"]].draw(holds_for(person)),
            "duree_recherche": "pas_recherche" if outcome == "emploi" else seeking,
        }
    )


def _entry(person, outcome, steps, dice):
    """Return how the person came: as the first step tells it."""
    if outcome == "inconnue":
        why = ("jamais_entendu", "pas_pour_moi", "confiance", "autre_reseau", "papiers", "distance")
        return {"connait_anapec": "non", "sans_anapec_raisons": dice.some(why, 1, 3)}
    door = steps[0]["etape_contact"]
    facts = {
        "connait_anapec": "oui",
        "entree_contact": door,
        "entree_date": steps[0]["etape_date"],
        "parcours_raconte": "oui",
    }
    near = [key for key, one in organisations().items() if person["ville"] in one["villes"]]
    if door == "entraide_nationale":
        near = ["entraide_nationale"]
    if door in WHERE and near:
        facts["entree_fiche"] = record_id("fiche_organisation", dice.choice(near))
    return facts


def _issue(person, outcome, steps, tellers, dice):
    if outcome == "inconnue":
        return {}
    pleased = {"emploi": (4, 5), "en_cours": (2, 4)}.get(outcome, (1, 3))
    facts = {"issue_parcours": outcome, "satisfaction": dice.randint(*pleased)}
    if outcome == "abandon":
        story = tellers.lists["abandon"].draw(holds_for(person))
        facts |= {"abandon_freins": steps[-1]["etape_freins"], "abandon_recit": spoken(story, person)}
    if outcome == "emploi":
        facts |= {
            "emploi_type": dice.choice(("cdi", "cdd", "contrat_aide")),
            "emploi_secteur": dice.choice(("restauration", "services", "hotellerie_tourisme")),
            "emploi_via_anapec": dice.weighted({"oui": 2, "non": 1}),
        }
    return facts
