"""Digits are 0 to 9. Full-width ones, as an input method types them, are read; others are not."""

from pathlib import Path

import pytest

from plan_cli.problems import Refusal
from plan_cli.queries.periods import read_period
from plan_cli.text import narrow
from plan_cli.worklists.cells import RawCell
from plan_cli.worklists.values import read_day, read_figure
from tests.conftest import ROOT, Run

FULL_WIDTH = "０１２３４５６７８９"
SCRIPTS = {
    "arabic": "٠١٢٣٤٥٦٧٨٩",
    "devanagari": "०१२३४५६७८९",
    "raised": "⁰¹²³⁴⁵⁶⁷⁸⁹",
    "mathematical": "𝟎𝟏𝟐𝟑𝟒𝟓𝟔𝟕𝟖𝟗",
}
REPORT = ("report", "--by", "gxj", "--dry-run")
INDICATOR = ("report", "12", "--by", "tjj", "--dry-run", "--nature", "final")
TYPED = (
    (("tasks", "--due"), "2023"),
    (("tasks", "--as-of"), "2024-03-01"),
    (("show",), "102"),
    (("history",), "102"),
    (("assess",), "2023"),
    (("assess", "2023", "--assume"), "29=13.1"),
    (("review", "--format", "markdown"), "2023H1"),
    ((*INDICATOR, "--value", "5%", "--period"), "2023"),
    ((*INDICATOR, "--period", "2023", "--value"), "12.1=5%"),
    ((*REPORT, "--status", "in_progress"), "102"),
    ((*REPORT, "102", "--status", "in_progress", "--date"), "2024-03-01"),
    (("worklist", "--dept", "gxj", "--output", "x.md", "--force", "--year"), "2023"),
)


def in_script(text: str, digits: str) -> str:
    return text.translate(str.maketrans("0123456789", digits))


@pytest.mark.parametrize(
    ("command", "typed"), TYPED, ids=lambda one: one if isinstance(one, str) else one[0]
)
def test_full_width_digits_are_read_and_others_are_refused(
    plan: Run,
    command: tuple[str, ...],
    typed: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    data = ("--data", str(ROOT / "data"))
    plain = plan(*data, *command, typed)
    assert plain.exit_code == 0, plain.stderr
    wide = plan(*data, *command, in_script(typed, FULL_WIDTH))
    assert (wide.exit_code, wide.stderr) == (0, plain.stderr)
    if "--assume" not in command:  # which is shown as it was typed
        assert wide.stdout == plain.stdout
    for digits in SCRIPTS.values():
        other = plan(*data, *command, in_script(typed, digits))
        assert (other.exit_code in (1, 2), other.stdout) == (True, ""), digits
        assert "Traceback" not in other.stderr


@pytest.mark.parametrize("typed", ["1_0", "+12", "12.0", "1e1", "²", "⑫", "x"])
@pytest.mark.parametrize("command", ["show", "history"])
def test_what_is_no_number_of_an_item(plan: Run, command: str, typed: str) -> None:
    result = plan(command, typed)
    assert (result.exit_code, result.stdout) == (2, "")
    reasons = (f"“{typed}” is not the number of an item", f"“{typed}” has the character {typed} (")
    assert any(reason in result.stderr for reason in reasons)


def test_a_number_longer_than_python_reads_is_no_item(plan: Run) -> None:
    for command in ("show", "history"):
        assert plan(command, "9" * 5000).exit_code == 1


@pytest.mark.parametrize("digits", SCRIPTS.values(), ids=SCRIPTS)
def test_periods_and_cells(digits: str) -> None:
    for typed in ("2023", "2023年", "2023-05", "2023年5月", "2023H1"):
        assert read_period(in_script(typed, FULL_WIDTH)) == read_period(typed) is not None
        assert read_period(in_script(typed, digits)) is None
    wide = RawCell("text", in_script("2023年6月30日", FULL_WIDTH), "@")
    assert read_day(wide, from_1904=False).value == "2023-06-30"
    for kind, text in (("text", "2023年6月30日"), ("number", "45000")):
        cell = RawCell(kind, in_script(text, digits), "@" if kind == "text" else "yyyy-mm-dd")  # type: ignore[arg-type]
        with pytest.raises(Refusal):
            read_day(cell, from_1904=False)
    for kind, text in (
        ("text", "5"),
        ("number", "5"),
        ("number", "1E999999999"),
        ("number", "1_0"),
    ):
        cell = RawCell(kind, in_script(text, digits), "@" if kind == "text" else "General")  # type: ignore[arg-type]
        with pytest.raises(Refusal):
            read_figure(cell, "1.1", "个")


def test_data_has_plain_digits(plan: Run, damaged: Path) -> None:
    """What stands in files is not typed: full-width digits are refused there too."""
    path = damaged / "tasks.yaml"
    text = path.read_text("utf-8")
    for digits in (FULL_WIDTH, *SCRIPTS.values()):
        path.write_text(text.replace('id: "45.1"', f'id: "{in_script("45.1", digits)}"'), "utf-8")
        result = plan("--data", str(damaged), "validate", "--tier", "schema")
        assert result.exit_code == 1
        assert "[schema.wrong-value]" in result.stdout


def test_narrow_leaves_what_is_no_digit() -> None:
    assert narrow("２０２３年 ＡＢＣ，％　⽉") == "2023年 ABC,% 月"
    assert narrow("10² ⑫ ٢ ½") == "10² ⑫ ٢ ½"
