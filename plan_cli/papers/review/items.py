"""Tables of items, and the parts of a review that are lists of items."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from plan_cli.dataset.rows import ReportRow
from plan_cli.listings.reports import verdict_text
from plan_cli.papers.blocks import Block, PaperTable, Paragraph, TableColumn
from plan_cli.papers.review.facts import Facts
from plan_cli.papers.sources import Sources, spans
from plan_cli.queries.owing import Owed, by_holder
from plan_cli.queries.status import IndicatorStateRow, JudgementRow, StateRow, TaskStateRow
from plan_cli.words import day_label, period_label, state_label

_STOPS: Final = "，,；;。、:："


@dataclass(frozen=True, slots=True)
class ReviewPart:
    title: str
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class ItemLine:
    item: int
    name: str
    department: str
    said: tuple[str, ...]  # cells of the columns that the table is about
    reports: Sequence[str]


def items_table(
    lines: Iterable[ItemLine],
    columns: Sequence[TableColumn],
    sources: Sources,
    *,
    width: float = 3.8,
    small: bool = False,
) -> PaperTable:
    """`width` is that of the column with the items' names."""
    return PaperTable(
        (
            TableColumn("序号", 0.9, "center"),
            TableColumn("任务或指标", width),
            TableColumn("部门", 1.9),
            *columns,
            TableColumn("来源", 1.3, "center"),
        ),
        tuple(
            (str(one.item), one.name, one.department, *one.said, sources.numbers(one.reports))
            for one in lines
        ),
        small=small,
    )


def tally(words: str, number: int, rest: str = "") -> str:
    return f"{words}{number}项{rest}。" if number else ""


def is_reported(row: StateRow) -> bool:
    return row["status"] != "unreported"


def shortened(text: str, most: int = 40) -> str:
    """Beginning of a text, up to a stop where there is one, with … for the rest."""
    if len(text) <= most:
        return text
    stops = [place for place, character in enumerate(text[:most]) if character in _STOPS]
    end = stops[-1] if stops and stops[-1] >= most // 2 else most
    return f"{text[:end]}…"


def metrics(row: IndicatorStateRow) -> str:
    """What an indicator measures; a binding one has a star."""
    names = "、".join(dict.fromkeys(target["metric"] for target in row["targets"])) or row["text"]
    return f"{names}*" if row["binding"] else names


_BADLY: Final = ("behind", "missed")


def _judged(row: StateRow, verdicts: Sequence[str]) -> list[JudgementRow]:
    return [one for one in row["judgements"] if one["verdict"] in verdicts]


def _verdict_line(row: StateRow, one: JudgementRow) -> str:
    words = f"{verdict_text(one)}：{one['reason']}"
    return words if len(row["judgements"]) == 1 else f"{one['target']} {words}"


def _indicator_line(row: IndicatorStateRow, verdicts: Sequence[str]) -> ItemLine:
    found = _judged(row, verdicts)
    said = "\n".join(_verdict_line(row, one) for one in found)
    reports = [id_ for one in found for id_ in one["reports"]]
    return ItemLine(row["id"], metrics(row), row["responsible"], (said,), reports)


def _task_line(row: TaskStateRow, verdicts: Sequence[str], last: ReportRow | None) -> ItemLine:
    """What the last report says, where it is given, and some of the verdicts."""
    said, reports = [], []
    if last is not None:
        day = day_label(date.fromisoformat(last["date"]))
        said.append(f"{state_label(last['status'] or 'unreported')}（{day}报送）")
        said += [f"进展：{last['progress']}"] if last["progress"] else []
        said += [f"存在问题：{last['problems']}"] if last["problems"] else []
        reports.append(last["id"])
    for one in _judged(row, verdicts):
        said.append(_verdict_line(row, one))
        reports += one["reports"]
    return ItemLine(row["id"], shortened(row["text"]), row["lead"], ("\n".join(said),), reports)


def _counted(words: str, lines: Sequence[ItemLine], sources: Sources) -> str:
    reports = [id_ for one in lines for id_ in one.reports]
    return tally(words, len(lines), sources.cite(reports, table=True))


@dataclass(frozen=True, slots=True)
class Course:
    """How items go: the verdicts and the state that belong to it, and its words."""

    title: str
    verdicts: tuple[str, ...]  # of targets
    state: str  # of tasks
    kinds: tuple[str, str, str]  # indicators by verdict, tasks by state, other tasks by verdict
    none: str  # where there are no such items


AHEAD: Final = Course(
    "进展较快和已经完成的事项",
    ("early", "met", "ahead"),
    "done",
    (
        "快于预期或者已经达到目标的指标",
        "已完成的任务",
        "还没有完成、但有目标快于预期或者已经达到的任务",
    ),
    "从现有报送看，没有快于预期的指标，也没有已完成的任务。",
)
BEHIND: Final = Course(
    "滞后和受阻的事项",
    _BADLY,
    "blocked",
    ("滞后或者未完成的指标", "受阻的任务", "没有受阻、但有目标滞后或者未完成的任务"),
    "从现有报送看，没有滞后的指标，也没有受阻的任务。",
)


