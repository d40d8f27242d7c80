"""Interviews with people who look for work: sixty, of whom two decline, and whose journeys end at every step."""

from tests.data.sample.dice import Deck, Decks, Dice, shares
from tests.data.sample.filling import Ago, tell
from tests.data.sample.organisations import AGENTS, Written, organisations, words
from tests.data.sample.people import (
    WOMEN_AMONG_REGISTERED,
    age_of,
    circumstances,
    consent,
    hindrances,
    people,
    profile,
    refusal,
)
from tests.data.sample.places import AGENCIES
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
SKIPPED = {"S1": 0.35, "S2": 0.4, "S5": 0.35, "S6": 0.4, "S7": 0.75}
"""How often a step is passed over on the way to a later one."""
WAITS = {
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
}
LASTS = {
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
}
WITH = {
    "S0": ("proche", "association", "assistance_sociale", "agent_communautaire"),
    "S1": ("association", "administration", "proche", "seul"),
    "S2": ("association", "assistance_sociale", "agent_communautaire"),
    "S3": ("accueil", "conseil_emploi"),
    "S4": ("conseil_emploi",),
    "S5": ("conseil_emploi", "formation"),
    "S6": ("conseil_emploi",),
    "S7": ("formation",),
    "S8": ("employeur", "conseil_emploi"),
    "S9": ("employeur",),
    "S10": ("employeur", "association"),
}
AT = {
    "S0": ("pair", "association", "caravane_salon", "medias_sociaux", "entraide_nationale"),
    "S1": ("association", "entraide_nationale"),
    "S2": ("association", "assistance_sociale", "agent_communautaire"),
    "S7": ("ofppt", "open_classroom", "association"),
    "S8": ("employeur", "agence_anapec"),
    "S9": ("employeur",),
    "S10": ("employeur",),
}
PAPERS = {
    "S3": (
        ["carte_sejour", "cv"],
        ["carte_sejour", "diplome", "cv", "photos"],
        ["carte_refugie", "cv"],
        ["passeport"],
    ),
    "S9": (["carte_sejour", "contrat"], ["carte_refugie", "contrat", "compte_bancaire"]),
}
HURDLES = {
    "S0": ("acces_information", "mefiance", "meconnaissance_droits"),
    "S1": ("situation_administrative", "logement", "garde_enfants", "subsistance", "langue", "sante"),
    "S2": ("coordination", "mobilite", "langue"),
    "S3": (
        "sans_justificatif",
        "situation_administrative",
        "langue",
        "agents_non_formes",
        "outils_inadaptes",
    ),
    "S4": ("non_reconnaissance", "langue", "meconnaissance_travail"),
    "S5": ("langue", "formation_inadaptee", "garde_enfants", "mobilite"),
    "S6": ("offres_limitees", "coordination", "mobilite"),
    "S7": ("formation_inadaptee", "frais", "subsistance"),
    "S8": ("discrimination", "preference_nationale", "employeurs_non_informes"),
    "S9": ("derogations_meconnues", "preference_nationale", "obstacles_legaux"),
    "S10": ("secteur_informel", "frais"),
}
NEEDS = {
    "situation_administrative": "regularite_administrative",
    "langue": "langue_alphabetisation",
    "garde_enfants": "garde_enfants",
    "logement": "logement",
    "subsistance": "subsistance",
    "sante": "sante",
    "sans_justificatif": "reconnaissance_acquis",
    "non_reconnaissance": "reconnaissance_acquis",
    "acces_information": "information_droits",
    "meconnaissance_droits": "information_droits",
    "formation_inadaptee": "formation_adaptee",
    "frais": "subsistance",
    "acces_financement": "financement",
    "acces_local": "local",
    "acces_clients": "clients_debouches",
    "sans_post_creation": "accompagnement_post_creation",
}
_WORDS = words("salarie")


