"""Interviews with twenty associations, each linked to its fiche."""

from tests.data.sample.dice import Dice
from tests.data.sample.filling import tell
from tests.data.sample.organisations import AGENTS, FIVE, Written, organisations, words
from tests.data.sample.people import circumstances, consent
from tests.data.sample.writing import record_id

FORM = "entretien_association"
TOWNS = dict(zip(FIVE, ("Rabat", "Casablanca", "Tanger", "Rabat", "Rabat"), strict=True))
SELF_EMPLOYMENT = ("amappe", "es_maroc", "soleterre", "csec")
_STEPS = {
    "salarie": ("S0", "S1", "S2", "S3", "S5", "S8"),
    "auto_emploi": ("E0", "E1", "E3", "E5", "E7"),
}
_ROLES = {
    "S0": "informe",
    "S1": "realise",
    "S2": "oriente",
    "S3": "accompagne",
    "S5": "realise",
    "S8": "accompagne",
}
_KNOWN = (
    "inscription_emploi",
    "entretien_positionnement",
    "atelier_recherche_emploi",
    "mise_en_relation",
    "contrat_aide",
    "plan_affaires",
)
_OBSTACLES = ("pas_interlocuteur", "papiers", "langue", "distance", "pas_retour", "mauvais_accueil")
_CONDITIONS = ("convention", "formation", "personnel", "referent", "retour_information", "protection_donnees")
_COVID = (
    "Trois mois de fermeture, puis des rendez-vous par téléphone. Les plus éloignés n'ont pas suivi.",
    "Nous avons surtout distribué des paniers ; l'emploi a attendu un an.",
    "Les ateliers en ligne ont bien marché pour les jeunes, pas pour les mères.",
    "Deux entreprises partenaires ont fermé, nous avons perdu la moitié des placements.",
)


def associations():
    """Return the twenty interviews."""
    made = []
    for place, told in enumerate(words("associations")["entretien"]):
        days = 5 + 2 * place
        facts = _facts(told, days, Dice(f"association/{told['fiche']}"))
        made.append(Written(f"as_{told['fiche']}", FORM, days, AGENTS[place % 4], tell(facts)))
    return made


def _facts(told, days, dice):
    about = organisations().get(told["fiche"], {})
    town = TOWNS.get(told["fiche"]) or about["villes"][0]
    known = dice.some(_KNOWN, 2, 5)
    sends = about.get("anapec", "regulier") != "aucun"
    return {
        **consent(dice),
        **circumstances(town, "", days, dice),
        "entretien_langue": told.get("langue", "francais"),
        "organisation_fiche": record_id("fiche_organisation", told["fiche"]),
        "repondant_fonction": told["fonction"],
        "repondant_sexe": dice.choice(("femme", "femme", "homme")),
        "usagers_categories": about.get("publics", "refugie_hcr regularise_2016 migrant_regulier"),
        "usagers_h": dice.randint(40, 300),
        "usagers_f": dice.randint(60, 420),
        **{f"demande_{place}": code for place, code in enumerate(told["demandes"], 1)},
        "recherche_emploi": told["recit"],
        "etapes_presentes": "oui",
        "etape_association": _steps(told, dice),
        **_referral(dice, sends=sends),
        "services_connus": known,
        "services_utilises": dice.some(known, 1, 2) if sends else None,
        "confiance_anapec": dice.randint(2, 5) if sends else dice.randint(1, 3),
        "lien_entreprises": about.get("prive", "regulier"),
        "lien_entreprises_detail": "Quelques employeurs fidèles, appelés un par un."
        if about.get("prive", "regulier") != "aucun"
        else None,
        "covid_effets": dice.choice(_COVID) if dice.is_so(0.6) else None,
        "formations_recues": dice.some(("interculturalite", "genre", "accueil_vulnerables"), 0, 2)
        or ["aucun"],
        "formations_souhaitees": dice.some(
            ("offre_services", "diagnostic_orientation", "droit_migration"), 1, 3
        ),
        **_relay(about, dice),
        "recommandations_presentes": "oui",
        "recommandation": [
            {
                "recommandation_enonce": told["recommandation"],
                "recommandation_objectif": told["objectif"],
                "recommandation_freins": [told["frein"]],
            }
        ],
        "documents_presents": "non",
    }


def _steps(told, dice):
    path = "auto_emploi" if told["fiche"] in SELF_EMPLOYMENT else "salarie"
    steps = dice.some(_STEPS[path], 2, 4)
    found = []
    for place, code in enumerate(steps):
        found.append(
            tell(
                {
                    "role_parcours": path,
                    "role_etape": code,
                    "role_association": _ROLES.get(code, "realise"),
                    "role_contact": dice.choice(("association", "telephone", "travail_rue")),
                    "role_duree": dice.choice((20, 30, 45, 60, 120)),
                    "role_freins": [told["frein"]]
                    if place == 0
                    else dice.some(("langue", "mobilite", "frais"), 0, 1),
                    "role_exemple": told["exemple"] if place == 0 else None,
                }
            )
        )
    return found


def _referral(dice, *, sends):
    obstacles = dice.some(_OBSTACLES, 1, 3)
    if not sends:
        return {"oriente_anapec": "non", "orientation_obstacles": obstacles}
    return {
        "oriente_anapec": "oui",
        "orientation_outil": dice.weighted(
            {"telephone": 4, "accompagnement_physique": 3, "bouche_oreille": 3, "fiche_liaison": 2}
        ),
        "orientations_h": dice.randint(2, 40),
        "orientations_f": dice.randint(1, 35),
        "resultat_connu": dice.weighted({"non": 7, "oui": 3}),
        "orientation_obstacles": obstacles,
    }


def _relay(about, dice):
    wish = about.get("relais", "conditions")
    if wish == "non":
        return {"relais_volonte": wish}
    return {"relais_volonte": wish, "relais_conditions": dice.some(_CONDITIONS, 2, 4)}
