"""The fiches: sixty organisations, ten of them checked long ago, and ten fiches of an organisation that has one."""

import csv
import json
import re
import tomllib
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

from tests.data.sample.dice import Deck, Dice
from tests.data.sample.filling import Ago, tell
from tests.data.sample.places import AGENCIES, PLACES, point

ROOT = Path(__file__).resolve().parents[3]
WORDS = Path(__file__).parent / "words"
FORM = "fiche_organisation"
FIVE = ("amappe", "caritas", "es_maroc", "orient_occident", "soleterre")
"""Fiches that stand beside the others as lists of steps, for what needs a few and quickly."""
STALE = {
    "asf": (790, "injoignable", "Numéro hors service, courriel sans réponse."),
    "cfmn": (402, "en_activite", "À revoir : la présidente a changé."),
    "rif": (515, "activite_reduite", "Le projet de coopérative était à l'arrêt."),
    "eao": (640, "en_activite", "Bureau renouvelé chaque année : contacts à reprendre."),
    "ccf": (455, "en_activite", ""),
    "saiss": (560, "en_activite", "Magasin commun en travaux lors de la visite."),
    "dgm": (388, "en_sommeil", "Plus de local depuis l'été."),
    "safi": (720, "activite_reduite", "Saison de pêche interrompue."),
    "ouarzazate": (860, "en_activite", ""),
    "guelmim": (430, "injoignable", "Trois appels sans réponse."),
}
"""Fiches not checked for more than a year: days, state, remark."""
TYPES_WITH_NUMBER = {
    "association_marocaine",
    "association_migrants",
    "association_communautaire",
    "reseau_osc",
}
AGENTS = tuple(f"Agent·e communautaire {letter} (fictif·ve)" for letter in "ABCD")
YEAR = 2020
"""The year of the figures of people served."""


@dataclass
class Written:
    """A record to be written down: either its facts, or its steps as they stand."""

    key: str
    form_id: str
    days_ago: int
    by: str
    facts: dict = field(default_factory=dict)
    steps: list = field(default_factory=list)


@cache
def words(name):
    with (WORDS / f"{name}.toml").open("rb") as file:
        return tomllib.load(file)


@cache
def organisations():
    return {one["key"]: one for one in words("organisations")["organisation"]}


def fiches():
    """Return the sixty fiches."""
    decks = {
        name: Deck(table["liste"], f"fiches/{name}")
        for name, table in words("fiches").items()
        if "liste" in table
    }
    made = [_known(key) for key in FIVE]
    for number, one in enumerate(organisations().values(), len(FIVE) + 1):
        made.append(_fiche(number, one, decks))
    return made


def _known(key):
    steps = json.loads((ROOT / f"resources/samples/fiches/{key}.json").read_text(encoding="utf-8"))
    dated = [_relative(step) for step in steps]
    days = next(step["days_ago"] for step in dated if step.get("set", "").endswith("/date_verification"))
    return Written(key, FORM, days, AGENTS[FIVE.index(key) % 4], steps=dated)


def _relative(step):
    """Say by how many days before the others a day of the mission was; other days stay."""
    if "value" in step and re.fullmatch(r"2021-11-\d\d", step["value"]):
        return {"set": step["set"], "days_ago": 33 - int(step["value"][-2:])}
    return step


def _fiche(number, one, decks):
    dice, key = Dice(f"fiche/{one['key']}"), one["key"]
    days, state, remark = STALE.get(key, (dice.randint(3, 60), "en_activite", ""))
    about = "Les faits cités viennent des documents de la mission ; le reste est inventé."
    told = about if one.get("cited") else "Organisation inventée pour l'entraînement."
    facts = {
        **_identity(number, one, dice),
        "site": [_site(town, place, decks, dice) for place, town in enumerate(one["villes"])],
        **_contacts(number, one, dice),
        **_conventions(one, dice, days),
        **_projects(one),
        **_publics(one, dice),
        "competences_liste": one["competences"].split(),
        "services_insertion": "oui",
        "service": [_service(code, dice) for code in one["services"].split()],
        **_people(one, dice),
        **_links(one, decks, dice),
        **_capacity(one, decks, dice),
        **_relay(one, decks, dice),
        "collecteur": AGENTS[number % 4],
        **_source(dice, is_stale=key in STALE),
        "lieu": one["villes"][0],
        "date_verification": Ago(days),
        "etat": state,
        "observations": " ".join(filter(None, [remark or decks["notes"].draw(), told])),
        **_agreement(number, dice, days, is_stale=key in STALE),
    }
    return Written(key, FORM, days, AGENTS[number % 4], tell(facts))


