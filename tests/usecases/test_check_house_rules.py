"""Every shipped form keeps the rules of the house."""

import pytest

from fieldapp.base.errors import KnownError
from fieldapp.forms.catalog import shipped
from fieldapp.usecases.check_house_rules import check_house_rules


@pytest.mark.parametrize("form", shipped(), ids=lambda form: form.form_id)
def test_a_shipped_form_keeps_the_rules_of_the_house(form):
    assert check_house_rules(form.path, before=form.path) == []


def test_a_form_that_is_not_there_is_said(tmp_path):
    with pytest.raises(KnownError) as raised:
        check_house_rules(tmp_path / "absent.xlsx")
    assert raised.value.code == "file.not_found"
