"""Reviews and reminders say what the files say."""

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

import pytest

from tests.conftest import Run
from tests.recount import paper
from tests.recount.conftest import Counted
from tests.recount.raw import Raw, Record
from tests.recount.verdicts import late_since, unserved, verdicts

_WORST = ("missed", "behind", "unknown", "on_track", "ahead", "met", "early")
_DAY = r"(\d+)年(\d+)月(\d+)日"
_DAYS = (date(2023, 1, 31), date(2023, 2, 1), date(2023, 6, 30), date(2024, 3, 3), date(2026, 5, 5))


def label(on: date) -> str:
    return f"{on.year}年{on.month}月{on.day}日"


def worst(raw: Raw, item: Record, on: date) -> str:
    found = verdicts(raw, item, on)
    return next((one for one in _WORST if one in found), "unknown")


class Review:
    """A review as it is written, and the day that it looks at."""

    def __init__(self, text: str, raw: Raw, period: str) -> None:
        self.text, self.raw = text, raw
        self.closing = period if "H" in period else f"{period}H2"
        self.day = self.raw.deadlines[self.closing]
        self.states = {task["id"]: self.raw.state(task, self.day) for task in self.raw.tasks}
        self.late = [one["id"] for one in self.raw.items if late_since(self.raw, one, self.day)]

    def part(self, title: str) -> paper.Part:
        return paper.part(self.text, title)


@pytest.fixture(scope="session")
def written() -> dict[tuple[Counted, str], Review]:
    """The reviews that are written already; writing one takes longer than reading it."""
    return {}


@pytest.fixture(params=["2022H2", "2023H1", "2023"])
def review(
    request: pytest.FixtureRequest,
    plan: Run,
    counted: Counted,
    written: dict[tuple[Counted, str], Review],
) -> Review:
    key = (counted, request.param)
    if key not in written:
        result = plan("--data", str(counted.folder), "review", request.param)
        assert result.exit_code == 0, result.stderr
        written[key] = Review(result.stdout, counted.raw, request.param)
    return written[key]


def test_the_day(review: Review) -> None:
    assert f"（截至{label(review.day)}）" in review.text


@pytest.mark.parametrize(
    ("title", "binding"),
    [("约束性指标", (True,)), ("预期性指标", (False,)), ("总体情况", (True, False))],
)
def test_indicators(review: Review, title: str, binding: tuple[bool, ...]) -> None:
    raw, found = review.raw, review.part(title)
    asked = [one for one in raw.indicators if one["binding"] in binding]
    reported = [one for one in asked if raw.deciding(one, review.day)]
    said = found.number("已有报送的")
    assert said == len(reported)
    verdict = Counter(worst(raw, one, review.day) for one in reported)
    assert found.counted(r"已有报送的\d+项", paper.VERDICTS) == verdict


def test_verdicts_of_every_indicator(review: Review) -> None:
    by_number = {one["id"]: one for one in review.raw.indicators}
    for title in ("约束性指标", "预期性指标"):
        number, found = 0, Counter[int]()
        for row in review.part(title).rows:
            number = int(row[0]) if row[0] else number
            expected = verdicts(review.raw, by_number[number], review.day)[found[number]]
            assert paper.VERDICTS[row[5].removesuffix("†").strip()] == expected, row
            found[number] += 1


def test_tasks(review: Review) -> None:
    found = review.part("总体情况")
    reported = Counter(one for one in review.states.values() if one != "unreported")
    assert found.counted(r"牵头单位已有报送的\d+项", paper.STATES) == reported
    late = [review.states[one] for one in review.late if one in review.states]
    silent = late.count("unreported")
    assert found.number("已过期限、从报送看还没有完成的任务") == len(late) - silent
    assert found.number("已过期限、没有任何报送的任务") == silent


def test_sections(review: Review) -> None:
    headings, *rows = review.part("各章节任务").tables[0]
    for row in rows:
        own = [
            one["id"]
            for one in review.raw.tasks
            if row[0] == "合计" or one["section"] == row[0].partition(" ")[0]
        ]
        states = Counter(review.states[one] for one in own)
        shown = zip(headings[2:-2], row[2:-2], strict=True)
        said = {paper.STATES[label]: int(cell) for label, cell in shown if cell}
        late = sum(one in review.late for one in own)
        assert (int(row[1]), said, int(row[-2] or 0)) == (len(own), states, late), row


def test_departments(review: Review) -> None:
    led: dict[str, Counter[str]] = {}
    for task in review.raw.tasks:
        name = task["lead"].partition("〈")[0]
        led.setdefault(name, Counter())[review.states[task["id"]]] += 1
    headings, *rows = review.part("各部门情况").tables[0]
    said = {
        row[0]: {
            paper.STATES[label]: int(cell)
            for label, cell in zip(headings[1:-1], row[1:-1], strict=True)
            if cell
        }
        for row in rows
    }
    assert said == led
    assert {row[0]: int(row[-1]) for row in rows} == {
        name: one.total() for name, one in led.items()
    }


