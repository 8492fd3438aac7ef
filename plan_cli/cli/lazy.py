"""Commands that are imported when they are asked for: a run pays for one, not for all."""

from collections.abc import Mapping
from importlib import import_module
from typing import Any, ClassVar

import typer

from plan_cli.cli import framework
from plan_cli.cli.help import PlanCommand, PlanGroup
from plan_cli.i18n import _


class LazyGroup(PlanGroup):
    """A program that knows its commands by name and one line of help until one is asked for.

    The command `some-name` is the function `some_name` of the module `some_name` in `package`.
    """

    package: ClassVar[str]
    helps: ClassVar[Mapping[str, str]]
    """The names of the commands, in the order of the help page, and what they do."""

    def __init__(self, **attributes: Any) -> None:
        super().__init__(**attributes)
        self._loaded: dict[str, framework.Command] = {}
        for name, text in self.helps.items():  # what the framework lists, suggests and completes
            self.commands[name] = PlanCommand(name=name, help=text)

    def get_command(self, ctx: framework.Context, cmd_name: str) -> framework.Command | None:
        """Return a command, imported now if it has not been; None if there is none of the name."""
        del ctx
        if cmd_name not in self.helps:
            return None
        if cmd_name not in self._loaded:
            self._loaded[cmd_name] = self._load(cmd_name)
        return self._loaded[cmd_name]

    def _load(self, name: str) -> framework.Command:
        attribute = name.replace("-", "_")
        module = import_module(f"{self.package}.{attribute}")
        alone = typer.Typer(add_completion=False, rich_markup_mode=None)
        alone.command(name, cls=PlanCommand, help=self.helps[name], options_metavar=_("[OPTIONS]"))(
            getattr(module, attribute)
        )
        return typer.main.get_command(alone)
