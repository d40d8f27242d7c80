"""A month of the agents' short forms: new projects, problems, activities, stories of change."""

from tests.data.sample.dice import Dice
from tests.data.sample.filling import Ago, tell
from tests.data.sample.organisations import AGENTS, Written, organisations, words
from tests.data.sample.people import age_of, consent
from tests.data.sample.places import PLACES, interview
from tests.data.sample.writing import record_id

FICHE = "fiche_organisation"
_SENT_TO = ("anapec", "entraide_nationale", "mdcmre")
_CONTACTS = ("association", "agence_anapec", "travail_rue", "telephone")


def notes():
    """Return all short forms of the month."""
    told = words("terrain")
    kinds = (
        ("veille", "veille_projet", _project),
        ("probleme", "probleme_remonte", _problem),
        ("activite", "activite_reunion", _activity),
        ("recit", "recit_msc", _story),
    )
    return [
        Written(
            f"{name}{place + 1:02d}",
            form_id,
            _written(one),
            AGENTS[place % 4],
            tell(make(one, Dice(f"{name}/{place}"))),
        )
        for name, form_id, make in kinds
        for place, one in enumerate(told[name])
    ]


def _written(one):
    """Return how long ago a form was written: a problem, when it was known what came of it."""
    return max(0, one["jours"] - 2) if "suite" in one else one["jours"]


def _place(one):
    region, province, _, _ = PLACES[one["ville"]]
    return {"region": region, "province": province}


def _fiche(one):
    return record_id(FICHE, one["fiche"]) if "fiche" in one else None


def _project(one, dice):
    men, women, total = one["places"]
    return {
        "date_reperage": Ago(one["jours"]),
        **_place(one),
        "organisation_fiche": _fiche(one),
        "organisation_nom": one.get("nom"),
        "source_fiabilite": dice.choice(("document", "direct")) if "fiche" in one else "indirect",
        "projet_intitule": one["intitule"],
        "projet_stade": one["stade"],
        "projet_bailleurs": one.get("bailleurs"),
        "projet_services": one["services"],
        "projet_publics": one["publics"],
        "projet_regions": PLACES[one["ville"]][0],
        "places_h": men or None,
        "places_f": women or None,
        "places_total": total,
        "candidature_limite": Ago(one["jours"] - one["limite"]) if "limite" in one else None,
        "notes": one["note"],
    }


def _problem(one, dice):
    path = "salarie" if "etape" in one else "auto_emploi" if "etape_auto" in one else None
    followed = one["suite"] != "a_traiter"
    return {
        "date_fait": Ago(one["jours"]),
        **_place(one),
        "lieu_contact": dice.choice(_CONTACTS),
        "organisation_fiche": _fiche(one),
        "resume": one["resume"],
        "freins": one["freins"],
        "probleme_parcours": path,
        "probleme_etape": one.get("etape") or one.get("etape_auto"),
        "description": one["description"],
        "ampleur": one["ampleur"],
        "personnes_h": dice.randint(1, 8),
        "personnes_f": dice.randint(0, 9),
        "publics": one["publics"],
        "urgence": one["urgence"],
        "piste_action": one["piste"],
        "transmis_a": dice.some(_SENT_TO, 1, 2) if followed else None,
        "suite": one["suite"],
        "suite_date": Ago(_written(one)) if followed else None,
        "reponse": one.get("reponse"),
    }


def _activity(one, dice):
    men, women = one["presents"]
    has_list = dice.is_so(0.6)
    facts = {
        "type_activite": one["type"],
        "intitule": one["intitule"],
        "date_fait": Ago(one["jours"]),
        **_place(one),
        "lieu": f"{one['ville']} (exemple)",
        "duree_heures": one["duree"],
        "organisateurs": one["organisateurs"],
        "objectif": one.get("objectif"),
        "presents_h": men,
        "presents_f": women,
        "liste_presence": "oui" if has_list else "non",
        "signatures_nombre": men + women if has_list else None,
        "publics": dice.some(
            ("regularise_2016", "refugie_hcr", "migrant_irregulier", "marocain_precaire"), 1, 3
        ),
        "organisations_presentes": "oui" if "organisations" in one else "non",
        "organisation": [_present(key, dice) for key in one.get("organisations", ())],
        "decisions_presentes": "oui" if "decision" in one else "non",
    }
    if "satisfaits" in one:
        facts |= {"satisfaits_h": one["satisfaits"][0], "satisfaits_f": one["satisfaits"][1]}
    if "decision" in one:
        text, who, until = one["decision"]
        decided = {"decision_texte": text, "decision_responsable": who, "decision_echeance": Ago(until)}
        facts["decision"] = [decided]
    return facts


def _present(key, dice):
    return {
        "organisation_fiche": record_id(FICHE, key),
        "organisation_type": organisations()[key]["type"],
        "organisation_h": dice.randint(0, 2),
        "organisation_f": dice.randint(1, 2),
    }


def _story(one, dice):
    return {
        **consent(dice),
        **age_of("", dice),
        "tranche_age": one["age"],
        "entretien_date": Ago(one["jours"]),
        **interview(one["ville"], dice),
        "entretien_mode": "presentiel",
        "entretien_langue": one.get("langue", "francais"),
        "entretien_interprete": "non",
        "recit_auteur": one["auteur"],
        "sexe": one["sexe"],
        "recit_titre": one["titre"],
        "changement_domaine": one["domaine"],
        "changement_periode": Ago(one["jours"] + dice.randint(60, 300)),
        "recit_avant": one["avant"],
        "recit_changement": one["changement"],
        "recit_raison": one["raison"],
        "recit_contribution": one["contribution"],
    }