def _identity(number, one, dice):
    facts = {
        "nom": one["nom"],
        "sigle": one.get("sigle"),
        "nom_ar": one["nom_ar"],
        "autres_noms": one.get("autres_noms"),
        "type_organisation": one["type"],
        "association_migrants": "oui" if one.get("migrants") else "non",
        "annee_creation": one.get("annee"),
        "mission": one["mission"],
    }
    if one["type"] in TYPES_WITH_NUMBER and not one.get("cited"):
        facts |= {
            "recepisse_numero": f"EX-{number:03d}/{one['annee']} (fictif)",
            "recepisse_autorite": f"Préfecture, {one['villes'][0]} (exemple)",
        }
    if not one.get("cited") and dice.is_so(0.5):
        facts["ice"] = ice(number)
    if not one.get("cited") and dice.is_so(0.6):
        facts["site_web"] = f"https://{one['key'].replace('_', '-')}.example.org"
    return facts


def ice(number):
    """Return an ICE that no office gives, with its check digits."""
    base = (9_999_999_990_000 + number) * 100
    return f"{base + -base % 97:015d}"


def _site(town, place, decks, dice):
    region, province, _, _ = PLACES[town]
    return tell(
        {
            "site_intitule": "Siège" if place == 0 else f"Antenne de {town}",
            "site_adresse": f"{dice.randint(1, 90)}, rue Exemple (adresse fictive)",
            "site_region": region,
            "site_province": province,
            "site_commune": town,
            "site_gps": point(town, dice),
            "site_horaires": decks["horaires"].draw(),
            "site_acces": decks["acces"].draw() if dice.is_so(0.6) else None,
        }
    )


def telephone(number, place=1):
    return f"06000{number:03d}{place:02d}"


def _contacts(number, one, dice):
    people = []
    for place in range(1, dice.randint(1, 3) + 1):
        is_arabic = dice.is_so(0.25)
        people.append(
            {
                "contact_nom": f"جهة اتصال وهمية {number}-{place}"
                if is_arabic
                else f"Contact fictif {number}-{place}",
                "contact_fonction": (
                    "Direction",
                    dice.choice(("Coordination du projet", "Accueil et orientation", "الاستقبال والتوجيه")),
                    "Secrétariat",
                )[place - 1],
                "contact_telephone": telephone(number, place),
                "contact_courriel": f"{one['key'].replace('_', '.')}.{place}@example.org",
                "accord_diffusion": "oui" if dice.is_so(0.7) else "non",
            }
        )
    return {"contacts_presents": "oui", "contact": people}


def _conventions(one, dice, days):
    facts = {"conventionnee_mdcmre": one["mdcmre"]}
    found = []
    if one["mdcmre"] in ("oui", "en_cours"):
        begun = days + dice.randint(90, 700)
        found.append(
            {
                "convention_partenaire": "mdcmre",
                "convention_type": "partenariat" if one["mdcmre"] == "oui" else "accord",
                "convention_objet": dice.choice(
                    (
                        "Accompagnement vers l'emploi de personnes migrantes régularisées",
                        "Cours de langue et intégration",
                        "Assistance sociale et orientation",
                        "Projets générateurs de revenus",
                    )
                ),
                "convention_debut": Ago(begun),
                "convention_fin": Ago(begun - 730) if one["mdcmre"] == "oui" else None,
            }
        )
    if one["anapec"] == "convention":
        found.append({"convention_partenaire": "anapec", "convention_type": "partenariat"})
    others = any(each["convention_partenaire"] != "mdcmre" for each in found)
    return facts | {
        "autres_conventions": "oui" if others else "non",
        "convention": [tell(each) for each in found],
    }


def _projects(one):
    project = one.get("projet")
    if project is None:
        return {"projets_presents": "non"}
    return {
        "projets_presents": "oui",
        "projet": [
            tell(
                {
                    "projet_intitule": project["intitule"],
                    "projet_bailleurs": project.get("bailleurs"),
                    "projet_programme": project.get("programme"),
                    "projet_secteurs": project.get("secteurs"),
                    "projet_regions": project["regions"],
                    "projet_resultats": project.get("resultats"),
                    "projet_femmes": project.get("femmes"),
                }
            )
        ],
    }


def _publics(one, dice):
    women = dice.randint(15, 400)
    hurt = ("femme_seule_enfants", "enceinte_bebe", "victime_violences", "analphabete", "jeune_descolarise")
    return {
        "categories_beneficiaires": one["publics"],
        "vulnerabilites": dice.some((*hurt, "isolement", "handicap"), 1, 3),
        "nationalites": one.get("nationalites")
        or dice.some(("SN", "CI", "CD", "CM", "GN", "ML", "SY", "NG"), 2, 6),
        "beneficiaires_h": None if one.get("cited") else dice.randint(10, 500),
        "beneficiaires_f": None if one.get("cited") else women,
        "beneficiaires_annee": None if one.get("cited") else YEAR,
    }


def _categories():
    with (ROOT / "forms/lists/service.csv").open(encoding="utf-8", newline="") as file:
        return {row["code"]: row["categorie"] for row in csv.DictReader(file) if row["list"] == "service"}


CATEGORIES = _categories()
_CONDITIONS = {name: Deck(each, f"conditions/{name}") for name, each in words("fiches")["conditions"].items()}
_LENGTHS = {name: Deck(each, f"durees/{name}") for name, each in words("fiches")["durees"].items()}
_PATHS = {"emploi_salarie": "salarie", "auto_emploi": "auto_emploi"}


