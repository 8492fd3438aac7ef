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
                _("{folder} is there already, and not empty", folder=folder),
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
_FILES: Final = {
    "README.md": "README.md",
    "gitattributes": ".gitattributes",
    "gitignore": ".gitignore",
    "pre-commit-config.yaml": ".pre-commit-config.yaml",
    "validate.yml": ".github/workflows/validate.yml",
}
"""Files of the skeleton, and where they go; a name with a dot would work here already."""

_SCHEMA: Final = re.compile(rb"\A(# yaml-language-server: \$schema=)\S*?([^/\s]+\.schema\.json)")
"""The first line of a file that leads editors to its schema, wherever that was."""


def make_dataset(source: Path, target: Path) -> None:
    """Copy the dataset into `target`, with all that git needs; may raise OSError."""
    copied = [path for path in sorted(source.rglob("*")) if _belongs(path, source)]
    for path in copied:
        inside = path.relative_to(source)
        _write(target / "data" / inside, _led_to_schema(path.read_bytes(), len(inside.parts)))
    for key in MODELS:
        _write(target / "schema" / file_name(key), dump(file_schema(key)).encode())
    for name, place in _FILES.items():
        _write(target / place, (_SKELETON / name).read_bytes())


def _led_to_schema(content: bytes, depth: int) -> bytes:
    """Let the first line of a file name the schema where it is now."""
    way = b"../" * depth + b"schema/"
    return _SCHEMA.sub(lambda line: line[1] + way + line[2], content)


def _belongs(path: Path, source: Path) -> bool:
    hidden = any(part.startswith(".") for part in path.relative_to(source).parts)
    return path.is_file() and not hidden


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
