"""`plan validate`: what it prints where, what it ends with, what is narrowed by its options."""

import json
import re
from pathlib import Path

import pytest

from plan_cli.rules.rule import TIERS
from tests.conftest import ROOT, Run


def break_item(folder: Path) -> Path:
    """Give item 6 a lead that does not exist; return the file."""
    path = folder / "tasks.yaml"
    text = path.read_text(encoding="utf-8")
    start = text.index("- id: 6\n")
    place = text.index("lead: 市工信局", start)
    changed = text[:place] + "lead: 市工新局" + text[place + len("lead: 市工信局") :]
    path.write_text(changed, encoding="utf-8", newline="")
    return path


def rules_in(output: str) -> set[str]:
    return {problem["rule"] for problem in json.loads(output)["problems"]}


def test_the_real_dataset_is_clean(plan: Run) -> None:
    result = plan("validate")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == ("No problems: 177 tasks and 33 indicators, the same as the notice.\n")


def test_strictly_too(plan: Run) -> None:
    assert plan("validate", "--strict").exit_code == 0


def test_notes_are_shown_where_they_are_asked_for(plan: Run) -> None:
    for arguments in (["--notes"], ["--rule", "consistency.known"]):
        result = plan("validate", "--strict", *arguments)
        assert result.exit_code == 0
        assert ": note [consistency.known] " in result.stdout
        assert result.stdout.split("\n")[-2].endswith(" notes.")
    assert plan("validate", "--notes", "--tier", "syntax").stdout.startswith("No problems ")


def test_all_problems_of_all_files_come_in_one_run(plan: Run, damaged: Path) -> None:
    (damaged / "tasks.yaml").write_bytes(b"- id: 1\n  id: 2\n")
    (damaged / "indicators.yaml").write_bytes("- id: 任务\n".encode("gb18030"))
    (damaged / "plan.yaml").unlink()
    (damaged / "departments.yaml").write_bytes(b"")
    result = plan("--data", str(damaged), "validate")
    assert (result.exit_code, result.stderr) == (1, "")
    places = [line.split(": ")[0] for line in result.stdout.split("\n") if ": error [" in line]
    assert places == [
        f"{damaged}/departments.yaml:1:1",
        f"{damaged}/indicators.yaml:1:7",
        f"{damaged}/plan.yaml:1:1",
        f"{damaged}/tasks.yaml:2:3",
    ]
    assert result.stdout.endswith("4 problems in 4 files: 4 errors.\n")


def test_a_problem_is_shown_with_its_line(plan: Run, damaged: Path) -> None:
    path = break_item(damaged)
    number = path.read_text(encoding="utf-8").split("\n").index("  lead: 市工新局") + 1
    result = plan("--data", str(damaged), "validate", "--rule", "reference.departments")
    assert result.exit_code == 1
    first, line, carets, hint, *_rest = result.stdout.split("\n")
    assert first.startswith(f"{path}:{number}:9: error [reference.departments] ")
    assert line == f"{number:>5} |   lead: 市工新局"
    assert carets == "      |         ^^^^^^^^"
    assert hint.startswith("    ")


def test_json_has_every_problem(plan: Run, damaged: Path) -> None:
    break_item(damaged)
    result = plan("--data", str(damaged), "validate", "--format", "json")
    assert result.exit_code == 1
    document = json.loads(result.stdout)
    assert document["version"] == 1
    assert document["summary"]["errors"] == len(document["problems"]) > 0


def test_json_has_a_short_option(plan: Run, damaged: Path) -> None:
    break_item(damaged)
    asked = ("--data", str(damaged), "validate")
    whole = plan(*asked, "--format", "json")
    for arguments in (("--json",), ("--json", "--format", "text")):
        short = plan(*asked, *arguments)
        assert (short.exit_code, short.stdout) == (1, whole.stdout)


@pytest.mark.parametrize("name", ["json", "sarif"])
def test_programs_get_a_document_where_all_is_well(plan: Run, name: str) -> None:
    result = plan("validate", "--format", name)
    assert result.exit_code == 0
    assert json.loads(result.stdout)["version"]


def test_sarif_tells_the_rules(plan: Run, damaged: Path) -> None:
    break_item(damaged)
    result = plan("--data", str(damaged), "validate", "--format", "sarif")
    (run,) = json.loads(result.stdout)["runs"]
    rules = {rule["id"]: rule for rule in run["tool"]["driver"]["rules"]}
    for found in run["results"]:
        assert len(rules[found["ruleId"]]["shortDescription"]["text"]) > 20


