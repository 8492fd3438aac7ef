"""Tools that do similar work, and the same items as each of them takes them."""

import json
import subprocess
import sys
import venv
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from benchmarks.datasets import ITEMS, REAL

PACKAGES: Final = ("check-jsonschema", "yamllint", "beancount", "sqlite-utils")
DEPARTMENT: Final = "市工信局"
_SCHEMA: Final = REAL.parent / "schema" / "tasks.schema.json"


def install(folder: Path, *packages: str) -> Path:
    """Make a virtual environment with packages; return the folder of its programs."""
    venv.create(folder, with_pip=True)
    programs = folder / ("Scripts" if sys.platform == "win32" else "bin")
    run(str(programs / "python"), "-m", "pip", "install", "--quiet", *packages)
    return programs


def run(*command: str) -> str:
    """Run a program to its end and return what it prints."""
    done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603
    return done.stdout.strip()


def commands(programs: Path, folder: Path, copies: int) -> Iterator[tuple[str, list[str]]]:
    """Yield tools with their command lines: three that check, then one that queries."""
    tasks, rows = tasks_file(folder, copies), rows_file(folder, copies)
    check = [str(programs / "check-jsonschema"), "--schemafile", str(_SCHEMA), str(tasks)]
    yield "check-jsonschema", check
    relaxed = "{extends: relaxed, rules: {line-length: disable}}"
    yield "yamllint", [str(programs / "yamllint"), "-d", relaxed, str(tasks)]
    yield "bean-check", [str(programs / "bean-check"), str(beancount_file(folder, copies))]
    program, database = str(programs / "sqlite-utils"), str(folder / f"{copies}.db")
    run(program, "insert", database, "items", str(rows))
    select = "select * from items where department = :name"
    yield "sqlite-utils", [program, database, select, "--param", "name", DEPARTMENT]


def items(copies: int) -> list[dict[str, str]]:
    """Return items with the wordings of the real ones."""
    texts = [
        line.removeprefix("  text: ")
        for name in ("indicators.yaml", "tasks.yaml")
        for line in (REAL / name).read_text(encoding="utf-8").split("\n")
        if line.startswith("  text: ")
    ]
    departments = (DEPARTMENT, "市发改局", "市财政局", "市住建局")
    return [
        {"id": str(n), "department": departments[n % len(departments)], "text": texts[n % ITEMS]}
        for n in range(ITEMS * copies)
    ]


def tasks_file(folder: Path, copies: int) -> Path:
    """Return a file with as many tasks as a dataset has items."""
    text = (REAL / "tasks.yaml").read_text(encoding="utf-8")
    head, *records = text.rstrip("\n").split("\n- ")
    wanted = [records[number % len(records)] for number in range(ITEMS * copies)]
    return _write(folder / f"tasks-{copies}.yaml", "\n- ".join([head, *wanted]) + "\n")


def rows_file(folder: Path, copies: int) -> Path:
    """Return the items as a list of JSON."""
    return _write(folder / f"{copies}.json", json.dumps(items(copies), ensure_ascii=False))


def beancount_file(folder: Path, copies: int) -> Path:
    """Return a ledger with an account and a note for every item."""
    entry = (
        '2022-07-28 open Assets:T{id}\n  lead: "{department}"\n'
        '2022-07-28 note Assets:T{id} "{text}"\n'
    )
    return _write(
        folder / f"{copies}.beancount", "".join(entry.format(**item) for item in items(copies))
    )


def _write(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8", newline="\n")
    return path
