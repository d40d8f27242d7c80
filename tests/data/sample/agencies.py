"""Interviews with eight advisers, with what was seen in their agency, and four group discussions."""

from tests.data.sample.dice import Dice
from tests.data.sample.filling import Ago, tell
from tests.data.sample.organisations import AGENTS, Written, organisations, words
from tests.data.sample.people import consent
from tests.data.sample.places import AGENCIES, interview
from tests.data.sample.writing import record_id

ADVISER, GROUP = "entretien_conseiller", "groupe_discussion"
_TOWNS = {code: town for town, code in AGENCIES.items()}
_PILOTS = ("rabat", "casablanca", "fes", "oujda", "tanger", "marrakech", "agadir")
_VOLUMES = ("inscription_emploi", "entretien_positionnement", "atelier_recherche_emploi", "mise_en_relation")
_SEEN = (
    "Deux guichets sur trois ouverts ; les gens parlent de leur situation devant tout le monde.",
    "Affiche en français et en arabe ; rien en anglais. Un vigile oriente, avec patience.",
    "Salle claire, écran de numéros en panne, appel à voix haute.",
    "Bureau fermé pour les entretiens, réservé sur un tableau.",
)
_PAPERS = {"S3": ["carte_sejour", "cv"], "S9": ["carte_sejour", "contrat"], "E3": ["carte_sejour"]}
_DISPENSED = {
    "fes": ["regularises"],
    "nador": ["aucune"],
    "marrakech": ["procedure_48h", "refugies"],
    "rabat": ["sans_diplome"],
}
_HURT = {
    "rabat": ["situation_administrative", "sans_justificatif"],
    "casablanca": ["non_reconnaissance", "outils_inadaptes"],
    "tanger": ["acces_financement"],
    "fes": ["derogations_meconnues", "employeurs_non_informes"],
    "oujda": ["coordination"],
    "marrakech": ["preference_nationale"],
    "agadir": ["analphabetisme", "formation_inadaptee"],
    "nador": ["coordination", "acces_numerique"],
}
_DECIDED = {
    "S2": "Envoi de la fiche à l'agence, par l'animatrice.",
    "S3": "Inscription acceptée ou non, par la personne qui reçoit.",
    "S4": "Métier et projet retenus, par la conseillère avec la personne.",
    "S5": "Liste des personnes admises, par qui anime l'atelier.",
    "S6": "Date du prochain rendez-vous, par le conseiller.",
    "S8": "Profils présentés à l'employeur, par l'agence.",
    "S9": "Dépôt du dossier quand il est complet, par l'agence et l'employeur.",
    "E3": "Projet présenté au comité ou repris, décidé à deux.",
}


def advisers():
    """Return the eight interviews."""
    made = []
    for place, told in enumerate(words("conseillers")["entretien"]):
        days = 12 + 3 * place
        dice = Dice(f"adviser/{told['agence']}")
        facts = {
            **consent(dice),
            "accord_temoin": "equipe",
            "entretien_date": Ago(days),
            **interview(_TOWNS[told["agence"]], dice),
            "entretien_lieu": f"Agence de {_TOWNS[told['agence']]}",
            "entretien_mode": "presentiel" if place % 4 else "visio",
            "entretien_langue": "francais",
            **_adviser(told, dice),
            **_volumes(told["agence"], dice),
            "etape_agence": [_step(told)],
            **_tools(told, dice),
            "suggestions_presentes": "oui",
            "suggestion": [
                {
                    "suggestion_enonce": told["suggestion"],
                    "suggestion_objectif": dice.choice(("liens", "outil")),
                }
            ],
            **_seen(place, dice),
        }
        made.append(Written(f"co_{told['agence']}", ADVISER, days, AGENTS[place % 4], tell(facts)))
    return made


def _adviser(told, dice):
    trained = dice.is_so(0.5)
    return {
        "agence": told["agence"],
        "fonction": told["fonction"],
        "repondant_sexe": dice.choice(("femme", "homme")),
        "anciennete": dice.randint(2, 18),
        "agence_pilote": "oui" if told["agence"] in _PILOTS else "non",
        "formation_migration": "oui" if trained else "non",
        "formation_themes": dice.some(("droit_migration", "interculturalite", "asile"), 1, 2)
        if trained
        else None,
    }


def _volumes(agency, dice):
    """Return the volumes of twelve months: women and men near the shares of the country in 2020."""
    if agency == "nador":
        return {"volumes_source": "pas_de_donnees"}
    size = {"rabat": 150, "casablanca": 140, "tanger": 60, "oujda": 55, "fes": 40}.get(agency, 25)
    found = []
    for service, share in zip(_VOLUMES, (1, 0.38, 0.28, 0.12), strict=True):
        total = max(1, round(size * share * dice.uniform(0.9, 1.1)))
        women = round(total * 0.384)
        found.append({"volume_service": service, "volume_h": total - women, "volume_f": women})
    return {"volumes_source": dice.choice(("donnees", "estimation")), "volume": found}


