"""Figures of the whole plan, of its sections, and of the departments."""

from collections.abc import Sequence
from typing import Final

from plan_cli.dataset.names import split_plate
from plan_cli.papers.blocks import Bar, BarChart, PaperTable, Paragraph, Segment, TableColumn, Tone
from plan_cli.papers.review.facts import Facts
from plan_cli.papers.review.indicators import against_plan, verdicts_text
from plan_cli.papers.review.items import ReviewPart, is_reported, overdue_words, tally
from plan_cli.papers.sources import Sources
from plan_cli.queries.status import TaskStateRow
from plan_cli.words import STATES, state_label


def overall_part(facts: Facts, sources: Sources) -> ReviewPart:
    indicators = facts.now.indicators
    binding = sum(row["binding"] for row in indicators)
    of_these = f"，其中约束性指标{binding}项" if binding else ""
    texts = (
        f"方案有指标{len(indicators)}项{of_these}。{verdicts_text(indicators, sources)}",
        _tasks(facts, sources),
    )
    return ReviewPart("总体情况", (*map(Paragraph, texts), *against_plan(indicators)))


def _tasks(facts: Facts, sources: Sources) -> str:
    rows = facts.now.tasks
    late = overdue_words(facts, [row for row in rows if row["overdue"]], sources)
    reported = [row for row in rows if is_reported(row)]
    if not reported:
        return f"方案有任务{len(rows)}项。牵头单位均没有报送，情况不明。{late}"
    counts = _counts(reported, list(STATES))
    cited = sources.cite(facts.now.state_reports(*reported))
    silent = tally("其余", len(rows) - len(reported), "没有报送，情况不明")
    states = f"牵头单位已有报送的{len(reported)}项：{counts}{cited}。{silent}"
    return f"方案有任务{len(rows)}项。{states}{late}"


def _counts(rows: Sequence[TaskStateRow], states: Sequence[str]) -> str:
    return "、".join(
        f"{state_label(state)}{number}项" for state in states if (number := _count(rows, state))
    )


def _count(rows: Sequence[TaskStateRow], state: str) -> int:
    return sum(row["status"] == state for row in rows)


def section_part(facts: Facts, sources: Sources) -> ReviewPart | None:
    rows = facts.now.tasks
    if not rows:
        return None
    states = [state for state in STATES if _count(rows, state)]
    columns = (
        TableColumn("章节", 4),
        TableColumn("任务", 0.8, "center"),
        *(TableColumn(state_label(state), 0.9, "center") for state in states),
        TableColumn("逾期", 0.9, "center"),
        TableColumn("来源", 1.2, "center"),
    )
    sections = [
        (str(entry), [row for row in rows if row["section"] == entry.code])
        for entry in facts.dataset.outline.entries
    ]
    lines = tuple(
        (
            name,
            str(len(found)),
            *(str(_count(found, state) or "") for state in states),
            str(sum(row["overdue"] for row in found) or ""),
            sources.numbers(facts.now.state_reports(*found)),
        )
        for name, found in [*sections, ("合计", rows)]
        if found
    )
    return ReviewPart("各章节任务", (PaperTable(columns, lines),))


def department_part(facts: Facts, sources: Sources) -> ReviewPart | None:
    led: dict[str, list[TaskStateRow]] = {}
    for row in facts.now.tasks:
        led.setdefault(split_plate(row["lead"]).name, []).append(row)
    if not led:
        return None
    reporting = [rows for rows in led.values() if any(map(is_reported, rows))]
    text = f"牵头任务的部门{len(led)}个。"
    if reporting:
        cited = sources.cite(facts.now.state_reports(*(row for rows in reporting for row in rows)))
        text += f"已有报送的{len(reporting)}个{cited}。"
        if silent := len(led) - len(reporting):
            text += f"一项也没有报送的{silent}个。"
    else:
        text += "均没有报送。"
    return ReviewPart("各部门情况", (Paragraph(text), _department_chart(led)))


_TONES: Final[dict[str, Tone]] = {
    "done": "good",
    "in_progress": "fair",
    "blocked": "bad",
    "not_started": "idle",
    "terminated": "ended",
    "unreported": "blank",
}


def _department_chart(led: dict[str, list[TaskStateRow]]) -> BarChart:
    """A bar a department, those that lead most first."""
    states = [state for state in _TONES if any(_count(rows, state) for rows in led.values())]
    bars, text = [], ""
    for name, rows in sorted(led.items(), key=lambda one: -len(one[1])):
        counts = [(_count(rows, state), _TONES[state]) for state in states]
        segments = tuple(Segment(number, tone, str(number or "")) for number, tone in counts)
        bars.append(Bar((name, str(len(rows))), segments))
        text += f"{name}：{_counts(rows, states)}。"
    return BarChart(
        caption="各牵头单位任务状态",
        columns=(TableColumn("牵头单位", 3), TableColumn("", 10), TableColumn("任务", 1, "right")),
        place=1,
        bars=tuple(bars),
        text=text,
        key=tuple((state_label(state), _TONES[state]) for state in states),
    )
