"""Reminder slips (催办单), one for every department with something overdue or unreported."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import NamedTuple

from plan_cli.dataset.dataset import Dataset
from plan_cli.i18n import speaking
from plan_cli.judgement.item import passed
from plan_cli.papers.blocks import Paper, PaperTable, Paragraph, TableColumn
from plan_cli.queries.duties import carriers
from plan_cli.queries.owing import Owed, by_holder, owed
from plan_cli.queries.status import StatusOn
from plan_cli.words import day_label, period_label, state_label


class Slip(NamedTuple):
    department: str
    paper: Paper


@speaking("zh")
def slips(dataset: Dataset, day: date) -> list[Slip]:
    """Slips in Chinese, departments in the order of the data."""
    standings = StatusOn(dataset, day)
    lists = by_holder(dataset, owed(dataset, standings, passed(standings.deadlines, day)))
    return [Slip(name, _slip(name, found, dataset, standings)) for name, found in lists.items()]


def _slip(name: str, found: Sequence[Owed], dataset: Dataset, standings: StatusOn) -> Paper:
    day = day_label(standings.as_of)
    overdue_first = sorted(found, key=lambda one: (not one.overdue, one.row["id"]))
    columns = (
        TableColumn("序号", 0.9, "center"),
        TableColumn("任务或指标", 5),
        TableColumn("事由和起始时间", 3.2),
        TableColumn("最近一次报送", 1.9, "center"),
        TableColumn("请办理", 2.2),
    )
    rows = tuple(
        (str(one.row["id"]), one.row["text"], _reasons(one), _last(one), _to_do(one))
        for one in overdue_first
    )
    late = sum(bool(one.overdue) for one in found)
    silent = sum(bool(one.missing) for one in found)
    counts = [f"{late}项已经逾期"] if late else []
    counts += [f"{silent}项没有按期报送"] if silent else []
    scope = f"截至{day}，{dataset.plan.number}文件中由你单位牵头的任务和负责的指标"
    return Paper(
        f"催办单（{name}）",
        (
            Paragraph(f"{name}：", indent=False),
            Paragraph(f"{scope}，{'；'.join(counts)}。"),
            PaperTable(columns, rows),
            Paragraph(_by_when(standings)),
            Paragraph(day, "right"),
        ),
    )


def _reasons(one: Owed) -> str:
    reasons = []
    if one.since is not None:
        reasons.append(f"{one.overdue}，{day_label(one.since)}起逾期")
    if one.missing:
        since = day_label(one.missing[0].by + timedelta(days=1))
        periods = "、".join(period_label(deadline.period) for deadline in one.missing)
        missing = "从未报送" if one.last is None else f"没有报送{periods}的情况"
        reasons.append(f"{missing}，{since}起超期")
    return "\n".join(reasons)


def _last(one: Owed) -> str:
    if one.last is None:
        return "无"
    day = day_label(date.fromisoformat(one.last["date"]))
    state = state_label(one.last["status"]) if one.last["status"] else ""
    return "\n".join(part for part in (day, state, f"[{one.last['id']}]") if part)


def _to_do(one: Owed) -> str:
    if one.is_task:
        return "报送是否完成；没有完成的，说明原因和预计完成时间" if one.overdue else "报送进展情况"
    if one.overdue:
        return "说明没有完成的原因和下一步措施"
    return "报送数值；没有数值的，说明原因"


def _by_when(standings: StatusOn) -> str:
    coming = [one for one in standings.deadlines if one.by >= standings.as_of]
    if coming:
        following = min(coming, key=lambda one: one.by)
        period = period_label(following.period)
        return f"请于{day_label(following.by)}（{period}的报送期限）以前报送。"
    for last in passed(standings.deadlines, standings.as_of)[-1:]:
        day, period = day_label(last.by), period_label(last.period)
        return f"最后一个报送期限{day}（{period}）已过，请即报送。"
    return "请即报送。"


def duty_holders(dataset: Dataset, day: date) -> set[str]:
    """Departments that have anything to report on a day."""
    named = {(row["lead"], row["id"]) for row in dataset.task_rows}
    named |= {(row["responsible"], row["id"]) for row in dataset.indicator_rows}
    return {holder for name, item in named for holder in carriers(dataset, name, item, day)}
