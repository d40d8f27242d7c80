"""The shipped forms as tests read them: each once a process, as the program does."""

from fieldapp.forms.catalog import shipped
from fieldapp.usecases.install_forms import read_shipped


def definition_of(form_id):
    """Return the definition of a shipped form."""
    (form,) = (one for one in shipped() if one.form_id == form_id)
    return read_shipped(form).definition
