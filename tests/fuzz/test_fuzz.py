"""Random damage to a dataset never crashes or hangs `plan validate`, nor fills the memory.

PLAN_FUZZ=20000 asks for that many inputs, PLAN_FUZZ_SEED for others than the usual ones.
"""

import json
import os
import subprocess
import sys

import pytest

from tests.conftest import ROOT
from tests.fuzz.run import make

COUNT = int(os.environ.get("PLAN_FUZZ", "120"))
SEED = int(os.environ.get("PLAN_FUZZ_SEED", "1"))
PATIENCE = 60 + COUNT  # seconds after which a run counts as hanging; an input takes far less


@pytest.mark.slow
def test_random_damage() -> None:
    """In a process of its own, whose memory is limited and which can be ended if it hangs."""
    result = subprocess.run(
        [sys.executable, "-m", "tests.fuzz.run", str(COUNT), str(SEED)],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        timeout=PATIENCE,
        check=False,
    )
    assert result.returncode == 0, result.stderr
    found = json.loads(result.stdout)
    assert found["failures"] == []
    assert found["clean"] + found["problems"] == COUNT
    assert found["problems"] > COUNT / 2


def test_an_input_comes_from_its_number_alone() -> None:
    originals = {"tasks.yaml": b"- id: 1\n  lead: x\n", "source/x.txt": b"x"}
    for number in range(50):
        assert make(SEED, number, originals) == make(SEED, number, originals)


@pytest.mark.parametrize("seed", [1, 2])
def test_inputs_differ(seed: int) -> None:
    originals = {"tasks.yaml": b"- id: 1\n  section: x\n  lead: y\n" * 20}
    assert len({make(seed, number, originals).content for number in range(100)}) > 90
