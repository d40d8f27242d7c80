"""Says how a workspace stands, for the page one comes home to: what to do, and how far the mission is in numbers."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from fieldapp.base.folding import title_key
from fieldapp.records.record import Status
from fieldapp.store import Workspace
from fieldapp.store.listing.tally import Count
from fieldapp.usecases.list_records import region_names
from fieldapp.usecases.records import form_language
from fieldapp.usecases.what_to_do import Look, Task, what_to_do


@dataclass(frozen=True, slots=True)
class Line:
    """How many records there are of one form, or in one region."""

    code: str
    """Form id or region code; blank for records that tell no region yet."""
    name: str
    finalised: int
    drafts: int

    @property
    def total(self) -> int:
        """All of them."""
        return self.finalised + self.drafts


@dataclass(frozen=True, slots=True)
class Overview:
    """A workspace at one moment."""

    tasks: tuple[Task, ...]
    forms: tuple[Line, ...]
    """Of which there are records."""
    regions: tuple[Line, ...]
    """Every region that the forms offer, those without a record too; records without a region last."""
    unread: int
    """Records that changed so lately that their region and last check are not counted yet."""

    @property
    def finalised(self) -> int:
        """Complete records."""
        return sum(line.finalised for line in self.forms)

    @property
    def drafts(self) -> int:
        """Drafts."""
        return sum(line.drafts for line in self.forms)


def overview(workspace: Workspace, *, language: str = "fr") -> Overview:
    """Look at a workspace; reads only, and so may be asked of a reader in a worker's thread."""
    counts = tuple(workspace.records.tally.counts())
    look = Look(workspace, counts, language)
    titles = workspace.forms.newest_titles(language)
    by_form, by_region = _added(counts, by="form_id"), _added(counts, by="region")
    return Overview(
        tasks=what_to_do(look),
        forms=tuple(
            sorted(
                (
                    _line(form_id, titles.get(form_id, form_id), counted)
                    for form_id, counted in by_form.items()
                ),
                key=lambda line: (-line.total, title_key(line.name)),
            )
        ),
        regions=_regions(workspace, by_region, forms=list(by_form), language=language),
        unread=workspace.indexing.behind(),
    )


def _added(counts: Iterable[Count], *, by: str) -> dict[str, dict[Status, int]]:
    added: dict[str, dict[Status, int]] = {}
    for one in counts:
        of_code = added.setdefault(str(getattr(one, by)), dict.fromkeys(Status, 0))
        of_code[one.status] += one.records
    return added


def _line(code: str, name: str, counted: Mapping[Status, int]) -> Line:
    return Line(code, name, finalised=counted[Status.FINALISED], drafts=counted[Status.DRAFT])


def _regions(
    workspace: Workspace, counted: Mapping[str, Mapping[Status, int]], *, forms: list[str], language: str
) -> tuple[Line, ...]:
    offered = _offered_regions(workspace, forms, language=language)
    unknown = [code for code in counted if code and code not in offered]
    names = offered | region_names(workspace, unknown, language=language)
    nothing = dict.fromkeys(Status, 0)
    lines = [_line(code, name, counted.get(code, nothing)) for code, name in names.items()]
    return (*lines, *([_line("", "", counted[""])] if "" in counted else []))


def _offered_regions(workspace: Workspace, filled: list[str], *, language: str) -> dict[str, str]:
    """Return the regions of the first form that offers any, those that were filled asked first."""
    newest = {form.form_id: form.version for form in workspace.forms.list()}
    for form_id in sorted(newest, key=lambda each: each not in filled):
        labels = workspace.indexing.labels(form_id, newest[form_id])
        names = labels.region_names(form_language(labels.definition, language)) if labels is not None else {}
        if names:
            return dict(names)
    return {}
