"""`plan schema`: JSON Schema of the dataset's files, for editors and other validators."""

from pathlib import PurePath
from typing import Annotated

import typer

from plan_cli.cli.console import WrongUseError
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
    from plan_cli.cli.console import write_exactly
    from plan_cli.dataset.json_schema import MODELS, describes, dump, file_schema

    if file is None:
        write_exactly(dump({describes(key): file_schema(key) for key in MODELS}))
    else:
        write_exactly(dump(file_schema(_key(file, list(MODELS)))))


def _key(typed: str, keys: list[str]) -> str:
    path = PurePath(typed)
    if path.parent.name == "progress":
        key = "progress"
    elif path.parent.parent.name == "annual":
        key = "annual"
    else:
        key = path.name.removesuffix(".yaml")
    if key in keys:
        return key
    from plan_cli.dataset.json_schema import describes

    names = [describes(known) for known in keys]
    close = closest(f"{key}.yaml", tuple(names))
    hint = (
        _("Did you mean {names}?", names=listed(close))
        if close
        else _("Files: {names}.", names=listed(names))
    )
    raise WrongUseError(_("a dataset has no file “{name}”", name=typed), hint)
