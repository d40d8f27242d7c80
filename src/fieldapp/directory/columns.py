"""Proposes which question of a form each column of a list answers: by its heading, held against names and labels."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz, process

from fieldapp.base.folding import words_of
from fieldapp.forms.definition import FormDefinition, Question, Text

LIKE_ENOUGH = 82
"""Of 100: below it, two wordings are proposed to nobody."""
CODE_OF_NAME = "_code"
"""Ends the name of a question that takes the code of what another, named without it, takes in words."""
_ANSWERABLE = frozenset({"input", "select1", "select", "range"})
_WORDINGS: Mapping[str, tuple[str, ...]] = {
    "nom": (
        "association",
        "organisation",
        "organisme",
        "denomination",
        "raison sociale",
        "nom de l association",
    ),
    "nom_ar": ("nom arabe", "اسم الجمعية", "الاسم", "الجمعية"),
    "sigle": ("acronyme", "abreviation"),
    "site_adresse": ("adresse", "siege", "adresse du siege", "العنوان"),
    "site_region": ("region", "الجهة"),
    "site_province": ("province", "prefecture", "province prefecture", "العمالة", "الإقليم"),
    "site_commune": ("commune", "ville", "localite", "المدينة", "الجماعة"),
    "contact_nom": (
        "contact",
        "president",
        "responsable",
        "nom du president",
        "personne de contact",
        "الرئيس",
    ),
    "contact_telephone": ("tel", "telephone", "gsm", "mobile", "fixe", "الهاتف"),
    "contact_courriel": ("email", "e mail", "mail", "courriel", "adresse electronique", "البريد الإلكتروني"),
    "annee_creation": ("annee de creation", "date de creation", "creee en", "سنة التأسيس"),
    "site_web": ("site internet", "site web", "web", "الموقع"),
    "mission": ("objet", "objectifs", "domaine d intervention", "activites", "الأهداف"),
}
"""What lists here call a thing, by the name of the question in our forms; other forms are matched by their labels."""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What a column may answer."""

    column: str
    nodeset: str
    """Blank when nothing is like enough."""
    score: int
    """From 0 to 100."""


def propose_columns(
    columns: Sequence[str], definition: FormDefinition, remembered: Mapping[str, str]
) -> dict[str, Proposal]:
    """Return a proposal for each column; no question is proposed twice.

    Args:
        columns: Headings of the list.
        definition: The form to fill.
        remembered: What a person chose before, by heading (`heading_key`): a nodeset, or blank for none.
    """
    wordings = _wordings(definition)
    texts = list(wordings)
    found: list[Proposal] = []
    for column in columns:
        key = heading_key(column)
        if key in remembered:
            found.append(Proposal(column, remembered[key], 100))
            continue
        best = process.extractOne(key, texts, scorer=fuzz.token_sort_ratio, score_cutoff=LIKE_ENOUGH)
        found.append(Proposal(column, wordings[best[0]] if best else "", round(best[1]) if best else 0))
    taken: set[str] = set()
    proposals = {}
    for one in sorted(found, key=lambda each: -each.score):
        is_free = bool(one.nodeset) and one.nodeset not in taken
        proposals[one.column] = one if is_free else Proposal(one.column, "", 0)
        taken.add(one.nodeset)
    return {column: proposals[column] for column in columns}


def answerable(definition: FormDefinition) -> list[Question]:
    """Return the questions that a cell can answer, in the order of the form.

    A code of an official list is none of a cell's: lists say names, and the form takes those beside.
    """
    official = official_questions(definition)
    return [
        question
        for question in definition.questions()
        if question.kind in _ANSWERABLE
        and not definition.bind(question.nodeset).is_computed
        and question not in official
    ]


def official_questions(definition: FormDefinition) -> list[Question]:
    """Return the questions whose choices are an official list."""
    official = definition.model.official_lists
    return [
        one for one in definition.questions() if one.itemset is not None and one.itemset.list_name in official
    ]


def heading_key(column: str) -> str:
    """Return a heading as it is compared and remembered."""
    return " ".join(words_of(column))


def _wordings(definition: FormDefinition) -> dict[str, str]:
    """Return every wording of every question that can be answered -> its nodeset; the first question has it."""
    found: dict[str, str] = {}
    for question in answerable(definition):
        for wording in (
            question.name.replace("_", " "),
            *_WORDINGS.get(question.name, ()),
            *_said(question.label),
        ):
            key = heading_key(wording)
            if key:
                found.setdefault(key, question.nodeset)
    return found


def _said(label: Text) -> list[str]:
    return ["".join(part.literal for part in parts) for parts in label.by_language.values()]
