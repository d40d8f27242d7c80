"""The words of a review: its states, the moves to them, the roles; and the signs that stand beside."""

from collections.abc import Mapping

from PySide6.QtCore import QObject

from fieldapp.records.review import ReviewState, Role
from fieldapp.records.selection import OPEN_COMMENTS

SIGNS: Mapping[ReviewState, tuple[str, str]] = {
    ReviewState.NONE: ("eye", "quiet"),
    ReviewState.VERIFIED: ("check", "progress"),
    ReviewState.SUBMITTED: ("send", "progress"),
    ReviewState.COMMENTED: ("message-square", "attention"),
    ReviewState.VALIDATED_BIT: ("circle-check", "progress"),
    ReviewState.VALIDATED_ANAPEC: ("circle-check", "done"),
}
"""Icon and colour of each state."""


class ReviewWords(QObject):
    """Says them in the language of the window."""

    def state(self, state: ReviewState) -> str:
        """Say where a record is."""
        return {
            ReviewState.NONE: self.tr("À vérifier"),
            ReviewState.VERIFIED: self.tr("Vérifiée"),
            ReviewState.SUBMITTED: self.tr("Soumise"),
            ReviewState.COMMENTED: self.tr("Renvoyée"),
            ReviewState.VALIDATED_BIT: self.tr("Validée, BIT"),
            ReviewState.VALIDATED_ANAPEC: self.tr("Validée, ANAPEC"),
        }[state]

    def act(self, after: ReviewState) -> str:
        """Say what moves a record there."""
        return {
            ReviewState.NONE: "",
            ReviewState.VERIFIED: self.tr("Marquer comme vérifiée"),
            ReviewState.SUBMITTED: self.tr("Soumettre au BIT"),
            ReviewState.COMMENTED: self.tr("Renvoyer avec les commentaires"),
            ReviewState.VALIDATED_BIT: self.tr("Valider au nom du BIT"),
            ReviewState.VALIDATED_ANAPEC: self.tr("Valider au nom de l’ANAPEC"),
        }[after]

    def role(self, role: Role) -> str:
        """Name a role."""
        return {
            Role.AGENT: self.tr("agent ou agente"),
            Role.VERIFIER: self.tr("vérificateur ou vérificatrice"),
            Role.LEAD: self.tr("responsable"),
            Role.BIT: self.tr("BIT"),
            Role.ANAPEC: self.tr("ANAPEC"),
        }[role]

    def filters(self) -> dict[str, str]:
        """Return what the list can be restricted to."""
        states = {str(state): self.state(state) for state in ReviewState}
        return {**states, OPEN_COMMENTS: self.tr("Commentaires ouverts")}
