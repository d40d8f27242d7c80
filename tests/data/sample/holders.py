"""Interviews with people who carry a project: twenty-five, from a first idea to a shop that lives, or not."""

from tests.data.sample.dice import Deck, Dice, shares
from tests.data.sample.filling import Ago, tell
from tests.data.sample.journeys import Road, Tellers, hindrances, holds_for, journey, spoken
from tests.data.sample.organisations import AGENTS, Written, organisations, words
from tests.data.sample.people import (
    WOMEN_AMONG_REGULARISED,
    age_of,
    circumstances,
    consent,
    people,
    refusal,
)
from tests.data.sample.writing import record_id

FORM = "entretien_porteur_projet"
TOTAL, REFUSALS, MOTHERS = 25, 1, 4
ENDS = {
    # last step, how the journey stands, stage of the project: how many
    ("E0", "abandon", "idee"): 1,
    ("E0", "en_cours", "idee"): 2,
    ("E1", "refus", "idee"): 1,
    ("E2", "en_cours", "plan"): 2,
    ("E3", "en_cours", "plan"): 4,
    ("E3", "abandon", "arrete"): 2,
    ("E4", "en_cours", "formalites"): 3,
    ("E4", "abandon", "arrete"): 1,
    ("E5", "refus", "formalites"): 2,
    ("E5", "en_cours", "formalites"): 1,
    ("E6", "activite", "cree"): 2,
    ("E7", "activite", "cree"): 3,
}
ROAD = Road(
    waits={
        "E1": (5, 40),
        "E2": (2, 20),
        "E3": (10, 60),
        "E4": (15, 150),
        "E5": (30, 120),
        "E6": (20, 90),
        "E7": (30, 120),
    },
    lasts={"E0": 30, "E1": 150, "E2": 30, "E3": 240, "E4": 60, "E5": 45, "E6": 120, "E7": 60},
    skipped={"E1": 0.3},
)
_WORDS = words("auto_emploi")


def holders():
    """Return the twenty-five interviews."""
    ends = shares(ENDS, TOTAL - REFUSALS, "holders/end")
    told = people("holders", TOTAL, WOMEN_AMONG_REGULARISED, mothers=MOTHERS)
    tellers = Tellers(_WORDS, "auto", ("abandon", "refus", "souhait"))
    tellers.projects = {sex: Deck(_WORDS["projet"][sex], f"projet/{sex}") for sex in ("femme", "homme")}
    made = []
    for place, person in enumerate(told):
        dice = Dice(f"holder/{place}")
        days = 3 + place * 36 // TOTAL + dice.randint(0, 2)
        facts = refusal() if place >= len(ends) else _facts(person, ends[place], days, tellers, dice)
        made.append(Written(f"pp{place + 1:02d}", FORM, days, AGENTS[(place + 1) % 4], tell(facts)))
    return made


def _facts(person, end, days, tellers, dice):
    step, outcome, stage = end
    steps = journey(person, step, outcome, days=days, road=ROAD, tellers=tellers, dice=dice)
    facts = {
        **consent(dice, is_minor=person["statut"] == "mena_15"),
        **age_of(person["statut"], dice),
        **circumstances(person["ville"], person["nationalite"], days, dice),
        **person,
        **_project(person, stage, days, tellers, dice),
        **_entry(person, steps, dice),
        "etape_vecue": steps,
        "issue_parcours": outcome,
        **_means(step, stage, tellers, dice),
        **_follow_up(step, stage, dice),
        **hindrances(steps, ["acces_financement"], ("financement", "plan_affaires")),
        "mesure_souhaitee": tellers.lists["souhait"].draw(holds_for(person)),
    }
    if outcome == "abandon":
        story = tellers.lists["abandon"].draw(holds_for(person))
        facts |= {"abandon_freins": steps[-1]["etape_freins"], "abandon_recit": spoken(story, person)}
    return facts


