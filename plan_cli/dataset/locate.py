"""Where the dataset is: named by the user, in the working tree, or inside the package."""

from collections.abc import Mapping
from pathlib import Path
from typing import Final

from plan_cli.i18n import _

_PACKAGE: Final = Path(__file__).resolve().parents[1]


class DatasetNotFoundError(Exception):
    """A folder that was named as the dataset is not there."""


def locate(option: Path | None, environ: Mapping[str, str], start: Path) -> Path:
    """Return the dataset's folder.

    In this order: `option` (`--data`), PLAN_DATA, the nearest `data/plan.yaml` in `start` or
    above it, the dataset inside the package.

    Raises:
        DatasetNotFoundError: the folder that was named does not exist.
    """
    if option is not None:
        return _named(option, "--data")
    if environ.get("PLAN_DATA"):
        return _named(Path(environ["PLAN_DATA"]), "PLAN_DATA")
    for folder in (start, *start.parents):
        if (folder / "data" / "plan.yaml").is_file():
            return folder / "data"
    return bundled()


def bundled() -> Path:
    """Return the dataset inside the package; in a checkout, the checkout's own `data/`."""
    return (_PACKAGE.parent if is_checkout() else _PACKAGE) / "data"


def is_checkout() -> bool:
    """Tell whether the program runs from a checkout of its repository, where its code changes."""
    return not (_PACKAGE / "data").is_dir()


def is_packaged(folder: Path) -> bool:
    """Tell whether a dataset is the one inside the package, which an update would replace."""
    return folder.resolve() == (_PACKAGE / "data").resolve()


def _named(folder: Path, source: str) -> Path:
    if folder.is_dir():
        return folder
    raise DatasetNotFoundError(
        _("{source} names {folder}, which is not a folder", source=source, folder=folder)
    )