@pytest.mark.parametrize(
    ("title", "state", "good"),
    [("进展较快", "done", {"early", "met", "ahead"}), ("滞后", "blocked", {"behind", "missed"})],
)
def test_what_goes_well_and_badly(review: Review, title: str, state: str, good: set[str]) -> None:
    raw, states = review.raw, review.states
    seen = {one["id"] for one in raw.items if good.intersection(verdicts(raw, one, review.day))}
    expected = [one["id"] for one in raw.indicators if one["id"] in seen]
    expected += [one for one in states if states[one] == state]
    expected += [one for one in states if states[one] != state and one in seen]
    assert review.part(title).items == expected


def test_what_is_past_its_date(review: Review) -> None:
    assert review.part("逾期的事项").items == review.late


def test_what_every_department_owes(review: Review) -> None:
    raw, expected = review.raw, dict[str, list[set[int]]]()
    for item in raw.items:
        missing = unserved(raw, item, review.day, [review.closing])
        columns = [0] if item["id"] in review.late else []
        if missing and raw.deciding(item, review.day):
            columns.append(3)
        elif missing:
            columns.append(1 if "lead" in item else 2)
        for holder in raw.holders(item, review.day) if columns else ():
            for column in columns:
                expected.setdefault(holder, [set(), set(), set(), set()])[column].add(item["id"])
    rows = review.part("各部门应报未报").rows
    assert {row[0]: [paper.numbers(cell) for cell in row[1:]] for row in rows} == expected


def test_reports_that_are_cited(review: Review) -> None:
    """Every number is in the annex, all of the annex is cited, and it says what was reported."""
    by_id = {one["id"]: one for one in review.raw.reports}
    rows = review.part("本材料依据的报送").rows
    for row in rows:
        report = by_id[row[2]]
        told = (str(report["item"]), report["date"], report["by"])
        assert (row[1], row[3], row[4]) == told
        figures = [report, *report.get("values", ())]
        for figure in (one["value"] for one in figures if "value" in one):
            assert f"{float(figure):g}" in row[5].replace(",", ""), row
    cited = set[int]().union(*map(paper.numbers, re.findall(r"\\\[([\d、—]+)\\\]", review.text)))
    tables = [table for table in paper.Part(review.text).tables if table[0][-1] == "来源"]
    for row in (row for table in tables for row in table[1:]):
        cited |= paper.numbers(row[-1])
        for source in paper.numbers(row[-1]) if row[0].isdigit() else ():
            assert rows[source - 1][1] == row[0], row
    assert cited == set(range(1, len(rows) + 1))


@pytest.mark.parametrize("on", _DAYS, ids=str)
def test_slips(plan: Run, counted: Counted, on: date) -> None:
    """Every department is told of all that it owes and of nothing else, with its whole wording."""
    result = plan("--data", str(counted.folder), "remind", "--as-of", str(on))
    assert result.exit_code == 0, result.stderr
    said = {}
    for slip in result.stdout.split("# 催办单")[1:]:
        rows = paper.Part(slip).rows
        said[slip.partition("）")[0][1:]] = {int(row[0]): _said(row) for row in rows}
    assert said == _expected(counted.raw, on)


def _said(row: list[str]) -> tuple[Any, ...]:
    late = re.search(rf"，{_DAY}起逾期", row[2])
    silent = re.search(rf"，{_DAY}起超期", row[2])
    last = re.search(r"\[(\w+)\]", paper.plain(row[3]))
    days = [date(*map(int, one.groups())) if one else None for one in (late, silent)]
    return (*days, last[1] if last else None, paper.plain(row[1]))


def _expected(raw: Raw, on: date) -> dict[str, dict[int, tuple[Any, ...]]]:
    asked = [period for period, by in raw.deadlines.items() if by < on]
    owed: dict[str, dict[int, tuple[Any, ...]]] = {}
    for item in raw.items:
        late, silent = late_since(raw, item, on), unserved(raw, item, on, asked)
        if not (late or silent):
            continue
        reports = raw.deciding(item, on)
        since = _day_after(raw, silent)
        told = (late, since, reports[-1]["id"] if reports else None, item["text"])
        for holder in raw.holders(item, on):
            owed.setdefault(holder, {})[item["id"]] = told
    return owed


def _day_after(raw: Raw, periods: Iterable[str]) -> date | None:
    first = min((raw.deadlines[one] for one in periods), default=None)
    return None if first is None else first + timedelta(days=1)
