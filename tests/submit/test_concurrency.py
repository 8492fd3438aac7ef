"""Many writers at once lose nothing.

`PLAN_WRITERS=20 PLAN_REPORTS=25 python -m pytest -m slow tests/submit/test_concurrency.py` runs
it at full size.
"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from plan_cli.dataset.load import load
from plan_cli.rules.engine import run
from plan_cli.rules.rule import TIERS
from tests.conftest import ROOT

WRITERS = int(os.environ.get("PLAN_WRITERS", "3"))
REPORTS = int(os.environ.get("PLAN_REPORTS", "4"))


def start(folder: Path, name: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-m", "tests.submit.worker", str(folder), name, str(REPORTS), "50"],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
        stdout=subprocess.PIPE,
        text=True,
    )


@pytest.mark.slow
def test_nothing_is_lost(base: Path) -> None:
    writers = [start(base, f"写者{number}") for number in range(WRITERS)]
    said = [identifier for writer in writers for identifier in writer.communicate()[0].split()]
    assert [writer.returncode for writer in writers] == [0] * WRITERS
    loaded = load(base)
    assert loaded.problems == []
    assert run(loaded, TIERS) == []
    kept = [report.id for file in loaded.progress.values() for report in file.reports.values()]
    assert len(kept) == WRITERS * REPORTS
    assert sorted(kept) == sorted(said)
