"""Reads the texts of a form: the itext table, and labels written in place."""

from collections.abc import Iterator, Mapping

from lxml import etree

from fieldapp.forms.parts import NO_TEXT, Text, TextPart
from fieldapp.forms.xform.expressions import Expressions, itext_id
from fieldapp.forms.xml import children_named, first_named, local_name
from fieldapp.xpath import Expression

MISSING = "-"
"""What pyxform writes for a translation that the workbook does not give."""
_BLANKS = " \t\r\n"
_PLAIN_FORMS = frozenset({"", "long"})
_PLAIN_ONLY = frozenset({""})
Parts = tuple[TextPart, ...]


def read_languages(model: etree._Element) -> tuple[tuple[str, ...], str]:
    """Return the names of a form's languages in its order, and the default one."""
    translations = _translations(model)
    names = tuple(element.get("lang", "") for element in translations)
    chosen = (element.get("lang", "") for element in translations if element.get("default") is not None)
    default = next(chosen, names[0] if names else "")
    return ((), "") if names in ((), ("default",)) else (names, default)


def read_texts(model: etree._Element, expressions: Expressions) -> dict[str, Text]:
    """Return the itext table by id."""
    gathered: dict[str, dict[str, dict[str, Parts]]] = {}
    for translation in _translations(model):
        language = translation.get("lang", "")
        for element in children_named(translation, "text"):
            forms = gathered.setdefault(element.get("id", ""), {})
            for value in children_named(element, "value"):
                form = value.get("form", "")
                form = "" if form in _PLAIN_FORMS else form
                forms.setdefault(form, {})[language] = read_parts(value, expressions)
    return {text_id: _text(forms) for text_id, forms in gathered.items()}


def read_text(element: etree._Element, texts: Mapping[str, Text], expressions: Expressions) -> Text:
    """Return what a label or hint says."""
    reference = element.get("ref")
    found = itext_id(reference) if reference is not None else None
    if found is not None and found in texts:
        return texts[found]
    if reference is None or found is not None:
        parts = read_parts(element, expressions)  # beside a name that the table lacks: what is said instead
        return Text({"": parts}) if parts or reference is None else NO_TEXT
    output = expressions.compile(reference, "", column="label")
    return Text({"": (TextPart(output=output),)}) if output else NO_TEXT


def read_message(text: str | None, texts: Mapping[str, Text]) -> Text:
    """Return a constraint or required message, which a bind gives as text or as `jr:itext('…')`."""
    if not text:
        return NO_TEXT
    found = itext_id(text)
    if found is not None:
        return texts.get(found, NO_TEXT)
    return Text({"": (TextPart(text),)})


def read_parts(element: etree._Element, expressions: Expressions) -> Parts:
    """Read literal text and `<output>` elements in their order, without the blanks pyxform puts around outputs."""
    if not len(element):
        return (TextPart(element.text),) if element.text else ()
    parts: list[TextPart] = []
    _gather(element, parts, expressions)
    if len(parts) > 1:
        parts[0] = TextPart(parts[0].literal.lstrip(_BLANKS))
        parts[-1] = TextPart(parts[-1].literal.rstrip(_BLANKS))
    return tuple(part for part in parts if part.literal or part.output)


def _gather(element: etree._Element, parts: list[TextPart], expressions: Expressions) -> None:
    parts.append(TextPart(element.text or ""))
    for child in element:
        if local_name(child) == "output":
            source = child.get("value") or child.get("ref")
            output = expressions.compile(source, "", column="label")
            if output is not None:
                parts.append(TextPart(output=output))
        else:
            _gather(child, parts, expressions)
        parts.append(TextPart(child.tail or ""))


def _translations(model: etree._Element) -> list[etree._Element]:
    itext = first_named(model, "itext")
    return [] if itext is None else children_named(itext, "translation")


def _text(forms: Mapping[str, Mapping[str, Parts]]) -> Text:
    if forms.keys() == _PLAIN_ONLY:
        return Text(_without_missing(forms[""]))
    media: dict[str, dict[str, str]] = {}
    for kind, by_language in forms.items():
        if kind in ("", "guidance", "short"):
            continue
        for language, parts in by_language.items():
            name = "".join(part.literal for part in parts).rpartition("/")[2]
            media.setdefault(language, {})[kind] = name
    plain = forms.get("") or forms.get("short") or {}
    return Text(_without_missing(plain), _without_missing(forms.get("guidance", {})), media)


def _without_missing(by_language: Mapping[str, Parts]) -> dict[str, Parts]:
    """Leave pyxform's dashes out, so that the default language stands in; a text that is a dash everywhere stays."""
    present = {name: parts for name, parts in by_language.items() if not _is_missing(parts)}
    return present or dict(by_language)


def _is_missing(parts: Parts) -> bool:
    return len(parts) == 1 and parts[0].literal == MISSING


def outputs_of(text: Text) -> Iterator[Expression]:
    """Walk the outputs of a text in all its languages, long hints included."""
    for by_language in (text.by_language, text.guidance):
        for parts in by_language.values():
            for part in parts:
                if part.output is not None:
                    yield part.output
