"""Where the result goes: files, formats by name, streams."""

import csv
import json
import os
from pathlib import Path

import pytest
from click import Context, Group
from typer.main import get_command

from plan_cli.app import COMMANDS, app
from tests.conftest import Run


def test_the_format_follows_the_name_of_the_file(plan: Run, tmp_path: Path) -> None:
    for name in ("a.json", "a.csv", "a.md", "a.txt"):
        result = plan("indicators", "--binding", "--output", str(tmp_path / name))
        assert (result.exit_code, result.stdout) == (0, "")
        assert name in result.stderr
    assert len(json.loads((tmp_path / "a.json").read_bytes())) == 7
    table = (tmp_path / "a.csv").read_bytes()
    assert table.startswith(b"\xef\xbb\xbfid,section,text,")
    lines = table.decode("utf-8-sig").split("\r\n")
    assert [row[0] for row in csv.reader(lines[1:-1])] == ["29", "30", "31", "32", "33", "34", "43"]
    assert "| *29* |" not in (tmp_path / "a.md").read_text(encoding="utf-8")
    assert "| 29 | \\* |" in (tmp_path / "a.md").read_text(encoding="utf-8")
    assert "森林覆盖率" in (tmp_path / "a.txt").read_text(encoding="utf-8")


def test_a_format_that_is_given_wins(plan: Run, tmp_path: Path) -> None:
    plan("indicators", "--format", "json", "--output", str(tmp_path / "a.csv"))
    assert len(json.loads((tmp_path / "a.csv").read_bytes())) == 33


def test_a_file_is_replaced_whole_and_keeps_its_permissions(plan: Run, tmp_path: Path) -> None:
    target = tmp_path / "a.json"
    target.write_text("x" * 1_000_000, encoding="utf-8")
    target.chmod(0o640)
    plan("sections", "--output", str(target))
    assert len(json.loads(target.read_bytes())) == 20
    if os.name == "posix":
        assert target.stat().st_mode & 0o777 == 0o640
    assert [path.name for path in tmp_path.iterdir()] == ["a.json"]


@pytest.mark.parametrize("name", ["nosuch/a.json", "."])
def test_a_file_that_cannot_be_written(plan: Run, tmp_path: Path, name: str) -> None:
    result = plan("sections", "--output", str(tmp_path / name))
    assert result.exit_code == 1
    assert "cannot be written" in result.stderr
    assert list(tmp_path.iterdir()) == []


def test_markdown(plan: Run) -> None:
    text = plan("tasks", "--grep", "5G基站", "--format", "markdown").stdout
    lines = text.split("\n")
    assert lines[0] == "**1 task**"
    assert lines[2] == "| No. | Task | Lead | Support | Due |"
    assert lines[4].startswith("| 102 | 加快推进5G基站的建设,到2025年,建成3000个5G基站,")
    assert lines[4].endswith("应用生态圈建设。 | 市工信局 | 市政务信息中心等 | 2025 |")


def test_a_dataset_with_hostile_wording(plan: Run, damaged: Path) -> None:
    """The wording differs from the notice, which a query does not mind."""
    tasks = damaged / "tasks.yaml"
    text = tasks.read_text(encoding="utf-8")
    tasks.write_text(
        text.replace(
            "text: 到2023年,创建省级军民融合示范基地。",
            r'text: "=cmd()[red]x[/]|a\tb\n到2023年,创建省级军民融合示范基地。"',
        ),
        encoding="utf-8",
    )
    query = ("--data", str(damaged), "tasks", "--due", "2023")
    wording = "=cmd()[red]x[/]|a\tb\n到2023年,创建省级军民融合示范基地。"
    assert json.loads(plan(*query, "--json").stdout)[0]["text"] == wording
    assert "=cmd()[red]x[/]|a\\tb" in plan(*query).stdout
    assert "=cmd()\\[red\\]x\\[/\\]\\|a\\\\tb<br>到2023年" in plan(*query, "-f", "markdown").stdout
    (row,) = csv.DictReader(
        plan(*query, "-f", "csv").stdout.removeprefix("\ufeff").splitlines(True)
    )
    assert row["text"] == f"'{wording}"
    (row,) = csv.DictReader(
        plan(*query, "-f", "csv", "--raw").stdout.removeprefix("\ufeff").splitlines(True)
    )
    assert row["text"] == wording


@pytest.mark.parametrize("name", COMMANDS)
def test_what_can_be_json_has_the_short_option(name: str) -> None:
    group = get_command(app)
    assert isinstance(group, Group)
    command = group.get_command(Context(group), name)
    assert command is not None
    options = {option: one for one in command.params for option in one.opts}
    formats = getattr(options["--format"].type, "choices", ()) if "--format" in options else ()
    assert ("json" in formats) == ("--json" in options)
