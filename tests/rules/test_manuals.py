"""Every rule has a manual, and every example in it does what it says."""

import re
import shutil
from collections.abc import Collection
from pathlib import Path

import pytest

from plan_cli.dataset.load import load
from plan_cli.dataset.yaml_reader import parse
from plan_cli.problems import Problem, in_order
from plan_cli.rules.engine import all_rules, find_rule, no_rule, run
from plan_cli.rules.manual import MARKER, Example, read_manual
from plan_cli.rules.rule import TIERS, Rule
from scripts.rules import PAGE, page
from tests.conftest import ROOT, Run
from tests.rules.grafting import graft

BASE = ROOT / "tests" / "cases" / "base"

WITHOUT_FAIL = {  # nothing that a few lines could show
    *("syntax.file", "syntax.not-utf8", "syntax.too-large", "syntax.too-deep"),
    *("syntax.too-many-nodes", "syntax.too-many-faults"),
}
_INVISIBLE = re.compile("⟨([^⟩]+)⟩")


def examples(tiers: Collection[str]) -> list[tuple[Rule, Example]]:
    return [
        (rule, example)
        for rule in all_rules()
        for example in read_manual(rule.manual).examples
        if rule.tier in tiers
    ]


def name(value: object) -> str:
    return value.id if isinstance(value, Rule) else getattr(value, "kind", "")


def problems_in(folder: Path) -> list[Problem]:
    loaded = load(folder)
    return in_order(loaded.problems + run(loaded, TIERS, notes=True))


def test_the_base_dataset_has_nothing_but_its_known_discrepancy() -> None:
    assert [problem.rule for problem in problems_in(BASE)] == ["consistency.known"]


@pytest.mark.parametrize("rule", all_rules(), ids=name)
def test_a_manual_says_what_why_and_shows_it(rule: Rule) -> None:
    manual = read_manual(rule.manual)
    assert manual.title.endswith(".")
    assert "`" not in manual.title.replace("`<<`", "").replace("`&`", "").replace(
        "`*`", ""
    ).replace("`!`", "")
    kinds = {example.kind for example in manual.examples}
    if rule.id not in WITHOUT_FAIL:
        assert "FAIL" in kinds
    if rule.tier != "syntax":
        assert kinds == {"PASS", "FAIL"}
        assert manual.paragraphs


@pytest.mark.parametrize(("rule", "example"), examples(TIERS[1:]), ids=name)
def test_an_example_does_what_it_says(rule: Rule, example: Example, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(BASE, tmp_path / "data"))
    path = folder / example.file
    path.parent.mkdir(parents=True, exist_ok=True)
    text = path.read_text(encoding="utf-8") if path.exists() else ""
    changed, marked = graft(text, example.text)
    path.write_text(changed, encoding="utf-8", newline="")
    found = [
        (Path(problem.file).relative_to(folder).as_posix(), problem.span.start.line)
        for problem in problems_in(folder)
        if problem.rule == rule.id
    ]
    if example.kind == "FAIL":
        assert marked
    if rule.id == "consistency.known" and example.kind == "PASS":
        assert found == []
        return
    assert found == [(example.file, line) for line in marked]


@pytest.mark.parametrize(("rule", "example"), examples({"syntax"}), ids=name)
def test_an_example_of_the_syntax_tier_does_what_it_says(rule: Rule, example: Example) -> None:
    marked = [n for n, line in enumerate(example.text.split("\n"), 1) if "# <--" in line]
    text = _INVISIBLE.sub(lambda match: character(match[1]), example.text)
    text = text.replace(MARKER, "")
    found = {(f"syntax.{fault.code}", fault.span.start.line) for fault in parse(text).faults}
    if example.kind == "PASS":
        assert found == set()
    else:
        assert found == {(rule.id, line) for line in marked or [1]}


def character(shown: str) -> str:
    named = {"TAB": "\t", "CR": "\r"}
    return named.get(shown) or chr(int(shown.removeprefix("U+"), 16))


class TestTheCommand:
    def test_it_lists_every_rule(self, plan: Run) -> None:
        result = plan("rules", "--format", "csv")
        assert result.exit_code == 0
        assert len(result.stdout.splitlines()) == len(all_rules()) + 1

    def test_it_prints_a_manual(self, plan: Run) -> None:
        result = plan("rules", "fidelity.wording")
        assert result.exit_code == 0
        assert "to the character" in result.stdout
        assert "加快实现物流配送到镇级全覆盖" in result.stdout

    def test_an_unknown_rule_comes_with_suggestions(self, plan: Run) -> None:
        result = plan("rules", "wordin")
        assert result.exit_code == 1
        assert "fidelity.wording" in result.stderr

    def test_rules_are_found_by_id(self) -> None:
        assert find_rule("fidelity.wording") is not None
        assert find_rule("fidelity") is None
        assert "reference.departments" in no_rule("reference.department")[1]


def test_the_page_of_the_rules_is_current() -> None:
    assert PAGE.read_text(encoding="utf-8") == page()
