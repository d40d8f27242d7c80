"""The records of a form as choices of another: what a list `records-….csv` holds."""

from collections.abc import Collection

from fieldapp.store.connection import Database

_COLUMNS = "record_id, title, status, region, substr(updated_at, 1, 10)"
_ROWS = f"""SELECT {_COLUMNS} FROM record
    WHERE form_id = :form_id AND record_id <> :beside AND trashed_at IS NULL
    ORDER BY title_key, number"""  # noqa: S608  (constants of this module)
_KNOWN = f"SELECT {_COLUMNS} FROM record WHERE record_id = ?"  # noqa: S608


class RecordLists:
    """Reads the rows of such lists."""

    def __init__(self, db: Database) -> None:
        self._db = db

    def rows(self, form_id: str, *, beside: str = "", chosen: Collection[str] = ()) -> list[dict[str, str]]:
        """Return one row a record, by title.

        Args:
            form_id: Of the records.
            beside: The record being filled, which is no choice of its own.
            chosen: Ids that were chosen already. They stay in the list when the record is in the trash, or has not
                come to this computer yet: an answer is never dropped because the other record is not at hand.
        """
        found = self._db.execute(_ROWS, {"form_id": form_id, "beside": beside}).fetchall()
        listed = {row[0] for row in found}
        for record_id in chosen:
            if record_id not in listed:
                found.append(
                    self._db.execute(_KNOWN, [record_id]).fetchone() or (record_id, record_id, "", "", "")
                )
        columns = ("name", "label", "status", "region", "updated_on")
        return [dict(zip(columns, map(str, row), strict=True)) for row in found]
