"""Indicators: counts by verdict, a table of their figures, and a chart against the plan."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from plan_cli.dataset.rows import ReportRow, TargetRow
from plan_cli.judgement.case import Observation, chosen
from plan_cli.judgement.figures import shown, with_unit
from plan_cli.listings.indicators import target_text
from plan_cli.listings.reports import forecast_remarks, verdict_text
from plan_cli.papers.blocks import (
    Bar,
    BarChart,
    Block,
    Note,
    PaperTable,
    Paragraph,
    Segment,
    TableColumn,
    Tone,
)
from plan_cli.papers.review.facts import Facts, verdict_reports
from plan_cli.papers.review.items import ReviewPart, is_reported, tally
from plan_cli.papers.sources import Sources, spans
from plan_cli.queries.status import IndicatorStateRow, JudgementRow, observations
from plan_cli.words import period_label, verdict_label

_TONES: Final[dict[str, Tone]] = {  # from the best verdict to the worst
    "early": "good",
    "met": "good",
    "ahead": "good",
    "on_track": "fair",
    "unknown": "blank",
    "behind": "bad",
    "missed": "bad",
}


def worst(row: IndicatorStateRow) -> str:
    """The worst verdict on the targets of an indicator."""
    found = {one["verdict"] for one in row["judgements"]}
    return next((one for one in reversed(_TONES) if one in found), "unknown")


def verdicts_text(rows: Sequence[IndicatorStateRow], sources: Sources) -> str:
    reported = [row for row in rows if is_reported(row)]
    if not reported:
        return "均没有报送，情况不明。"
    verdicts = [worst(row) for row in reported]
    counts = "、".join(
        f"{verdict_label(one)}{verdicts.count(one)}项" for one in _TONES if one in verdicts
    )
    cited = sources.cite(verdict_reports(*reported))
    silent = tally("其余", len(rows) - len(reported), "没有报送，情况不明")
    return f"已有报送的{len(reported)}项：{counts}{cited}。{silent}"


def binding_part(facts: Facts, sources: Sources) -> ReviewPart | None:
    rows = [row for row in facts.now.indicators if row["binding"]]
    if not rows:
        return None
    rules = (rule for rule in facts.dataset.plan.rules if rule.id == "binding_veto")
    quoted = [f"通知{rule.section}规定：“{rule.quote}”" for rule in rules][:1]
    texts = [Paragraph(text) for text in (*quoted, verdicts_text(rows, sources))]
    return ReviewPart("约束性指标", (*texts, _table(facts, rows, sources)))


def expected_part(facts: Facts, sources: Sources) -> ReviewPart | None:
    rows = [row for row in facts.now.indicators if not row["binding"]]
    if not rows:
        return None
    blocks: list[Block] = [Paragraph(verdicts_text(rows, sources))]
    reported = [row for row in rows if is_reported(row)]
    silent = [row["id"] for row in rows if not is_reported(row)]
    if reported:
        blocks.append(_table(facts, reported, sources))
    if reported and silent:
        blocks.append(Paragraph(f"没有报送的：第{spans(silent)}项。"))
    return ReviewPart("预期性指标", tuple(blocks))


def _table(facts: Facts, rows: Sequence[IndicatorStateRow], sources: Sources) -> PaperTable:
    columns = (
        TableColumn("序号", 0.75, "center"),
        TableColumn("指标和目标", 2.6),
        TableColumn("责任部门", 1.6),
        TableColumn(period_label(facts.term.period), 1.5, "center"),
        TableColumn("至今\n（序时目标）", 1.7, "center"),
        TableColumn("结论", 1.1, "center"),
        TableColumn("说明", 2.8),
        TableColumn("来源", 1.3, "center"),
    )
    return PaperTable(columns, tuple(line for row in rows for line in _rows(facts, row, sources)))


def _rows(facts: Facts, row: IndicatorStateRow, sources: Sources) -> list[tuple[str | None, ...]]:
    found: list[tuple[str | None, ...]] = []
    reports = facts.now.standings.indicator(row).reports
    for target, one in zip(row["targets"], row["judgements"], strict=True):
        in_period = _in_period(facts, target, reports)
        ids = [*one["reports"], *([in_period.report] if in_period else [])]
        found.append(
            (
                None if found else str(row["id"]),
                _goal(target),
                None if found else row["responsible"],
                _reported(in_period, target["unit"]),
                _to_date(one),
                verdict_text(one),
                one["reason"],
                sources.numbers(ids),
            )
        )
    return found


def _in_period(facts: Facts, target: TargetRow, reports: Sequence[ReportRow]) -> Observation | None:
    """The valid value for the review's own period."""
    values = [one for one in observations(target, reports) if one.period == facts.term.period]
    return chosen(values)[-1] if values else None


