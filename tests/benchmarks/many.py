"""Workspaces of many invented fiches, the same every time: written through the store's own doors, in one go."""

import random
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from fieldapp.base.clock import SystemClock
from fieldapp.base.ids import SystemIds
from fieldapp.records.record import Status
from fieldapp.store import Workspace, opening
from fieldapp.store.listing.labels import Labels
from tests.benchmarks.site import FORM, Site

SEED = 2026
_BATCH = 2_000
_KINDS = (
    "Association",
    "Fondation",
    "Coopérative",
    "Réseau",
    "Centre",
    "Espace",
    "Ligue",
    "Union",
    "Collectif",
)
_KINDS_AR = ("جمعية", "مؤسسة", "تعاونية", "شبكة", "مركز", "فضاء", "رابطة", "اتحاد")
_THEMES = (
    "insertion des migrants",
    "appui aux femmes",
    "formation professionnelle",
    "accès aux droits",
    "développement local",
    "entrepreneuriat des jeunes",
    "l’économie solidaire",
    "l’alphabétisation",
    "la santé communautaire",
    "l’intermédiation en emploi",
)
_THEMES_AR = ("للإدماج المهني", "لدعم المرأة", "للتكوين", "للتنمية المحلية", "لريادة الأعمال", "للتضامن")
_NAMES = (
    "Amal",
    "Tamesna",
    "Azahar",
    "Ifrane",
    "Oued",
    "Nour",
    "Atlas",
    "Rif",
    "Souss",
    "Zitoun",
    "Bab",
    "Aïn",
    "Hay",
)
_NAMES_AR = ("الأمل", "النور", "أطلس", "الريف", "الزيتون", "الوفاء", "المستقبل", "إفران")
_SYLLABLES = (
    "ba",
    "ra",
    "ti",
    "mou",
    "la",
    "zi",
    "ker",
    "dou",
    "sa",
    "fen",
    "oua",
    "lil",
    "har",
    "mi",
    "ta",
    "jel",
)
_LETTERS_AR = "ابتجحدرزسشصطعفقكلمنهوي"
_TEXT = (
    "accueil écoute orientation accompagnement suivi individualisé ateliers recherche emploi médiation services publics"
    " cours langue darija français informatique couture cuisine bâtiment agriculture aide juridique santé logement"
    " subsistance garde enfants mentorat stage apprentissage financement projet coopérative auto-entrepreneur réseau"
    " partenaires convention commune province quartier bénévoles salariés réfugiés régularisés jeunes mères"
)
_WORDS = _TEXT.split()
_TODAY = date(2026, 11, 22)


@dataclass(frozen=True, slots=True)
class Fiche:
    """One invented fiche."""

    title: str
    answers: dict[str, str]
    status: Status


def fill(workspace: Workspace, count: int) -> None:
    """Put that many fiches into the list; they are not indexed yet."""
    definition = workspace.forms.get(FORM)
    regions = list(Labels(definition).region_names("")) or ["04"]
    author = workspace.actor.actor_id
    with workspace.transaction():
        for fiche in fiches(count, regions):
            draft = workspace.records.new(FORM, definition.version, author_id=author, title=fiche.title)
            record = replace(draft, status=fiche.status)
            workspace.records.add(record, beside=fiche.answers)


def crowded(site: Site, count: int, *, is_indexed: bool) -> Path:
    """Return the folder of a copy, closed, whose list holds so many fiches more; made once for a run."""
    made = site.folder / f"crowded-{count}-{is_indexed}"
    if not made.exists():
        site.copy_of_workspace().rename(made)
        workspace = opening._open(made, lambda: site.key, clock=SystemClock(), ids=SystemIds())
        fill(workspace, count)
        while is_indexed and (entries := workspace.indexing.read(_BATCH)):
            workspace.indexing.keep(entries)
        workspace.close()
    return Path(shutil.copytree(made, site.new_path("crowded")))


def fiches(count: int, regions: list[str]) -> Iterator[Fiche]:
    """Yield invented fiches, the same every time."""
    chance = random.Random(SEED)
    for number in range(count):
        yield _fiche(chance, number, regions)


def _fiche(chance: random.Random, number: int, regions: list[str]) -> Fiche:
    own = "".join(chance.choices(_SYLLABLES, k=chance.randint(2, 4))).capitalize()
    own_ar = "".join(chance.choices(_LETTERS_AR, k=chance.randint(4, 6)))
    name = f"{chance.choice(_KINDS)} {chance.choice(_NAMES)} {own} pour {chance.choice(_THEMES)}"
    name_ar = f"{chance.choice(_KINDS_AR)} {chance.choice(_NAMES_AR)} {own_ar} {chance.choice(_THEMES_AR)}"
    short = "".join(word[0] for word in name.split() if word[0].isupper()) + f"{own[:2].upper()}"
    phone = f"{chance.randint(600_000_000, 699_999_999)}"
    answers = {
        "identite/nom": name,
        "identite/sigle": short,
        "identite/nom_ar": name_ar,
        "identite/annee_creation": f"{chance.randint(1980, 2025)}",
        "identite/mission": " ".join(chance.choices(_WORDS, k=25)),
        f"sites/site[s{number}]/site_intitule": f"Siège de {own}",
        f"sites/site[s{number}]/site_adresse": f"{chance.randint(1, 300)}, rue {chance.choice(_NAMES)}",
        f"sites/site[s{number}]/site_region": chance.choice(regions),
        f"sites/site[s{number}]/site_commune": f"{chance.choice(_NAMES)} {own[:4]}",
        f"contacts/contact[c{number}]/contact_nom": f"{chance.choice(_NAMES)} El {own}",
        f"contacts/contact[c{number}]/contact_telephone": _written(chance, phone),
        f"contacts/contact[c{number}]/contact_courriel": f"{own.lower()}@exemple{number % 97}.ma",
        "competences/competences_liste": "intermediation_emploi auto_emploi",
        "suivi/observations": " ".join(chance.choices(_WORDS, k=20)),
        "suivi/date_verification": (_TODAY - timedelta(days=chance.randint(0, 900))).isoformat(),
        "validation/accord_publication": "oui",
    }
    status = chance.choice((Status.DRAFT, Status.FINALISED, Status.FINALISED))
    return Fiche(f"{name} ({short})", answers, status)


def _written(chance: random.Random, phone: str) -> str:
    """Write a telephone number as one person or another does."""
    pairs = " ".join(phone[at : at + 2] for at in (1, 3, 5, 7))
    ways: tuple[Any, ...] = (f"0{phone}", f"+212 {phone}", f"0{phone[0]} {pairs}", f"+212 {phone[0]} {pairs}")
    return str(chance.choice(ways))
