"""Help pages that fold Chinese as a terminal shows it: click counts characters, not cells."""

from collections.abc import Iterable

from typer.core import TyperCommand, TyperGroup

from plan_cli.cli import framework
from plan_cli.i18n import _

_WIDEST_TERM = 30  # cells of the left column; a longer term has its text below it


class HelpFormatter(framework.HelpFormatter):
    """Writes paragraphs and two columns, measured in cells."""

    def write_heading(self, heading: str) -> None:
        """Write a heading, with the colon of the user's language."""
        colon = _("{heading}:").format(heading=heading)
        self.write(f"{' ' * self.current_indent}{colon}\n")

    def write_text(self, text: str) -> None:
        """Write paragraphs, folded and indented."""
        indent = " " * self.current_indent
        for line in _folded(text, self.width - self.current_indent):
            self.write(f"{indent}{line}".rstrip() + "\n")

    def write_dl(
        self, rows: Iterable[tuple[str, str]], col_max: int = _WIDEST_TERM, col_spacing: int = 2
    ) -> None:
        """Write terms and what they mean, in two columns."""
        from plan_cli.render.fold import cells

        rows = list(rows)
        fitting = [cells(term) for term, _text in rows if cells(term) <= col_max]
        column = max(fitting, default=col_max) + col_spacing
        left = " " * self.current_indent
        indent = " " * (self.current_indent + column)
        for term, text in rows:
            room = column - cells(term)
            self.write(f"{left}{term}")
            self.write(" " * room if room >= col_spacing else f"\n{indent}")
            lines = _folded(text, self.width - len(indent))
            self.write(f"\n{indent}".join(lines).rstrip() + "\n")


def _folded(text: str, width: int) -> list[str]:
    from plan_cli.render.fold import fold

    return [line.strip() for line in fold(text, max(width, 10))]


class _Context(framework.Context):
    formatter_class = HelpFormatter


class PlanCommand(TyperCommand):
    """A command whose help is folded by cells."""

    context_class = _Context


class PlanGroup(TyperGroup):
    """The program itself: its commands in their order, its help folded by cells."""

    context_class = _Context

    def format_commands(self, ctx: framework.Context, formatter: framework.HelpFormatter) -> None:
        """List the commands, each with the whole of its first sentence."""
        rows = [(name, self.commands[name].help or "") for name in self.list_commands(ctx)]
        with formatter.section(click_text("Commands")):
            formatter.write_dl(rows)


def click_text(message: str) -> str:
    """Return one of the framework's own messages in the user's language."""
    from gettext import gettext

    return gettext(message)
