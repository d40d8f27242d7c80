"""Choices that are records of the workspace: `select_one_from_file records-fiche_organisation.csv`.

A file of such a name is never looked for beside a form. The program serves it from the workspace when a record is
opened: one row for each record of that form, with the columns of `COLUMNS`. The answer is the record's id, so a link
holds when the other record gets another name. Other ODK tools take the same form with a file that somebody made.
"""

import re
from collections.abc import Iterable, Mapping, Sequence

from fieldapp.xpath import Node, document_of

COLUMNS = ("name", "label", "status", "region", "updated_on")
"""The record's id; its title; `draft` or `finalised`; the code of its region; the day of its last change."""
_NAME = re.compile(r"records-([A-Za-z0-9_.-]+)\.csv")

RecordRows = Sequence[Mapping[str, str]]
"""The rows of one list, each with the columns of `COLUMNS`."""
Served = Mapping[str, RecordRows | Node]
"""What a workspace serves: the records of a form by its id, an official list as a tree by the name of its file."""


def listed_form(file: str) -> str | None:
    """Return the id of the form whose records a file stands for, or none when it is a file like others."""
    match = _NAME.fullmatch(file)
    return match[1] if match else None


def served_tree(rows: RecordRows | Node) -> Node:
    """Return the secondary instance that holds what was served."""
    return rows if isinstance(rows, Node) else record_tree(rows)


def record_tree(rows: Iterable[Mapping[str, str]] = ()) -> Node:
    """Return the secondary instance that holds these rows: `root/item/name`."""
    root = Node("root")
    document_of(root)
    for row in rows:
        item = Node("item")
        for column in COLUMNS:
            item.append(Node(column, row.get(column, "")))
        root.append(item)
    return root
