"""Fifteen measures, each linked to what it rests on."""

from tests.data.sample.dice import Dice
from tests.data.sample.filling import Ago, tell
from tests.data.sample.organisations import AGENTS, Written, words
from tests.data.sample.writing import record_id

FORM = "fiche_mesure"
EVIDENCE = {
    "association": ("entretien_association", "preuve_association"),
    "chercheur_emploi": ("entretien_chercheur_emploi", "preuve_chercheur_emploi"),
    "porteur_projet": ("entretien_porteur_projet", "preuve_porteur_projet"),
    "conseiller": ("entretien_conseiller", "preuve_conseiller"),
    "groupe": ("groupe_discussion", "preuve_groupe"),
}
CRITERIA = (
    "realisme",
    "objectifs",
    "droits",
    "innovation",
    "impact",
    "replicabilite",
    "cout",
    "qualite_prix",
)
_SEGMENTS = (
    "salarie_regularise",
    "salarie_refugie",
    "salarie_femme_enfants",
    "auto_regularise",
    "auto_refugie",
)
_RISKS = (
    ("Départ de la personne formée", "moyen", "moyen", "Former deux personnes par structure."),
    ("Promesse trop grande pour les moyens", "moyen", "eleve", "Annoncer un nombre de places, pas un droit."),
    (
        "Données personnelles transmises sans accord",
        "faible",
        "eleve",
        "Accord écrit, et rien de plus que nécessaire.",
    ),
)
_RISK_OF = {"renforcement_capacites": 0, "partenariat": 0, "outil_coordination": 2, "outil_numerique": 2}
"""Which of the risks goes with a category; else the second."""


def measures():
    """Return the fifteen measures."""
    return [
        Written(
            f"m{place:02d}", FORM, 16 - place, AGENTS[place % 4], tell(_facts(told, Dice(told["numero"])))
        )
        for place, told in enumerate(words("mesures")["mesure"], 1)
    ]


def _facts(told, dice):
    begin = -dice.choice((30, 60, 90, 120))
    mean = round(sum(told["notes"]) / len(told["notes"]), 1)
    risk, chance, harm, answer = _RISKS[_RISK_OF.get(told["categorie"], 1)]
    return {
        **{name: told[name] for name in ("numero", "titre", "enonce", "objectif", "categorie", "nature")},
        "domaines": ["formation_professionnelle"] if told["numero"] == "M10" else ["emploi"],
        "obligation": "concretiser",
        "origine": "documents" if "source" in told else "terrain",
        "freins": told["freins"],
        "etapes": told["etapes"],
        "segments": [one for one in _SEGMENTS if _is_on(one, told["etapes"])],
        **_evidence(told),
        "bonne_pratique": told.get("bonne_pratique"),
        "bonne_pratique_source": told.get("bonne_pratique_source"),
        "responsable": told["responsable"],
        "associes": told.get("associes"),
        "moyens_humains": dice.choice(
            ("Un mi-temps par région", "Deux formateurs, dix jours", "Aucun poste nouveau")
        ),
        "budget": dice.choice((None, 80000, 150000, 300000)),
        "debut": Ago(begin),
        "fin": Ago(begin - dice.choice((120, 240, 360))),
        "prealable_reglementaire": "oui" if "prealable" in told else "non",
        "prealable_lequel": told.get("prealable"),
        "recommandation": told["recommandation"],
        "pilote": "oui" if "pilote" in told else "non",
        "pilote_lieu": told.get("pilote"),
        "faisabilite": told["faisabilite"],
        **{f"critere_{name}": note for name, note in zip(CRITERIA, told["notes"], strict=True)},
        "priorite_retenue": "haute" if mean >= 4 else "moyenne",
        "risques_presents": "oui",
        "risque": [
            {
                "risque_libelle": risk,
                "risque_probabilite": chance,
                "risque_impact": harm,
                "risque_attenuation": answer,
            }
        ],
        "indicateur": "Personnes orientées et inscrites, par trimestre",
        "indicateur_cible": f"+ {dice.choice((20, 30, 50))} % en un an",
        "indicateur_source": "Registres des agences et des associations",
        "indicateur_par_sexe": "oui",
        "etat": told.get("etat", "a_examiner"),
        "avis_presents": "non",
    }


def _is_on(segment, steps):
    """Say whether people of a segment take one of these steps."""
    letter = "S" if segment.startswith("salarie") else "E"
    return any(step.startswith(letter) for step in steps)


def _evidence(told):
    interviews = [_interview(one) for one in told["entretiens"]]
    others = [
        {"preuve_nature": "fiche", "preuve_fiche": record_id("fiche_organisation", key)}
        for key in told.get("fiches", ())
    ]
    if "source" in told:
        others.append(
            {
                "preuve_nature": "document",
                "preuve_reference": told["source"],
                "preuve_resume": "Mesure déjà écrite, à examiner.",
            }
        )
    return {
        "preuves_entretien_presentes": "oui",
        "preuve_entretien": interviews,
        "preuves_autres_presentes": "oui" if others else "non",
        "preuve": others,
    }


def _interview(text):
    nature, key = text.split(":")
    form_id, question = EVIDENCE[nature]
    return {"preuve_entretien_nature": nature, question: record_id(form_id, key)}
