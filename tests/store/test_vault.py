"""Secrets by name."""


def test_a_secret_is_kept_across_a_restart(workspace, reopen):
    workspace.vault.put("signing.key", b"pem")
    workspace.close()
    assert reopen().vault.get("signing.key") == b"pem"


def test_a_newer_secret_takes_the_place_of_the_older(workspace):
    workspace.vault.put("central", b"2026")
    workspace.vault.put("central", b"2027")
    assert (workspace.vault.get("central"), workspace.vault.names()) == (b"2027", ["central"])


def test_a_secret_may_be_forgotten(workspace):
    workspace.vault.put("central", b"2026")
    workspace.vault.remove("central")
    workspace.vault.remove("central")
    assert workspace.vault.get("central") is None
