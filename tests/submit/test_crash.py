"""A writer that dies at any moment leaves the old file or the new one, and loses nothing.

`PLAN_CRASHES=500 python -m pytest -m slow tests/submit/test_crash.py` runs it at full length.
"""

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from plan_cli.dataset.load import load
from plan_cli.rules.engine import run
from plan_cli.rules.rule import TIERS
from tests.conftest import ROOT
from tests.submit.samples import BY, fields, submit_report

CRASHES = int(os.environ.get("PLAN_CRASHES", "8"))


def start(folder: Path, name: str) -> "subprocess.Popen[str]":
    return subprocess.Popen(
        [sys.executable, "-m", "tests.submit.worker", str(folder), name, "100000", "2000"],
        cwd=ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "utf-8"},
        stdout=subprocess.PIPE,
        text=True,
    )


@pytest.mark.slow
def test_a_killed_writer_leaves_the_old_file_or_the_new_one(base: Path) -> None:
    place = base / "progress" / f"{BY}.yaml"
    dice = random.Random(20240301)  # noqa: S311  (when to kill)
    before = b""
    for crash in range(CRASHES):
        place.unlink(missing_ok=True)  # a short file, so that the next crash is as quick
        with start(base, f"甲{crash}") as writer:
            assert writer.stdout is not None
            promised = [writer.stdout.readline().strip()]
            time.sleep(dice.random() * 0.06)
            writer.kill()
            promised += [line.strip() for line in writer.stdout if line.endswith("\n")]
        loaded = load(base)
        assert loaded.problems == []
        assert run(loaded, TIERS) == []
        kept = [report.id for report in loaded.progress[BY].reports.values()]
        assert kept[: len(promised)] == promised
        assert len(kept) - len(promised) in {0, 1}
        before = place.read_bytes()
    done = submit_report(base, fields("后来"))
    assert done.content.startswith(before)
    left = {path.name for path in place.parent.iterdir()}
    assert left <= {place.name, ".lock"}
