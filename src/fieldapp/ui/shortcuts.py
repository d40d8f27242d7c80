"""Every key that does something, in one table: what the window obeys, what its hints say and what the key map shows.

Nobody else in `ui` writes a key sequence: a test says so, and that no sequence means two things in one place.
"""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QAbstractButton, QApplication, QWidget


class Place(StrEnum):
    """Where a key is obeyed; those of `EVERYWHERE` are obeyed beside each of the others."""

    EVERYWHERE = "everywhere"
    LIST = "list"
    FILL = "fill"
    ANSWER = "answer"
    ASIDE = "aside"
    REPORT = "report"


@dataclass(frozen=True, slots=True)
class Keys:
    """What one act is bound to."""

    name: str
    place: Place
    sequences: tuple[str, ...]
    """As Qt writes them in every language; the first is the one that hints show."""
    is_told: bool = False
    """Whether the widgets obey it by themselves, and it stands here only to be shown."""


TABLE = (
    Keys("keys", Place.EVERYWHERE, ("F1",)),
    Keys("palette", Place.EVERYWHERE, ("Ctrl+K",)),
    Keys("tips", Place.EVERYWHERE, ("Alt",), is_told=True),
    Keys("home", Place.EVERYWHERE, ("Alt+Home",)),
    Keys("list", Place.EVERYWHERE, ("Ctrl+Shift+L",)),
    Keys("forms", Place.EVERYWHERE, ("Ctrl+Shift+F",)),
    Keys("space", Place.EVERYWHERE, ("Ctrl+Shift+E",)),
    Keys("trash", Place.EVERYWHERE, ("Ctrl+Shift+K",)),
    Keys("lock", Place.EVERYWHERE, ("Ctrl+L",), is_told=True),
    Keys("larger", Place.EVERYWHERE, ("Ctrl++", "Ctrl+=")),
    Keys("smaller", Place.EVERYWHERE, ("Ctrl+-",)),
    Keys("as_made", Place.EVERYWHERE, ("Ctrl+0",)),
    Keys("new", Place.LIST, ("Ctrl+N",)),
    Keys("find", Place.LIST, ("Ctrl+F",)),
    Keys("to_list", Place.LIST, ("Down",), is_told=True),
    Keys("open", Place.LIST, ("Return",), is_told=True),
    Keys("menu", Place.LIST, ("Shift+F10",), is_told=True),
    Keys("undo", Place.FILL, ("Ctrl+Z",)),
    Keys("redo", Place.FILL, ("Ctrl+Shift+Z", "Ctrl+Y")),
    Keys("next_section", Place.FILL, ("Ctrl+PgDown",)),
    Keys("section_before", Place.FILL, ("Ctrl+PgUp",)),
    Keys("finish", Place.FILL, ("Ctrl+Return",)),
    Keys("leave", Place.FILL, ("Alt+Left",)),
    Keys("comments", Place.FILL, ("Ctrl+Shift+M",)),
    Keys("sections", Place.FILL, ("F6",)),
    Keys("next_problem", Place.FILL, ("F8",)),
    Keys("problem_before", Place.FILL, ("Shift+F8",)),
    Keys("guidance", Place.FILL, ("Shift+F1",)),
    Keys("two_languages", Place.FILL, ("Ctrl+Shift+B",)),
    Keys("interview", Place.FILL, ("F9",)),
    Keys("interview_note", Place.FILL, ("Ctrl+J",)),
    Keys("interview_tags", Place.FILL, ("Ctrl+Shift+J",)),
    Keys("instance_add", Place.FILL, ("Ctrl+Shift+N",)),
    Keys("instance_copy", Place.FILL, ("Ctrl+D",)),
    Keys("instance_up", Place.FILL, ("Ctrl+Shift+PgUp",)),
    Keys("instance_down", Place.FILL, ("Ctrl+Shift+PgDown",)),
    Keys("instance_remove", Place.FILL, ("Ctrl+Shift+Del",)),
    Keys("next", Place.ANSWER, ("Tab",), is_told=True),
    Keys("before", Place.ANSWER, ("Shift+Tab",), is_told=True),
    Keys("choose", Place.ANSWER, ("Space",), is_told=True),
    Keys("unchoose", Place.ANSWER, ("Del",), is_told=True),
    Keys("unfold", Place.ANSWER, ("Down",), is_told=True),
    Keys("back", Place.ASIDE, ("Alt+Left",)),
    Keys("find_aside", Place.ASIDE, ("Ctrl+F",)),
    Keys("copy", Place.REPORT, ("Ctrl+C",)),
)

_BY_NAME = {keys.name: keys for keys in TABLE}
_MIRRORED = {"Left": "Right", "Right": "Left"}
"""Going back points to where the page before lies: to the other side in Arabic."""


def sequences(name: str) -> list[QKeySequence]:
    """Return what an act is bound to in the window's language."""
    return [QKeySequence(_turned(text)) for text in _BY_NAME[name].sequences]


def bind(
    name: str, widget: QWidget, act: Callable[[], object], *, is_within: bool = False
) -> list[QShortcut]:
    """Have a page, or with `is_within` what is inside one widget, obey the keys of an act."""
    context = (
        Qt.ShortcutContext.WidgetWithChildrenShortcut if is_within else Qt.ShortcutContext.WindowShortcut
    )
    made = [QShortcut(sequence, widget, act) for sequence in sequences(name)]
    for shortcut in made:
        shortcut.setContext(context)
    return made


