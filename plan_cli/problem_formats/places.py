"""Paths as other programs want them: from the root of the repository, with slashes."""

from pathlib import Path
from urllib.parse import quote


def from_root(file: str, root: Path) -> str | None:
    """Return the path of a file from `root`; None where it does not lie below."""
    try:
        return _absolute(file).relative_to(root.resolve()).as_posix()
    except (OSError, RuntimeError, ValueError):
        return None


def uri_from_root(file: str, root: Path) -> str | None:
    """Return the same as a relative URI: what is not plain ASCII is percent-encoded."""
    path = from_root(file, root)
    return None if path is None else quote(path)


def uri(file: str) -> str:
    """Return the absolute URI of a file."""
    return _absolute(file).as_uri()


def _absolute(file: str) -> Path:
    path = Path(file)
    return path.parent.resolve() / path.name
