"""Handing in a lot at once: reports and annual goals of a department, all of it or nothing."""

from pathlib import Path
from typing import Any

import pytest

from plan_cli import files
from plan_cli.dataset.load import load
from plan_cli.rules.engine import run
from plan_cli.rules.rule import TIERS
from plan_cli.submit.change import InvalidSubmissionError
from plan_cli.submit.submit import load_valid, prepare, submit
from tests.submit.samples import BY, fields

GOALS: dict[int, list[dict[str, Any]]] = {
    2023: [
        {"item": 6, "target": "6.1", "goal": "建成专业孵化器1个", "value": 1},
        {"item": 6, "goal": "出台管理办法: 一"},
    ],
    2024: [{"item": 6, "target": "6.1", "goal": "建成2个", "value": 2}],
}


def everything(folder: Path) -> dict[Path, bytes]:
    return {
        path: path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and path.name != ".lock"
    }


def test_reports_and_goals_together(base: Path) -> None:
    done = submit(base, BY, [fields("甲"), fields("乙"), fields("甲")], GOALS)
    assert len(set(done.ids)) == 3
    loaded = load(base)
    assert loaded.problems + run(loaded, TIERS) == []
    assert [one.id for one in loaded.progress[BY].reports.values()] == list(done.ids)
    assert (base / "annual" / "2023" / f"{BY}.yaml").read_text("utf-8").split("\n") == [
        "# yaml-language-server: $schema=../../../schema/annual.schema.json",
        "# 市工信局2023年的年度目标任务。字段说明见 ../../README.md。",
        "- item: 6",
        '  target: "6.1"',
        "  goal: 建成专业孵化器1个",
        "  value: 1",
        "- item: 6",
        '  goal: "出台管理办法: 一"',
        "",
    ]
    dataset = loaded.dataset()
    assert dataset is not None
    assert [(row["year"], row["target"]) for row in dataset.goal_rows] == [
        (2023, "6.1"),
        (2023, None),
        (2024, "6.1"),
    ]


def test_goals_are_added_below_what_is_there(base: Path) -> None:
    place = base / "annual" / "2023" / f"{BY}.yaml"
    place.parent.mkdir(parents=True)
    old = "- item: 1\r\n  goal: 引进企业2家 # 约\r\n".encode()
    place.write_bytes(old)
    submit(base, BY, goals={2023: GOALS[2023]})
    assert place.read_bytes().startswith(old)
    assert place.read_bytes().count(b"\r\n") == place.read_bytes().count(b"\n")
    assert len(load(base).annual[f"2023/{BY}"].goals) == 3


def test_every_fault_is_told_of_its_entry_and_nothing_is_written(base: Path) -> None:
    submit(base, BY, [fields()], {2023: [GOALS[2023][0]]})
    before = everything(base)
    reports = [
        fields("好"),
        fields(status="done"),
        fields(item=8),
        fields(values=[{"target": "1.1", "value": 1}]),
    ]
    goals = {2023: [GOALS[2023][1], GOALS[2023][0]], 2019: [{"item": 1, "goal": "甲"}]}
    with pytest.raises(InvalidSubmissionError) as refused:
        submit(base, BY, reports, goals)
    told = [(one.report, one.goal) for one in refused.value.reasons]
    assert sorted(told, key=str) == sorted(
        [(1, None), (2, None), (3, None), (None, (2023, 1)), (None, (2019, 0))], key=str
    )
    assert all(one.hint for one in refused.value.reasons)
    assert everything(base) == before


def test_what_is_no_record_is_told_of_its_entry(base: Path) -> None:
    before = everything(base)
    with pytest.raises(InvalidSubmissionError) as refused:
        submit(base, BY, [fields(), fields(stauts="done")])
    assert [one.report for one in refused.value.reasons] == [1]
    with pytest.raises(InvalidSubmissionError) as refused:
        submit(base, BY, [], {2023: [{"item": 1, "goal": ""}]})
    assert [one.goal for one in refused.value.reasons] == [(2023, 0)]
    assert everything(base) == before


def test_nothing_to_hand_in(base: Path) -> None:
    before = everything(base)
    done = submit(base, BY, [], {2023: []})
    assert (done.ids, done.files) == ((), ())
    assert everything(base) == before


def test_to_prepare_writes_nothing(base: Path) -> None:
    before = everything(base)
    loaded = load_valid(base)
    prepared = prepare(loaded, BY, [fields()], GOALS)
    assert (loaded.progress, loaded.annual) == ({}, {})
    assert list(prepared.loaded.progress) == [BY]
    assert [file.path.relative_to(base).as_posix() for file in prepared.files] == [
        f"annual/2023/{BY}.yaml",
        f"annual/2024/{BY}.yaml",
        f"progress/{BY}.yaml",
    ]
    assert everything(base) == before


@pytest.mark.parametrize("failing", [1, 2, 3])
def test_where_one_file_cannot_take_its_place_none_does(
    base: Path, monkeypatch: pytest.MonkeyPatch, failing: int
) -> None:
    submit(base, BY, [fields("先")], {2023: [GOALS[2023][1]]})
    before = everything(base)
    replace, calls = Path.replace, [0]

    def fails(self: Path, target: Path) -> Path:
        calls[0] += 1
        if calls[0] == failing:
            raise PermissionError(13, "Permission denied", str(target))
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", fails)
    with pytest.raises(PermissionError):
        submit(base, BY, [fields("后")], {2023: [GOALS[2023][0]], 2024: GOALS[2024]})
    assert everything(base) == before


def test_several_files_are_written_or_none(tmp_path: Path) -> None:
    (tmp_path / "a").write_bytes(b"1")
    with pytest.raises(OSError):  # noqa: PT011  (which one depends on the system)
        files.write_all_atomically(
            [(tmp_path / "a", b"2"), (tmp_path / "b", b"2"), (tmp_path / "no" / "c", b"2")]
        )
    assert everything(tmp_path) == {tmp_path / "a": b"1"}
    files.write_all_atomically([(tmp_path / "a", b"2"), (tmp_path / "b", b"3")])
    assert everything(tmp_path) == {tmp_path / "a": b"2", tmp_path / "b": b"3"}
