"""The dataset that ships says what the notice says, proved without the project's own parser."""

import csv
import re
from collections import Counter
from decimal import Decimal
from pathlib import Path

import pytest

from plan_cli.dataset.load import Loaded, load
from plan_cli.dataset.models import Indicator, Task
from plan_cli.dataset.names import split_plate
from plan_cli.rules.engine import run
from plan_cli.rules.rule import TIERS

HERE = Path(__file__).parent
LINE = re.compile(r"(?P<star>\*?)(?P<number>\d+)\.(?P<clause>.+)")
GROUPS = {"各镇办", "相关镇办", "市级相关部门", "各金融机构", "各大电信运营商"}


@pytest.fixture(scope="module")
def dataset(data_folder: Path) -> Loaded:
    return load(data_folder)


@pytest.fixture(scope="module")
def lines(data_folder: Path) -> dict[int, re.Match[str]]:
    text = (data_folder / "source" / "xingping-2022-20.txt").read_text(encoding="utf-8")
    matches = (LINE.fullmatch(line) for line in text.split("\n"))
    return {int(match["number"]): match for match in matches if match}


def _items(dataset: Loaded) -> dict[int, Task | Indicator]:
    both: list[Task | Indicator] = [*dataset.tasks.values(), *dataset.indicators.values()]
    return {item.id: item for item in both}


def test_every_rule_is_content(data_folder: Path) -> None:
    loaded = load(data_folder)
    assert loaded.problems == []
    assert run(loaded, TIERS) == []


def test_there_are_210_items(dataset: Loaded, lines: dict[int, re.Match[str]]) -> None:
    assert list(lines) == list(range(1, 211))
    assert [task.id for task in dataset.tasks.values()] == [*range(1, 12), *range(45, 211)]
    assert [indicator.id for indicator in dataset.indicators.values()] == list(range(12, 45))


def test_wording_and_star_are_the_notices(dataset: Loaded, lines: dict[int, re.Match[str]]) -> None:
    for number, item in _items(dataset).items():
        clause = lines[number]["clause"]
        start, end = clause.rindex("("), clause.rindex(")") + 1
        assert item.text == clause[:start] + clause[end:]
        assert (isinstance(item, Indicator) and item.binding) == (lines[number]["star"] == "*")


def test_sections_are_those_of_the_published_headings(dataset: Loaded) -> None:
    bounds = {
        "一": (1, 11),
        "二(一)": (12, 44),
        "二(二)": (45, 49),
        "三(一)": (50, 68),
        "三(二)": (69, 116),
        "三(五)": (117, 128),
        "三(六)": (129, 139),
        "三(七)": (140, 199),
        "三(十一)": (200, 210),
    }
    for number, item in _items(dataset).items():
        first, last = bounds[item.section]
        assert first <= number <= last


def test_roles_order_and_open_lists_are_the_notices(
    dataset: Loaded, lines: dict[int, re.Match[str]]
) -> None:
    """Every canonical name ends in what the notice writes, or is known to be meant by it."""
    renamed = {"市文明办": "市委文明办", "人行": "人行兴平支行", "文明办": "市委文明办"}
    for number, item in _items(dataset).items():
        bracket = lines[number]["clause"][lines[number]["clause"].rindex("(") + 1 :]
        bracket = bracket[: bracket.index(")")]
        duties = re.split(r",?(?:牵头|配合|责任)(?:部门|单位):", bracket)[1:]
        written = [[name for name in re.split("[、,]", duty) if name] for duty in duties]
        support = item.support if isinstance(item, Task) else ()
        charged = item.lead if isinstance(item, Task) else item.responsible
        stated = [name.removesuffix("等") for name in (written[1] if len(written) > 1 else [])]
        assert [charged, *support] == [
            name if name in GROUPS else _canonical(name, canonical, renamed)
            for name, canonical in zip([*written[0], *stated], [charged, *support], strict=True)
        ]
        ends_open = len(written) > 1 and any(name.endswith("等") for name in written[1])
        assert (isinstance(item, Task) and item.support_open) == ends_open


def _canonical(written: str, canonical: str, renamed: dict[str, str]) -> str:
    """Return `canonical` if `written` can mean it: as it is, or without the prefix 市 or 市委."""
    meant = {written, f"市{written}", renamed.get(written, written)}
    return canonical if canonical in meant else written


def test_who_carries_how_much(dataset: Loaded) -> None:
    """The totals per body were counted in the notice by hand."""
    charged: Counter[str] = Counter()
    supporting: Counter[str] = Counter()
    for item in _items(dataset).values():
        named = item.lead if isinstance(item, Task) else item.responsible
        charged[split_plate(named).name] += 1
        if isinstance(item, Task):
            supporting.update(split_plate(name).name for name in item.support)
    with (HERE / "totals.csv").open(encoding="utf-8", newline="") as file:
        expected = {row["name"]: row for row in csv.DictReader(file)}
    assert charged["市发改局"] == 35
    assert {name: (charged[name], supporting[name]) for name in expected} == {
        name: (int(row["charged"]), int(row["supporting"])) for name, row in expected.items()
    }
    assert set(charged) | set(supporting) == set(expected)


def test_bodies_and_groups(dataset: Loaded) -> None:
    found = dataset.dataset()
    assert found is not None
    directory = found.directory
    towns = directory.group_by_name["各镇办"].members
    assert len(directory.departments) == 68 + 9
    assert set(directory.group_by_name) == GROUPS
    assert len([name for name in towns if name.endswith("街道")]) == 5
    assert len([name for name in towns if name.endswith("镇")]) == 8
    assert {group.name for group in directory.groups if group.indefinite} == GROUPS - {"各镇办"}
    assert directory.shared_aliases == {
        "swj": ("市税务局", "市商务局"),
        "mzj": ("市民宗局", "市民政局"),
    }


def test_targets(dataset: Loaded) -> None:
    targets = [target for item in _items(dataset).values() for target in item.targets]
    items_with_targets = [item for item in _items(dataset).values() if item.targets]
    assert (len(targets), len(items_with_targets)) == (171, 101)
    by_id = {target.id: target for target in targets}
    assert by_id["33.1"].direction == "more_than"
    assert (by_id["32.1"].direction, by_id["32.1"].direction_basis) == ("at_most", "inferred")
    assert (by_id["24.1"].direction, by_id["24.1"].direction_basis) == ("at_most", "inferred")
    assert by_id["44.1"].value is None
    assert by_id["44.1"].value_unstated
    assert by_id["29.1"].value == Decimal("12.5")
    assert (by_id["50.1"].value, by_id["50.1"].upper) == (3, 5)


def test_tasks_without_a_stated_year(dataset: Loaded) -> None:
    without = [t for t in dataset.tasks.values() if not any(target.due for target in t.targets)]
    assert len(without) == 133
