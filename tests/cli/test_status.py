"""`fieldapp workspace status`: what the first page of the window says."""


def test_an_empty_workspace_says_that_nothing_waits(run, folder):
    said = run("--workspace", folder, "workspace", "status")
    assert said.exit_code == 0
    assert "Rien n'attend." in said.stdout
    assert said.stdout.startswith("Espace d'entraînement")


def test_a_program_reads_the_same_in_numbers(run, folder):
    data = run("--workspace", folder, "workspace", "status", "--json").data
    assert data["is_training"] is True
    assert (data["finalised"], data["drafts"], data["tasks"]) == (0, 0, [])
    assert len(data["regions"]) == 12
    assert data["only_here"]["records"] == 0
