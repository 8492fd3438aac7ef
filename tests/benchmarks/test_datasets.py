"""What is measured: datasets that are sound and as large as they say, and tables of it."""

import json
import re
from pathlib import Path

import pytest

from benchmarks import peers
from benchmarks.__main__ import PAGE, Case, cases, put_in, readable
from benchmarks.datasets import ITEMS, make
from benchmarks.timing import Pair
from tests.conftest import Run


def test_every_check_passes(tmp_path: Path, plan: Run) -> None:
    data = str(make(tmp_path / "data", 2))
    assert plan("--data", data, "validate").exit_code == 0
    asked = ("tasks", "--dept", "市工信局", "--role", "lead", "--json")
    assert len(json.loads(plan("--data", data, *asked).stdout)) == 2 * 15
    assert len(json.loads(plan("--data", data, "show", "1", "420", "--json").stdout)) == 2


def test_one_copy_is_the_real_dataset(tmp_path: Path, data_folder: Path) -> None:
    made = make(tmp_path / "data", 1)
    for path in (path for path in data_folder.rglob("*") if path.is_file()):
        assert (made / path.relative_to(data_folder)).read_bytes() == path.read_bytes()


def test_every_case_has_two_sides(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(peers, "run", lambda *_command: "")
    found = list(cases(tmp_path / "ours", tmp_path / "others", tmp_path, [1, 2]))
    assert [case.copies for case in found] == [0, *[1] * 4, *[2] * 4, *[1] * 4, *[2] * 4]
    assert all(case.ours != case.other for case in found)
    assert len(json.loads((tmp_path / "2.json").read_text("utf-8"))) == 2 * ITEMS
    assert (tmp_path / "tasks-2.yaml").read_text("utf-8").count("\n- id: ") == 2 * ITEMS


def test_a_row_is_easy_to_read() -> None:
    row = Case("`plan x`", 10, "y", (), ()).row(Pair(0.0512, 1.5, 0.0341))
    assert row == ("`plan x`", "2,100", "y", "51 ms", "1.50 s", "0.03")
    assert [readable(value) for value in (0.0004, 0.9994, 1)] == ["0 ms", "999 ms", "1.00 s"]


def test_the_page_has_a_place_for_the_tables() -> None:
    page = PAGE.read_text(encoding="utf-8")
    once = put_in(page, "| new |\n")
    assert "| new |" in once
    assert put_in(once, "| new |\n") == once
    assert once.startswith(page.partition("<!-- begin")[0])
    assert once.endswith(page.partition("<!-- end")[2])


def test_the_page_names_no_place_of_the_machine() -> None:
    page = PAGE.read_text(encoding="utf-8")
    assert not re.search(r"/(tmp|home|root|usr|opt|work)\b|https?://", page)
