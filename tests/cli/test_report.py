"""`plan report`: what is written, what is refused and why, what is asked for."""

import shutil
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from plan_cli import i18n
from plan_cli.cli import typed
from plan_cli.words import today
from tests.conftest import DATA, Run

TASK = ("report", "102", "--by", "市工信局", "--status", "in_progress")
INDICATOR = ("report", "12", "--by", "市统计局", "--period", "2023", "--nature", "final")
FILE = Path("progress", "市工信局.yaml")


@pytest.fixture
def own(damaged: Path) -> Path:
    """A dataset of one's own without any report."""
    shutil.rmtree(damaged / "progress")
    return damaged


@pytest.fixture
def report(plan: Run, own: Path) -> Run:
    return lambda *arguments: plan("--data", str(own), *arguments)


def test_a_task(report: Run, own: Path) -> None:
    result = report(
        *(*TASK, "--value", "102.1=2,100个", "--progress", "已建成2100个", "--problems", "用地"),
        *("--next", "推进", "--evidence", "兴工信发〔2024〕1号", "--evidence", "https://例/1#a"),
        *("--date", "2024-03-01", "--note", "备注: 一"),
    )
    assert (result.exit_code, result.stdout) == (0, "")
    lines = (own / FILE).read_text(encoding="utf-8").split("\n")
    identifier = lines[2].removeprefix("- id: ")
    assert lines[3:] == [
        "  item: 102",
        "  date: 2024-03-01",
        "  status: in_progress",
        "  values:",
        '    - target: "102.1"',
        "      value: 2100",
        "  progress: 已建成2100个",
        "  problems: 用地",
        "  next: 推进",
        "  evidence:",
        "    - 兴工信发〔2024〕1号",
        "    - https://例/1#a",
        '  note: "备注: 一"',
        "",
    ]
    assert f"Report {identifier} handed in" in result.stderr
    assert report("validate").exit_code == 0


def test_an_indicator(report: Run, own: Path) -> None:
    result = report(
        *INDICATOR, "--value", "２．７０％", "--publisher", "兴平市统计局", "--source", "甲"
    )
    assert result.exit_code == 0
    text = (own / "progress" / "市统计局.yaml").read_text(encoding="utf-8")
    assert f"  date: {today()}\n" in text
    assert '  target: "12.1"\n  period: "2023"\n  value: 2.70\n  nature: final\n' in text
    assert "  publisher: 兴平市统计局\n  source: 甲\n" in text
    assert report("validate").exit_code == 0


def test_words_of_the_notice_and_short_names_will_do(report: Run, own: Path) -> None:
    assert report("report", "102", "--by", "gxj", "--status", "推进中").exit_code == 0
    assert (own / FILE).exists()
    typed = ("--period", "2023年上半年", "--value", "5", "--nature", "快报")
    assert report("report", "12", "--by", "统计局", *typed).exit_code == 0
    assert 'period: "2023H1"' in (own / "progress" / "市统计局.yaml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("item", "by"),
    [
        ("50", "科技局"),  # leads under a plate
        ("50", "市工信局"),  # supports
        ("1", "南位镇"),  # by a definite group
        ("12", "市发改局"),
        ("14", "市发改局"),  # may report any indicator
        ("14", "市统计局"),
        ("14", "市商务局"),
    ],
)
def test_who_may_report(report: Run, item: str, by: str) -> None:
    typed = (
        ("--status", "blocked")
        if item in {"1", "50"}
        else ("--period", "2023", "--value", "1", "--nature", "estimate")
    )
    result = report("report", item, "--by", by, *typed)
    assert (result.exit_code, result.stdout) == (0, ""), result.stderr


def test_whoever_is_assigned_may_report(report: Run, own: Path) -> None:
    assert report("report", "102", "--by", "市水利局", "--status", "blocked").exit_code == 1
    (own / "assignments.yaml").write_text(
        "- {item: 102, group: 等, members: [市水利局], by: 市发改局, "
        "document: 甲, date: 2023-03-01}\n",
        encoding="utf-8",
    )
    assert report("report", "102", "--by", "市水利局", "--status", "blocked").exit_code == 0


