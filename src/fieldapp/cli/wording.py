"""How a wrong call and the frame of `--help` are said in the reader's language; the library underneath says English."""

from collections.abc import Iterator
from typing import IO, Any

import click
from typing_extensions import override

from fieldapp.base.sentences import LANGUAGES, sentence


def language_of(context: click.Context | None) -> str:
    """Return the language asked for before the command; French where the call went wrong before that was read."""
    asked = context.find_root().params.get("language") if context is not None else None
    return str(asked or LANGUAGES[0])


class WrongCall(click.UsageError):
    """A command that was written wrongly, with what to write instead."""

    def __init__(self, error: click.UsageError) -> None:
        super().__init__(error.message, error.ctx)
        self.error = error

    @override
    def show(self, file: IO[Any] | None = None) -> None:
        """Say how the command is written, what is wrong, and where to read more."""
        language = language_of(self.ctx)
        lines = [_explained(self.error, language)]
        if self.ctx is not None:
            lines = [self.ctx.get_usage(), *lines]
            lines.append(sentence("call.help", {"command": self.ctx.command_path}, language))
        click.echo("\n".join(lines), file=file, err=True)


class Root(click.Group):
    """The root of all commands: wrong calls below it are said in the reader's language."""

    @override
    def make_context(self, *arguments: Any, **settings: Any) -> click.Context:
        try:
            return super().make_context(*arguments, **settings)
        except click.UsageError as error:
            raise _worded(error) from error

    @override
    def invoke(self, ctx: click.Context) -> Any:
        try:
            return super().invoke(ctx)
        except click.UsageError as error:
            raise _worded(error) from error


class _Formatter(click.HelpFormatter):
    """Writes the frame of `--help`."""

    @override
    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        frame = sentence("place.usage", {}, _current())
        super().write_usage(prog, args, prefix or f"{frame} ")

    @override
    def write_heading(self, heading: str) -> None:
        told = {
            "Options": sentence("place.options", {}, _current()),
            "Commands": sentence("place.commands", {}, _current()),
        }
        super().write_heading(told.get(heading, heading))


class _Context(click.Context):
    formatter_class = _Formatter


def dress(command: click.Command) -> None:
    """Let a command and all below it say the frame of their help in the reader's language."""
    for each in _all(command):
        each.context_class = _Context
        if isinstance(each, click.Group):
            each.subcommand_metavar = "COMMANDE …"
        option = each.get_help_option(click.Context(each))
        if option is not None:
            option.help = sentence("call.help_option", {}, LANGUAGES[0])


def _all(command: click.Command) -> Iterator[click.Command]:
    yield command
    if isinstance(command, click.Group):
        for below in command.commands.values():
            yield from _all(below)


def _current() -> str:
    return language_of(click.get_current_context(silent=True))


def _worded(error: click.UsageError) -> click.UsageError:
    return error if isinstance(error, (WrongCall, click.exceptions.NoArgsIsHelpError)) else WrongCall(error)


def _explained(error: click.UsageError, language: str) -> str:
    """Say what is wrong with a call."""
    match error:
        case click.NoSuchOption():
            facts = {"name": error.option_name, "nearest": error.possibilities}
            return sentence("call.no_option", facts, language)
        case click.exceptions.NoSuchCommand():
            facts = {"name": error.command_name, "nearest": error.possibilities}
            return sentence("call.no_command", facts, language)
        case click.MissingParameter():
            return sentence("call.missing", {"name": _name(error)}, language)
        case click.BadParameter() if error.param is not None and isinstance(error.param.type, click.Choice):
            facts = {"name": _name(error), "choices": list(error.param.type.choices)}
            return sentence("call.no_choice", facts, language)
        case click.BadParameter():
            return sentence("call.bad_value", {"name": _name(error)}, language)
        case _:
            return sentence("call.wrong", {"system": error.format_message()}, language)


def _name(error: click.BadParameter) -> str:
    return error.param.get_error_hint(error.ctx).strip("'") if error.param is not None else "…"
