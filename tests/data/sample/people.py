"""Who is interviewed: invented people without a name, in the shares that the mission's documents give."""

from collections import Counter

from tests.data.sample.dice import Deck, Dice, shares
from tests.data.sample.filling import Ago, tell
from tests.data.sample.places import interview

WOMEN_AMONG_REGISTERED = 261 / 680
"""Of the people registered in 2020."""
WOMEN_AMONG_REGULARISED = 0.44
NATIONALITIES = {"SY": 23, "SN": 21, "CD": 11, "CI": 9, "NG": 9, "CM": 8, "GN": 8, "ML": 6, "TN": 2, "DZ": 3}
"""Percent: the first five as regularised in 2014; the rest after the shares of people from south of the Sahara."""
STATUSES = {
    "regularise_2014": 22,
    "regularise_2016": 25,
    "refugie_hcr": 10,
    "refugie_carte": 10,
    "demandeur_asile": 7,
    "migrant_regulier": 8,
    "migrant_irregulier": 7,
    "mena_15": 5,
    "travail_domestique": 3,
    "etudiant_etranger": 2,
    "nsp": 1,
}
"""Percent: of the regularised, 23,000 of 50,000 in the first operation; the rest is the plan of the interviews."""
TOWNS = {
    "Rabat": 20,
    "Salé": 8,
    "Kénitra": 4,
    "Témara": 2,
    "Casablanca": 21,
    "Mohammedia": 4,
    "Tanger": 11,
    "Tétouan": 2,
    "Fès": 6,
    "Meknès": 4,
    "Oujda": 5,
    "Nador": 2,
    "Marrakech": 3,
    "Agadir": 4,
    "Béni Mellal": 2,
    "Laâyoune": 1,
    "Dakhla": 1,
}
"""Percent: 34 in Rabat-Salé-Kénitra and 25 in Casablanca-Settat, as of the regularised."""
LIKELY = {
    "refugie_hcr": {"SY": 9, "CD": 3, "CI": 1, "CM": 1},
    "refugie_carte": {"SY": 8, "CD": 3, "ML": 1},
    "demandeur_asile": {"CM": 4, "GN": 4, "CD": 3, "NG": 2},
    "mena_15": {"GN": 5, "CI": 2, "CM": 2, "ML": 2},
    "etudiant_etranger": {"SN": 3, "CM": 2, "CD": 1},
    "travail_domestique": {"CI": 3, "SN": 3, "CM": 1},
    "migrant_irregulier": {"NG": 3, "CM": 3, "GN": 2, "ML": 2},
    "migrant_regulier": {"SN": 4, "TN": 4, "DZ": 4, "CI": 1},
}
"""How much more likely than others a nationality is in a status; the rarest statuses choose first."""
LANGUAGES = {
    "SY": ["arabe"],
    "SN": ["francais", "wo"],
    "CD": ["francais", "ln"],
    "CI": ["francais", "dyu"],
    "NG": ["anglais", "yo"],
    "CM": ["francais", "ewo"],
    "GN": ["francais", "ff"],
    "ML": ["francais", "bm"],
    "TN": ["arabe", "francais"],
    "DZ": ["arabe", "francais"],
}
REGULARISED = ("regularise_2014", "regularise_2016")
REFUGEES = ("refugie_hcr", "refugie_carte")
_SCHOOL = {"aucun": 10, "primaire": 17, "college": 19, "lycee": 22, "professionnel": 13, "superieur": 19}
_PROOF = ("primaire", "college", "lycee", "professionnel", "superieur")


def people(name, total, women, *, mothers):
    """Return the profiles of so many people, in the shares above; some of the women bring up children alone."""
    statuses = shares(STATUSES, total, f"{name}/status")
    sexes = _sexes(statuses, round(total * women), name)
    nationalities = _nationalities(statuses, total, name)
    towns = shares(TOWNS, total, f"{name}/town")
    mixed = Dice(f"{name}/mothers").sample(range(total), total)
    grown = [place for place in mixed if sexes[place] == "femme" and statuses[place] != "mena_15"]
    grown.sort(key=lambda place: statuses[place] in REFUGEES)
    found = []
    for place, told in enumerate(zip(sexes, statuses, nationalities, towns, strict=True)):
        person = dict(zip(("sexe", "statut", "nationalite", "ville"), told, strict=True))
        is_mother = place in grown[:mothers]
        found.append(profile(person, Dice(f"{name}/profile/{place}"), is_mother=is_mother))
    return found


def _sexes(statuses, women, name):
    """Choose who is a woman: 44 in 100 of the regularised, those who work in houses, then others by chance."""
    dice = Dice(f"{name}/sex")
    mixed = dice.sample(range(len(statuses)), len(statuses))
    regularised = [place for place in mixed if statuses[place] in REGULARISED]
    first = regularised[: round(len(regularised) * WOMEN_AMONG_REGULARISED)]
    others = [place for place in mixed if place not in regularised]
    others.sort(key=lambda place: statuses[place] != "travail_domestique")
    chosen = {*first, *others[: women - len(first)]}
    return ["femme" if place in chosen else "homme" for place in range(len(statuses))]


