"""ODK Validate, which is JavaRosa, and we refuse the same forms: those of the ecosystem, and forms made by chance.

Where Java is. What is known to part us is left out of the forms made by chance (`random_sources`, plain ones), and
listed for the others.
"""

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from fieldapp.forms import FormProblems, load_form_bytes
from tests.conformance.odk_validate import refused
from tests.conformance.test_fixtures import FOLDER, WE_LOAD, definition_of, manifest
from tests.engine.random_forms import random_sources

_WEB_FORMS = "xforms-engine 0.22.0"


def made(folder, count, **options):
    """Write forms made by chance, and return which of them we refuse."""
    found = {}

    @settings(
        max_examples=count,
        phases=[Phase.generate],
        database=None,
        deadline=None,
        suppress_health_check=list(HealthCheck),
        **options,
    )
    @given(random_sources(is_plain=True))
    def write(made):
        path = folder / f"{len(found)}.xml"
        path.write_bytes(made[1])
        found[path] = is_refused(made[1])

    write()
    return found


@pytest.mark.skipif(not manifest(), reason="FIELDAPP_CONFORMANCE is not set")
def test_of_the_fixtures_only_those_are_loaded_that_it_refuses_which_web_forms_loads():
    forms = {FOLDER / each["file"]: each for each in manifest().values() if each["kind"] == "xform"}
    ours = {path for path, each in forms.items() if isinstance(definition_of(each["id"]), FormProblems)}
    theirs = refused(list(forms))
    assert ours <= theirs
    loaded = [each for path, each in forms.items() if path in theirs - ours and each["id"] not in WE_LOAD]
    assert [each["id"] for each in loaded if each["loads"][_WEB_FORMS] is not True] == []


def is_refused(xml):
    try:
        load_form_bytes(xml, name="form.xml")
    except FormProblems:
        return True
    return False


def sources(paths):
    return [path.read_text("utf-8") for path in sorted(paths)]


def test_forms_made_by_chance_are_refused_by_both_or_by_none(tmp_path):
    found = made(tmp_path, 40, derandomize=True)
    ours = {path for path, is_ours in found.items() if is_ours}
    assert sources(refused(list(found))) == sources(ours)


@pytest.mark.slow
def test_very_many_forms_made_by_chance_are_refused_by_both_or_by_none(tmp_path):
    found = made(tmp_path, 500)
    ours = {path for path, is_ours in found.items() if is_ours}
    assert sources(refused(list(found))) == sources(ours)
