"""Who succeeds a department has all its parts from the day after, and nobody has them twice."""

import json
import shutil
from pathlib import Path

import pytest

from plan_cli.dataset.load import load
from plan_cli.rules.engine import run
from plan_cli.rules.rule import TIERS
from tests.conftest import ROOT, Run

NEW = "  - name: 开发区管委会\n    category: 政府部门\n    basis: second_hand\n"
ENDED = "    valid_until: 2023-06-30\n"


@pytest.fixture
def city(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ROOT / "examples" / "made-up-city", tmp_path / "data"))


def change(folder: Path, name: str, old: str, new: str) -> None:
    path = folder / name
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, (old, text.count(old))
    path.write_text(text.replace(old, new), encoding="utf-8")


def end(folder: Path, heirs: str | None) -> None:
    """End 乙镇, a member of 各镇办 that leads item 19, after its last report; take that out."""
    (folder / "progress" / "乙镇.yaml").unlink()
    went_to = f"    successors: [{heirs}]\n" if heirs else ""
    change(
        folder, "departments.yaml", "    aliases: [yz]\n", f"    aliases: [yz]\n{ENDED}{went_to}"
    )


def new_body(folder: Path) -> None:
    change(folder, "departments.yaml", "  - name: 市绿化办\n", f"{NEW}  - name: 市绿化办\n")


def report(plan: Run, folder: Path, item: int, by: str, day: str) -> tuple[int, str]:
    typed = ("--by", by, "--status", "in_progress", "--progress", "x", "--date", day, "--dry-run")
    result = plan("--data", str(folder), "report", str(item), *typed)
    return result.exit_code, result.stderr


def errors(folder: Path) -> list[tuple[str, str]]:
    loaded = load(folder)
    return [(one.rule, one.message) for one in loaded.problems + run(loaded, TIERS)]


def items_of(plan: Run, folder: Path, name: str, day: str) -> list[int]:
    result = plan("--data", str(folder), "tasks", "--dept", name, "--as-of", day, "--json")
    return [row["id"] for row in json.loads(result.stdout)]


def test_the_successor_of_a_member_has_the_parts_of_its_group(city: Path, plan: Run) -> None:
    of_member = items_of(plan, city, "乙镇", "2023-06-30")
    end(city, "开发区管委会")
    new_body(city)
    assert errors(city) == []
    assert items_of(plan, city, "开发区管委会", "2023-06-30") == []
    assert items_of(plan, city, "开发区管委会", "2023-07-01") == of_member
    counted = json.loads(plan("--data", str(city), "departments", "--json").stdout)
    counts = {row["name"]: (row["leads"], row["via_groups"]) for row in counted}
    assert counts["开发区管委会"] == (1, len(of_member) - 1)
    assert counts["乙镇"] == (0, 0)
    for item in of_member:
        assert report(plan, city, item, "开发区管委会", "2023-07-01")[0] == 0
        assert report(plan, city, item, "开发区管委会", "2023-06-30")[0] == 1


@pytest.mark.parametrize("heir", ["市发改局", "市发改局〈科技局〉"])
def test_a_successor_named_with_or_without_its_plate_has_all(
    city: Path, plan: Run, heir: str
) -> None:
    end(city, heir)
    assert errors(city) == []
    assert report(plan, city, 19, "市发改局", "2024-06-01")[0] == 0
    assert report(plan, city, 18, "市发改局", "2024-06-01")[0] == 0
    assert 19 in items_of(plan, city, heir, "2024-03-01")
    reminded = plan("--data", str(city), "remind", "--as-of", "2024-03-01", "--dept", "市发改局")
    assert "| 19 |" in reminded.stdout


def test_a_group_that_leads_is_led_by_who_succeeds_its_member(city: Path, plan: Run) -> None:
    end(city, "开发区管委会")
    new_body(city)
    old = "lead: 市商务局\n  support: [市农业农村局, 各镇办]"
    change(city, "tasks.yaml", old, "lead: 各镇办\n  support: [市农业农村局, 市商务局]")
    folder = ("--data", str(city))
    before = plan(*folder, "remind", "--as-of", "2023-06-30", "--dept", "开发区管委会")
    after = plan(*folder, "remind", "--as-of", "2024-03-01", "--dept", "开发区管委会")
    assert "| 18 |" not in before.stdout
    assert "| 18 |" in after.stdout
    assert report(plan, city, 18, "开发区管委会", "2024-01-02")[0] == 0


def test_a_successor_of_the_members_category_need_not_be_a_member(city: Path) -> None:
    end(city, "丁镇")
    town = "  - name: 丁镇\n    category: 镇办\n    basis: second_hand\n"
    change(city, "departments.yaml", "groups:\n", f"{town}groups:\n")
    assert errors(city) == []


def test_who_has_ended_without_successor_is_not_reminded(city: Path, plan: Run) -> None:
    end(city, None)
    for day, is_owing in (("2023-06-30", True), ("2024-03-01", False)):
        for asked in ((), ("--dept", "乙镇")):
            shown = plan("--data", str(city), "remind", "--as-of", day, *asked)
            assert shown.exit_code == 0
            assert ("| 19 |" in shown.stdout) == is_owing


def test_nothing_is_reported_after_the_end(city: Path, plan: Run) -> None:
    end(city, "市商务局")
    assert report(plan, city, 19, "乙镇", "2023-06-30")[0] == 0
    status, said = report(plan, city, 19, "乙镇", "2023-07-01")
    assert status == 1
    assert "乙镇 existed until 2023-06-30" in said
    assert "市商务局" in said


def test_nothing_is_assigned_to_or_by_who_has_ended(city: Path) -> None:
    end(city, "市商务局")
    old = "  members: [甲街道]\n  by: 市住建局\n"
    change(city, "assignments.yaml", old, "  members: [甲街道, 乙镇]\n  by: 乙镇\n")
    assert errors(city) == []
    change(city, "assignments.yaml", "date: 2021-09-01", "date: 2023-07-01")
    assert errors(city) == [("reference.assignments", "乙镇 existed until 2023-06-30")] * 2


@pytest.mark.parametrize(
    ("heirs", "message"),
    [
        ("各镇办", "各镇办 is a group, and a group succeeds nobody"),
        ("相关镇办", "相关镇办 is a group, and a group succeeds nobody"),
        ("乙镇", "乙镇 succeeds itself"),
    ],
)
def test_a_group_and_the_department_itself_succeed_nobody(
    city: Path, heirs: str, message: str
) -> None:
    end(city, heirs)
    assert ("reference.successors", message) in errors(city)


def test_a_circle_of_successors_is_told_at_every_place(city: Path) -> None:
    end(city, "丙镇")
    again = "    valid_until: 2023-12-31\n    successors: [乙镇]\n"
    change(city, "departments.yaml", "    aliases: [bz]\n", f"    aliases: [bz]\n{again}")
    assert [rule for rule, _message in errors(city)] == ["reference.successors"] * 2


def test_a_successor_exists_longer(city: Path) -> None:
    end(city, "丙镇")
    gone = "    valid_until: 2023-05-31\n    successors: [甲街道]\n"
    change(city, "departments.yaml", "    aliases: [bz]\n", f"    aliases: [bz]\n{gone}")
    said = ("reference.successors", "丙镇 existed only until 2023-05-31")
    assert errors(city) == [said]


def test_a_group_is_no_member_of_a_group(city: Path) -> None:
    change(city, "departments.yaml", "乙镇, 丙镇]", "乙镇, 丙镇, 相关镇办]")
    said = ("reference.successors", "相关镇办 is a group, and no member of one")
    assert said in errors(city)
