"""`plan init`: a dataset of one's own, ready for git."""

import re
from pathlib import Path
from typing import Annotated, Final

import typer

from plan_cli.cli.console import PlanError
from plan_cli.cli.options import session_in
from plan_cli.dataset.json_schema import MODELS, dump, file_name, file_schema
from plan_cli.files import reason_of
from plan_cli.i18n import N_, _


def init(
    context: typer.Context,
    folder: Annotated[
        Path, typer.Argument(metavar=N_("DIR"), help=N_("A new folder, or an empty one."))
    ],
) -> None:
    """Copy the dataset into a folder, with what git needs."""
    session = session_in(context)
    session.loaded()  # nothing broken is copied
    try:
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise PlanError(
                _("{folder} already exists and is not empty", folder=folder),
                _("Name a folder that does not exist yet, or an empty one. Nothing was written."),
            )
        make_dataset(session.folder(), folder)
    except OSError as error:
        file, reason = error.filename or folder, reason_of(error)
        raise PlanError(
            _("{file} cannot be written: {reason}", file=file, reason=reason),
            _("Choose a folder that you may write to."),
        ) from error
    typer.echo(_("A dataset of your own: {folder}", folder=folder))
    typer.echo(_("Next:"))
    for command in (f'cd "{folder}"', "git init", "git add .", 'git commit -m "plan init"'):
        typer.echo(f"  {command}")
    typer.echo(_("Then report, and check:"))
    for command in ("plan report", "plan validate"):
        typer.echo(f"  {command}")


_SKELETON: Final = Path(__file__).resolve().parents[1] / "skeleton"
_FILES: Final = {  # in the skeleton and in the dataset; a name with a dot would take effect here
    "README.md": "README.md",
    "gitattributes": ".gitattributes",
    "gitignore": ".gitignore",
    "pre-commit-config.yaml": ".pre-commit-config.yaml",
    "validate.yml": ".github/workflows/validate.yml",
}


_SCHEMA: Final = re.compile(rb"\A(# yaml-language-server: \$schema=)\S*?([^/\s]+\.schema\.json)")


def make_dataset(source: Path, target: Path) -> None:
    """Copy the dataset into `target`, with all that git needs; may raise OSError."""
    contents: dict[Path, bytes] = {}
    for path in sorted(source.rglob("*")):
        inside = path.relative_to(source)
        if path.is_file() and not any(part.startswith(".") for part in inside.parts):
            # Editors find the schema by the first line.
            schema = b"../" * len(inside.parts) + b"schema/"
            content = _SCHEMA.sub(rb"\g<1>" + schema + rb"\g<2>", path.read_bytes())
            contents[target / "data" / inside] = content
    for key in MODELS:
        contents[target / "schema" / file_name(key)] = dump(file_schema(key)).encode()
    for name, place in _FILES.items():
        contents[target / place] = (_SKELETON / name).read_bytes()
    for path, content in contents.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
