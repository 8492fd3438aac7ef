"""`plan completion`: the script by which a shell completes commands, options, names and numbers."""

from enum import StrEnum
from typing import Annotated, Final

import typer

from plan_cli.i18n import N_, _


class Shell(StrEnum):
    BASH = "bash"
    ZSH = "zsh"
    FISH = "fish"
    POWERSHELL = "powershell"


_FILES: Final = {
    Shell.BASH: "~/.bashrc",
    Shell.ZSH: "~/.zshrc",
    Shell.FISH: "~/.config/fish/completions/plan.fish",
    Shell.POWERSHELL: "$PROFILE",
}


def completion(
    shell: Annotated[
        Shell, typer.Argument(metavar="bash|zsh|fish|powershell", help=N_("Which shell."))
    ],
) -> None:
    from typer.completion import get_completion_script  # type: ignore[attr-defined]

    script = get_completion_script(
        prog_name="plan", complete_var="_PLAN_COMPLETE", shell=shell.value
    )
    typer.echo("# " + _("Add this to {file} and open a new terminal.", file=_FILES[shell]))
    typer.echo(script)
