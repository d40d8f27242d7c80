"""`fieldapp list`, as a person types it: looked at, refused, taken, shown, taken back, written out."""

import pytest

LIST = "code;nom_fr;nom_ar\n04.421.01.01;Agdal Riyad;أكدال الرياض\n"
BAD = LIST + "4.421.1.2;Hassan;حسان\n"


@pytest.fixture
def listing(run, folder, tmp_path):
    """Run `fieldapp list`; a text stands for a file that holds it."""

    def call(*arguments, language="fr"):
        if arguments[0] == "import":
            path = tmp_path / "communes.csv"
            path.write_text(arguments[1], encoding="utf-8")
            arguments = ("import", path, *arguments[2:])
        return run("--workspace", folder, "--language", language, "list", *arguments)

    return call


def test_a_list_is_looked_at_taken_shown_and_taken_back(listing):
    seen = listing("import", LIST, "--preview", "--json").data
    assert (seen["count"], seen["taken"], seen["problems"]) == (1, None, [])
    assert listing("show", "--json").data["in_force"] is None
    assert "est en vigueur : 1 communes" in listing("import", LIST).output
    shown = listing("show", "--json").data
    assert (shown["in_force"]["entries"], [act["kind"] for act in shown["acts"]]) == (1, ["taken"])
    assert listing("undo", "--json").data["in_force"] is None
    assert "retirée" in listing("show").output


def test_a_list_with_bad_rows_is_refused_until_somebody_leaves_them_out(listing):
    refused = listing("import", BAD)
    assert refused.exit_code == 1
    assert "04.421.01.02" in refused.stderr
    assert "--skip-bad" in refused.stderr
    taken = listing("import", BAD, "--skip-bad", "--json").data
    assert (taken["left_out"], taken["taken"]["entries"]) == (1, 1)
    assert taken["problems"][0]["code"] == "commune.code_eaten"


def test_what_cannot_be_read_says_so_in_the_language_asked_for(listing):
    refused = listing("import", "", "--json", language="en")
    assert (refused.exit_code, refused.data["error"]) == (1, "list.empty")
    assert refused.data["sentence"].startswith("“communes.csv”")
    assert listing("undo").exit_code == 1


def test_the_list_is_written_for_other_tools(listing, tmp_path):
    listing("import", LIST)
    path = listing("export", "--output", tmp_path / "beside", "--json").data["path"]
    assert path.endswith("official-communes.csv")