def _service(code, dice):
    category = CATEGORIES[code]
    capacity = dice.choice((12, 15, 20, 24, 30, 40, 60, 120))
    is_referred = code in ("referencement", "orientation")
    return tell(
        {
            "service_categorie": category,
            "service_type": code,
            "service_mode": dice.choice(("refere", "les_deux")) if is_referred else "direct",
            "service_refere_vers": "Entraide nationale, ANAPEC, OFPPT (exemple)" if is_referred else None,
            "service_parcours": _PATHS.get(category, "les_deux"),
            "service_modalite": dice.weighted({"presentiel": 7, "les_deux": 2, "distance": 1}),
            "service_gratuit": "oui",
            "service_conditions": _CONDITIONS[category].draw(),
            "service_duree": _LENGTHS[category].draw(),
            "service_capacite": capacity,
            "service_beneficiaires_h": dice.randint(0, capacity // 2),
            "service_beneficiaires_f": dice.randint(1, capacity // 2),
        }
    )


def _people(one, dice):
    paid_m, paid_w = dice.randint(0, 6), dice.randint(1, 8)
    return {
        "salaries_h": paid_m,
        "salaries_f": paid_w,
        "benevoles_h": dice.randint(1, 15),
        "benevoles_f": dice.randint(1, 18),
        "dedies_emploi_h": min(1, paid_m),
        "dedies_emploi_f": dice.randint(0, min(2, paid_w)),
        "langues": ["francais", "arabe", "darija", *dice.some(("anglais", "wo", "ln", "es", "bm"), 0, 2)],
        "interpretariat": "oui" if dice.is_so(0.3) else "non",
    }


def _links(one, decks, dice):
    facts = {"lien_anapec": one["anapec"], "lien_prive": one["prive"]}
    if one["anapec"] != "aucun":
        agency = next((AGENCIES[town] for town in one["villes"] if town in AGENCIES), "autre")
        facts |= {
            "lien_anapec_agence": agency,
            "lien_anapec_agence_autre": one["villes"][0] if agency == "autre" else None,
            "lien_anapec_point_focal": f"Conseiller·ère de l'agence de {one['villes'][0]} (exemple)",
            "orientations_anapec_h": dice.randint(2, 40),
            "orientations_anapec_f": dice.randint(1, 35),
            "retour_information_anapec": "oui" if one["anapec"] == "convention" else "non",
        }
    if one["prive"] != "aucun":
        facts |= {
            "lien_prive_entreprises": decks["entreprises"].draw(),
            "lien_prive_secteurs": dice.some(
                ("services", "restauration", "btp", "industrie", "commerce"), 1, 2
            ),
        }
    return facts


def _capacity(one, decks, dice):
    if one.get("cited") or dice.is_so(0.5):
        return {"capacite_evaluee": "non"}
    criteria = (
        "mandat",
        "experience_migrants",
        "experience_integration",
        "gestion_financiere",
        "ressources_humaines",
        "local",
        "equipement",
        "personnel_forme",
        "confidentialite",
    )
    return {
        "capacite_evaluee": "oui",
        "evaluation": [
            tell(
                {
                    "evaluation_critere": criterion,
                    "evaluation_score": dice.weighted({"0": 1, "1": 3, "2": 5, "3": 3}),
                    "evaluation_preuve": decks["preuves"].draw() if dice.is_so(0.7) else None,
                }
            )
            for criterion in dice.some(criteria, 4, 8)
        ],
    }


def _relay(one, decks, dice):
    facts = {"relais_volonte": one["relais"]}
    if one["relais"] == "non":
        return facts
    needs = (
        "premier_diagnostic",
        "outils_orientation",
        "droit_travail_migrants",
        "suivi_donnees",
        "equipement",
    )
    return facts | {
        "relais_services": dice.some(
            ("information_droits", "orientation", "referencement", "diagnostic_professionnel"), 1, 3
        ),
        "relais_besoins": ["offre_anapec", *dice.some(needs, 1, 3)],
        "relais_moyens": decks["moyens"].draw(),
    }


def _source(dice, *, is_stale):
    if is_stale:
        return {"source": dice.choice(("liste_officielle", "documents", "partenaire"))}
    if dice.is_so(0.3):
        return {"source": "visite"}
    return {
        "source": "entretien",
        "entretien_mode": dice.weighted({"presentiel": 6, "telephone": 3, "visio": 2}),
        "entretien_langue": dice.weighted({"francais": 7, "arabe_darija": 4}),
        "entretien_interprete": "non",
    }


def _agreement(number, dice, days, *, is_stale):
    if is_stale or dice.is_so(0.15):
        return {"accord_publication": "non"}
    facts = {"accord_publication": "oui"}
    if dice.is_so(0.4):
        facts |= {
            "signataire_nom": f"Signataire fictif·ve {number}",
            "signataire_qualite": dice.choice(("Présidence", "Direction", "Coordination")),
            "signature_date": Ago(days),
        }
    return facts
