"""Every shipped form gives tables that other people's programs accept, filled by a real session."""

import json
import subprocess
import sys
import zipfile
from io import BytesIO

import pytest

from fieldapp.bundle.content import RecordState, SealedBundle, StreamedChange
from fieldapp.engine import FormSession
from fieldapp.forms.catalog import shipped
from fieldapp.forms.definition import ExportPolicy
from fieldapp.records.projection import travelling_answers
from fieldapp.signing.age import decrypt
from fieldapp.usecases.install_forms import read_shipped
from tests.bundle.opening import open_as_centre
from tests.bundle.samples import RECORD, change, content, header, write

FULL = [form for form in shipped() if read_shipped(form).definition.export_policy is ExportPolicy.FULL]
KEPT = [form for form in shipped() if form not in FULL]
WORDS = {
    "int": "12",
    "decimal": "3.5",
    "date": "2026-02-28",
    "geopoint": "34.68 -1.91 0 0",
    "string": "Réponse, n° 1",
}


def filled(definition):
    """Answer the questions of every type outside choices and files, in the first instance of each repeat."""
    session = FormSession(definition)
    todo = list(session.children())
    while todo:
        live = todo.pop()
        if hasattr(live.control, "count"):
            todo += [
                one for each in session.repeat_references(live.reference) for one in session.children(each)
            ]
        elif hasattr(live.control, "children"):
            todo += session.children(live.reference)
        elif live.control.kind == "input":
            session.answer(live.reference, WORDS.get(definition.bind(live.control.nodeset).type, ""))
    return travelling_answers(definition, session.answers())


@pytest.fixture(scope="module", params=FULL, ids=lambda form: form.form_id)
def bundle(request, people):
    definition = read_shipped(request.param).definition
    answers = filled(definition)
    version = definition.version
    streamed = StreamedChange(1, change(1, RECORD, answers, form_id=definition.form_id, form_version=version))
    record = RecordState(RECORD, definition.form_id, version, answers, "2026-11-22T09:00:00.000Z")
    what = content(
        header=header(seq_from=1, seq_to=1),
        changes=(streamed,),
        records=(record,),
        definitions={(definition.form_id, version): definition},
        attachments=(),
    )
    return write(people, what)


def test_fiches_and_measures_leave_and_nothing_else():
    assert [form.form_id for form in FULL] == ["fiche_mesure", "fiche_organisation"]


@pytest.mark.parametrize("form", KEPT, ids=lambda form: form.form_id)
def test_no_answer_of_any_other_form_leaves(form):
    assert filled(read_shipped(form).definition) == {}


def test_it_opens(people, bundle):
    opened = open_as_centre(people, SealedBundle(bundle.data))
    (streamed,) = opened.changes
    assert len(streamed.change.fields) > 20
    assert {name.partition("-")[0] for name in opened.tables} >= {streamed.change.form_id}


def test_frictionless_accepts_it(people, bundle, tmp_path):
    with zipfile.ZipFile(BytesIO(decrypt(bundle.data, [people.central_age.secret]))) as archive:
        archive.extractall(tmp_path)
    command = [sys.executable, "-W", "ignore", "-m", "frictionless", "validate", "datapackage.json", "--json"]
    report = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False).stdout
    assert json.loads(report)["valid"], report
