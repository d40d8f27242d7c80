import re


def test_the_same_seed_gives_the_same_order(value):
    shuffled = "randomize(instance('towns')/root/item, 42)"
    assert value(shuffled) == value(shuffled)
    assert set(value(shuffled)) == set(value("instance('towns')/root/item"))


def test_a_text_is_a_seed_too(value):
    one = [value(f"randomize(instance('towns')/root/item, 'seed {number}')") for number in range(20)]
    assert len({tuple(nodes) for nodes in one}) > 1


def test_identifiers_are_version_4(text):
    assert re.fullmatch(
        r"[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}", text("uuid()")
    )


def test_an_identifier_may_be_of_any_length(text):
    assert len(text("uuid(23)")) == 23


def test_chance_lies_between_nothing_and_one(value):
    assert 0 <= value("random()") < 1