FUTURE = (today() + timedelta(days=2)).isoformat()
REFUSALS: list[tuple[tuple[str, ...], int, list[str]]] = [
    (("report",), 2, ["ITEM is missing", "number of the item"]),
    (("report", "x"), 2, ["“x” is not the number", "1 to 210"]),
    (("report", "-5"), 2, ["-5"]),
    (("report", "211", "--by", "gxj"), 1, ["no item 211", "1 to 210"]),
    (("report", "102"), 2, ["--by is missing"]),
    (("report", "102", "--by", "市工新局"), 1, ["no department", "Did you mean 市工信局"]),
    (("report", "102", "--by", "swj"), 1, ["fits several", "市税务局"]),
    (("report", "1", "--by", "各镇办"), 1, ["各镇办 is a group"]),
    (("report", "102", "--by", "市商务局"), 1, ["市商务局 has no part in item 102", "市工信局"]),
    (("report", "14", "--by", "市工信局"), 1, ["no part in item 14", "市商务局, 市统计局"]),
    (("report", "102", "--by", "gxj"), 2, ["--status is missing", "blocked (受阻)"]),
    (("report", "102", "--by", "gxj", "--status", "完"), 2, ["“完”", "done (已完成)"]),
    ((*TASK[:4], "--status", "done"), 2, ["--evidence is missing"]),
    ((*TASK[:4], "--status", "done", "--evidence", " "), 2, ["--evidence is empty"]),
    ((*TASK, "--period", "2023"), 2, ["item 102 is a task", "--period"]),
    ((*TASK, "--nature", "final"), 2, ["item 102 is a task", "--nature"]),
    ((*TASK, "--value", "5"), 1, ["several targets", "102.2", "--value 102.1=5"]),
    ((*TASK, "--value", "103.1=5"), 1, ["no target 103.1", "102.1"]),
    ((*TASK, "--value", "102.1=5家"), 1, ["“102.1=5家” is not in the unit", "个"]),
    ((*TASK, "--value", "102.1=多"), 1, ["cannot be read as a figure"]),
    ((*TASK, "--value", "102.1=1,23个"), 1, ["commas"]),
    ((*TASK, "--value", "102.1=1", "--value", "102.1=2"), 1, ["102.1 has two values"]),
    (("report", "60", "--by", "fgj", "--status", "blocked", "--value", "5"), 1, ["item 60"]),
    ((*TASK, "--date", FUTURE), 2, [f"{FUTURE} is in the future", str(today())]),
    ((*TASK, "--date", "1.3.2024"), 2, ["“1.3.2024”", "YYYY-MM-DD"]),
    ((*TASK, "--date", "20240301"), 2, ["“20240301”"]),
    ((*TASK, "--replaces", "zzzzzz"), 1, ["no report zzzzzz"]),
    ((*TASK, "--progress", "\x07"), 2, ["cannot be shown"]),
    ((*TASK, "--progress", "a\x85b"), 2, ["--progress has a character"]),
    ((*TASK, "--note", ""), 2, ["--note is empty"]),
    (("report", "12", "--by", "市统计局", "--status", "done"), 2, ["item 12 is an indicator"]),
    (("report", "12", "--by", "市统计局"), 2, ["--period is missing"]),
    (("report", "12", "--by", "市统计局", "--period", "2023"), 2, ["--value is missing", "%"]),
    ((*INDICATOR[:6], "--value", "1"), 2, ["--nature is missing", "preliminary (快报)"]),
    ((*INDICATOR, "--value", "1", "--value", "2"), 2, ["one --value"]),
    ((*INDICATOR, "--value", "1亿元"), 1, ["not in the unit of target 12.1", "%"]),
    ((*INDICATOR, "--value", "13.1=1"), 1, ["no target 13.1"]),
    ((*INDICATOR[:4], "--period", "2023H3"), 2, ["“2023H3”", "2023H1"]),
    ((*INDICATOR[:4], "--period", "2019", "--value", "1", "--nature", "final"), 1,
     ["no period 2019", "2020 (the base year) to 2025"]),
    ((*INDICATOR[:4], "--period", "2026", "--value", "1", "--nature", "final"), 1, ["2026"]),
    ((*INDICATOR, "--value", "1", "--date", "2023-12-31"), 1, ["was not over", "estimate"]),
    ((*INDICATOR[:5], "2024", "--value", "1", "--nature", "estimate", "--date", "2023-12-31"), 1,
     ["2024 had not begun on 2023-12-31"]),
    (("report", "11", "--by", "fgj", "--status", "blocked", "--value", "5"), 1, ["item 11"]),
]  # fmt: skip


