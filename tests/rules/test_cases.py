"""Every folder `tests/cases/<rule>/<case>/` is a dataset with faults, and what is told of them.

A case has only the files that differ from `tests/cases/base/`; `removed.txt` lists those that it
does not have. `expected.txt` has a line for each problem: file:line:column, severity, rule. With
PLAN_WRITE_CASES in the environment the test writes it, for you to read before you commit it.
"""

import os
import shutil
from pathlib import Path

import pytest

from plan_cli.dataset.load import load
from plan_cli.problems import in_order
from plan_cli.rules.engine import all_rules, run
from plan_cli.rules.rule import TIERS
from tests.conftest import ROOT

CASES = ROOT / "tests" / "cases"
BASE = CASES / "base"
WITHOUT_CASE = {
    *("syntax.too-large", "syntax.too-many-nodes"),  # as large as their names say
    "syntax.lone-surrogate",  # cannot be written in UTF-8
}


def cases() -> list[Path]:
    return sorted(path.parent for path in CASES.glob("*/*/expected.txt"))


def told(folder: Path, *, notes: bool) -> str:
    loaded = load(folder)
    problems = in_order(loaded.problems + run(loaded, TIERS, notes=notes))
    return "".join(
        f"{Path(p.file).relative_to(folder)}:{p.span.start.line}:{p.span.start.column} "
        f"{p.severity} {p.rule}\n"
        for p in problems
    )


@pytest.mark.parametrize("case", cases(), ids=lambda case: f"{case.parent.name}/{case.name}")
def test_a_case_is_told_as_expected(case: Path, tmp_path: Path) -> None:
    folder = tmp_path / "data"
    shutil.copytree(BASE, folder)
    shutil.copytree(case, folder, dirs_exist_ok=True)
    removed = case / "removed.txt"
    for name in removed.read_text(encoding="utf-8").split() if removed.exists() else ():
        (folder / name).unlink()
    expected = case / "expected.txt"
    found = told(folder, notes=case.parent.name == "consistency.known")
    if "PLAN_WRITE_CASES" in os.environ:
        expected.write_text(found, encoding="utf-8", newline="\n")
    assert found == expected.read_text(encoding="utf-8")
    if case.parent.name != "one-cause":
        assert f" {case.parent.name}\n" in found


@pytest.mark.parametrize("rule", [rule.id for rule in all_rules()])
def test_every_rule_has_a_case(rule: str) -> None:
    assert rule in WITHOUT_CASE or any(case.parent.name == rule for case in cases())
