"""Puts a review together: title, basis, parts, annexes."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import Final

from plan_cli.dataset.dataset import Dataset
from plan_cli.dataset.rows import ReportRow
from plan_cli.i18n import speaking
from plan_cli.listings.reports import reported_text
from plan_cli.papers.blocks import (
    Block,
    Heading,
    PageBreak,
    Paper,
    PaperTable,
    Paragraph,
    TableColumn,
)
from plan_cli.papers.review.changes import changes_part
from plan_cli.papers.review.facts import Facts
from plan_cli.papers.review.figures import department_part, overall_part, section_part
from plan_cli.papers.review.indicators import binding_part, expected_part
from plan_cli.papers.review.items import (
    AHEAD,
    BEHIND,
    ReviewPart,
    course_part,
    overdue_part,
    owed_part,
    unreported_part,
)
from plan_cli.papers.sources import Sources, with_sources
from plan_cli.words import day_label, period_label

_PARTS: Final[tuple[Callable[[Facts, Sources], ReviewPart | None], ...]] = (
    overall_part,
    binding_part,
    expected_part,
    section_part,
    partial(course_part, AHEAD),
    partial(course_part, BEHIND),
    overdue_part,
    unreported_part,
    department_part,
    changes_part,
)
_NUMERALS: Final = "一二三四五六七八九十"


@speaking("zh")
def review_paper(facts: Facts) -> Paper:
    dataset = facts.dataset
    parts, rows = with_sources(
        dataset,
        facts.now.all_reports,
        lambda sources: [part for write in _PARTS if (part := write(facts, sources)) is not None],
    )
    blocks: list[Block] = [Paragraph(_preface(facts))]
    for numeral, part in zip(_NUMERALS, parts, strict=False):
        blocks += [Heading(f"{numeral}、{part.title}"), *part.blocks]
    annexes = [part for part in (owed_part(facts), _source_list(dataset, rows)) if part is not None]
    for number, part in enumerate(annexes, start=1):
        blocks += [PageBreak(), Heading(f"附件{number}：{part.title}"), *part.blocks]
    kind = "年度总结" if facts.term.is_year else "对标分析"
    return Paper(
        title=f"{period_label(facts.term.period)}目标任务{kind}材料",
        blocks=tuple(blocks),
        subtitle=dataset.plan.title,
        lines=(dataset.plan.number, f"（截至{day_label(facts.cutoff.day)}）"),
    )


def _preface(facts: Facts) -> str:
    plan, day = facts.dataset.plan, day_label(facts.cutoff.day)
    period = period_label(facts.term.closing)
    wanted = "annual_meeting" if facts.term.is_year else "half_year_meeting"
    meeting = [
        f"根据{plan.number}文件{rule.section}“{rule.quote}”的要求，为会议准备本材料。"
        for rule in plan.rules
        if rule.id == wanted
    ][:1]
    basis = {
        "deadline": f"依据截至{day}（{period}的报送期限）的报送。",
        "today": f"依据截至{day}（今天）的报送；{period}的报送期限还没有到。",
        "asked": f"依据截至{day}（指定的日期）的报送。",
    }[facts.cutoff.basis]
    unknown = "没有报送的，一律列为未报送，不算未完成，也不算零。"
    return "".join([*meeting, basis, unknown])


def _source_list(dataset: Dataset, rows: Sequence[ReportRow]) -> ReviewPart | None:
    if not rows:
        return None
    columns = (
        TableColumn("来源", 0.9, "center"),
        TableColumn("项号", 0.9, "center"),
        TableColumn("报送编号", 1.2, "center"),
        TableColumn("日期", 1.5, "center"),
        TableColumn("报送单位", 1.9),
        TableColumn("报送内容", 3.2),
        TableColumn("发布、佐证", 4.2),
    )
    lines = tuple(
        (
            str(number),
            str(row["item"]),
            row["id"],
            row["date"],
            row["by"],
            reported_text(row, dataset.units).replace("\n", " "),
            "\n".join([*([row["source"]] if row["source"] else []), *row["evidence"]]),
        )
        for number, row in enumerate(rows, start=1)
    )
    words = Paragraph("正文方括号里的数字，是本表的来源编号。")
    return ReviewPart("本材料依据的报送", (words, PaperTable(columns, lines, small=True)))
