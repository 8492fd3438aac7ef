"""Datasets shaped like the real one and many times as large, on which every check passes.

Each item stands there several times, one copy behind the other in its section, in the data and in
the notice. The copies differ in their numbers, and in a word before the text. All share the
departments, which then have as many times as much to do; or every copy of the plan has
departments and groups of its own (市工信局, 市工信局甲, 市工信局乙), so that each has as much as in
the real plan.
"""

import hashlib
import re
import shutil
from pathlib import Path
from typing import Final

from benchmarks import copies as copies_of
from benchmarks.copies import Copy

REAL: Final = Path(__file__).resolve().parents[1] / "data"
ITEMS: Final = 210
"""Items of the real dataset, numbered from 1."""


def make(folder: Path, copies: int, *, own_departments: bool = True, source: Path = REAL) -> None:
    """Write a dataset of `copies` times 210 items into `folder`.

    Args:
        folder: where; it must not exist yet.
        copies: how many times each item stands there.
        own_departments: whether every copy has departments of its own.
        source: the dataset that is copied.
    """
    all_copies = [Copy(number, copies, own_departments) for number in range(copies)]
    shutil.copytree(source, folder, ignore=shutil.ignore_patterns("progress"))
    for name in ("tasks.yaml", "indicators.yaml"):
        _write(folder / name, copies_of.items(_read(source / name), all_copies))
    names = all_copies if own_departments else all_copies[:1]
    _write(
        folder / "departments.yaml",
        copies_of.departments(_read(source / "departments.yaml"), names),
    )
    for path in (source / "progress").glob("*.yaml"):
        for copy in names:
            reports = [copy] if own_departments else all_copies
            text = copies_of.reports(_read(path), reports)
            _write(folder / "progress" / f"{copy.name(path.stem)}.yaml", text)
    notice = next((source / "source").glob("*.txt"))
    published = folder / "source" / notice.name
    made = (_read(folder / name) for name in ("tasks.yaml", "indicators.yaml"))
    whose = copies_of.attributions(made) if own_departments else {}
    text = copies_of.notice(_read(notice), all_copies, whose)
    _write(published, copies_of.counted(text, copies))
    text = copies_of.plan(_read(source / "plan.yaml"), all_copies, names)
    plan = copies_of.counted(text, copies)
    checksum = hashlib.sha256(published.read_bytes()).hexdigest()
    _write(folder / "plan.yaml", re.sub(r"(?<=sha256: )\w+", checksum, plan))


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8")


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
