"""What the list can be filtered by, with its names, and what is known of drafts that lack something."""

from collections.abc import Mapping
from dataclasses import dataclass

from fieldapp.base.errors import KnownError
from fieldapp.base.folding import title_key, words_of
from fieldapp.records.review import Role, role_of
from fieldapp.records.selection import Selection
from fieldapp.store import Workspace
from fieldapp.usecases.records import OpenRecord, form_language, open_record

_BATCH = 100
"""Drafts counted before their counts are kept."""


@dataclass(frozen=True, slots=True)
class Offered:
    """What there are records of, by code or id, with the name to show."""

    forms: Mapping[str, str]
    regions: Mapping[str, str]
    authors: Mapping[str, str]
    is_reviewed: bool = False
    """Whether somebody moved or commented a record, or the person here is one who does."""


def offered_filters(workspace: Workspace, *, language: str = "") -> Offered:
    """Return what the list can be filtered by: only what some record has."""
    listing = workspace.records.listing
    titles = workspace.forms.newest_titles(language)
    actors = {actor.actor_id: actor.name for actor in workspace.people.actors()}
    return Offered(
        forms=_by_name({form_id: titles.get(form_id, form_id) for form_id in listing.forms()}),
        regions=_by_name(region_names(workspace, listing.regions(), language=language)),
        authors=_by_name({actor_id: actors.get(actor_id) or actor_id for actor_id in listing.authors()}),
        is_reviewed=workspace.reviews.are_there() or role_of(workspace.actor.role) not in (None, Role.AGENT),
    )


def _by_name(names: Mapping[str, str]) -> dict[str, str]:
    return dict(sorted(names.items(), key=lambda each: title_key(each[1])))


def region_names(workspace: Workspace, codes: list[str], *, language: str = "") -> dict[str, str]:
    """Return the names of regions as the installed forms write them; a code that none of them knows names itself."""
    names = dict.fromkeys(codes, "")
    newest = {form.form_id: form.version for form in workspace.forms.list()}
    for form_id, version in newest.items():
        missing = [code for code, name in names.items() if not name]
        labels = workspace.indexing.labels(form_id, version) if missing else None
        if labels is not None:
            known = labels.region_names(form_language(labels.definition, language))
            names |= {code: known.get(code, "") for code in missing}
    return {code: name or code for code, name in names.items()}


def named(wanted: str, offered: Mapping[str, str], *, unknown: str) -> str:
    """Return the code or id that somebody means who gives it, or its name, or the beginning of its name.

    Args:
        wanted: What was given; blank for no filter.
        offered: The names by code.
        unknown: The code of the error.

    Raises:
        KnownError: That error, with what there is, when it is none of these or several.
    """
    if wanted in offered or not wanted:
        return wanted
    found = [code for code, name in offered.items() if _begins(words_of(name), words_of(wanted))]
    if len(found) != 1:
        raise KnownError(unknown, name=wanted, known=", ".join(offered.values()))
    return found[0]


def _begins(name: list[str], typed: list[str]) -> bool:
    """Whether a name begins with words of which the last may be unfinished."""
    place = len(typed) - 1
    return 0 <= place < len(name) and name[:place] == typed[:place] and name[place].startswith(typed[place])


def note_violations(workspace: Workspace, opened: OpenRecord) -> None:
    """Remember how much is missing or wrong in a draft that somebody leaves."""
    if opened.record.is_draft and not opened.unsaved:
        count = len(opened.session.violations())
        workspace.records.listing.note_violations(opened.record.record_id, count)


def count_violations(workspace: Workspace, record_id: str) -> int:
    """Return how much is missing or wrong in a record as it stands; none where its form cannot be read any more."""
    try:
        return len(open_record(workspace, record_id).session.violations())
    except KnownError:
        return 0


def prepare_list(workspace: Workspace, selection: Selection) -> None:
    """Bring up to date what a selection looks at, however long it takes: for who asks once, not while typing."""
    workspace.indexing.catch_up()
    listing = workspace.records.listing
    while selection.is_incomplete and (drafts := listing.to_count(_BATCH)):
        counted = [
            (record_id, touched, count_violations(workspace, record_id)) for record_id, touched in drafts
        ]
        with workspace.transaction():
            for record_id, touched, count in counted:
                listing.note_violations(record_id, count, touched=touched)
