"""Where snapshots lie: in the user's folder for what can be made again."""

import os
import sys
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path
from typing import Final

_NAME: Final = "govplan"


def cache_folder(environ: Mapping[str, str]) -> Path | None:
    """Return the folder for snapshots, which need not exist; None for a user without a home.

    PLAN_CACHE names another.
    """
    if environ.get("PLAN_CACHE"):
        return Path(environ["PLAN_CACHE"]).absolute()
    base = _windows(environ) if sys.platform == "win32" else _unix(environ)
    return base / _NAME if base else None


def snapshot_path(cache: Path, dataset: Path) -> Path:
    """Return the file for the snapshot of a dataset: one a dataset, so that the folder is small."""
    name = sha256(os.fsencode(dataset.resolve())).hexdigest()
    return cache / f"{name[:32]}.json"


def _windows(environ: Mapping[str, str]) -> Path | None:
    named = environ.get("LOCALAPPDATA")
    if named:
        return Path(named)
    home = _home()
    return home / "AppData" / "Local" if home else None


def _unix(environ: Mapping[str, str]) -> Path | None:
    home = _home()
    if sys.platform == "darwin":
        return home / "Library" / "Caches" if home else None
    named = Path(environ.get("XDG_CACHE_HOME", ""))
    if named.is_absolute():  # the standard has others ignored
        return named
    return home / ".cache" if home else None


def _home() -> Path | None:
    """Return the user's home if there is one; a program that keeps things makes none."""
    try:
        home = Path.home()
    except RuntimeError:
        return None
    return home if home.is_dir() else None