def test_in_github_actions_problems_are_annotations(
    plan: Run, damaged: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = break_item(damaged)
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    result = plan("--data", str(damaged), "validate")
    assert result.stdout.startswith(f"::error file={path},line=")
    assert ": error [" in plan("--data", str(damaged), "validate", "--format", "text").stdout
    assert plan("validate").stdout.startswith("No problems: ")


def test_paths_start_at_the_repository(
    plan: Run, damaged: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    break_item(damaged)
    (damaged.parent / ".git").mkdir()
    monkeypatch.chdir(damaged)
    result = plan("--data", ".", "validate", "--format", "github")
    assert result.stdout.startswith("::error file=data/tasks.yaml,line=")
    result = plan("--data", ".", "validate")
    assert result.stdout.startswith("tasks.yaml:")


def test_paths_start_at_the_workspace(
    plan: Run, damaged: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    break_item(damaged)
    monkeypatch.chdir(damaged)
    monkeypatch.setenv("GITHUB_WORKSPACE", str(damaged.parent.parent))
    result = plan("--data", ".", "validate", "--format", "github")
    assert result.stdout.startswith(f"::error file={damaged.parent.name}/data/tasks.yaml,line=")


class TestNarrowing:
    @pytest.fixture(autouse=True)
    def _break(self, damaged: Path) -> None:
        break_item(damaged)
        path = damaged / "indicators.yaml"
        text = path.read_text(encoding="utf-8")
        path.write_text(text.replace("value: 12.5", "value: 12.6", 1), encoding="utf-8")

    def test_by_rule(self, plan: Run, damaged: Path) -> None:
        result = plan(
            "--data", str(damaged), "validate", "-f", "json", "--rule", "reference.departments"
        )
        assert rules_in(result.stdout) == {"reference.departments"}

    def test_by_rules(self, plan: Run, damaged: Path) -> None:
        rules = ["--rule", "reference.departments", "--rule", "fidelity.figures"]
        result = plan("--data", str(damaged), "validate", "-f", "json", *rules)
        assert rules_in(result.stdout) == {"reference.departments", "fidelity.figures"}

    def test_by_tier(self, plan: Run, damaged: Path) -> None:
        result = plan("--data", str(damaged), "validate", "-f", "json", "--tier", "reference")
        assert rules_in(result.stdout) == {"reference.departments"}

    def test_what_is_asked_for_may_be_clean(self, plan: Run, damaged: Path) -> None:
        result = plan("--data", str(damaged), "validate", "--tier", "syntax", "--tier", "schema")
        assert result.exit_code == 0
        assert result.stdout == "No problems in the selection: schema, syntax.\n"

    def test_a_rule_is_not_hidden_by_one_that_is_not_asked_for(
        self, plan: Run, damaged: Path
    ) -> None:
        base = ["--data", str(damaged), "validate", "-f", "json"]
        for rule in ("reference.departments", "fidelity.attribution"):
            assert rules_in(plan(*base, "--rule", rule).stdout) == {rule}

    def test_what_keeps_a_rule_from_looking_is_told(self, plan: Run, damaged: Path) -> None:
        (damaged / "tasks.yaml").write_bytes(b"- id: 1\n  id: 2\n")
        result = plan("--data", str(damaged), "validate", "--rule", "reference.departments")
        assert result.exit_code == 1
        assert "error [syntax.duplicate-key]" in result.stdout

    def test_by_path(self, plan: Run, damaged: Path) -> None:
        result = plan("--data", str(damaged), "validate", f"{damaged}/indicators.yaml")
        assert result.exit_code == 1
        assert "tasks.yaml" not in result.stdout
        assert f"{damaged}/indicators.yaml:" in result.stdout

    def test_by_folder(self, plan: Run, damaged: Path) -> None:
        assert plan("--data", str(damaged), "validate", str(damaged / "source")).exit_code == 0
        both = plan("--data", str(damaged), "validate", str(damaged))
        assert "indicators.yaml" in both.stdout
        assert "tasks.yaml" in both.stdout

    def test_paths_are_those_of_the_current_folder(
        self, plan: Run, damaged: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.chdir(damaged)
        result = plan("--data", ".", "validate", "./indicators.yaml")
        assert result.stdout.startswith("indicators.yaml:")
        assert "tasks.yaml" not in result.stdout

    def test_a_missing_file_may_be_named(self, plan: Run, damaged: Path) -> None:
        (damaged / "plan.yaml").unlink()
        result = plan("--data", str(damaged), "validate", f"{damaged}/plan.yaml")
        assert "plan.yaml:1:1: error [syntax.file]" in result.stdout


@pytest.mark.parametrize(
    ("arguments", "parts"),
    [
        (["--rule", "reference.department"], ["reference.departments"]),
        (["--rule", "departments"], ["Did you mean reference.departments"]),
        (["--rule", "xyz"], ["“xyz”", "plan rules"]),
        (["--tier", "referense"], ["Did you mean reference?"]),
        (["--tier", "xyz"], ["“xyz”", "syntax, schema, reference"]),
        (["--format", "xml"], ["xml", "sarif"]),
        (["nosuch.yaml"], ["nosuch.yaml", "not part"]),
        (["/etc/passwd"], ["/etc/passwd", "not part"]),
        (["data/tasks.yaml/x"], ["not part"]),
        (["data/../README.md"], ["not part"]),
    ],
)
def test_wrong_use(plan: Run, arguments: list[str], parts: list[str]) -> None:
    result = plan("validate", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    for part in parts:
        assert part in result.stderr


def test_a_missing_folder_is_wrong_use(plan: Run, tmp_path: Path) -> None:
    result = plan("--data", str(tmp_path / "nosuch"), "validate")
    assert result.exit_code == 2
    assert "--data" in result.stderr


def test_a_missing_dataset_file_named_without_a_folder(plan: Run, damaged: Path) -> None:
    result = plan("--data", str(damaged), "validate", str(damaged / "notes.yaml"))
    assert result.exit_code == 2


def test_the_tiers_stand_in_one_order_everywhere(plan: Run) -> None:
    rules = json.loads(plan("rules", "--json").stdout)
    assert list(dict.fromkeys(rule["tier"] for rule in rules)) == list(TIERS)
    assert f"--tier {'|'.join(TIERS)}\n" in plan("validate", "--help").stdout
    assert f"Tiers: {', '.join(TIERS)}." in plan("validate", "--tier", "x").stderr
    page = (ROOT / "docs" / "rules.md").read_text("utf-8")
    headings = re.findall("^## (.+)$", page, re.MULTILINE)
    assert headings[-len(TIERS) :] == [tier.capitalize() for tier in TIERS]
