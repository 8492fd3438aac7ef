"""What is measured; nothing is here."""

from pathlib import Path

import pytest

from benchmarks import cases, timing
from benchmarks.cases import Cases
from benchmarks.environment import Environment
from benchmarks.timing import Command, Statement, compare


class Imagined(Environment):
    """An environment that nothing was installed in."""

    def __init__(self, folder: Path) -> None:
        self._scripts = folder


@pytest.fixture
def all_cases(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Cases:
    monkeypatch.setattr(cases, "run", lambda *_command: "")
    monkeypatch.setattr(cases, "system_program", lambda name: f"/bin/{name}")
    imagined = Imagined(tmp_path / "bin")
    return Cases(tmp_path, imagined, imagined, quick=True)


def test_every_case_has_two_sides(all_cases: Cases) -> None:
    ours = list(all_cases.ours())
    assert [case.limit for case in ours[:5]] == [2.6, 2.8, 4.5, 8.0, 8.0]
    assert all(case.limit is not None for case in ours)
    assert all(case.pairs == 3 for case in ours)
    others = [case.by for case in all_cases.others(1)]
    assert others == ["yamllint", "bean-check", "hledger check", "sqlite-utils", "Taskwarrior list"]
    for case in (*ours, *all_cases.others(2)):
        assert case.ours != case.yardstick


def test_they_take_turns(monkeypatch: pytest.MonkeyPatch) -> None:
    ours, theirs = Command(("a",)), Statement("python", "", "b")
    order: list[object] = []

    def once(subject: object) -> float:
        order.append(subject)
        return 1.0 if subject is ours else 4.0

    monkeypatch.setattr(timing, "once", once)
    pair = compare(ours, theirs, 3)

    assert order == [ours, theirs, ours, theirs, theirs, ours, ours, theirs]
    assert (pair.ours, pair.yardstick, pair.ratio) == (1.0, 4.0, 0.25)