@pytest.mark.parametrize(("arguments", "status", "parts"), REFUSALS, ids=str)
def test_what_is_refused(
    report: Run, own: Path, arguments: tuple[str, ...], status: int, parts: list[str]
) -> None:
    result = report(*arguments)
    assert (result.exit_code, result.stdout) == (status, ""), result.stderr
    for part in parts:
        assert part in result.stderr
    assert not (own / "progress").exists() or not list((own / "progress").glob("*.yaml"))


def _id(result: Any) -> str:
    return str(result.stderr.split()[1])


def test_a_correction(report: Run, own: Path) -> None:
    first = _id(report(*TASK, "--date", "2024-03-01"))
    second = _id(report(*TASK, "--progress", "更正", "--replaces", first.upper()))
    assert f"  replaces: {first}\n" in (own / FILE).read_text(encoding="utf-8")
    shown = report("history", "102", "--json").stdout
    assert f'"replaced_by": "{second}"' in shown
    other = report("report", "50", "--by", "gxj", "--status", "blocked", "--replaces", first)
    assert (other.exit_code, "is on item 102, not on item 50" in other.stderr) == (1, True)


def test_only_ones_own_report_is_corrected(report: Run) -> None:
    first = _id(report(*TASK))
    other = report(
        *("report", "102", "--by", "市政务信息中心", "--status", "blocked", "--replaces", first)
    )
    assert (other.exit_code, f"{first} belongs to 市工信局" in other.stderr) == (1, True)


def test_the_statistics_bureau_corrects_an_indicator_of_another(report: Run) -> None:
    first = _id(report("report", "14", "--by", "市商务局", *INDICATOR[4:], "--value", "5"))
    value = ("report", "14", *INDICATOR[2:], "--value", "6")
    again = report(*value)
    assert (again.exit_code, f": {first} of 市商务局" in again.stderr) == (1, True)
    assert "already has a final value" in again.stderr
    assert report(*value, "--replaces", first).exit_code == 0


def test_days_only_go_forward(report: Run) -> None:
    assert report(*TASK, "--date", "2024-03-01").exit_code == 0
    result = report(*TASK, "--date", "2024-02-29")
    assert (result.exit_code, "2024-02-29 is before 2024-03-01" in result.stderr) == (1, True)


def test_a_dry_run_shows_exactly_what_is_written(report: Run, own: Path) -> None:
    for arguments in (TASK, (*TASK, "--progress", "再报"), (*TASK, "--value", "102.1=5")):
        old = (own / FILE).read_bytes() if (own / FILE).exists() else b""
        shown = report(*arguments, "--date", "2024-03-01", "--dry-run")
        assert (shown.exit_code, "Nothing written" in shown.stderr) == (0, True)
        assert ((own / FILE).read_bytes() if (own / FILE).exists() else b"") == old
        assert report(*arguments, "--date", "2024-03-01").exit_code == 0
        assert (own / FILE).read_bytes() == old + shown.stdout.encode()


def test_the_same_report_twice_is_two_reports(report: Run) -> None:
    first, second = _id(report(*TASK)), _id(report(*TASK))
    assert first != second
    assert report("validate").exit_code == 0


