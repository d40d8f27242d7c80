"""Reads an XForm into a `FormDefinition`: everything compiled and connected, or every problem noted."""

from collections.abc import Mapping
from dataclasses import replace

from lxml import etree

from fieldapp.base.collector import collection_paused
from fieldapp.forms.definition import ExportPolicy, FormDefinition
from fieldapp.forms.external import Files
from fieldapp.forms.instances import (
    build_specs,
    ensure_instance_id,
    foresee_deprecated_id,
    last_saved_ids,
    official_lists,
    place_templates,
    primary_root,
    record_lists,
    secondary_instances,
    split_templates,
)
from fieldapp.forms.parts import Bind, Control, Question, Repeat
from fieldapp.forms.places import Places
from fieldapp.forms.problems import FormProblems, Problem, Severity
from fieldapp.forms.rules import FormModel
from fieldapp.forms.xform.binds import bind_ids, check_consents, read_binds
from fieldapp.forms.xform.body import BodyReader
from fieldapp.forms.xform.checks import (
    bound_controls,
    check_choice_columns,
    check_choice_names,
    check_submission,
    check_uploads,
)
from fieldapp.forms.xform.choice_names import ChoiceTexts
from fieldapp.forms.xform.expressions import Expressions
from fieldapp.forms.xform.graph import connect
from fieldapp.forms.xform.itext import read_languages, read_texts
from fieldapp.forms.xform.ranges import bound_ranges
from fieldapp.forms.xform.setvalues import read_set_values
from fieldapp.forms.xml import FIELDAPP, children_named, first_named, local_name, parse_xml, written_name
from fieldapp.xpath import Node, parse_tree

INSTANCE_ID = "uid:"
"""The preload that gives an instance its identity."""
_POLICY = f"{{{FIELDAPP}}}export_policy"
_TITLE = f"{{{FIELDAPP}}}title_"
"""Begins the attributes that hold the title in other languages: XLSForm itself has one title for all."""


@collection_paused()
def read_xform(
    data: bytes, *, source: str, places: Places | None = None, files: Files | None = None
) -> FormDefinition:
    """Read an XForm.

    Args:
        data: The XML; the definition keeps these bytes.
        source: Name of the file, for messages.
        places: Where in a workbook each rule was written, when the XForm came from one.
        files: The files beside the form, by name, for choices and look-ups that are not in it.

    Raises:
        FormProblems: Everything that is wrong with it.
    """
    html = parse_xml(data, source)
    head, body = first_named(html, "head"), first_named(html, "body")
    model = None if head is None else first_named(head, "model")
    root = None if model is None else primary_root(model)
    if head is None or model is None or root is None:
        raise FormProblems(source, [Problem("form.not_xform", facts={"root": local_name(html)})])
    expressions = Expressions(
        places or Places(), {prefix: uri for prefix, uri in model.nsmap.items() if prefix}
    )
    form = _Reader(model, root, expressions, files=files or {}).read(body, title=_title(head), data=data)
    errors = [problem for problem in expressions.problems if problem.severity is Severity.ERROR]
    if errors:
        raise FormProblems(source, expressions.problems)
    return form


