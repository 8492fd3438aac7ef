"""CSV of lists in which there is nothing: the head is there, and is that of a list with rows."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from plan_cli.listings.listing import Listing, Page
from plan_cli.listings.plain import as_csv
from plan_cli.listings.status import department_state_listing, light_listing, section_state_listing
from plan_cli.listings.summaries import (
    binding_listing,
    department_listing,
    due_listing,
    section_listing,
)
from tests.conftest import ROOT, Run

SAMPLE = ("--data", str(ROOT / "examples" / "made-up-city"))
ALL = ("--grep", "")
NONE = ("--grep", "没有这样的词")


def head(plan: Run, *arguments: str) -> tuple[str, int]:
    """Return the first line, and how many follow."""
    result = plan(*arguments, "--format", "csv")
    assert result.exit_code == 0, result.stderr
    first, *rest = result.stdout.removeprefix("\ufeff").splitlines()
    return first, len(rest)


@pytest.mark.parametrize(
    ("command", "something", "nothing"),
    [
        (("tasks",), ALL, NONE),
        (("tasks", "--dept", "市工信局"), ALL, NONE),
        (("tasks", "--as-of", "2024-03-01"), ALL, NONE),
        (("tasks", "--as-of", "2024-03-01", "--dept", "市工信局"), ALL, NONE),
        (("indicators",), ALL, NONE),
        (("indicators", "--status"), ALL, NONE),
        (("assignments",), (), ("--dept", "市考核办")),
        (("history",), (), ("--as-of", "2000-01-01")),
        (("assess", "2023"), (), ("--dept", "市考核办")),
    ],
    ids=" ".join,
)
def test_the_head_is_there_without_rows(
    plan: Run, command: tuple[str, ...], something: tuple[str, ...], nothing: tuple[str, ...]
) -> None:
    whole, number = head(plan, *SAMPLE, *command, *something)
    assert number
    assert head(plan, *SAMPLE, *command, *nothing) == (whole, 0)


@pytest.mark.parametrize(
    ("command", "listing"),
    [
        (("departments",), department_listing),
        (("sections",), section_listing),
        (("status", "--by", "due"), due_listing),
        (("status", "--by", "department"), department_state_listing),
        (("status", "--by", "light"), light_listing),
        (("status", "--by", "binding"), binding_listing),
        (("status", "--by", "section"), lambda rows: section_state_listing(rows, "")),
    ],
)
def test_counts_of_nothing(
    plan: Run, command: tuple[str, ...], listing: Callable[[list[Any]], Listing]
) -> None:
    whole, number = head(plan, *SAMPLE, *command)
    assert number
    assert as_csv([listing([])], Page()) == f"\ufeff{whole}\r\n"


def test_collected_work_lists_in_which_nothing_was_filled_in(plan: Run, tmp_path: Path) -> None:
    folder = ROOT / "examples" / "made-up-city"
    untouched = tmp_path / "市工信局.xlsx"
    asked = ("--dept", "市工信局", "--year", "2023", "--output", str(untouched))
    assert plan(*SAMPLE, "worklist", *asked).exit_code == 0
    (returned,) = (folder / "returned").glob("*.xlsx")
    filled = plan(*SAMPLE, "collect", str(returned), "--format", "csv")
    whole, *rows = filled.stdout.removeprefix("\ufeff").splitlines()
    assert rows
    assert head(plan, *SAMPLE, "collect", str(untouched)) == (whole, 0)
