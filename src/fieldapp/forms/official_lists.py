"""Choices from an official list of the workspace: `select_one_from_file official-communes.csv`.

A file of such a name is never looked for beside a form, as little as one of `record_lists`. The program serves it
from the list that was given to the workspace; without one it is empty, and the form asks in another way. The answer is
the code, which never changes its meaning. Other ODK tools take the same form with a file of that name and these
columns; they show `label` in every language, this program the column of the language that is spoken.
"""

import re
from collections.abc import Iterable, Sequence

from fieldapp.xpath import Node, document_of

COLUMNS = ("name", "label", "label_ar", "region", "province")
"""The code; its French and its Arabic name; the codes of its region and of its province."""
COMMUNES = "communes"
"""The list of communes, the only one there is so far."""
_NAME = re.compile(r"official-([a-z][a-z0-9_]*)\.csv")


def listed_official(file: str) -> str | None:
    """Return the name of the official list that a file stands for, or none when it is a file like others."""
    match = _NAME.fullmatch(file)
    return match[1] if match else None


def file_of(name: str) -> str:
    """Return the name of the file that stands for an official list."""
    return f"official-{name}.csv"


def official_tree(rows: Iterable[Sequence[str]] = ()) -> Node:
    """Return the secondary instance that holds these rows, each with the cells of `COLUMNS`: `root/item/name`."""
    root = Node("root")
    document_of(root)
    for row in rows:
        add_row(root, row)
    return root


def add_row(root: Node, row: Sequence[str]) -> None:
    """Put one row more at the end of such a tree."""
    item = Node("item")
    for column, cell in zip(COLUMNS, row, strict=True):
        item.append(Node(column, cell))
    root.append(item)


def joined_tree(shared: Node, rows: Iterable[Sequence[str]]) -> Node:
    """Return a tree with the rows of another and some more; the other stays as it is, for whoever shares it."""
    root = Node("root")
    document_of(root)
    root.children = list(shared.children)
    for row in rows:
        add_row(root, row)
    return root


def column_in(label: str, code: str) -> str:
    """Return the column that holds a label in a language: `label_ar`."""
    return f"{label}_{code}"
