"""Interviews with people who carry a project: twenty-five, from a first idea to a shop that lives, or not."""

from tests.data.sample.dice import Deck, Decks, Dice, shares
from tests.data.sample.filling import Ago, tell
from tests.data.sample.organisations import AGENTS, Written, organisations, words
from tests.data.sample.people import (
    WOMEN_AMONG_REGULARISED,
    age_of,
    circumstances,
    consent,
    hindrances,
    people,
    profile,
    refusal,
)
from tests.data.sample.seekers import NEEDS, spoken
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
WITH = {
    "E0": ("association", "proche", "formation"),
    "E1": ("conseil_entrepreneuriat", "association"),
    "E2": ("conseil_entrepreneuriat",),
    "E3": ("conseil_entrepreneuriat", "formation", "association"),
    "E4": ("administration",),
    "E5": ("banque", "administration", "association"),
    "E6": ("seul", "conseil_entrepreneuriat"),
    "E7": ("conseil_entrepreneuriat", "association"),
}
AT = {
    "E0": ("association", "incubateur", "plateforme_entrepreneuriat", "pair"),
    "E1": ("agence_anapec", "incubateur"),
    "E4": ("autre",),
    "E5": ("association", "agence_anapec"),
}
HURDLES = {
    "E0": ("acces_information", "meconnaissance_droits"),
    "E1": ("outils_inadaptes", "langue"),
    "E2": ("situation_administrative",),
    "E3": ("analphabetisme", "subsistance", "formation_inadaptee", "garde_enfants"),
    "E4": ("obstacles_legaux", "situation_administrative", "coordination"),
    "E5": ("acces_financement", "situation_administrative"),
    "E6": ("acces_local", "acces_clients", "secteur_informel"),
    "E7": ("sans_post_creation", "acces_clients"),
}
WAITS = {
    "E1": (5, 40),
    "E2": (2, 20),
    "E3": (10, 60),
    "E4": (15, 150),
    "E5": (30, 120),
    "E6": (20, 90),
    "E7": (30, 120),
}
_WORDS = words("auto_emploi")


def holders():
    """Return the twenty-five interviews."""
    ends = shares(ENDS, TOTAL - REFUSALS, "holders/end")
    told = people("holders", TOTAL, WOMEN_AMONG_REGULARISED)
    tellers = _Tellers(_WORDS)
    mothers = [
        place for place, one in enumerate(told) if one["sexe"] == "femme" and one["statut"] != "mena_15"
    ]
    made = []
    for place, person in enumerate(told):
        dice = Dice(f"holder/{place}")
        days = 3 + place * 36 // TOTAL + dice.randint(0, 2)
        if place >= TOTAL - REFUSALS:
            facts = refusal()
        else:
            facts = _facts(person, ends[place], days, tellers, dice, is_mother=place in mothers[:MOTHERS])
        made.append(Written(f"pp{place + 1:02d}", FORM, days, AGENTS[(place + 1) % 4], tell(facts)))
    return made


class _Tellers:
    """The sentences of all interviews."""

    def __init__(self, told):
        self.actions = Decks(told["action"], "auto/action")
        self.quotes = Decks(told["citation"], "auto/citation", is_endless=False)
        self.lists = {
            name: Deck(told[name]["liste"], f"auto/{name}") for name in ("abandon", "refus", "souhait")
        }
        self.projects = {sex: Deck(told["projet"][sex], f"projet/{sex}") for sex in ("femme", "homme")}


def _facts(person, end, days, tellers, dice, *, is_mother):
    step, outcome, stage = end
    steps = _journey(person, step, outcome, days, tellers, dice)
    hurt = [code for one in steps for code in one["etape_freins"] if code != "aucun"]
    freins = list(dict.fromkeys(hurt)) or ["acces_financement"]
    besoins = list(
        dict.fromkeys([*(NEEDS[code] for code in freins if code in NEEDS), "financement", "plan_affaires"])
    )
    facts = {
        **consent(dice, is_minor=person["statut"] == "mena_15"),
        **age_of(person["statut"], dice),
        **circumstances(person["ville"], person["nationalite"], days, dice),
        **profile(person, dice, is_mother=is_mother),
        **_project(person, stage, days, tellers, dice),
        **_entry(person, dice),
        "etape_vecue": steps,
        "issue_parcours": outcome,
        **_means(step, stage, tellers, dice),
        **_follow_up(step, stage, dice),
        **hindrances(freins[:4], besoins[:4]),
        "mesure_souhaitee": tellers.lists["souhait"].draw(),
    }
    if outcome == "abandon":
        facts |= {"abandon_freins": freins[-2:], "abandon_recit": tellers.lists["abandon"].draw()}
    return facts


def _journey(person, end, outcome, days, tellers, dice):
    taken = [code for code in WITH if int(code[1:]) <= int(end[1:])]
    taken = [code for code in taken if code == end or code != "E1" or dice.is_so(0.7)]
    ago = days + 35 * len(taken) + dice.randint(10, 200)
    found = []
    for code in taken:
        is_last = code == end
        result = "poursuite"
        if is_last:
            result = {"abandon": "abandon", "refus": "refus", "en_cours": "attente"}.get(outcome, "poursuite")
        hurt = dice.is_so(0.6) or result in ("abandon", "refus")
        contact = dice.choice(AT.get(code, ("agence_anapec",)))
        found.append(
            tell(
                {
                    "etape": code,
                    "etape_date": Ago(ago),
                    "etape_action": spoken(tellers.actions.draw(code), person),
                    "etape_avec": dice.choice(WITH[code]),
                    "etape_contact": contact,
                    "etape_contact_autre": "Guichet de la poste ou de la banque"
                    if contact == "autre"
                    else None,
                    "etape_attente": dice.randint(*WAITS[code]) if code in WAITS else None,
                    "etape_duree": dice.choice((20, 30, 45, 60, 120, 180)),
                    "etape_resultat": result,
                    "etape_freins": dice.some(HURDLES[code], 1, 2) if hurt else ["aucun"],
                    "etape_ressenti": dice.randint(1, 2)
                    if result in ("abandon", "refus")
                    else dice.randint(2, 5),
                    "etape_citation": tellers.quotes.draw(code),
                }
            )
        )
        ago = max(days, ago - dice.randint(15, 60))
    return found


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


def _entry(person, dice):
    contact = dice.weighted({"association": 6, "plateforme_entrepreneuriat": 2, "incubateur": 2, "pair": 3})
    facts = {"entree_contact": contact, "parcours_raconte": "oui"}
    near = [
        key
        for key, one in organisations().items()
        if person["ville"] in one["villes"] and "auto_emploi" in one["competences"]
    ]
    if contact == "association" and near:
        facts["entree_fiche"] = record_id("fiche_organisation", dice.choice(near))
    elif contact == "association":
        facts["entree_fiche"] = record_id("fiche_organisation", "amappe")
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
