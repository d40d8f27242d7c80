"""What `pulldata()` finds in the files beside a form; each column is indexed the first time it is asked for."""

from collections.abc import Mapping

from fieldapp.xpath import Node, XPathError


class Lookups:
    """The look-up tables of one session."""

    def __init__(self, tables: Mapping[str, Node]) -> None:
        self._tables = tables
        self._indexes: dict[tuple[str, str], dict[str, Node]] = {}

    def find(self, table: str, column: str, key_column: str, key: str) -> str:
        """Return a cell of the first row whose key is the one asked for, or blank.

        Raises:
            XPathError: `xpath.unknown_table`.
        """
        row = self._index(table, key_column).get(key)
        cell = _cell(row, column) if row is not None else None
        return cell.value() if cell is not None else ""

    def _index(self, table: str, key_column: str) -> dict[str, Node]:
        found = self._indexes.get((table, key_column))
        if found is None:
            root = self._tables.get(table)
            if root is None:
                raise XPathError("xpath.unknown_table", name=table)
            found = {}
            for row in root.children:
                cell = _cell(row, key_column)
                if cell is not None:
                    found.setdefault(cell.value(), row)
            self._indexes[table, key_column] = found
        return found


def _cell(row: Node, column: str) -> Node | None:
    """Return a cell of a row: a child, or an attribute where the column begins with `@`."""
    return row.attributes.get(column[1:]) if column.startswith("@") else row.child(column)