def seekers():
    """Return the sixty interviews."""
    ends = shares(ENDS, TOTAL - REFUSALS, "seekers/end")
    told = people("seekers", TOTAL, WOMEN_AMONG_REGISTERED)
    tellers = _Tellers(_WORDS)
    mothers = [
        place for place, one in enumerate(told) if one["sexe"] == "femme" and one["statut"] != "mena_15"
    ]
    made = []
    for place, person in enumerate(told):
        dice = Dice(f"seeker/{place}")
        days = 4 + place * 38 // TOTAL + dice.randint(0, 2)
        if place >= TOTAL - REFUSALS:
            facts = refusal()
        else:
            facts = _facts(person, ends[place], days, tellers, dice, is_mother=place in mothers[:MOTHERS])
        made.append(Written(f"ce{place + 1:02d}", FORM, days, AGENTS[place % 4], tell(facts)))
    return made


class _Tellers:
    """The sentences of all interviews, drawn so that they come back late; no quotation comes back at all."""

    def __init__(self, told):
        self.actions = Decks(told["action"], "salarie/action")
        self.quotes = Decks(told["citation"], "salarie/citation", is_endless=False)
        self.lists = {
            name: Deck(told[name]["liste"], f"salarie/{name}")
            for name in ("abandon", "ideal", "remarques", "observations")
        }
        self.trades = {sex: Deck(told["metier"][sex], f"metier/{sex}") for sex in ("femme", "homme")}


def _facts(person, end, days, tellers, dice, *, is_mother):
    step, outcome = end
    steps = journey(step, outcome, dice) if step else []
    freins = list(dict.fromkeys(code for one in steps for code in one["etape_freins"] if code != "aucun"))
    if not freins:
        freins = dice.some(("acces_information", "meconnaissance_droits", "mefiance", "langue"), 1, 2)
    besoins = list(
        dict.fromkeys(
            [*(NEEDS[code] for code in freins if code in NEEDS), "recherche_emploi", "acces_offres"]
        )
    )
    return {
        **consent(dice, is_minor=person["statut"] == "mena_15"),
        **age_of(person["statut"], dice),
        **circumstances(person["ville"], person["nationalite"], days, dice),
        **profile(person, dice, is_mother=is_mother),
        **_situation(person, outcome, tellers, dice),
        **_entry(person, outcome, days, dice),
        **_told(person, steps, days, tellers, dice),
        **_issue(outcome, freins, tellers, dice),
        **hindrances(freins[:4], besoins[:4]),
        "auto_emploi_envisage": dice.weighted({"oui": 5, "non": 4, "nsp": 1}),
        "service_ideal": tellers.lists["ideal"].draw(),
        "remarques_personne": tellers.lists["remarques"].draw() if dice.is_so(0.3) else None,
        "observations": tellers.lists["observations"].draw() if dice.is_so(0.6) else None,
    }


def journey(end, outcome, dice):
    """Return the steps that were taken, each with what stood in the way."""
    path = [code for code in WITH if int(code[1:]) <= int(end[1:])]
    taken = [code for code in path if code == end or not dice.is_so(SKIPPED.get(code, 0))]
    found = []
    for code in taken:
        is_last = code == end
        hurt = not (outcome == "emploi" and is_last) and (is_last or dice.is_so(0.55))
        result = "poursuite"
        if is_last:
            result = {"abandon": "abandon", "refus": "refus", "en_cours": "attente"}.get(outcome, "poursuite")
        elif dice.is_so(0.1):
            result = "reoriente"
        freins = dice.some(HURDLES[code], 1, 2) if hurt else ["aucun"]
        found.append({"etape": code, "etape_resultat": result, "etape_freins": freins})
    return found


def _told(person, steps, days, tellers, dice):
    if not steps:
        return {}
    ago = days + 30 * len(steps) + dice.randint(10, 240)
    told = []
    for one in steps:
        code = one["etape"]
        told.append(_step(person, one, ago, tellers, dice))
        ago = max(days, ago - dice.randint(*WAITS.get(code, (5, 40))))
    return {"etape_vecue": told}


