from tests.engine.sessions import session, survey

COLUMNS = "type | name | label | default | trigger | calculation"


def test_a_fixed_default_stands_at_the_start():
    opened = session(survey("text | a | A | Rabat", columns=COLUMNS))
    assert opened.value("/essai/a") == "Rabat"
    assert opened.answers()["a"] == "Rabat"


def test_a_cleared_default_stays_cleared_in_a_draft():
    opened = session(survey("text | a | A | Rabat", columns=COLUMNS))
    opened.answer("/essai/a", "")
    again = session(opened.definition, answers=opened.answers())
    assert again.value("/essai/a") == ""


def test_a_dynamic_default_is_worked_out_once():
    table = survey(
        "integer | a | A | 3", "integer | b | B | ${a} * 2", "date | d | D | today()", columns=COLUMNS
    )
    opened = session(table)
    assert (opened.value("/essai/b"), opened.value("/essai/d")) == ("6", "2026-03-15")
    opened.answer("/essai/a", "5")
    assert opened.value("/essai/b") == "6"


def test_a_new_instance_gets_its_dynamic_default():
    table = survey("begin repeat | r | R", "date | d | D | today()", "end repeat |", columns=COLUMNS)
    opened = session(table)
    opened.add_repeat("/essai/r")
    assert [opened.value(f"/essai/r[{n}]/d") for n in (1, 2)] == ["2026-03-15", "2026-03-15"]


def test_a_trigger_fires_after_the_calculations():
    table = survey(
        "integer | a | A",
        "calculate | b | | | | ${a} * 2",
        "text | c | C | | ${a} | ${b} + 1",
        columns=COLUMNS,
    )
    opened = session(table)
    opened.answer("/essai/a", "4")
    assert opened.value("/essai/c") == "9"
    opened.answer("/essai/c", "autre")
    assert opened.value("/essai/c") == "autre"


def test_preloads_say_when_and_who():
    table = survey(
        "start | s",
        "today | t",
        "deviceid | d",
        "username | u",
        "end | e",
        "text | a | A",
        columns="type | name | label",
    )
    opened = session(table, metadata={"deviceid": "P0007", "username": "fatima"})
    assert opened.value("/essai/s") == "2026-03-15T12:00:00.000+01:00"
    assert [opened.value(f"/essai/{name}") for name in "tdu"] == ["2026-03-15", "P0007", "fatima"]
    assert opened.value("/essai/e") == ""
    opened.finalise()
    assert opened.value("/essai/e") == "2026-03-15T12:00:00.000+01:00"


def test_preloads_of_a_draft_stay():
    opened = session(survey("start | s", "text | a | A", columns="type | name | label"))
    stored = {**opened.answers(), "s": "2020-01-01T00:00:00.000Z"}
    assert session(opened.definition, answers=stored).value("/essai/s") == "2020-01-01T00:00:00.000Z"


def test_once_keeps_its_value_in_a_draft():
    opened = session(survey("calculate | u | | | | once(uuid())", "text | a | A", columns=COLUMNS))
    again = session(opened.definition, answers=opened.answers())
    assert again.value("/essai/u") == opened.value("/essai/u") != ""
