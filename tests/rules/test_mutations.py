"""Single faults of many kinds, planted at random places of the real data: every one is found.

The default run plants one of each kind. With PLAN_MUTATIONS=5000 in the environment it plants
that many in all; PLAN_MUTATION_SEED starts elsewhere.
"""

import os
from pathlib import Path
from random import Random

import pytest

from plan_cli.dataset.load import load
from plan_cli.rules.engine import run
from plan_cli.rules.rule import TIERS
from tests.annual import set_goals
from tests.rules.mutations import KINDS, Kind

PLANTED = int(os.environ.get("PLAN_MUTATIONS", "69"))
SEED = int(os.environ.get("PLAN_MUTATION_SEED", "1"))
EACH = max(1, PLANTED // len(KINDS))
AT_MOST = 6  # problems for one fault


def places(folder: Path) -> list[tuple[str, int]]:
    loaded = load(folder)
    problems = loaded.problems + run(loaded, TIERS)
    return [
        (Path(problem.file).relative_to(folder).as_posix(), problem.span.start.line)
        for problem in problems
    ]


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_every_fault_is_found_at_its_place(kind: Kind, damaged: Path) -> None:
    random = Random(f"{SEED} {kind.name}")  # noqa: S311  (the same faults in every run)
    set_goals(damaged)
    planted, drawn, survivors = 0, 0, []
    while planted < EACH and drawn < 50 * EACH:
        drawn += 1
        name = random.choice(kind.files)
        text = (damaged / name).read_text(encoding="utf-8")
        fault = kind.plant(text, random)
        if fault is None or fault[0] == text:
            continue
        planted += 1
        (damaged / name).write_text(fault[0], encoding="utf-8", newline="")
        found = places(damaged)
        (damaged / name).write_text(text, encoding="utf-8", newline="")
        if not {(name, line) for line in fault[1]} & set(found) or len(found) > AT_MOST:
            survivors.append((difference(text, fault[0]), sorted(fault[1]), found[:9]))
    assert planted
    assert survivors == []


def difference(before: str, after: str) -> tuple[str, str]:
    """Return the first lines that differ."""
    pairs = zip(before.split("\n"), after.split("\n"), strict=False)
    return next((pair for pair in pairs if pair[0] != pair[1]), ("", "the end"))
