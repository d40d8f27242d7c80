from tests.engine.sessions import session

TABLE = """
| survey |
| | type                 | name   | label | choice_filter |
| | select_multiple ville | m     | M     |  |
| | rank ville            | r     | R     | selected(${m}, name) |
| | select_one ville      | s     | S     | selected(${m}, name) |
| choices |
| | list_name | name | label |
| | ville | rba | Rabat |
| | ville | sal | Salé |
| | ville | tem | Témara |
"""


def test_several_choices_stand_in_the_order_of_their_list():
    opened = session(TABLE)
    opened.answer("/essai/m", "tem rba inconnu")
    assert opened.value("/essai/m") == "rba tem inconnu"


def test_a_rank_stays_in_its_own_order():
    opened = session(TABLE)
    opened.answer("/essai/m", "rba sal tem")
    opened.answer("/essai/r", "tem rba sal")
    assert opened.value("/essai/r") == "tem rba sal"


def test_a_rank_loses_what_is_no_longer_offered_and_takes_newcomers_last():
    opened = session(TABLE)
    opened.answer("/essai/m", "rba tem")
    opened.answer("/essai/r", "tem rba")
    effects = opened.answer("/essai/m", "sal tem")
    assert opened.value("/essai/r") == "tem sal"
    assert ("r", "tem rba", "tem sal") in [(edit.path, edit.old, edit.new) for edit in effects.edits]


def test_a_rank_that_was_not_given_stays_blank():
    opened = session(TABLE)
    opened.answer("/essai/m", "rba tem")
    assert opened.value("/essai/r") == ""


def test_one_choice_goes_when_it_is_no_longer_offered():
    opened = session(TABLE)
    opened.answer("/essai/m", "rba tem")
    opened.answer("/essai/s", "rba")
    opened.answer("/essai/m", "tem")
    assert opened.value("/essai/s") == ""