def course_part(course: Course, facts: Facts, sources: Sources) -> ReviewPart:
    now, verdicts = facts.now, course.verdicts
    kinds = (
        [_indicator_line(row, verdicts) for row in now.indicators if _judged(row, verdicts)],
        [
            _task_line(row, verdicts, now.last_report(row))
            for row in now.tasks
            if row["status"] == course.state
        ],
        [
            _task_line(row, verdicts, None)
            for row in now.tasks
            if row["status"] != course.state and _judged(row, verdicts)
        ],
    )
    lines = [one for kind in kinds for one in kind]
    if not lines:
        return ReviewPart(course.title, (Paragraph(course.none),))
    text = "".join(
        _counted(words, kind, sources) for words, kind in zip(course.kinds, kinds, strict=True)
    )
    table = items_table(lines, [TableColumn("报送情况", 3.9)], sources)
    return ReviewPart(course.title, (Paragraph(text), table))


def overdue_part(facts: Facts, sources: Sources) -> ReviewPart:
    title, now = "逾期的事项", facts.now
    lines = [_indicator_line(row, _BADLY) for row in now.indicators if row["overdue"]]
    late = [row for row in now.tasks if row["overdue"]]
    if not (lines or late):
        return ReviewPart(title, (Paragraph("没有逾期的事项。"),))
    text = _counted("期限已到而未完成的指标", lines, sources)
    text += overdue_words(facts, late, sources, table=True)
    for row in late:
        why = now.standings.task(row).standing.facts["overdue"]
        reports = now.state_reports(row)
        lines.append(ItemLine(row["id"], shortened(row["text"]), row["lead"], (why,), reports))
    table = items_table(lines, [TableColumn("说明", 3.9)], sources)
    return ReviewPart(title, (Paragraph(text), table))


def overdue_words(
    facts: Facts, rows: Sequence[TaskStateRow], sources: Sources, *, table: bool = False
) -> str:
    reported = [row for row in rows if is_reported(row)]
    cited = sources.cite(facts.now.state_reports(*reported), table=table)
    not_done = tally("已过期限、从报送看还没有完成的任务", len(reported), cited)
    silent = len(rows) - len(reported)
    return not_done + tally("已过期限、没有任何报送的任务", silent, "，是否完成不明")


def unreported_part(facts: Facts, sources: Sources) -> ReviewPart:
    title = "未报送的事项"
    silent = [one for one in facts.owed if one.missing]
    if not silent:
        return ReviewPart(title, (Paragraph("没有完成的事项均已报送。"),))
    never = [one for one in silent if one.last is None]
    before = [one for one in silent if one.last is not None]
    label = period_label(facts.term.closing)
    texts = (
        _by_kind("从未报送的", never, sources),
        _by_kind(f"以前报送过、但没有报送{label}情况的", before, sources),
        "按部门列在附件1。",
    )
    return ReviewPart(title, tuple(Paragraph(text) for text in texts if text))


def _by_kind(words: str, owed: Sequence[Owed], sources: Sources) -> str:
    text = ""
    for kind, is_task in (("任务", True), ("指标", False)):
        found = [one for one in owed if one.is_task == is_task]
        last = [one.last["id"] for one in found if one.last is not None]
        text += tally(f"{words}{kind}", len(found), sources.cite(last))
    return text


def owed_part(facts: Facts) -> ReviewPart | None:
    lists = by_holder(facts.dataset, facts.owed)
    if not lists:
        return None
    text = f"有应报未报或者逾期事项的部门{len(lists)}个。表中数字是通知中的项号。"
    label = period_label(facts.term.closing)
    columns = (
        TableColumn("部门", 2),
        TableColumn("逾期", 1.8),
        TableColumn("从未报送的任务", 3.4),
        TableColumn("从未报送的指标", 2),
        TableColumn(f"报送过、但没有报送{label}情况的", 2.4),
    )
    rows = tuple(_owed_row(name, found) for name, found in lists.items())
    return ReviewPart("各部门应报未报和逾期事项", (Paragraph(text), PaperTable(columns, rows)))


def _owed_row(name: str, found: Sequence[Owed]) -> tuple[str, ...]:
    missing = [one for one in found if one.missing]
    never = [one for one in missing if one.last is None]
    return (
        name,
        spans(one.row["id"] for one in found if one.overdue),
        spans(one.row["id"] for one in never if one.is_task),
        spans(one.row["id"] for one in never if not one.is_task),
        spans(one.row["id"] for one in missing if one.last is not None),
    )
