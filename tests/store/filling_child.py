"""A program that answers without end and says each answer once it is committed; the crash test kills it."""

import itertools
import sys
from pathlib import Path

from fieldapp.engine.effects import Edit
from fieldapp.store import TRAINING_PASSPHRASE, open_workspace
from tests.store.given import FICHE

QUESTIONS = 7
ANSWERS_A_REVISION = 40


def fill(folder: Path) -> None:
    """Fill one record after the other, finalising and reopening, and print what was acknowledged."""
    workspace = open_workspace(folder, passphrase=TRAINING_PASSPHRASE)
    workspace.forms.install(FICHE, source=b"workbook", name="fiche.xlsx")
    actor = workspace.actor.actor_id
    record = workspace.start_draft(FICHE).record_id
    for number in itertools.count(1):
        path, answer = f"q{number % QUESTIONS}", f"{record} {number}"
        workspace.drafts.append(record, [Edit(path, None, answer)], actor_id=actor, title=answer)
        sys.stdout.write(f"{record}|{path}|{answer}\n")
        sys.stdout.flush()
        if number % ANSWERS_A_REVISION == 0:
            answers = workspace.draft_answers(record)
            workspace.finalise(record, definition=FICHE, final_answers=answers, beside={}, title=answer)
            workspace.records.count(query=str(number))
            workspace.reopen(record, reason="suite")


if __name__ == "__main__":
    fill(Path(sys.argv[1]))
