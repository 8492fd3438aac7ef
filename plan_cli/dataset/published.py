"""The published text that the data is checked against."""

import hashlib
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from plan_cli.dataset.files import read_bytes, shown_path
from plan_cli.dataset.yaml import Fault, decode
from plan_cli.i18n import _
from plan_cli.notice.model import Notice
from plan_cli.notice.reader import read_notice
from plan_cli.problems import Problem


class Published(NamedTuple):
    """The text, its checksum and its notice; `failure` says why there is none."""

    shown: str
    sha256: str | None = None
    text: str | None = None
    notice: Notice | None = None
    failure: str | None = None


def read_published(folder: Path, name: str) -> Published:
    """Read the published text `name` in `folder`; refuses to leave that folder."""
    path = folder / PurePosixPath(name)
    pure = PurePosixPath(name)  # as written: it must not lead out on any system
    leads_out = pure.is_absolute() or ".." in pure.parts or "\\" in name or ":" in name
    if leads_out or _links_out(path, folder):
        return Published(name, failure=_("the path leads out of the dataset's folder"))
    shown = shown_path(path)
    raw = read_bytes(path)
    if isinstance(raw, Problem):
        return Published(shown, failure=raw.message)
    checksum = hashlib.sha256(raw).hexdigest()
    text = decode(raw)
    del raw
    if isinstance(text, Fault):
        return Published(shown, checksum, failure=text.message)
    return Published(shown, checksum, text, read_notice(text))


def _links_out(path: Path, folder: Path) -> bool:
    try:
        return not path.resolve().is_relative_to(folder.resolve())
    except (OSError, RuntimeError):  # too long, or links in a circle: reading it will tell
        return False
