"""`plan schema`: JSON Schema of the dataset's files, for editors and other validators."""

from pathlib import PurePath
from typing import Annotated

import typer

from plan_cli.cli.console import WrongUseError, write_exactly
from plan_cli.i18n import N_, _, listed
from plan_cli.text import closest


def schema(
    file: Annotated[
        str | None,
        typer.Argument(
            metavar=N_("[FILE]"),
            help=N_("A file of a dataset, such as tasks.yaml; without it, all by their names."),
            show_default=False,
        ),
    ] = None,
) -> None:
    from plan_cli.dataset.json_schema import MODELS, describes, dump, file_schema

    if file is None:
        write_exactly(dump({describes(key): file_schema(key) for key in MODELS}))
        return
    path = PurePath(file)
    key = path.name.removesuffix(".yaml")
    if path.parent.name == "progress":
        key = "progress"
    elif path.parent.parent.name == "annual":
        key = "annual"
    if key not in MODELS:
        names = tuple(map(describes, MODELS))
        close = closest(f"{key}.yaml", names)
        words = N_("Did you mean {names}?") if close else N_("Files: {names}.")
        hint = _(words, names=listed(close or names))
        raise WrongUseError(_("a dataset has no file “{name}”", name=file), hint)
    write_exactly(dump(file_schema(key)))