def give(name: str, button: QAbstractButton) -> None:
    """Have a button obey the keys of an act and show them as its hint; to be said again after its words."""
    button.setShortcut(sequences(name)[0])
    words, hint = button.accessibleName() or button.text().replace("&", ""), hint_of(name)
    button.setToolTip(f"{words} ({hint})" if words else hint)


def hint_of(name: str) -> str:
    """Return the keys of an act as they stand on the keyboard, fit for a sentence in either direction."""
    return shown(_BY_NAME[name].sequences[0])


def shown(sequence: str) -> str:
    """Return a sequence in the words of the window's language."""
    return f"\u2066{KeyNames().of(_turned(sequence))}\u2069"


def _turned(sequence: str) -> str:
    if QApplication.layoutDirection() != Qt.LayoutDirection.RightToLeft:
        return sequence
    before, plus, last = sequence.rpartition("+")
    return f"{before}{plus}{_MIRRORED.get(last, last)}"


class KeyNames(QObject):
    """What is engraved on the keys."""

    def of(self, sequence: str) -> str:
        """Write a sequence in the window's language."""
        *held, last = sequence.removesuffix("+").split("+")
        names = self._names()
        return "+".join(names.get(part, part) for part in (*held, last or "+"))

    def _names(self) -> dict[str, str]:
        return {
            "Shift": self.tr("Maj"),
            "Return": self.tr("Entrée"),
            "Space": self.tr("Espace"),
            "Del": self.tr("Suppr"),
            "PgDown": self.tr("Page suivante"),
            "PgUp": self.tr("Page précédente"),
            "Left": self.tr("Flèche gauche"),
            "Right": self.tr("Flèche droite"),
            "Down": self.tr("Flèche bas"),
            "Esc": self.tr("Échap"),
        }


class KeyMap(QObject):
    """What each key does, in words; the place where one is comes first."""

    def groups(self, first: Place) -> list[tuple[str, list[tuple[str, str]]]]:
        """Return titles, and below each its rows: the keys, and what they do."""
        order = sorted(Place, key=lambda place: (place is not first, place is not _beside(first)))
        titles, words = self._titles(), self._words()
        return [
            (titles[place], [(self._of(keys), words[keys.name]) for keys in TABLE if keys.place is place])
            for place in order
        ]

    @staticmethod
    def _of(keys: Keys) -> str:
        return " · ".join(dict.fromkeys(shown(sequence) for sequence in keys.sequences))

    def _titles(self) -> dict[Place, str]:
        return {
            Place.EVERYWHERE: self.tr("Partout"),
            Place.LIST: self.tr("Dans la liste des fiches"),
            Place.FILL: self.tr("Dans une fiche"),
            Place.ANSWER: self.tr("Dans une question"),
            Place.ASIDE: self.tr("Dans les autres pages"),
            Place.REPORT: self.tr("Dans le contrôle d’un formulaire"),
        }

    def _words(self) -> dict[str, str]:
        return {
            "keys": self.tr("cette carte des touches ; une seconde fois, l’aide"),
            "palette": self.tr(
                "tout faire en tapant : une action, une fiche par son nom, un formulaire à commencer"
            ),
            "tips": self.tr("montrer une lettre sur chaque bouton ; Alt et cette lettre le pressent"),
            "home": self.tr("accueil"),
            "list": self.tr("toutes les fiches"),
            "forms": self.tr("formulaires"),
            "space": self.tr("espace de travail"),
            "trash": self.tr("corbeille"),
            "lock": self.tr("verrouiller l’espace"),
            "larger": self.tr("tout montrer en plus grand"),
            "smaller": self.tr("tout montrer en plus petit"),
            "as_made": self.tr("taille d’origine"),
            "new": self.tr("nouvelle fiche"),
            "find": self.tr("chercher dans les fiches"),
            "to_list": self.tr("de la recherche à la liste"),
            "open": self.tr("ouvrir la fiche"),
            "menu": self.tr("ce que l’on peut faire de la fiche"),
            "undo": self.tr("annuler la dernière réponse"),
            "redo": self.tr("rétablir la réponse annulée"),
            "next_section": self.tr("section suivante"),
            "section_before": self.tr("section précédente"),
            "finish": self.tr("terminer la fiche"),
            "leave": self.tr("revenir à la liste"),
            "comments": self.tr("commentaires et validation de la fiche"),
            "sections": self.tr("de la question à la liste des sections, et retour"),
            "next_problem": self.tr("réponse suivante à revoir"),
            "problem_before": self.tr("réponse précédente à revoir"),
            "guidance": self.tr("pourquoi cette question"),
            "two_languages": self.tr("questions en deux langues"),
            "interview": self.tr("mode entretien, et retour"),
            "interview_note": self.tr("noter ce qui se dit (mode entretien)"),
            "interview_tags": self.tr("cocher un frein entendu (mode entretien)"),
            "instance_add": self.tr("ajouter un élément à la liste (un site, une étape…)"),
            "instance_copy": self.tr("dupliquer l’élément"),
            "instance_up": self.tr("monter l’élément"),
            "instance_down": self.tr("descendre l’élément"),
            "instance_remove": self.tr("retirer l’élément"),
            "next": self.tr("question suivante"),
            "before": self.tr("question précédente"),
            "choose": self.tr("choisir la case ou le bouton"),
            "unchoose": self.tr("retirer un choix unique"),
            "unfold": self.tr("ouvrir une liste à chercher"),
            "back": self.tr("revenir où l’on était"),
            "find_aside": self.tr("chercher dans la page"),
            "copy": self.tr("copier toute la liste des erreurs"),
        }


def _beside(place: Place) -> Place:
    """Return what belongs to a place and is shown next."""
    return Place.ANSWER if place is Place.FILL else Place.EVERYWHERE
