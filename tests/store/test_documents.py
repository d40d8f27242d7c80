"""Signed PDFs by revision, audience and language."""

import pytest


@pytest.fixture
def made(workspace, draft):
    """Return what keeps a PDF of a revision."""

    def act(data, revision=1, audience="anapec", language="fr"):
        digest = workspace.attachments.add(data, "application/pdf", extension="pdf")
        workspace.documents.add(draft, revision, audience=audience, language=language, sha256=digest)
        return digest

    return act


def test_the_last_one_of_a_revision_is_found(workspace, draft, made):
    made(b"%PDF-1")
    last = made(b"%PDF-2")
    assert workspace.documents.find(draft, 1, audience="anapec", language="fr") == last


@pytest.mark.parametrize(
    ("revision", "audience", "language"), [(2, "anapec", "fr"), (1, "local", "fr"), (1, "anapec", "ar")]
)
def test_another_revision_audience_or_language_has_its_own(
    workspace, draft, made, *, revision, audience, language
):
    made(b"%PDF-1")
    assert workspace.documents.find(draft, revision, audience=audience, language=language) is None
