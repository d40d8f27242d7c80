"""Brings the list's knowledge of records up to date: words, region, last check, the place of the title.

A record that changed is only marked; who searches lets what is behind be indexed first. That is a record or two in a
day's work and is done at once; after a migration or an import it is everything, and is done batch by batch: the words
are read by any connection (`read`), also in a thread, and kept by the one that writes (`keep`).
"""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from fieldapp.base.errors import KnownError
from fieldapp.base.folding import title_key
from fieldapp.forms.problems import FormProblems
from fieldapp.store.connection import Database
from fieldapp.store.installed_forms import InstalledForms
from fieldapp.store.listing.labels import Labels, checked_on
from fieldapp.store.listing.search import Entry, answer_words, keep_entry, name_words
from fieldapp.store.official_lists import names_of

AT_ONCE = 40
"""Records behind that somebody waits for: some 2 ms each."""
BATCH = 200
"""Records indexed in one transaction."""
_BEHIND = """SELECT number, record_id, form_id, form_version, title, created_at, touched, trashed_at FROM record
    WHERE is_indexed = 0 ORDER BY number DESC LIMIT ?"""
_FINALISED = "SELECT max(at) FROM change WHERE record_id = ? AND op IN ('create', 'edit', 'merge')"


class Indexing:
    """The records that are behind, and what brings them up."""

    def __init__(
        self,
        db: Database,
        forms: InstalledForms,
        *,
        answers: Callable[[str], Mapping[str, str]],
        may_write: bool,
    ) -> None:
        self._db = db
        self._forms = forms
        self._answers = answers
        self._may_write = may_write
        self._labels: dict[tuple[str, str], Labels | None] = {}

    def behind(self) -> int:
        """Return how many records changed since they were indexed."""
        return int(self._db.execute("SELECT count(*) FROM record WHERE is_indexed = 0").fetchone()[0])

    def read(self, limit: int = BATCH) -> list[Entry]:
        """Return what is to be kept of the records behind, the one begun last first."""
        return [self._entry(row) for row in self._db.execute(_BEHIND, [limit]).fetchall()]

    def keep(self, entries: Sequence[Entry]) -> None:
        """Put a batch into the index; a record touched since it was read stays behind."""
        if entries:
            with self._db.atomic():
                for entry in entries:
                    keep_entry(self._db, entry)

    def catch_up(self) -> None:
        """Index everything that is behind; a reader finds the index as it is."""
        while self._may_write and (entries := self.read()):
            self.keep(entries)

    def catch_up_if_little(self) -> int:
        """Index what is behind if it is little enough to wait for; return how much is left behind."""
        behind = self.behind()
        if not self._may_write or behind > AT_ONCE:
            return behind
        self.catch_up()
        return 0

    def labels(self, form_id: str, version: str) -> Labels | None:
        """Return how the list looks at a form; nothing for one that cannot be read any more."""
        key = (form_id, version)
        if key not in self._labels:
            try:
                self._labels[key] = Labels(self._forms.get(*key), partial(names_of, self._db))
            except (KnownError, FormProblems):
                self._labels[key] = None
        return self._labels[key]

    def _entry(self, row: Sequence[Any]) -> Entry:
        number, record_id, form_id, version, title, created_at, touched, trashed_at = row
        if trashed_at is not None:
            return Entry(number, touched, title_key=title_key(title), is_found=False)
        answers = self._answers(record_id)
        labels = self.labels(form_id, version)
        names = name_words(title, answers)
        known = set(names)
        words = [word for word in answer_words(answers, labels) if word not in known]
        checked = None
        if labels is not None and labels.has_checks:
            checked = checked_on(answers) or self._finalised_on(record_id) or created_at[:10]
        return Entry(
            number,
            touched,
            names=" ".join(names),
            words=" ".join(words),
            title_key=title_key(title),
            region=labels.region(answers) if labels is not None else "",
            checked_on=checked,
        )

    def _finalised_on(self, record_id: str) -> str:
        return str(self._db.execute(_FINALISED, [record_id]).fetchone()[0] or "")[:10]
