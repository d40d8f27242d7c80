"""A cell gives the answer that is meant, or says why it gives none; what is left of it is told."""

import pytest

from fieldapp.directory.answers import CellReader
from fieldapp.engine import FormSession
from tests.forms.tables import form

READ = form(
    """
| survey |
|  | type                    | name              | label::Français (fr) | label::English (en) |
|  | select_one oui_non      | accord            | Accord               | Consent             |
|  | select_multiple publics | publics           | Publics              | Groups              |
|  | integer                 | annee             | Année                | Year                |
|  | decimal                 | montant           | Montant              | Amount              |
|  | date                    | visite            | Visite               | Visit               |
|  | text                    | contact_telephone | Téléphone            | Phone               |
|  | text                    | mission           | Mission              | Mission             |
| choices |
|  | list_name | name     | label::Français (fr) | label::English (en) |
|  | oui_non   | oui      | Oui                  | Yes                 |
|  | oui_non   | non      | Non                  | No                  |
|  | publics   | refugies | Réfugiés             | Refugees            |
|  | publics   | femmes   | Femmes               | Women               |
"""
)


def read(name, cell):
    question = next(one for one in READ.questions() if one.name == name)
    reading = CellReader().read(FormSession(READ), question.nodeset, question, cell)
    return reading.value, reading.code, reading.rest


@pytest.mark.parametrize(
    ("name", "cell", "expected"),
    [
        ("accord", "OUI", ("oui", "", "")),
        ("accord", "yes", ("oui", "", "")),
        ("accord", "x", ("oui", "", "")),
        ("accord", "0", ("non", "", "")),
        ("accord", "peut-être", ("", "list.unknown_choice", "peut-être")),
        ("publics", "refugies, Women", ("refugies femmes", "", "")),
        ("publics", "Femmes et martiens", ("femmes", "list.unknown_choice", "martiens")),
        ("annee", "1 998", ("1998", "", "")),
        ("annee", "12/03/2015", ("2015", "", "")),
        ("annee", "vers 2015", ("", "list.not_a_number", "vers 2015")),
        ("montant", "1 250,50", ("1250.50", "", "")),
        ("montant", "beaucoup", ("", "list.not_a_number", "beaucoup")),
        ("visite", "31/12/2025", ("2025-12-31", "", "")),
        ("visite", "31/02/2025", ("", "list.not_a_date", "31/02/2025")),
        ("contact_telephone", "612345678", ("+212612345678", "", "")),
        ("contact_telephone", "06 12.34-56 78", ("+212612345678", "", "")),
        (
            "contact_telephone",
            "0612345678 / 0522123456",
            ("+212612345678", "list.more_phones", "+212522123456"),
        ),
        ("contact_telephone", "à demander", ("", "list.not_a_phone", "à demander")),
        ("mission", "Accueil", ("Accueil", "", "")),
        ("mission", "", ("", "", "")),
    ],
)
def test_a_cell_is_read(name, cell, expected):
    assert read(name, cell) == expected
