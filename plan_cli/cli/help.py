"""Help pages in the user's language, folded by cells, as click counts characters."""

from collections.abc import Iterable, Mapping
from gettext import gettext as click_text
from importlib import import_module
from typing import Any, ClassVar

import typer
from click import Command, Context, HelpFormatter
from typer.core import TyperArgument, TyperCommand, TyperGroup, TyperOption

from plan_cli.i18n import N_, _

_WIDEST_TERM = 30  # cells of the left column; a longer term has its text below it


class FoldingFormatter(HelpFormatter):
    def write_heading(self, heading: str) -> None:
        self.write(" " * self.current_indent + _("{heading}:", heading=heading) + "\n")

    def write_text(self, text: str) -> None:
        for line in _folded(text, self.width - self.current_indent):
            self.write(f"{' ' * self.current_indent}{line}".rstrip() + "\n")

    def write_dl(
        self, rows: Iterable[tuple[str, str]], col_max: int = _WIDEST_TERM, col_spacing: int = 2
    ) -> None:
        from plan_cli.text import cells

        rows = list(rows)
        fitting = [cells(term) for term, _text in rows if cells(term) <= col_max]
        column = max(fitting, default=col_max) + col_spacing
        indent = " " * (self.current_indent + column)
        for term, text in rows:
            room = column - cells(term)
            self.write(" " * self.current_indent + term)
            self.write(" " * room if room >= col_spacing else f"\n{indent}")
            lines = _folded(text, self.width - len(indent))
            self.write(f"\n{indent}".join(lines).rstrip() + "\n")


def _folded(text: str, width: int) -> list[str]:
    from plan_cli.text import fold

    return [line.strip() for line in fold(text, max(width, 10))]


class _Context(Context):
    formatter_class = FoldingFormatter


def _translate(command: Command) -> None:
    command.help = _message(command.help)
    command.options_metavar = _message(command.options_metavar)
    for parameter in command.params:
        parameter.metavar = _message(parameter.metavar)
        if isinstance(parameter, TyperOption | TyperArgument):
            parameter.help = _message(parameter.help)


def _message(text: str | None) -> str | None:
    return text and _(text)


class PlanCommand(TyperCommand):
    context_class = _Context

    def __init__(self, *arguments: Any, **attributes: Any) -> None:
        super().__init__(*arguments, **attributes)
        _translate(self)


class LazyGroup(TyperGroup):
    """Imports a command when it is called: `some-name` is `some_name` in `package`.some_name."""

    context_class = _Context
    package: ClassVar[str]
    helps: ClassVar[Mapping[str, str]]
    """The names of the commands, in the order of the help page, and what they do."""

    def __init__(self, **attributes: Any) -> None:
        super().__init__(**attributes)
        _translate(self)
        self.subcommand_metavar = _(self.subcommand_metavar)
        self._loaded: dict[str, Command] = {}
        for name, text in self.helps.items():  # what the framework lists, suggests and completes
            self.commands[name] = PlanCommand(name=name, help=text)

    def format_commands(self, ctx: Context, formatter: HelpFormatter) -> None:
        rows = [(name, self.commands[name].help or "") for name in self.list_commands(ctx)]
        with formatter.section(click_text("Commands")):
            formatter.write_dl(rows)

    def get_command(self, ctx: Context, cmd_name: str) -> Command | None:
        del ctx
        if cmd_name not in self.helps:
            return None
        if cmd_name not in self._loaded:
            self._loaded[cmd_name] = self._load(cmd_name)
        return self._loaded[cmd_name]

    def _load(self, name: str) -> Command:
        attribute = name.replace("-", "_")
        module = import_module(f"{self.package}.{attribute}")
        alone = typer.Typer(add_completion=False, rich_markup_mode=None)
        alone.command(
            name, cls=PlanCommand, help=self.helps[name], options_metavar=N_("[OPTIONS]")
        )(getattr(module, attribute))
        return typer.main.get_command(alone)