class _Reader:
    """The steps of reading one form, which share its model and its problems."""

    def __init__(
        self, model: etree._Element, root: etree._Element, expressions: Expressions, *, files: Files
    ) -> None:
        self._files = files
        self._model = model
        self._root = root
        self._expressions = expressions
        self._nodeset = "/" + written_name(root)
        self._texts = read_texts(model, expressions)

    def read(self, body: etree._Element | None, *, title: str, data: bytes) -> FormDefinition:
        """Put the definition together."""
        languages, default = read_languages(self._model)
        elements = children_named(self._model, "bind")
        binds = read_binds(elements, self._nodeset, self._texts, expressions=self._expressions)
        tree = parse_tree(self._root)
        instance_id = ensure_instance_id(tree)
        binds[instance_id] = _with_preload(binds.get(instance_id) or Bind(instance_id))
        ids = bind_ids(elements, self._nodeset)
        controls = BodyReader(self._expressions, self._texts, ids, root=self._nodeset).read(body)
        bound_ranges(_walk(controls), binds, self._expressions)
        root = self._root
        attributes = {str(name): str(value) for name, value in root.attrib.items()}
        model = self._compile(tree, binds, controls, body=body, ids=ids)
        bound = bound_controls(controls, model.specs, self._expressions)
        for control in _walk(bound):
            if control.nodeset:
                model.specs[control.nodeset].control = control
        return FormDefinition(
            form_id=attributes.get("id") or root.nsmap.get(None) or local_name(root),
            version=attributes.get("version", ""),
            title=title,
            languages=languages,
            default_language=default,
            export_policy=self._policy(attributes.get(_POLICY, "").strip()),
            root=self._nodeset,
            body=bound,
            binds=binds,
            xform=data,
            model=model,
            titles=_titles(attributes),
            warnings=tuple(
                problem for problem in self._expressions.problems if problem.severity is Severity.WARNING
            ),
        )

    def _compile(
        self,
        tree: Node,
        binds: Mapping[str, Bind],
        body_controls: tuple[Control, ...],
        *,
        body: etree._Element | None,
        ids: Mapping[str, str],
    ) -> FormModel:
        controls = {control.nodeset: control for control in _walk(body_controls) if control.nodeset}
        repeats = frozenset(nodeset for nodeset, control in controls.items() if isinstance(control, Repeat))
        set_values = read_set_values(
            self._model, body, ids, expressions=self._expressions, root=self._nodeset
        )
        specs = build_specs(tree, binds, controls, acted_on=[action.target for action in set_values])
        foresee_deprecated_id(specs)
        check_consents(binds, specs, self._expressions)
        check_uploads(controls, self._expressions)
        check_submission(self._model, self._expressions)
        known = {nodeset: control for nodeset, control in controls.items() if nodeset in specs}
        fixed = frozenset(each for each, control in known.items() if getattr(control, "is_fixed", False))
        templates = split_templates(tree, repeats & frozenset(known), fixed)
        place_templates(specs, templates, tree)
        secondary, missing = secondary_instances(self._model, self._files)
        connect(
            specs,
            self._expressions,
            known_instances=frozenset([*secondary, *missing]),
            choices=ChoiceTexts(self._texts, secondary),
        )
        check_choice_names(specs, self._expressions)
        check_choice_columns(self._model, specs, secondary, self._expressions)
        for name in missing.values():
            self._expressions.add("form.missing_file", "", file=name)
        return FormModel(
            instance=tree,
            specs=specs,
            secondary=secondary,
            last_saved=last_saved_ids(self._model),
            record_lists=record_lists(self._model),
            official_lists=official_lists(self._model),
            set_values=set_values,
            texts=self._texts,
            namespaces={prefix: uri for prefix, uri in self._model.nsmap.items() if prefix},
        )

    def _policy(self, written: str) -> ExportPolicy:
        try:
            return ExportPolicy(written or ExportPolicy.LOCAL)
        except ValueError:
            self._expressions.add(
                "form.unknown_export_policy",
                "",
                column="attribute::fieldapp:export_policy",
                text=written,
                known=[str(policy) for policy in ExportPolicy],
            )
            return ExportPolicy.LOCAL


def _titles(attributes: Mapping[str, str]) -> dict[str, str]:
    titles = {
        name.removeprefix(_TITLE): text.strip()
        for name, text in attributes.items()
        if name.startswith(_TITLE)
    }
    return {language: title for language, title in titles.items() if title}


def _with_preload(bind: Bind) -> Bind:
    """Make sure that something gives the instance its identity."""
    return bind if bind.is_computed else replace(bind, preload=INSTANCE_ID)


def _walk(controls: tuple[Control, ...]) -> list[Control]:
    found: list[Control] = []
    todo = list(reversed(controls))
    while todo:
        control = todo.pop()
        found.append(control)
        if not isinstance(control, Question):
            todo.extend(reversed(control.children))
    return found


def _title(head: etree._Element) -> str:
    title = first_named(head, "title")
    return "" if title is None else (title.text or "").strip()
