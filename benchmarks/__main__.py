"""Measures `plan` beside other tools and prints tables: `python -m benchmarks`.

It installs what it measures in environments of their own: `plan` as a user does, and the others.
"""

import argparse
import os
import platform
import re
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Final, NamedTuple

from benchmarks import peers
from benchmarks.datasets import ITEMS, REAL, make
from benchmarks.timing import Pair, compare

PAGE: Final = REAL.parent / "docs" / "performance.md"
ROUNDS: Final = {1: 21, 10: 9, 100: 3}
"""Pairs of runs by copies of the dataset: a city's plan, a province's, one far larger than any."""

_TASKS: Final = ("tasks", "--dept", peers.DEPARTMENT)
_COMMANDS: Final = {
    "`plan tasks`, JSON": (*_TASKS, "--json"),
    "`plan tasks`, a table": _TASKS,
    "`plan tasks`, a table, `--no-cache`": ("--no-cache", *_TASKS),
    "`plan validate`": ("validate",),
}
_HEAD: Final = ("what", "items", "beside", "takes", "the other", "ratio")
_MARKED: Final = re.compile(
    r"(?<=<!-- begin: python -m benchmarks -->\n).*?(?=<!-- end -->)", re.DOTALL
)


class Case(NamedTuple):
    """Ours, over so many copies of the dataset, and what it is measured beside."""

    what: str
    copies: int
    beside: str
    ours: Sequence[str]
    other: Sequence[str]

    def row(self, pair: Pair) -> tuple[str, ...]:
        """Return the row of a table."""
        number = f"{self.copies * ITEMS:,}" if self.copies else ""
        times = (readable(pair.ours), readable(pair.other), f"{pair.ratio:.2f}")
        return (self.what, number, self.beside, *times)


def main() -> None:
    """Measure, print, and put the tables into the documentation if that is asked for."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="three pairs, no 21,000 items")
    parser.add_argument("--write", action="store_true", help=f"put the tables into {PAGE.name}")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="plan-benchmarks-") as folder:
        text = measured(Path(folder), {1: 3, 10: 3} if options.quick else ROUNDS)
    sys.stdout.write(text)
    if options.write:
        page = PAGE.read_text(encoding="utf-8")
        PAGE.write_text(put_in(page, text), encoding="utf-8", newline="\n")


def measured(folder: Path, rounds: dict[int, int]) -> str:
    """Return the machine and the tables."""
    sys.stderr.write("… installing\n")
    ours = peers.install(folder / "ours", str(REAL.parent))
    others = peers.install(folder / "others", *peers.PACKAGES)
    os.environ |= {"PLAN_CACHE": str(folder / "cache"), "PLAN_LANG": "zh"}
    rows = []
    for case in cases(ours, others, folder, list(rounds)):
        sys.stderr.write(f"… {case.what}, {case.copies * ITEMS} items, {case.beside}\n")
        rows.append(case.row(compare(case.ours, case.other, rounds[case.copies or 1])))
    return f"{described(ours, others)}\n{table(_HEAD, rows)}"


def cases(ours: Path, others: Path, folder: Path, sizes: list[int]) -> Iterator[Case]:
    """Yield commands beside `import yaml`, which all over YAML begins with, then beside tools."""
    plan, python = str(ours / "plan"), (str(ours / "python"), "-c", "import yaml")
    yield Case("`plan --help`", 0, "`import yaml`", (plan, "--help"), python)
    for copies in sizes:
        data = make(folder / str(copies), copies)
        for what, arguments in _COMMANDS.items():
            command = (plan, "--data", str(data), *arguments)
            yield Case(what, copies, "`import yaml`", command, python)
    for copies in sizes[:2]:
        for name, other in peers.commands(others, folder, copies):
            what = "`plan tasks`, JSON" if name == "sqlite-utils" else "`plan validate`"
            command = (plan, "--data", str(folder / str(copies)), *_COMMANDS[what])
            yield Case(what, copies, name, command, other)


def described(ours: Path, others: Path) -> str:
    """Return the machine and the versions, in a paragraph."""
    show = (
        "import sys; from importlib.metadata import version as v; "
        "print(*(f'{n} {v(n)}' for n in sys.argv[1:]), sep=', ')"
    )
    packages = ("govplan", "typer", "click", "pydantic", "PyYAML")
    versions = peers.run(str(ours / "python"), "-c", show, *packages)
    versions += f". {peers.run(str(others / 'python'), '-c', show, *peers.PACKAGES)}"
    python = f"{platform.python_implementation()} {platform.python_version()}"
    return f"{os.cpu_count()} cores, {platform.system()}, {python}. {versions}.\n"


def readable(seconds: float) -> str:
    """Return a time in a unit that it is easy to read in."""
    return f"{seconds:.2f} s" if seconds >= 1 else f"{seconds * 1000:.0f} ms"


def table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    """Return a table in Markdown."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines) + "\n"


def put_in(page: str, text: str) -> str:
    """Return a page with `text` where it carries what was last measured."""
    return _MARKED.sub(lambda _match: f"\n{text}\n", page)


if __name__ == "__main__":
    main()
