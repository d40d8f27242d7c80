"""Journeys as they are told: steps, what stood in the way, and words that suit the person who says them."""

from dataclasses import dataclass

from tests.data.sample.dice import Deck, Decks
from tests.data.sample.filling import Ago, tell
from tests.data.sample.people import REFUGEES, REGULARISED

LEARNED = ("professionnel", "superieur")
RESULTS = {"abandon": "abandon", "refus": "refus", "en_cours": "attente"}
"""How the last step ended, by what came of the journey; the others went on."""
FEELINGS = {"abandon": (1, 2), "refus": (1, 2), "attente": (2, 4)}
ARABIC, ENGLISH = ("SY", "DZ", "TN"), ("NG",)
NEEDS = {
    "situation_administrative": "regularite_administrative",
    "langue": "langue_alphabetisation",
    "analphabetisme": "langue_alphabetisation",
    "garde_enfants": "garde_enfants",
    "logement": "logement",
    "subsistance": "subsistance",
    "sante": "sante",
    "sans_justificatif": "reconnaissance_acquis",
    "non_reconnaissance": "reconnaissance_acquis",
    "acces_information": "information_droits",
    "meconnaissance_droits": "information_droits",
    "meconnaissance_travail": "profil_professionnel",
    "formation_inadaptee": "formation_adaptee",
    "coordination": "orientation",
    "acces_financement": "financement",
    "acces_local": "local",
    "acces_clients": "clients_debouches",
    "sans_post_creation": "accompagnement_post_creation",
}


@dataclass(frozen=True)
class Road:
    """What is usual on one of the two roads: the wait before a step, its length, how often it is passed over."""

    waits: dict
    lasts: dict
    skipped: dict

    def taken(self, end, dice):
        """Return the steps on the way to the last one."""
        before = [code for code in self.lasts if int(code[1:]) < int(end[1:])]
        return [*(code for code in before if not dice.is_so(self.skipped.get(code, 0))), end]


class Tellers:
    """The sentences of one kind of interview, drawn so that they come back late; no quotation comes back at all."""

    def __init__(self, told, name, lists):
        self.actions = Decks(told["action"], f"{name}/action")
        self.quotes = Decks(told["citation"], f"{name}/citation", is_endless=False)
        self.lists = {each: Deck(told[each]["liste"], f"{name}/{each}") for each in lists}

    def action(self, code, holds, result, *, is_hurt):
        """Return what was done at a step: something that hurt, or nothing that did; first what only such an end has."""
        wanted = [
            lambda one: result in one.needs,
            lambda one: bool(one.details[2]) == is_hurt,
            lambda one: not one.details[2],
        ]
        return next(found for fits in wanted if (found := self.actions.take(code, holds, fits)) is not None)


def holds_for(person):
    """Return what holds for a person, in the words of the tables."""
    school, shown = person.get("niveau_etudes"), person.get("diplome_justifiable")
    found = {
        person["sexe"]: True,
        "enfants": person.get("enfants_a_charge", 0) > 0,
        "diplome": school in LEARNED,
        "perdu": school in LEARNED and shown == "non",
        "lit_peu": school in ("aucun", "primaire"),
        "arabe": person["nationalite"] in ARABIC,
        "anglais": person["nationalite"] in ENGLISH,
        "refugie": person["statut"] in REFUGEES,
        "regularise": person["statut"] in REGULARISED,
        "sans_titre": person["statut"] == "migrant_irregulier",
    }
    return frozenset(name for name, is_so in found.items() if is_so)


def journey(person, end, outcome, *, days, road, tellers, dice):
    """Return the steps of a journey that ended at a step, somehow, before the interview."""
    taken, holds = road.taken(end, dice), holds_for(person)
    ago = days + 30 * len(taken) + dice.randint(10, 240)
    found = []
    for code in taken:
        is_last = code == end
        result = RESULTS.get(outcome, "poursuite") if is_last else "poursuite"
        hurt = dice.is_so(0.55) if result == "poursuite" else True
        if is_last and outcome in ("emploi", "activite"):
            hurt = dice.is_so(0.3)
        sentence = tellers.action(code, holds | {result}, result, is_hurt=hurt)
        company, contact, freins = sentence.details
        found.append(
            tell(
                {
                    "etape": code,
                    "etape_date": Ago(ago),
                    "etape_action": spoken(sentence.text, person),
                    "etape_avec": company,
                    "etape_contact": contact,
                    "etape_contact_autre": "Guichet de la poste ou de la banque"
                    if contact == "autre"
                    else None,
                    "etape_documents": papers(code, person),
                    "etape_attente": dice.randint(*road.waits[code]) if code in road.waits else None,
                    "etape_duree": max(5, int(road.lasts[code] * dice.uniform(0.6, 1.5))),
                    "etape_resultat": result,
                    "etape_freins": freins.split() or ["aucun"],
                    "etape_ressenti": dice.randint(*FEELINGS.get(result, (2, 4) if freins else (3, 5))),
                    "etape_citation": spoken(tellers.quotes.draw(code, holds | {result}), person),
                }
            )
        )
        ago = max(days, ago - dice.randint(*road.waits.get(code, (5, 40))))
    return found


def papers(code, person):
    """Return what was asked for at the counter, which depends on the papers that the person has."""
    if code not in ("S3", "S9", "E2", "E4"):
        return None
    own = "carte_sejour"
    if person["statut"] in REFUGEES:
        own = "carte_refugie"
    elif person["statut"] in ("migrant_irregulier", "demandeur_asile", "mena_15", "nsp"):
        own = "passeport"
    if code == "S9":
        return [own, "contrat"]
    if code == "S3" and person.get("diplome_justifiable") == "oui":
        return [own, "diplome", "cv"]
    return [own, "cv"] if code == "S3" else [own]


def spoken(sentence, person):
    """Return a sentence as this person says it."""
    return sentence.format(e="e" if person["sexe"] == "femme" else "", ville=person["ville"])


def hindrances(steps, otherwise, besoins):
    """Return the ranked obstacles and needs that an interview ends with: those of its steps, if any."""
    hurt = [code for one in steps for code in one["etape_freins"] if code != "aucun"]
    freins = list(dict.fromkeys(hurt))[-4:] or otherwise
    wanted = list(dict.fromkeys([*(NEEDS[code] for code in freins if code in NEEDS), *besoins]))[:4]
    facts = {"freins": freins, "besoins": wanted}
    facts |= {f"frein_rang_{place}": code for place, code in enumerate(freins[:3], 1)}
    return facts | {f"besoin_rang_{place}": code for place, code in enumerate(wanted[:3], 1)}
