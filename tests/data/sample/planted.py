"""Ten fiches of an organisation that already has one, each disguised in its own way; and what is planted in all."""

from tests.data.sample.filling import Ago, tell
from tests.data.sample.organisations import AGENTS, FORM, STALE, Written, organisations
from tests.data.sample.places import PLACES

DUPLICATES = (
    # key of the organisation, how its second fiche is disguised, what it says otherwise
    ("amappe", "sigle_seul", {"nom": "AMAPPE", "mission": "Appui aux petits projets, réfugiés."}),
    (
        "heure_joyeuse",
        "orthographe",
        {"nom": "Heure joyeuse (L')", "mission": "Insertion de jeunes et de femmes."},
    ),
    (
        "csec",
        "arabe_seul",
        {"nom": "التجمع السوري للتضامن", "mission": "مساعدة العائلات السورية في الدار البيضاء."},
    ),
    ("cpe", "meme_telephone", {"nom": "Passerelles, antenne de Derb Ghallef"}),
    ("orient_occident", "faute_de_frappe", {"nom": "Fondation Orient Occidant", "sigle": "FOO"}),
    ("atam", "abreviation", {"nom": "Assoc. Tetouan Accueil & Mediation", "sigle": "A.T.A.M."}),
    (
        "abta",
        "arabe_et_latin",
        {"nom": "Jam'iyat Bni Mellal Ard al-Istiqbal", "nom_ar": "جمعية بني ملال أرض الإستقبال"},
    ),
    (
        "femmes_sale",
        "meme_telephone",
        {"nom": "Restaurant Mama Salé (coopérative)", "mission": "Cuisine africaine, traiteur."},
    ),
    ("gadem", "sigle_seul", {"nom": "Gadem", "mission": "Droits des migrants."}),
    ("souss", "ordre_des_mots", {"nom": "Saisonniers solidaires du Souss"}),
)
TOWNS = {"amappe": "Rabat", "orient_occident": "Rabat"}
TYPES = {"amappe": "association_marocaine", "orient_occident": "fondation"}
HEADINGS = (
    "nature",
    "record_id",
    "cle",
    "nom",
    "record_id_origine",
    "cle_origine",
    "nom_origine",
    "indice",
    "jours_depuis_verification",
)


def duplicates(by_key):
    """Return the second fiches, thin as those are that somebody begins from a list."""
    made = []
    for place, (key, disguise, told) in enumerate(DUPLICATES):
        about = organisations().get(key, {})
        town = TOWNS.get(key) or about["villes"][0]
        region, province, _, _ = PLACES[town]
        facts = {
            "type_organisation": TYPES.get(key) or about["type"],
            "site": [{"site_region": region, "site_province": province, "site_commune": town}],
            "conventionnee_mdcmre": "nsp",
            "categories_beneficiaires": about.get("publics", "refugie_hcr").split()[0],
            "competences_liste": about.get("competences", "action_sociale").split()[0],
            "services_insertion": "non",
            "collecteur": AGENTS[place % 4],
            "source": "liste_officielle" if place % 2 else "partenaire",
            "date_verification": Ago(6 + 3 * place),
            "etat": "en_activite",
            "observations": "Saisie à partir d'une liste, sans contact. Organisation de l'exemple.",
            "accord_publication": "non",
        }
        if disguise == "meme_telephone":
            facts |= _same_telephone(by_key[key])
        made.append(Written(f"{key}_bis", FORM, 6 + 3 * place, AGENTS[place % 4], tell(facts | told)))
    return made


def _same_telephone(first):
    number = first.facts["contact"][0]["contact_telephone"]
    spaced = "+212 " + " ".join([number[1], *(number[i : i + 2] for i in range(2, 10, 2))])
    person = {
        "contact_nom": "Contact fictif (accueil)",
        "contact_telephone": spaced,
        "accord_diffusion": "non",
    }
    return {"contacts_presents": "oui", "contact": [person]}


def planted(ids, titles):
    """Return the rows of the list of what is planted: ids and titles are by key."""
    rows = []
    for key, disguise, _told in DUPLICATES:
        again = f"{key}_bis"
        rows.append(("doublon", ids[again], again, titles[again], ids[key], key, titles[key], disguise, ""))
    for key, (days, state, _remark) in STALE.items():
        rows.append(("ancienne", ids[key], key, titles[key], "", "", "", state, days))
    return rows
