from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plan_cli.dataset.names import Directory, Group, Listed, Reference, split_plate

from .directories import DIRECTORY

TODAY = date(2024, 1, 1)


@pytest.mark.parametrize(
    ("text", "reference"),
    [
        ("市发改局", Reference("市发改局")),
        ("市发改局〈科技局〉", Reference("市发改局", "科技局")),
        ("〈科技局〉", Reference("", "科技局")),
        ("市发改局〈科技局", Reference("市发改局〈科技局")),
        ("市发改局科技局〉", Reference("市发改局科技局〉")),
        ("市发改局〈科技局〉等", Reference("市发改局〈科技局〉等")),
        ("", Reference("")),
    ],
)
def test_a_name_and_its_plate(text: str, reference: Reference) -> None:
    assert split_plate(text) == reference


@given(st.text("市局〈〉甲", max_size=8))
@settings(max_examples=60, deadline=None)
def test_a_reference_is_written_as_it_was_read(text: str) -> None:
    assert str(split_plate(text)) == text


@pytest.mark.parametrize(
    ("text", "known"),
    [
        ("市发改局", True),
        ("市发改局〈科技局〉", True),
        ("市发改局〈能源局〉", False),
        ("市工信局〈科技局〉", False),
        ("发改局", False),
        ("fgj", False),
        ("科技局", False),
        ("各镇办", True),
        ("各镇办〈科技局〉", False),
        ("", False),
    ],
)
def test_only_canonical_references_are_known(text: str, known: bool) -> None:
    assert DIRECTORY.knows(split_plate(text)) is known


def test_groups_of_a_department_are_those_that_list_it() -> None:
    assert [group.name for group in DIRECTORY.groups_of("店张街道")] == ["各镇办"]
    assert DIRECTORY.groups_of("市工信局") == ()


def test_an_indefinite_group_means_only_the_categories_it_may_include() -> None:
    directory = Directory(
        departments=(Listed("甲局", "政府"), Listed("乙镇", "镇办")),
        groups=(
            Group("相关镇办", indefinite=True, may_include=("镇办",)),
            Group("有关单位", indefinite=True),
            Group("各镇办", members=("乙镇",)),
        ),
    )

    groups = {
        name: [group.name for group in directory.indefinite_groups_for(name)]
        for name in ("甲局", "乙镇")
    }

    assert groups == {"甲局": ["有关单位"], "乙镇": ["相关镇办", "有关单位"]}


def successions(*chain: tuple[str, str, date | None]) -> Directory:
    """Departments, each with its successor and the last day on which it existed."""
    return Directory(
        tuple(
            Listed(name, "政府", successors=(heir,), valid_until=end) for name, heir, end in chain
        )
    )


@pytest.mark.parametrize(
    ("end", "ended"),
    [(None, True), (date(2023, 12, 31), True), (TODAY, False), (date(2030, 1, 1), False)],
    ids=["no date", "yesterday", "its last day is today", "in future"],
)
def test_a_department_has_a_successor_once_it_has_ended(end: date | None, ended: bool) -> None:
    directory = successions(("老局", "新局", end))

    assert directory.predecessors("新局", TODAY) == (("老局",) if ended else ())


def test_predecessors_at_several_removes() -> None:
    directory = successions(("一", "二", None), ("二", "三", None), ("三", "四", None))

    assert set(directory.predecessors("四", TODAY)) == {"一", "二", "三"}
    assert directory.predecessors("一", TODAY) == ()


def test_a_predecessor_that_goes_on_keeps_what_it_has_succeeded() -> None:
    directory = successions(("一", "二", None), ("二", "三", date(2030, 1, 1)))

    assert directory.predecessors("三", TODAY) == ()
    assert directory.predecessors("二", TODAY) == ("一",)


def test_a_merger_has_all_its_predecessors_once() -> None:
    directory = successions(("一", "三", None), ("二", "三", None), ("〇", "一", None))
    split = Directory((Listed("〇", "政府", successors=("一", "二")), *directory.departments[:2]))

    assert directory.predecessors("三", TODAY) == ("一", "二", "〇")
    assert sorted(split.predecessors("三", TODAY)) == sorted({"一", "二", "〇"})


@pytest.mark.parametrize("chain", [["甲"], ["甲", "乙"], ["甲", "乙", "丙"]])
def test_a_cycle_of_successors_ends(chain: list[str]) -> None:
    heirs = zip(chain, [*chain[1:], chain[0]], strict=True)
    directory = successions(*((name, heir, None) for name, heir in heirs))

    assert set(directory.predecessors("甲", TODAY)) == set(chain) - {"甲"}


def test_suggestions_are_three_at_most_and_canonical() -> None:
    assert DIRECTORY.suggest("财证局")[0] == "市财政局"
    assert len(DIRECTORY.suggest("市局")) <= 3
    assert DIRECTORY.suggest("") == ()