def _project(person, stage, days, tellers, dice):
    sector, idea = tellers.projects[person["sexe"]].draw()
    is_shared = dice.is_so(0.2)
    form = (
        "cooperative" if is_shared else dice.weighted({"auto_entrepreneur": 6, "agr": 2, "sarl": 1, "nsp": 2})
    )
    if stage in ("cree", "formalites") and form == "nsp":
        form = "auto_entrepreneur"
    is_active = stage == "cree" or (stage != "arrete" and dice.is_so(0.45))
    facts = {
        "projet_idee": idea,
        "projet_secteur": sector,
        "projet_forme": form,
        "projet_stade": stage,
        "projet_collectif": "oui" if is_shared else "non",
        "deja_actif": "oui" if is_active else "non",
    }
    if is_shared:
        facts |= {"projet_membres_h": dice.randint(1, 4), "projet_membres_f": dice.randint(2, 5)}
    if is_active:
        facts |= {
            "activite_debut": Ago(days + dice.randint(40, 600)),
            "chiffre_affaires": dice.weighted(
                {"moins_1000": 3, "1000_2413": 5, "2414_5000": 3, "5001_10000": 1, "refus": 1}
            ),
            "emplois_h": dice.weighted({0: 6, 1: 2}) if stage == "cree" else 0,
            "emplois_f": dice.weighted({0: 4, 1: 2, 2: 1}) if stage == "cree" else 0,
        }
    return facts


def _entry(person, steps, dice):
    """Return how the person came: as the first step tells it."""
    facts = {"entree_contact": steps[0]["etape_contact"], "parcours_raconte": "oui"}
    near = [
        key
        for key, one in organisations().items()
        if person["ville"] in one["villes"] and "auto_emploi" in one["competences"]
    ]
    if steps[0]["etape_contact"] == "association":
        facts["entree_fiche"] = record_id("fiche_organisation", dice.choice(near or ["amappe"]))
    return facts


def _means(step, stage, tellers, dice):
    reached = int(step[1:])
    plan = "fait" if reached > 3 else "en_cours" if reached == 3 else "non"
    papers = "fait" if reached > 4 else "en_cours" if reached == 4 else "non"
    facts = {
        "plan_affaires": plan,
        "formalites_etat": papers,
        "comptabilite": dice.choice(("oui", "non", "non")),
    }
    if plan != "non":
        facts["plan_aide"] = dice.weighted({"anapec": 5, "association": 4, "incubateur": 2, "proche": 1})
    if papers != "non":
        blocks = ("titre_sejour", "domiciliation", "compte_bancaire", "refus_guichet", "delai")
        facts |= {"formalites_blocages": dice.some(blocks, 1, 2), "formalites_jours": dice.randint(12, 150)}
    facts["financement_demande"] = "oui" if reached >= 5 else "non"
    if reached >= 5:
        result = (
            "refuse" if step == "E5" and dice.is_so(0.6) else dice.choice(("obtenu", "partiel", "attente"))
        )
        facts |= {
            "financement_source": dice.choice(
                ("subvention", "microcredit", "association", "programme_public")
            ),
            "financement_montant": dice.choice((5000, 12000, 20000, 35000, 60000)),
            "financement_resultat": result,
        }
        if result in ("refuse", "partiel"):
            facts["financement_refus_motif"] = tellers.lists["refus"].draw()
    shops = {"cree": ("location", "partage", "sans_contrat")}.get(
        stage, ("domicile", "ambulant", "recherche")
    )
    facts |= {
        "local_situation": dice.choice(shops),
        "clients": dice.some(("particuliers_communaute", "particuliers", "institutions", "en_ligne"), 1, 2),
        "compte_bancaire": dice.choice(("oui", "non", "refus")),
    }
    return facts


def _follow_up(step, stage, dice):
    facts = {"mentor_souhaite": dice.weighted({"oui": 7, "non": 2, "nsp": 1})}
    facts["mentor_volontaire"] = "oui" if stage == "cree" and dice.is_so(0.6) else dice.choice(("non", "nsp"))
    if stage == "cree":
        is_followed = step == "E7" and dice.is_so(0.5)
        facts["suivi_recu"] = "oui" if is_followed else "non"
        if is_followed:
            facts |= {"suivi_frequence": "trimestrielle", "suivi_par": "conseil_entrepreneuriat"}
    return facts
