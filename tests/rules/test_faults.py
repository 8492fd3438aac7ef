"""One fault at a time, planted into the real dataset, is found by its rule at its line."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from plan_cli.dataset.load import load
from plan_cli.problems import Problem, in_order
from plan_cli.rules.engine import run
from plan_cli.rules.rule import TIERS


@dataclass(frozen=True)
class Fault:
    """`old` becomes `new` in the record that begins with `record`; `rule` has to find it.

    `at` is the text of the line where it is found, where that is not the line of the fault.
    """

    rule: str
    file: str
    old: str
    new: str
    record: str = ""
    at: str = ""

    def __str__(self) -> str:
        return f"{self.rule}: {self.old} > {self.new}"


TASKS, INDICATORS = "tasks.yaml", "indicators.yaml"
PLAN, DEPARTMENTS = "plan.yaml", "departments.yaml"
NOTICE = "source/xingping-2022-20.txt"

FAULTS = [
    Fault("fidelity.wording", TASKS, "专业孵化器3-5个。", "专业孵化器3-6个。", "- id: 50"),
    Fault("fidelity.wording", TASKS, "社会文明程度。 加强", "社会文明程度。加强", "- id: 188"),
    Fault("fidelity.wording", TASKS, "section: 三(一)", "section: 三(二)", "- id: 51"),
    Fault("fidelity.wording", INDICATORS, "binding: true", "binding: false", "- id: 29"),
    Fault("fidelity.wording", INDICATORS, "binding: false", "binding: true", "- id: 12"),
    Fault("fidelity.attribution", TASKS, "lead: 市工信局", "lead: 市商务局", "- id: 6"),
    Fault("fidelity.attribution", TASKS, "市发改局〈科技局〉", "市发改局", "- id: 51"),
    Fault("fidelity.attribution", TASKS, "[市工信局, 市工业园区,", "[市工业园区,", "- id: 50"),
    Fault(
        "fidelity.attribution",
        TASKS,
        "[市工信局, 市工业园区,",
        "[市工业园区, 市工信局,",
        "- id: 50",
    ),
    Fault("fidelity.attribution", TASKS, "各镇办", "相关镇办", "- id: 1"),
    Fault("fidelity.attribution", TASKS, "  support_open: true\n", "", "- id: 50", "- id: 50"),
    Fault("fidelity.attribution", INDICATORS, "市水利局", "市商务局", "- id: 30"),
    Fault("fidelity.quotes", TASKS, "quote: 到2025年,建设", "quote: 到2025年,建成", "- id: 50"),
    Fault("fidelity.figures", TASKS, "upper: 5", "upper: 6", "- id: 50"),
    Fault("fidelity.figures", INDICATORS, "value: 12.5", "value: 12.6", "- id: 29"),
    Fault("fidelity.figures", TASKS, "unit: 个", "unit: 家", "- id: 50"),
    Fault("fidelity.years", TASKS, "due: 2023", "due: 2024", "- id: 51"),
    Fault("fidelity.counts", PLAN, "binding: 7", "binding: 8"),
    Fault("fidelity.counts", PLAN, "expected: 26", "expected: 27"),
    Fault("fidelity.outline", PLAN, "title: 工作要求", "title: 工作安排"),
    Fault(
        "fidelity.outline", PLAN, "  - code: 三(三)\n    missing: true\n", "", at="- code: 三(四)"
    ),
    Fault("fidelity.metadata", PLAN, "signed: 2022-07-25", "signed: 2022-07-26"),
    Fault("fidelity.metadata", PLAN, "title: 兴平市国民经济", "title: 兴平国民经济"),
    Fault("fidelity.quotes", PLAN, "quote: 每半年组织召开1次", "quote: 每半年组织召开2次"),
    Fault("fidelity.source", PLAN, "sha256: 271f", "sha256: 371f"),
    Fault("fidelity.source", PLAN, "source/xingping-2022-20.txt", "../plan.yaml"),
    Fault("reference.departments", TASKS, "lead: 市工信局", "lead: 工信局", "- id: 6"),
    Fault("reference.departments", TASKS, "lead: 市工信局", "lead: 市工信局〈科技局〉", "- id: 6"),
    Fault("reference.departments", PLAN, "[市统计局]", "[统计局]"),
    Fault("reference.departments", DEPARTMENTS, "members: [东城街道", "members: [东城街"),
    Fault("reference.department-names", DEPARTMENTS, "gxj", "fgj"),
    Fault("reference.department-names", DEPARTMENTS, "name: 市工信局", "name: 市商务局"),
    Fault("reference.categories", DEPARTMENTS, "category: 司法机关", "category: 司法"),
    Fault("reference.sections", TASKS, "section: 三(一)", "section: 三(十二)", "- id: 51"),
    Fault("fidelity.wording", TASKS, "section: 三(一)", "section: 三(三)", "- id: 51"),
    Fault("reference.sections", TASKS, "kind: measure", "kind: vision", "- id: 51"),
    Fault("fidelity.coverage", TASKS, "- id: 51\n", "- id: 50\n"),
    Fault("reference.target-ids", TASKS, 'id: "50.2"', 'id: "50.1"'),
    Fault("reference.target-ids", TASKS, 'id: "50.2"', 'id: "51.2"'),
    Fault("reference.same-as", INDICATORS, 'same_as: ["117.5"]', 'same_as: ["117.6"]'),
    Fault(
        "schema.target-shape",
        TASKS,
        "direction: between",
        "direction: at_least",
        "- id: 50",
    ),
    Fault("schema.target-shape", INDICATORS, "      value: 7\n", "", "- id: 12", '- id: "12.1"'),
    Fault("schema.wrong-value", TASKS, "value: 3", 'value: "3"', "- id: 50"),
    Fault("schema.wrong-value", INDICATORS, "binding: true", "binding: yes", "- id: 29"),
    Fault("schema.wrong-value", PLAN, "signed: 2022-07-25", "signed: 2022-07-32"),
    Fault("schema.wrong-value", TASKS, "measure: level_reach", "measure: level", "- id: 50"),
    Fault("schema.wrong-value", TASKS, "support: [", "support: ", "- id: 5\n", "  support: "),
    Fault("schema.unknown-key", TASKS, "support_open", "support_opened", "- id: 50"),
    Fault("schema.missing-key", TASKS, "  lead: 市工信局\n", "", "- id: 6", "- id: 6"),
    Fault(
        "syntax.duplicate-key",
        TASKS,
        "  kind: measure\n",
        "  kind: measure\n  kind: vision\n",
        "- id: 51",
        "  kind: vision",
    ),
    Fault("fidelity.source", NOTICE, "责任部门:市水利局", "责任部门市水利局"),
]


def plant(folder: Path, fault: Fault) -> int:
    """Plant the fault; return the number of the line where it has to be found."""
    path = folder / fault.file
    text = path.read_text(encoding="utf-8")
    start = text.index(fault.record)
    place = text.index(fault.old, start)
    changed = text[:place] + fault.new + text[place + len(fault.old) :]
    assert changed != text
    path.write_text(changed, encoding="utf-8", newline="")
    wanted = changed.index(fault.at, changed.index(fault.record)) if fault.at else place
    return changed.count("\n", 0, wanted) + 1


def problems_in(folder: Path) -> list[Problem]:
    loaded = load(folder)
    return in_order(loaded.problems + run(loaded, TIERS))


@pytest.mark.parametrize("fault", FAULTS, ids=str)
def test_the_fault_is_found_at_its_line(damaged: Path, fault: Fault) -> None:
    line = plant(damaged, fault)
    found = [(p.rule, Path(p.file).name, p.span.start.line) for p in problems_in(damaged)]
    assert (fault.rule, Path(fault.file).name, line) in found


def test_the_first_difference_is_shown_on_both_sides(damaged: Path) -> None:
    plant(damaged, Fault("", TASKS, "军民融合示范基地", "军名融合示范基地", "- id: 51"))
    (wording, *_rest) = [p for p in problems_in(damaged) if p.rule == "fidelity.wording"]
    assert "“…,创建省级军名融合示范基地…”" in wording.message
    assert "“…,创建省级军民融合示范基地…”" in wording.message


def test_a_deleted_item_is_missed(damaged: Path) -> None:
    path = damaged / TASKS
    text = path.read_text(encoding="utf-8")
    start, end = text.index("- id: 3\n"), text.index("- id: 4\n")
    path.write_text(text[:start] + text[end:], encoding="utf-8")
    (problem,) = problems_in(damaged)
    assert problem.rule == "fidelity.coverage"
    assert "item 3 " in problem.message


def test_an_unreadable_department_in_the_notice_is_found_there(damaged: Path) -> None:
    line = plant(damaged, Fault("", NOTICE, "市工业园区、发改局", "市工业园区、发该局"))
    found = [p for p in problems_in(damaged) if p.rule == "fidelity.attribution"]
    (problem,) = found
    assert (problem.span.start.line, problem.span.start.column) == (line, 37)
    assert "“发该局”" in problem.message
    assert "市发改局" in problem.hint


def test_one_fault_in_the_departments_is_not_many_references(damaged: Path) -> None:
    plant(damaged, Fault("", DEPARTMENTS, "category: 政府部门", "categroy: 政府部门"))
    rules = {problem.rule for problem in problems_in(damaged)}
    assert rules == {"schema.unknown-key"}


EVERY_NUMBER_OF_THE_SETTINGS = [
    ("near_due_days: 90", "near_due_days: 3000000", "schema.wrong-value"),
    ("near_due_days: 90", "near_due_days: -1", "schema.wrong-value"),
    ("about_percent: 5", "about_percent: -5", "schema.wrong-value"),
    ("about_percent: 5", "about_percent: 100.5", "schema.wrong-value"),
    ("by: 2026-01-31", "by: 9999-12-31", "schema.wrong-value"),
    ("issued: 2022-07-28", "issued: 0001-01-01", "schema.wrong-value"),
]


@pytest.mark.parametrize(("old", "new", "rule"), EVERY_NUMBER_OF_THE_SETTINGS)
def test_a_number_or_day_out_of_all_bounds_is_told(
    damaged: Path, old: str, new: str, rule: str
) -> None:
    path = damaged / PLAN
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")
    loaded = load(damaged)
    assert [one.rule for one in loaded.problems + run(loaded, TIERS[:3])] == [rule]
