"""XForms written inside tests, for what no workbook can say."""

from fieldapp.forms import load_form_bytes

_FORM = """<h:html xmlns="http://www.w3.org/2002/xforms" xmlns:h="http://www.w3.org/1999/xhtml"
  xmlns:jr="http://openrosa.org/javarosa" xmlns:odk="http://www.opendatakit.org/xforms"
  xmlns:orx="http://openrosa.org/xforms" xmlns:entities="http://www.opendatakit.org/xforms/entities">
<h:head><h:title>Essai</h:title><model><instance><data id="essai" version="1">%s%s</data></instance>%s</model></h:head>
<h:body>%s</h:body></h:html>"""


def xform(instance, *model, body="", after="", files=None):
    """Load a form from the inside of its instance, the rest of its model, and its body."""
    source = _FORM % (instance, after, "".join(model), body)
    return load_form_bytes(source.encode(), name="essai.xml", files=files)
