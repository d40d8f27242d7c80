"""Says a plan of upgrade in words: each answer by its question, where it goes, what was lost and is kept."""

from dataclasses import dataclass

from fieldapp.records.history import Said
from fieldapp.store import Workspace
from fieldapp.usecases.form_reading import FormReading
from fieldapp.usecases.upgrade_draft import Fate, UpgradePlan


@dataclass(frozen=True, slots=True)
class ToldPassage:
    """What becomes of one answer, in words."""

    fate: Fate
    section: str
    label: str
    """The question of the old version, with the repeat instances around it."""
    said: Said
    new_section: str = ""
    new_label: str = ""
    new_said: Said | None = None
    """What stands there then; nothing where the form has no place any more."""


@dataclass(frozen=True, slots=True)
class ToldPlan:
    """A plan in one language."""

    plan: UpgradePlan
    title: str
    passages: tuple[ToldPassage, ...]
    """All that does not stay exactly as and where it is, in the order of the old form."""
    kept: int
    """How many answers stay as and where they are."""
    new_questions: tuple[str, ...]
    required: tuple[str, ...]
    """Questions that must be answered and are not, as the new version names them."""


def tell_upgrade(workspace: Workspace, plan: UpgradePlan, *, language: str) -> ToldPlan:
    """Say a plan in words."""
    get = workspace.forms.get
    old = FormReading(workspace, get(plan.form_id, plan.old_version), plan.before, language=language)
    new = FormReading(workspace, get(plan.form_id, plan.new_version), plan.after, language=language)
    found = []
    for one in plan.passages:
        if one.fate is not Fate.KEPT:
            was = old.place(one.path)
            told = ToldPassage(
                one.fate, was.section, _name(was.instances, was.label), old.said(one.path, one.value)
            )
            if one.new_path:
                now = new.place(one.new_path)
                told = ToldPassage(
                    one.fate,
                    told.section,
                    told.label,
                    told.said,
                    new_section=now.section,
                    new_label=_name(now.instances, now.label),
                    new_said=new.said(one.new_path, one.new_value or None),
                )
            found.append((was.order, told))
    return ToldPlan(
        plan=plan,
        title=workspace.records.get(plan.record_id).title,
        passages=tuple(told for _, told in sorted(found, key=lambda one: one[0])),
        kept=len(plan.of(Fate.KEPT)),
        new_questions=tuple(new.question_label(nodeset) for nodeset in plan.new_questions),
        required=tuple(new.question_label(_generic(one)) for one in plan.required),
    )


def _name(instances: str, label: str) -> str:
    return f"{instances} › {label}" if instances else label


def _generic(reference: str) -> str:
    return "/".join(step.partition("[")[0] for step in reference.split("/"))
