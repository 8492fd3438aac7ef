"""`plan validate` and the statuses it ends with."""

from pathlib import Path

from tests.conftest import Run


def test_the_real_dataset_is_clean(plan: Run) -> None:
    result = plan("validate")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout == ("No problems: 177 tasks and 33 indicators, the same as the notice.\n")


def test_all_problems_of_all_files_come_in_one_run(plan: Run, damaged: Path) -> None:
    (damaged / "tasks.yaml").write_bytes(b"- id: 1\n  id: 2\n")
    (damaged / "indicators.yaml").write_bytes("- id: 任务\n".encode("gb18030"))
    (damaged / "plan.yaml").unlink()
    (damaged / "departments.yaml").write_bytes(b"")
    result = plan("--data", str(damaged), "validate")
    assert result.exit_code == 1
    places = [line.split(": ")[0] for line in result.stderr.split("\n") if ": error [" in line]
    assert places == [
        f"{damaged}/departments.yaml:1:1",
        f"{damaged}/indicators.yaml:1:7",
        f"{damaged}/plan.yaml:1:1",
        f"{damaged}/tasks.yaml:2:3",
    ]
    assert result.stderr.endswith("4 problems found.\n")


def test_a_missing_folder_is_wrong_use(plan: Run, tmp_path: Path) -> None:
    result = plan("--data", str(tmp_path / "nosuch"), "validate")
    assert result.exit_code == 2
    assert "--data" in result.stderr
