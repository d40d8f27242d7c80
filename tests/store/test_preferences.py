"""What a person chose is kept in the encrypted file."""


def test_a_choice_is_kept_and_the_last_one_counts(workspace, reopen):
    assert workspace.preferences.get("lock_minutes") == ""
    for value in ("5", "30"):
        workspace.preferences.put("lock_minutes", value)
    workspace.close()
    assert reopen().preferences.get("lock_minutes") == "30"
