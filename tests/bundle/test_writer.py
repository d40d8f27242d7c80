"""A bundle comes out whole, the same each time, and says what it was given."""



from fieldapp.bundle.content import SealedBundle
from fieldapp.bundle.reader import open_bundle
from tests.bundle.samples import AT, RECIPIENT, content


def test_what_was_written_is_read_back(people, sealed):
    bundle = open_bundle(
        SealedBundle(sealed.data),
        identities=[people.central_age.secret],
        trust=people.trust,
        recipient=RECIPIENT,
        at=AT,
    )
    assert bundle.changes == content().changes
