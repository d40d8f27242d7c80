"""`fieldapp record upgrade`: takes a draft over to the newest version of its form, shown before it is done."""

import click

from fieldapp.cli.answer import Answer, colon, command
from fieldapp.cli.opening import opened_workspace
from fieldapp.exports.upgrade_words import fate_in_words, upgrade_word
from fieldapp.usecases.tell_upgrade import ToldPassage, ToldPlan, tell_upgrade
from fieldapp.usecases.upgrade_draft import plan_upgrade, upgrade_draft


def register(record: click.Group) -> None:
    """Hang the command on `fieldapp record`."""

    @command(record, "upgrade")
    @click.argument("record_id", metavar="ID")
    @click.option("--preview", is_flag=True, help="Montrer ce qui changerait, et s'arrêter là.")
    @click.option("--to", "version", default="", help="Une autre version que la plus récente.")
    def upgrade(record_id: str, version: str, *, preview: bool) -> Answer:
        """Passer un brouillon à la version la plus récente de son formulaire ; aucune réponse n'est perdue."""
        language = click.get_current_context().find_root().params.get("language") or "fr"
        with opened_workspace() as opened:
            told = tell_upgrade(opened, plan_upgrade(opened, record_id, version=version), language=language)
            if not preview:
                upgrade_draft(opened, record_id, version=version)
        return Answer(_lines(told, language, is_done=not preview), _data(told) | {"done": not preview})


def _lines(told: ToldPlan, language: str, *, is_done: bool) -> list[str]:
    between = colon(language)
    code = "done" if is_done else "preview"
    lines = [upgrade_word(code, language, version=told.plan.new_version, kept=str(told.kept))]
    for one in told.passages:
        lines.append(f"- {fate_in_words(one.fate, language)}{between}{_told(one)}")
    if told.new_questions:
        lines.append(upgrade_word("new", language) + between + ", ".join(told.new_questions))
    if told.required:
        lines.append(upgrade_word("required", language) + between + ", ".join(told.required))
    return lines


def _told(one: ToldPassage) -> str:
    before = f"{_place(one.section, one.label)} = {_value(one.said.words, one.said.value)}"
    if one.new_said is None:
        return before
    return f"{before} → {_place(one.new_section, one.new_label)} = {_value(one.new_said.words, one.new_said.value)}"


def _place(section: str, label: str) -> str:
    return f"{section} › {label}" if section else label


def _value(words: str, value: str | None) -> str:
    return words or value or "…"


def _data(told: ToldPlan) -> dict[str, object]:
    plan = told.plan
    return {
        "record_id": plan.record_id,
        "form_id": plan.form_id,
        "old_version": plan.old_version,
        "new_version": plan.new_version,
        "kept": told.kept,
        "answers": [
            {
                "path": one.path,
                "value": one.value,
                "fate": str(one.fate),
                "new_path": one.new_path,
                "new_value": one.new_value,
                "former_path": one.former_path,
            }
            for one in plan.passages
        ],
        "new_questions": list(plan.new_questions),
        "required": list(plan.required),
    }
