"""What the programs are given: datasets of three sizes, and the same items for other tools."""

import json
import subprocess
from dataclasses import dataclass
from pathlib import Path
from typing import Final
from uuid import UUID

from benchmarks.datasets import ITEMS, REAL, make

SIZES: Final = (1, 10, 100)
"""How many times the real dataset."""

DEPARTMENT: Final = "市工信局"


@dataclass(frozen=True, slots=True)
class Item:
    """An item as other tools can have it."""

    number: int
    text: str
    department: str


def dataset(folder: Path, copies: int, *, own_departments: bool = False) -> Path:
    """Return a dataset of 210 items times `copies`, made in `folder` if it is not there yet."""
    place = folder / f"{copies}{'-own' if own_departments else ''}"
    if not place.exists():
        make(place, copies, own_departments=own_departments)
    return place


def items(copies: int) -> list[Item]:
    """Return items with the wordings of the real ones."""
    texts = [
        line.removeprefix("  text: ")
        for name in ("indicators.yaml", "tasks.yaml")
        for line in (REAL / name).read_text(encoding="utf-8").split("\n")
        if line.startswith("  text: ")
    ]
    departments = (DEPARTMENT, "市发改局", "市财政局", "市住建局")
    return [
        Item(number, texts[number % ITEMS], departments[number % len(departments)])
        for number in range(ITEMS * copies)
    ]


def tasks_file(folder: Path, copies: int) -> Path:
    """Return a file with as many tasks as the dataset has items, for a check against a schema."""
    text = (dataset(folder, copies) / "tasks.yaml").read_text(encoding="utf-8")
    head, *records = text.rstrip("\n").split("\n- ")
    wanted = [records[number % len(records)] for number in range(ITEMS * copies)]
    return _write(folder / f"tasks-{copies}.yaml", "\n- ".join([head, *wanted]) + "\n")


def doorstop_project(folder: Path, copies: int) -> Path:
    """Return a repository with a requirement for every item."""
    place = folder / f"doorstop-{copies}"
    settings = "settings:\n  digits: 5\n  prefix: REQ\n  sep: ''\n"
    _write(place / "req" / ".doorstop.yml", settings)
    for item in items(copies):
        _write(
            place / "req" / f"REQ{item.number:05}.yml",
            "active: true\nderived: false\nheader: ''\n"
            f"level: 1.1.{item.number}\nlinks: []\nnormative: true\nref: ''\nreviewed: null\n"
            f"text: |\n  {item.text}\n",
        )
    subprocess.run(["git", "init", "--quiet", str(place)], check=True)  # noqa: S603, S607
    return place


def beancount_file(folder: Path, copies: int) -> Path:
    """Return a ledger with an account and a note for every item."""
    return _write(
        folder / f"{copies}.beancount",
        "".join(
            f"2022-07-28 open Assets:Tasks:T{item.number}\n"
            f'  lead: "{item.department}"\n'
            f'2022-07-28 note Assets:Tasks:T{item.number} "{_plain(item.text)}"\n'
            for item in items(copies)
        ),
    )


def hledger_file(folder: Path, copies: int) -> Path:
    """Return a journal with a transaction for every item."""
    return _write(
        folder / f"{copies}.journal",
        "".join(
            f"2022-07-28 {_plain(item.text)}\n  {item.department}:T{item.number}  1\n  total\n\n"
            for item in items(copies)
        ),
    )


def task_list(folder: Path, copies: int) -> Path:
    """Return the items as Taskwarrior imports them."""
    rows = [
        {
            "uuid": str(UUID(int=item.number + 1)),
            "description": item.text,
            "project": item.department,
            "status": "pending",
            "entry": "20220728T000000Z",
        }
        for item in items(copies)
    ]
    return _write(folder / f"tasks-{copies}.json", json.dumps(rows, ensure_ascii=False))


def task_settings(folder: Path, copies: int) -> Path:
    """Return the settings of a Taskwarrior that has nothing to do with the user's."""
    data = folder / f"taskwarrior-{copies}"
    data.mkdir()
    text = f"data.location={data}\nconfirmation=off\nverbose=nothing\n"
    return _write(folder / f"taskrc-{copies}", text)


def _plain(text: str) -> str:
    return text.replace('"', "'").replace(";", ",").replace("|", " ")


def _write(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8", newline="\n")
    return path