def _nationalities(statuses, total, name):
    left = Counter(shares(NATIONALITIES, total, f"{name}/nationality"))
    dice, found = Dice(f"{name}/matching"), {}
    for place in sorted(range(total), key=lambda place: Counter(statuses)[statuses[place]]):
        likely = LIKELY.get(statuses[place], {})
        weights = {country: likely.get(country, 0.05) * count for country, count in left.items() if count}
        found[place] = dice.weighted(weights)
        left[found[place]] -= 1
    return [found[place] for place in range(total)]


def consent(dice, *, is_minor=False):
    """Return an agreement to be interviewed."""
    return {
        "texte_lu": "OK",
        "accord": "oui",
        "enregistrement_audio": "oui" if dice.is_so(0.25) else "non",
        "citation_anonyme": "oui" if dice.is_so(0.85) else "non",
        "accord_forme": "oral",
        "accord_temoin": "association"
        if is_minor
        else dice.weighted({"equipe": 5, "association": 4, "interprete": 2}),
    }


REFUSALS = Deck(("temps", "confiance", "lassitude", "langue", "sans_raison"), "refusals")


def refusal():
    """Return a refusal, of which only the reason is kept."""
    return {"accord": "non", "refus_motif": REFUSALS.draw()}


def circumstances(town, country, days_ago, dice):
    """Return when, where and in what language the interview was."""
    language = {"SY": "arabe_darija", "DZ": "arabe_darija", "TN": "arabe_darija", "NG": "anglais"}.get(
        country, "francais"
    )
    return {
        "entretien_date": Ago(days_ago),
        **interview(town, dice),
        "entretien_mode": dice.weighted({"presentiel": 8, "telephone": 2, "visio": 1}),
        "entretien_langue": language,
        "entretien_interprete": "oui" if language == "anglais" and dice.is_so(0.4) else "non",
    }


def age_of(status, dice):
    if status == "mena_15":
        return {"tranche_age": "15_17", "cadre_minorite": "protocole"}
    weights = {"18_24": 22, "25_34": 42, "35_44": 24, "45_54": 9, "55_plus": 3}
    if status == "etudiant_etranger":
        weights = {"18_24": 1}
    return {"tranche_age": dice.weighted(weights)}


def profile(person, dice, *, is_mother=False):
    """Return the section on the person."""
    is_minor = person["statut"] == "mena_15"
    children = 2 if is_mother else 0 if is_minor else dice.weighted({0: 55, 1: 18, 2: 15, 3: 8, 4: 4})
    alone = "celibataire" if is_minor else dice.weighted({"celibataire": 5, "en_couple": 4, "divorce": 1})
    school = (
        "college"
        if is_minor
        else "superieur"
        if person["statut"] == "etudiant_etranger"
        else dice.weighted(_SCHOOL)
    )
    spoken = [*LANGUAGES[person["nationalite"]], *(["darija"] if dice.is_so(0.5) else [])]
    return tell(
        {
            "sexe": person["sexe"],
            "nationalite": person["nationalite"],
            "statut": person["statut"],
            "annee_arrivee": _arrival(person["statut"], dice),
            "ville": person["ville"],
            "situation_familiale": dice.choice(("divorce", "celibataire")) if is_mother else alone,
            "enfants_a_charge": children,
            "garde": _care(children, is_mother=is_mother, dice=dice),
            "langues": list(dict.fromkeys(spoken)),
            "niveau_etudes": school,
            **_diploma(school, person["nationalite"], dice),
            "projet_migratoire": dice.weighted(
                {"rester": 62, "repartir": 17, "retour": 6, "nsp": 12, "refus": 3}
            ),
            "acces_numerique": dice.weighted(
                {"smartphone_internet": 48, "smartphone_partiel": 34, "telephone_simple": 12, "emprunte": 6}
            ),
        }
    )


def _arrival(status, dice):
    if status == "regularise_2014":
        return dice.randint(2003, 2013)
    if status == "regularise_2016":
        return dice.randint(2008, 2015)
    return dice.randint(2013, 2020)


def _care(children, *, is_mother, dice):
    if not children:
        return None
    if is_mother:
        return dice.weighted({"soi_meme": 4, "proche": 3, "aucune": 2, "payee": 1})
    return dice.weighted({"conjoint": 5, "proche": 2, "soi_meme": 1, "creche": 1})


def _diploma(school, country, dice):
    if school not in _PROOF:
        return {}
    can_show = dice.weighted({"oui": 45, "non": 50, "nsp": 5} if country != "SY" else {"oui": 30, "non": 70})
    return {
        "diplome_justifiable": can_show,
        "diplome_lieu": dice.weighted({"pays_origine": 8, "maroc": 2, "autre_pays": 1}),
        "diplome_reconnu": dice.weighted({"non": 6, "oui": 3, "nsp": 1}) if can_show == "oui" else None,
    }


def segment_of(path, status, sex, children, situation):
    """Return the segment of the mission that a person belongs to; `path` is `salarie` or `auto`."""
    if sex == "femme" and children and situation in ("divorce", "celibataire", "veuf"):
        return f"{path}_femme_enfants"
    if status in REGULARISED:
        return f"{path}_regularise"
    if status in REFUGEES:
        return f"{path}_refugie"
    return "autre"