def _step(told):
    code, action, meeting, screen, block = told["etape"]
    return tell(
        {
            "agence_parcours": "auto_emploi" if code.startswith("E") else "salarie",
            "agence_etape": code,
            "usager_action": action,
            "interaction_recit": meeting,
            "interaction_contact": "association" if code == "S2" else "agence_anapec",
            "interaction_duree": {"S5": 720, "S3": 20}.get(code, 35),
            "coulisses_qui": "La personne qui reçoit, puis le ou la responsable d'agence",
            "coulisses_outil": screen,
            "coulisses_delai": {"S9": 21, "S8": 15, "E3": 40}.get(code, 3),
            "coulisses_decision": _DECIDED[code],
            "agence_documents": _PAPERS.get(code),
            "agence_freins": _HURT[told["agence"]],
            "derogations": _DISPENSED.get(told["agence"]),
            "ecart_regle": f"{block} {told['ecart']}",
            "agence_citation": told["citation"],
        }
    )


def _tools(told, dice):
    town = _TOWNS[told["agence"]]
    near = [key for key, one in organisations().items() if town in one["villes"]][:2]
    records_it = dice.choice(("oui", "non", "nsp"))
    return {
        "nationalite_si": records_it,
        "nationalite_si_comment": "Champ libre, rempli selon les collègues" if records_it == "oui" else None,
        "langues": ["francais", "arabe", "darija", *dice.some(("anglais", "es", "amazigh"), 0, 2)],
        "liens_associations": "oui" if near else "non",
        "lien_association": [
            {
                "lien_fiche": record_id("fiche_organisation", key),
                "lien_forme": dice.choice(("referencement", "activites", "informel", "convention")),
                "lien_frequence": dice.choice(("mensuelle", "trimestrielle", "ponctuelle")),
                "lien_qualite": dice.randint(2, 5),
            }
            for key in near
        ],
        "connait_attestation": dice.choice(("utilise", "connait", "entendu")),
        "connait_taechir": dice.choice(("connait", "entendu", "utilise")),
        "connait_contrat_aide": dice.choice(("connait", "entendu", "ne_connait_pas")),
        "outils_manquants": told["manque"],
    }


def _seen(place, dice):
    if place % 2:
        return {"observation_faite": "non"}
    return {
        "observation_faite": "oui",
        "observation_accueil": dice.choice(("oui", "partiel")),
        "observation_signaletique": dice.choice(("partiel", "non")),
        "observation_langues": ["francais", "arabe"],
        "observation_confidentialite": dice.choice(("non", "partiel", "oui")),
        "observation_affluence": dice.randint(4, 40),
        "observation_notes": _SEEN[place // 2],
    }


def groups():
    """Return the four discussions."""
    made = []
    for place, told in enumerate(words("groupes")["groupe"]):
        days = 9 + 7 * place
        dice = Dice(f"group/{place}")
        facts = {
            **consent(dice),
            "enregistrement_audio": "non",
            "entretien_date": Ago(days),
            **interview(told["ville"], dice),
            "entretien_mode": "presentiel",
            "entretien_langue": told.get("langue", "francais"),
            "entretien_interprete": "non",
            "animation": AGENTS[place],
            "prise_notes": AGENTS[(place + 1) % 4],
            "theme": told["theme"],
            "segment": told["segment"],
            "participants_h": told["hommes"],
            "participants_f": told["femmes"],
            "tranches_age": dice.some(("18_24", "25_34", "35_44", "45_54"), 2, 4),
            "statuts": told["statuts"],
            "question": [_question(one) for one in told["questions"]],
            "vote_fait": "oui",
            "vote_frein": [_vote(told, code, votes) for code, votes in told["freins"].items()],
            "mesures_presentes": "oui",
            "mesure_proposee": [
                {"mesure_enonce": text, "mesure_objectif": goal, "mesure_freins": [frein]}
                for text, goal, frein in told["mesures"]
            ],
            "ambiance": told["ambiance"],
            "limites": told["limites"],
        }
        made.append(Written(f"gd{place + 1}", GROUP, days, AGENTS[place], tell(facts)))
    return made


def _question(one):
    asked, answer, agreement, dissent, quote = one
    return tell(
        {
            "question_texte": asked,
            "question_reponse": answer,
            "question_accord": agreement,
            "question_desaccord": dissent,
            "question_citation": quote,
        }
    )


def _vote(told, code, votes):
    women = min(told["femmes"], round(votes * told["femmes"] / (told["femmes"] + told["hommes"])))
    return {"vote_frein_code": code, "votes_h": votes - women, "votes_f": women}
