"""Where the review of a record stands, and who may move it on: a table, and a pure function of the record's changes.

Review is an axis of its own, beside the status and the transmission. Properties, proved in
`tests/records/test_review.py`:

1. The state depends on the set of changes alone. Moves form a graph, as the values of a question do: a move names
   as its parents those its author saw. Where two people moved a record at once, the state they both knew stands, and
   the next move, which saw both, settles it.
2. What was checked, submitted or validated is what its reviewer had before them: as soon as an answer is another, in
   whatever order the changes come, the review is back at its beginning; the former validation stays told.
3. A record returned with comments stays returned while it is corrected.
4. A move that the table does not know, written by somebody else's program, moves nothing.
"""

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from fieldapp.base.errors import KnownError
from fieldapp.base.folding import words_of
from fieldapp.records.aside import REVIEW_PATH, REVIEWED_PATH
from fieldapp.records.change import Change, Op
from fieldapp.records.merge import FieldNode, FieldState, merge_field


class ReviewState(StrEnum):
    """How far the review of a record has come."""

    NONE = "none"
    VERIFIED = "verified"
    SUBMITTED = "submitted"
    COMMENTED = "commented"
    """Returned with comments, to be corrected."""
    VALIDATED_BIT = "validated_bit"
    VALIDATED_ANAPEC = "validated_anapec"


class Role(StrEnum):
    """What a person does with the records of others."""

    AGENT = "agent"
    VERIFIER = "verifier"
    LEAD = "lead"
    BIT = "bit"
    ANAPEC = "anapec"


_S, _R = ReviewState, Role
_CHECKS, _LEADS = frozenset({_R.VERIFIER, _R.LEAD}), frozenset({_R.LEAD})
_MOVES: Mapping[tuple[ReviewState, ReviewState], frozenset[Role]] = {
    (_S.NONE, _S.VERIFIED): _CHECKS,
    (_S.VERIFIED, _S.SUBMITTED): _LEADS,
    (_S.SUBMITTED, _S.VALIDATED_BIT): frozenset({_R.BIT}),
    (_S.VALIDATED_BIT, _S.VALIDATED_ANAPEC): frozenset({_R.ANAPEC}),
    (_S.COMMENTED, _S.SUBMITTED): _LEADS,
    # whoever has a record before them may return it
    (_S.NONE, _S.COMMENTED): _CHECKS,
    (_S.VERIFIED, _S.COMMENTED): _LEADS,
    (_S.SUBMITTED, _S.COMMENTED): frozenset({_R.LEAD, _R.BIT, _R.ANAPEC}),
    (_S.VALIDATED_BIT, _S.COMMENTED): frozenset({_R.ANAPEC}),
}
"""From one state to the next, and who may."""
_LAPSES = frozenset({_S.VERIFIED, _S.SUBMITTED, _S.VALIDATED_BIT, _S.VALIDATED_ANAPEC})
"""States that say something of the answers as they were."""
_NAMES = {
    _R.AGENT: ("agent", "agente"),
    _R.BIT: ("bit", "ilo", "oit"),
    _R.ANAPEC: ("anapec",),
    _R.VERIFIER: ("verifier", "verificateur", "verificatrice", "controle"),
    _R.LEAD: ("lead", "responsable", "superviseur", "superviseuse"),
}
"""How people write their roles, folded; an agent of an institution is an agent first."""


@dataclass(frozen=True, slots=True)
class Review:
    """Where the review of a record stands."""

    state: ReviewState = ReviewState.NONE
    last: ReviewState = ReviewState.NONE
    """What the last move said that everybody knows; another than `state` once the answers are others."""
    heads: tuple[str, ...] = ()
    """Moves that no other builds upon: the parents of the next."""
    seen: tuple[str, ...] = ()
    """Moves that stand behind `last`."""
    is_disputed: bool = False
    """Whether two people moved it at once, to different states."""

    @property
    def has_lapsed(self) -> bool:
        """Whether it was checked or validated, and an answer is another since."""
        return self.state is not self.last


def role_of(text: str) -> Role | None:
    """Return the role that a person's own word for it means; nothing when it is none of these."""
    words = set(words_of(text))
    return next((role for role, names in _NAMES.items() if words & set(names)), None)


def moves_from(state: ReviewState, role: Role) -> tuple[ReviewState, ...]:
    """Return where somebody may move a record, the way on before the way back."""
    return tuple(after for (before, after), roles in _MOVES.items() if before is state and role in roles)


def check_move(before: ReviewState, after: ReviewState, *, role: Role) -> None:
    """Refuse a move that the table does not know, or that is somebody else's.

    Raises:
        KnownError: `review.wrong_move`, `review.not_yours`.
    """
    roles = _MOVES.get((before, after))
    if roles is None:
        raise KnownError("review.wrong_move", before=str(before), after=str(after))
    if role not in roles:
        raise KnownError("review.not_yours", role=str(role), roles=", ".join(sorted(roles)))


def review_of(changes: Iterable[Change], answers: Mapping[str, FieldState]) -> Review:
    """Say where the review of a record stands.

    Args:
        changes: All changes of the record, in any order.
        answers: Its merged answers.
    """
    moves = {change.change_id: change for change in changes if change.op is Op.REVIEW}
    nodes = {change_id: _node(change) for change_id, change in moves.items()}
    nodes = {change_id: node for change_id, node in nodes.items() if _is_known(node, moves)}
    if not nodes:
        return Review()
    merged = merge_field(nodes.values())
    last = ReviewState(merged.value) if merged.value else ReviewState.NONE
    marks = {_value(moves[change_id], REVIEWED_PATH) for change_id in merged.seen}
    is_of_now = last not in _LAPSES or mark_of(answers) in marks
    return Review(
        state=last if is_of_now else ReviewState.NONE,
        last=last,
        heads=merged.heads,
        seen=merged.seen,
        is_disputed=merged.is_conflict,
    )


def mark_of(answers: Mapping[str, FieldState]) -> str:
    """Return what recognises the answers of a record, by the changes that made them; it tells none of them."""
    heads = [[path, list(state.heads)] for path, state in sorted(answers.items()) if not path.startswith("@")]
    return hashlib.sha256(json.dumps(heads, separators=(",", ":")).encode()).hexdigest()


def _node(change: Change) -> FieldNode:
    field = next((field for field in change.fields if field.path == REVIEW_PATH), None)
    return FieldNode(change.change_id, field.new_value if field else None, field.parents if field else ())


def _is_known(node: FieldNode, moves: Mapping[str, Change]) -> bool:
    """Whether a move is one of the table; one that was erased leads back to the beginning."""
    if node.value is None:
        return True
    old = _old(moves[node.change_id])
    known = {str(state): state for state in ReviewState}
    return node.value in known and (known.get(old, ReviewState.NONE), known[node.value]) in _MOVES


def _old(change: Change) -> str:
    return next((field.old_value or "" for field in change.fields if field.path == REVIEW_PATH), "")


def _value(change: Change, path: str) -> str | None:
    return next((field.new_value for field in change.fields if field.path == path), None)