def test_nothing_is_written_into_a_broken_dataset(report: Run, own: Path) -> None:
    assert report(*TASK).exit_code == 0
    path = own / FILE
    path.write_text(path.read_text(encoding="utf-8").replace("item: 102", "item: 999"), "utf-8")
    broken = path.read_bytes()
    result = report(*TASK)
    assert (result.exit_code, "there is no item 999" in result.stderr) == (1, True)
    assert "市工信局.yaml:4:9" in result.stderr
    assert path.read_bytes() == broken


def test_the_dataset_inside_the_program_is_only_read(
    plan: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("plan_cli.dataset.folder.is_packaged", lambda _folder: True)
    result = plan("--data", str(DATA), *TASK)
    assert (result.exit_code, "plan init DIR" in result.stderr) == (1, True)
    assert plan("--data", str(DATA), *TASK, "--dry-run").exit_code == 0


def test_a_folder_that_cannot_be_written_to(
    report: Run, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_arguments: object) -> None:
        raise PermissionError(13, "Permission denied", str(own))

    monkeypatch.setattr("plan_cli.submit.submit.write_all_atomically", refuse)
    result = report(*TASK)
    assert result.exit_code == 1
    assert "permission denied" in result.stderr
    assert "plan init DIR" in result.stderr
    assert not (own / FILE).exists()


def test_a_file_in_the_place_of_the_folder(report: Run, own: Path) -> None:
    (own / "progress").write_text("", encoding="utf-8")
    result = report(*TASK)
    assert (result.exit_code, "cannot be written" in result.stderr) == (1, True)


def test_another_writer_is_waited_for(
    report: Run, own: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from filelock import FileLock

    from plan_cli.submit import submit
    from plan_cli.submit.submit import LOCK_NAME

    monkeypatch.setattr(submit, "PATIENCE", 0.05)
    (own / "progress").mkdir()
    with FileLock(own / "progress" / LOCK_NAME):
        result = report(*TASK)
    assert (result.exit_code, "others have been writing" in result.stderr) == (1, True)
    assert not (own / FILE).exists()


class TestOnATerminal:
    @pytest.fixture(autouse=True)
    def _terminal(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(typed, "can_ask", lambda: True)

    def ask(self, own: Path, answers: str, *arguments: str) -> Any:
        from plan_cli.app import app

        return CliRunner().invoke(
            app, ["--data", str(own), "report", *arguments], prog_name="plan", input=answers
        )

    def test_all_that_is_missing_is_asked_for(self, own: Path) -> None:
        result = self.ask(own, "102\ngxj\n已完成\n兴工信发〔2024〕1号\n")
        assert result.exit_code == 0, result.output
        text = (own / FILE).read_text(encoding="utf-8")
        assert "  status: done\n  evidence:\n    - 兴工信发〔2024〕1号\n" in text

    def test_an_indicator_is_asked_for(self, own: Path) -> None:
        result = self.ask(own, "市统计局\n2023\n2.7%\n快报\n", "12")
        assert result.exit_code == 0, result.output
        text = (own / "progress" / "市统计局.yaml").read_text(encoding="utf-8")
        assert '  period: "2023"\n  value: 2.7\n  nature: preliminary\n' in text

    def test_a_wrong_answer_is_asked_for_again(self, own: Path) -> None:
        result = self.ask(own, "211\n102\n市工新局\ngxj\n完\n受阻\n")
        assert result.exit_code == 0, result.output
        for part in ("no item 211", "Did you mean 市工信局", "Allowed"):
            assert part in result.stderr
        assert "status: blocked" in (own / FILE).read_text(encoding="utf-8")


def test_it_speaks_chinese(report: Run) -> None:
    i18n.activate("zh")
    assert "第 102 项与市商务局无关" in report("report", "102", "--by", "市商务局").stderr
    assert "已报送" in report(*TASK).stderr


def test_the_day_is_that_of_china(report: Run, own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("plan_cli.commands.report.today", lambda: date(2024, 3, 2))
    assert report(*TASK).exit_code == 0
    assert "  date: 2024-03-02\n" in (own / FILE).read_text(encoding="utf-8")