def _step(person, one, ago, tellers, dice):
    code = one["etape"]
    feeling = {"abandon": (1, 2), "refus": (1, 2), "attente": (2, 4)}.get(one["etape_resultat"], (3, 5))
    return tell(
        one
        | {
            "etape_date": Ago(ago),
            "etape_action": spoken(tellers.actions.draw(code), person),
            "etape_avec": dice.choice(WITH[code]),
            "etape_contact": dice.choice(AT.get(code, ("agence_anapec",))),
            "etape_documents": dice.choice(PAPERS[code]) if code in PAPERS else None,
            "etape_attente": dice.randint(*WAITS[code]) if code in WAITS else None,
            "etape_duree": max(5, int(LASTS[code] * dice.uniform(0.6, 1.5))),
            "etape_ressenti": dice.randint(*feeling),
            "etape_citation": tellers.quotes.draw(code),
        }
    )


def spoken(sentence, person):
    """Return a sentence as this person says it."""
    near = [one for one in organisations().values() if person["ville"] in one["villes"]]
    name = near[len(sentence) % len(near)]["nom"] if near else "l’association"
    return sentence.format(e="e" if person["sexe"] == "femme" else "", ville=person["ville"], org=name)


def _situation(person, outcome, tellers, dice):
    work = dice.weighted({"informel": 49, "formel": 10, "sans": 37, "etudes": 4})
    if person["statut"] == "etudiant_etranger":
        work = "etudes"
    if outcome == "emploi":
        work = "formel"
    sectors = (
        "services",
        "commerce",
        "btp",
        "restauration",
        "coiffure_esthetique",
        "agriculture",
        "industrie",
    )
    works = work in ("formel", "informel")
    pay = {"formel": "plus_2413", "informel": dice.weighted({"moins_2413": 7, "plus_2413": 2, "refus": 1})}
    return tell(
        {
            "activite": work,
            "activite_secteur": dice.choice(sectors) if works else None,
            "revenu": pay.get(work, dice.weighted({"sans": 7, "moins_2413": 2, "refus": 1})),
            "metier_vise": tellers.trades[person["sexe"]].draw(),
            "duree_recherche": dice.weighted(
                {"moins_3_mois": 2, "3_6_mois": 4, "6_12_mois": 5, "plus_1_an": 5}
            ),
        }
    )


def _entry(person, outcome, days, dice):
    if outcome == "inconnue":
        why = ("jamais_entendu", "pas_pour_moi", "confiance", "autre_reseau", "papiers", "distance")
        return {"connait_anapec": "non", "sans_anapec_raisons": dice.some(why, 1, 3)}
    contact = dice.weighted(
        {"pair": 6, "association": 6, "entraide_nationale": 3, "caravane_salon": 2, "medias_sociaux": 2}
    )
    facts = {
        "connait_anapec": "oui",
        "entree_contact": contact,
        "entree_date": Ago(days + dice.randint(60, 500)),
        "parcours_raconte": "oui",
    }
    near = [key for key, one in organisations().items() if person["ville"] in one["villes"]]
    if contact == "association" and near:
        facts["entree_fiche"] = record_id("fiche_organisation", dice.choice(near))
    if contact == "entraide_nationale":
        facts["entree_fiche"] = record_id("fiche_organisation", "entraide_nationale")
    return facts


def _issue(outcome, freins, tellers, dice):
    if outcome == "inconnue":
        return {}
    facts = {
        "issue_parcours": outcome,
        "satisfaction": dice.randint(1, 3) if outcome != "emploi" else dice.randint(4, 5),
    }
    if outcome == "en_cours":
        facts["satisfaction"] = dice.randint(2, 4)
    if outcome == "abandon":
        facts |= {"abandon_freins": freins[-2:], "abandon_recit": tellers.lists["abandon"].draw()}
    if outcome == "emploi":
        facts |= {
            "emploi_type": dice.choice(("cdi", "cdd", "contrat_aide")),
            "emploi_secteur": dice.choice(("restauration", "services", "hotellerie_tourisme")),
            "emploi_via_anapec": dice.weighted({"oui": 2, "non": 1}),
        }
    return facts


def agency(town):
    """Return the agency of a town, if the forms name it."""
    return AGENCIES.get(town)
