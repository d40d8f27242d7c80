"""A wrong call is answered in the reader's language, with what to write instead, and ends with 2."""

import pytest

CALLS = [
    (("form", "check"), "Il manque FORM"),
    (("form", "chek", "x"), "La commande « chek » n’existe pas. Vouliez-vous dire : check ?"),
    (("form", "check", "--jsn", "x"), "L’option « --jsn » n’existe pas. Vouliez-vous dire : --json ?"),
    (("form", "run", "--now", "hier", "a", "b"), "La valeur donnée à --now ne convient pas."),
    (("--language", "de", "form", "list"), "Choisissez : fr, ar, en."),
]


@pytest.mark.parametrize(("arguments", "said"), CALLS)
def test_a_wrong_call_is_said_in_french(run, arguments, said):
    answered = run(*arguments)
    assert answered.exit_code == 2
    assert said in answered.stderr
    assert "--help » montre comment l’écrire." in answered.stderr
    assert not {"Usage:", "Error", "Try", "Missing", "Invalid"} & set(answered.stderr.split())


def test_a_wrong_call_is_said_in_the_language_asked_for(run):
    assert "الأمر «chek» غير موجود. هل تقصدون: check؟" in run("--language", "ar", "form", "chek").stderr
    assert "The command “chek” does not exist." in run("--language", "en", "form", "chek").stderr


@pytest.mark.parametrize("family", [(), ("form",), ("form", "run"), ("workspace",), ("bundle",)])
def test_help_has_a_french_frame(run, family):
    shown = run(*family, "--help").stdout
    assert "Emploi : " in shown
    assert "Montrer cette aide." in shown
    assert not {"Usage:", "Commands:", "COMMAND", "Show"} & set(shown.split())