def _goal(target: TargetRow) -> str:
    figure = target_text(target)
    if target["value"] is not None:
        figure += target["unit"] or ""
    if not figure:
        return target["metric"]
    return f"{target['metric']}\n" + (f"到{target['due']}年" if target["due"] else "") + figure


_NATURES: Final = {"estimate": "（预计）", "preliminary": "（快报）", "final": "（终值）"}


def _reported(one: Observation | None, unit: str | None) -> str:
    if one is None:
        return "无数值"
    figure = with_unit(shown(one.value), unit)
    return f"{figure}\n{_NATURES[one.nature]}" if one.nature else figure


def _to_date(one: JudgementRow) -> str:
    if one["value_text"] is None:
        return "无"
    lines = [one["value_text"]]
    if one["period"]:
        lines.append(period_label(one["period"]))
    if one["planned_text"]:
        lines.append(f"（{one['planned_text']}）")
    return "\n".join(lines)


class _Compared(NamedTuple):
    name: str
    judgement: JudgementRow
    share: float | None  # gap by planned: -0.2 is a fifth worse; None where planned is 0


_CUT: Final = 1.0  # longer bars are cut, so that the others can be seen


def against_plan(rows: Sequence[IndicatorStateRow]) -> list[Block]:
    found = [one for row in rows for one in _compared(row)]
    if not found:
        return []
    chart = BarChart(
        caption="指标与序时目标相比",
        columns=(
            TableColumn("指标", 2.9),
            TableColumn("至今数值 / 序时目标", 4.4),
            TableColumn("与序时目标相比", 4.5, "center"),
            TableColumn("结论", 1.7),
        ),
        place=2,
        bars=tuple(_bar(one) for one in found),
        text=_in_words(found),
        sides=("不及预期", "好于预期"),
    )
    return [chart, Note(_remarks(rows, found))]


def _compared(row: IndicatorStateRow) -> list[_Compared]:
    found = []
    for target, one in zip(row["targets"], row["judgements"], strict=True):
        if one["value"] is None or one["planned"] is None or one["gap"] is None:
            continue
        name = f"{target['metric']}*" if row["binding"] else target["metric"]
        share = float(one["gap"]) / abs(float(one["planned"])) if one["planned"] else None
        found.append(_Compared(name, one, share))
    return found


def _bar(compared: _Compared) -> Bar:
    name, one, share = compared
    period = period_label(one["period"] or "")
    figures = f"{one['value_text']} / {one['planned_text']}（{period}）"
    segments: tuple[Segment, ...] = ()
    if share is not None:
        sign = "+" if share > 0 else "−" if share < 0 else ""
        length = min(max(share, -_CUT), _CUT)
        segments = (Segment(length, _TONES[one["verdict"]], f"{sign}{abs(share):.1%}"),)
    return Bar((name, figures, verdict_text(one)), segments)


def _in_words(found: Sequence[_Compared]) -> str:
    sides = (
        ("好于序时目标的", [one.name for one in found if (one.share or 0) > 0]),
        ("与序时目标持平的", [one.name for one in found if not one.share]),
        ("不及序时目标的", [one.name for one in found if (one.share or 0) < 0]),
    )
    return "".join(f"{words}：{'、'.join(names)}。" for words, names in sides if names)


def _remarks(rows: Sequence[IndicatorStateRow], found: Sequence[_Compared]) -> str:
    remarks = ["横条表示与序时目标的差距占序时目标的比例。"]
    if any(row["binding"] for row in rows):
        remarks.append("*为约束性指标。")
    if any(one.judgement["verdict"] == "unknown" for one in found):
        remarks.append("灰色表示有数值、但还无法判断。")
    if any(abs(one.share or 0) > _CUT for one in found):
        remarks.append("差距超过序时目标一倍的，只画到一倍。")
    judgements = [one for row in rows for one in row["judgements"]]
    planned = [one for one in judgements if one["planned"] is not None]
    remarks += [f"{remark}。" for remark in forecast_remarks(planned)]
    if absent := len(judgements) - len(found):
        remarks.append(f"另有{absent}个目标没有可与序时目标相比的数值，图中未列。")
    return "".join(remarks)
