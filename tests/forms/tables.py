"""Forms written inside tests as Markdown tables."""

from fieldapp.forms import FormProblems, load_form_bytes

SETTINGS = """
| settings |
| | form_id | version | name | default_language | namespaces |
| | essai | 1 | essai | Français (fr) | fieldapp="https://fieldapp.ma/xforms" |
"""


def form(table, *, settings=SETTINGS):
    """Read a form; its settings stand for themselves unless the table has its own."""
    text = table if "| settings |" in table else table + settings
    return load_form_bytes(text.encode(), name="essai.md")


def problems(table, *, settings=SETTINGS):
    """Return what is wrong with a form, as `{(code, sheet, row, column)}`."""
    return {(each.code, each.sheet, each.row, each.column) for each in refusal(table, settings=settings)}


def refusal(table, *, settings=SETTINGS):
    """Return the problems of a form that must be refused."""
    try:
        form(table, settings=settings)
    except FormProblems as error:
        return error.problems
    raise AssertionError("the form was accepted")
