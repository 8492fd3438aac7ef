"""What was handed in stays: no report that stood at a git revision was changed or taken out."""

import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from plan_cli.dataset.files import parse_yaml, shown_path
from plan_cli.dataset.folder import PROGRESS, SUFFIX, is_record_file
from plan_cli.dataset.load import ProgressFile, progress_path
from plan_cli.dataset.yaml import START, Value
from plan_cli.i18n import _, listed
from plan_cli.problems import Problem

RULE_ID: Final = "progress.since"

# What git hands to its hooks, and what would lead it to another repository than the dataset's.
_MISLEADING: Final = ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX")


class RevisionError(Exception):
    """There is no git, no repository around the dataset, or no such revision."""


def changed_since(
    folder: Path, progress: dict[str, ProgressFile], revision: str
) -> Iterator[Problem]:
    """Yield a problem for every report of a git revision that was changed or removed.

    Raises:
        RevisionError: there is nothing to compare with.
    """
    commit = _git(
        folder, "rev-parse", "--verify", "--quiet", "--end-of-options", f"{revision}^{{commit}}"
    )
    name = commit.decode().strip()
    listing = _git(folder, "ls-tree", "-z", "--name-only", name, "--", f"{PROGRESS}/")
    for path in sorted(one for one in listing.decode("utf-8", "replace").split("\0") if one):
        file = path.rpartition("/")[2]
        if is_record_file(file):
            by = file.removesuffix(SUFFIX)
            raw = _git(folder, "show", f"{name}:./{PROGRESS}/{file}")
            yield from _compare(folder, by, raw, progress.get(by), revision)


def _compare(
    folder: Path, by: str, raw: bytes, now: ProgressFile | None, revision: str
) -> Iterator[Problem]:
    path = progress_path(folder, by)
    shown = shown_path(path)
    before = parse_yaml(path, raw)
    if isinstance(before, list):
        if before[0].rule != "syntax.empty-document":
            message = _(
                "the file cannot be read at {revision}, so it is not compared", revision=revision
            )
            yield Problem(shown, START, RULE_ID, "warning", message)
        return
    records = list(_records(now.file.value)) if now else []
    places = {identifier: (index, record) for index, identifier, record in reversed(records)}
    for _index, identifier, old in _records(before.value):
        words = {"id": identifier, "revision": revision}
        if now is None or identifier not in places:
            message = _("report {id} of {revision} no longer exists", **words)
            hint = _("Restore it; a correction is a new report.")
            yield Problem(shown, START, RULE_ID, "error", message, hint)
            continue
        index, new = places[identifier]
        changed = sorted(key for key in {*old, *new} if old.get(key) != new.get(key))
        if changed:
            keys = listed(changed)
            message = _("report {id} has changed since {revision}: {keys}", keys=keys, **words)
            hint = _("Restore it, and correct it by a new report that replaces it.")
            span = now.file.place((index, changed[0]))
            yield Problem(shown, span, RULE_ID, "error", message, hint)


def _records(value: Value) -> Iterator[tuple[int, str, dict[str, Value]]]:
    """Records that have an id, with their index and id."""
    for index, one in enumerate(value if isinstance(value, list) else ()):
        if isinstance(one, dict) and isinstance(identifier := one.get("id"), str):
            yield index, identifier, one


def _git(folder: Path, *arguments: str) -> bytes:
    environment = {key: one for key, one in os.environ.items() if key not in _MISLEADING}
    try:
        done = subprocess.run(  # noqa: S603  (git, with a revision that cannot be an option)
            ["git", "-C", str(folder), *arguments],  # noqa: S607  (whatever git the user has)
            capture_output=True,
            check=False,
            env=environment,
            stdin=subprocess.DEVNULL,
        )
    except FileNotFoundError as error:
        raise RevisionError(_("git is not installed, or not found")) from error
    if done.returncode == 0:
        return done.stdout
    reason = done.stderr.decode("utf-8", "replace").strip().split("\n")[0]
    raise RevisionError(reason or _("git does not know this revision"))
