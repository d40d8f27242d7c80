"""`fieldapp review` and `fieldapp record comment`."""

import pytest

from fieldapp.store import TRAINING_PASSPHRASE
from fieldapp.usecases.open_workspace import open_workspace
from tests.usecases.conftest import finalised


@pytest.fixture
def record(folder):
    opened = open_workspace(folder, passphrase=TRAINING_PASSPHRASE)
    record_id = finalised(opened).record.record_id
    opened.close()
    return record_id


def test_a_fiche_is_commented_returned_settled_and_submitted(run, folder, record):
    def call(*arguments, **options):
        return run("--workspace", folder, *arguments, "--json", **options)

    assert call("review", "role", "lead").data == {"role": "lead"}
    assert call("review", "move", record, "commented").data["error"] == "review.nothing_said"
    begun = call("record", "comment", record, "-", "--question", "identite/nom", input="Quel nom ?").data[
        "change_id"
    ]
    call("review", "move", record, "commented")
    assert call("record", "list", "--review", "commented").data["count"] == 1
    call("record", "comment", record, "Celui du récépissé.", "--settle", begun[-8:])
    shown = call("review", "show", record).data
    assert (shown["state"], shown["open"], shown["allowed"]) == ("commented", 0, ["submitted"])
    [thread] = shown["comments"]
    assert thread["question"] == "identite/nom"
    assert [one["text"] for one in thread["remarks"]] == ["Quel nom ?", "Celui du récépissé.", ""]
    call("review", "move", record, "submitted")
    assert call("record", "list", "--review", "none").data["count"] == 0
    lines = run("--workspace", folder, "review", "show", record).stdout
    assert "soumise" in lines
    assert "(réglé)" in lines


def test_a_comment_that_says_nothing_or_goes_nowhere_is_refused(run, folder, record):
    def refusal(*arguments):
        return run("--workspace", folder, "record", "comment", record, *arguments, "--json").data["error"]

    assert refusal("  ") == "comment.blank"
    assert refusal("Quoi ?", "--question", "ailleurs") == "comment.no_such_question"
    assert refusal("Quoi ?", "--answer", "0000") == "comment.not_found"
    assert refusal("x" * 4001) == "comment.too_long"
