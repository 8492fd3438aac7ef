"""Reports as rows: their order, which of them stand on a day, and the periods of values."""

from datetime import date
from pathlib import Path

import pytest

from plan_cli.dataset.load import load
from plan_cli.dataset.rows import ReportRow, current_reports
from plan_cli.queries.periods import bounds, read_period
from tests.conftest import ROOT

CHAIN = """\
- {id: a00000, item: 1, date: 2024-01-01, status: blocked}
- {id: b00000, item: 1, date: 2024-02-01, status: done, evidence: [a], replaces: a00000}
- {id: c00000, item: 1, date: 2024-03-01, status: blocked, replaces: b00000}
"""


def rows(tmp_path: Path, **texts: str) -> list[ReportRow]:
    import shutil

    folder = Path(shutil.copytree(ROOT / "tests" / "cases" / "base", tmp_path / "data"))
    (folder / "progress").mkdir()
    for name, text in texts.items():
        (folder / "progress" / f"{name}.yaml").write_text(text, encoding="utf-8")
    (folder / "progress" / ".市工信局.yaml.abcdefgh").write_text("{", encoding="utf-8")
    (folder / "progress" / "备注.txt").write_text("{", encoding="utf-8")
    dataset = load(folder).dataset()
    assert dataset is not None
    return dataset.report_rows


@pytest.mark.parametrize(
    ("day", "ids"),
    [
        (date(2023, 12, 31), []),
        (date(2024, 1, 1), ["a00000"]),
        (date(2024, 2, 1), ["b00000"]),
        (date(2024, 3, 1), ["c00000"]),
    ],
)
def test_what_stands_on_a_day(tmp_path: Path, day: date, ids: list[str]) -> None:
    found = current_reports(rows(tmp_path, 市工信局=CHAIN), day)
    assert [row["id"] for row in found] == ids


def test_the_order_is_date_file_place(tmp_path: Path) -> None:
    one = "- {{id: {0}00001, item: 1, date: 2024-02-01, status: blocked}}\n"
    two = "- {{id: {0}00002, item: 1, date: 2024-02-01, status: blocked}}\n"
    texts = {"市工信局": CHAIN, "市发改局": one.format("e") + two.format("d")}
    found = [row["id"] for row in rows(tmp_path, **texts)]
    assert found == ["a00000", "e00001", "d00002", "b00000", "c00000"]


def test_every_key_is_there(tmp_path: Path) -> None:
    row = rows(tmp_path, 市工信局=CHAIN)[0]
    assert set(row) == set(ReportRow.__annotations__)
    assert (row["by"], row["date"], row["values"], row["value"]) == (
        "市工信局",
        "2024-01-01",
        [],
        None,
    )


@pytest.mark.parametrize("text", ["", "# 只有说明\n", "[]\n"])
def test_a_file_without_reports(tmp_path: Path, text: str) -> None:
    assert rows(tmp_path, 市工信局=text) == []


@pytest.mark.parametrize(
    ("typed", "period"),
    [
        ("2023", "2023"),
        ("２０２３ｈ１", "2023H1"),
        (" 2023q3 ", "2023Q3"),
        ("2023-05", "2023-05"),
        ("2023年", "2023"),
        ("2023年上半年", "2023H1"),
        ("2023下半年", "2023H2"),
        ("2023年第三季度", "2023Q3"),
        ("2023年1季度", "2023Q1"),
        ("2023年5月", "2023-05"),
        ("2023年十二月份", "2023-12"),
        ("2023H3", None),
        ("2023-13", None),
        ("2023-5", None),
        ("2023年13月", None),
        ("23", None),
        ("去年", None),
        ("", None),
    ],
)
def test_periods_as_they_are_typed(typed: str, period: str | None) -> None:
    assert read_period(typed) == period


@pytest.mark.parametrize(
    ("period", "first", "last"),
    [
        ("2023", date(2023, 1, 1), date(2023, 12, 31)),
        ("2023H1", date(2023, 1, 1), date(2023, 6, 30)),
        ("2023H2", date(2023, 7, 1), date(2023, 12, 31)),
        ("2023Q3", date(2023, 7, 1), date(2023, 9, 30)),
        ("2024-02", date(2024, 2, 1), date(2024, 2, 29)),
    ],
)
def test_first_and_last_day(period: str, first: date, last: date) -> None:
    assert bounds(period) == (first, last)
