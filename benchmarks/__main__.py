"""Measures `plan` side by side with other tools and prints a table: `python -m benchmarks`.

It needs the development extras, and installs what it measures in environments of their own.
"""

import argparse
import sys
import tempfile
from pathlib import Path

from benchmarks.cases import Case, Cases
from benchmarks.datasets import ITEMS
from benchmarks.environment import PEERS, ROOT, Environment
from benchmarks.inputs import SIZES
from benchmarks.machine import described
from benchmarks.table import PAGE, Line, Memory, memory_table, put_in, ratio_table
from benchmarks.timing import compare, peak_memory

_MOST_MEMORY = 120  # MiB


def main() -> None:
    """Measure, print, and put the tables into the documentation if that is asked for."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--quick", action="store_true", help="fewer pairs, no 21,000 items")
    parser.add_argument("--write", action="store_true", help=f"put the tables into {PAGE.name}")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="plan-benchmarks-") as folder:
        text = measured(Path(folder), quick=options.quick)
    sys.stdout.write(text)
    if options.write:
        page = PAGE.read_text(encoding="utf-8")
        PAGE.write_text(put_in(page, text), encoding="utf-8", newline="\n")


def measured(folder: Path, *, quick: bool) -> str:
    """Return the tables."""
    _tell("installing")
    plan = Environment(folder / "plan", str(ROOT), "pyperf")
    peers = Environment(folder / "peers", *PEERS)
    cases = Cases(folder, plan, peers, quick=quick)
    parts = [described(plan, peers), ratio_table([_line(case) for case in cases.ours()])]
    if not quick:
        parts.append(memory_table(_memory(cases)))
    for copies in SIZES[:-1]:
        parts.append(f"The same {ITEMS * copies:,} items in other hands:\n")
        parts.append(ratio_table([_line(case) for case in cases.others(copies)]))
    return "\n".join(parts)


def _line(case: Case) -> Line:
    _tell(f"{case.what}, by {case.by}")
    return Line(case.what, case.by, compare(case.ours, case.yardstick, case.pairs), case.limit)


def _memory(cases: Cases) -> list[Memory]:
    _tell("memory")
    what = f"`plan validate`, {ITEMS * SIZES[-1]:,} items"
    same, own = (peak_memory(cases.large_check(own_departments=own)) for own in (False, True))
    return [Memory(what, same, _MOST_MEMORY), Memory(f"{what} and 7,700 departments", own)]


def _tell(text: str) -> None:
    sys.stderr.write(f"… {text}\n")


if __name__ == "__main__":
    main()
