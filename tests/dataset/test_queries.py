import copy
from collections.abc import Sequence
from datetime import date
from typing import Literal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plan_cli.dataset.names import Directory, Group, Listed, Match
from plan_cli.dataset.rows import TaskRow
from plan_cli.queries.select import TaskFilter, TaskSelection, select_indicators, select_tasks

from .samples import indicator, task

TODAY = date(2024, 1, 1)
DIRECTORY = Directory(
    departments=(
        Listed("市发改局", "政府", plates=("科技局", "粮食局")),
        Listed("市新局", "政府"),
        Listed("市老局", "政府", successors=("市新局",), valid_until=date(2023, 6, 30)),
        Listed("市祖局", "政府", successors=("市老局",)),
        Listed("市后局", "政府", successors=("市新局",), valid_until=date(2024, 6, 30)),
        Listed("市环一", "政府", successors=("市环二",)),
        Listed("市环二", "政府", successors=("市环一",)),
        Listed("桑镇", "镇办"),
        Listed("市别局", "党委"),
    ),
    groups=(
        Group("各镇办", members=("桑镇",)),
        Group("新区各局", members=("市新局",)),
        Group("相关镇办", indefinite=True, may_include=("镇办",)),
        Group("市级相关部门", indefinite=True, may_include=("政府", "党委")),
        Group("有关单位", indefinite=True),
    ),
)
Found = list[tuple[int, str, str | None]]


def select(rows: Sequence[TaskRow], wanted: TaskFilter, today: date = TODAY) -> TaskSelection:
    return select_tasks(rows, wanted, DIRECTORY, today)


def of(*names: str, include_indefinite: bool = False) -> TaskFilter:
    return TaskFilter(tuple(map(Match, names)), include_indefinite=include_indefinite)


def ids(selection: TaskSelection) -> list[int]:
    return [row["id"] for row in selection.rows]


def parts(rows: Sequence[TaskRow], wanted: TaskFilter, today: date = TODAY) -> Found:
    return [(row["id"], row["role"], row["via"]) for row in select(rows, wanted, today).rows]


PLAIN = [
    task(1, section="一", kind="positioning", text="GDP增长7%"),
    task(2, section="三(一)", kind="vision", text="完成\uff27\uff24\uff30目标", due=(2025,)),
    task(3, section="三(一)", text="建Ⅲ类水体", due=(2023, None, 2025)),
    task(4, section="三(二)", text="建甲", due=(None,)),
]


@pytest.mark.parametrize(
    ("wanted", "expected"),
    [
        (TaskFilter(), [1, 2, 3, 4]),
        (TaskFilter(sections=frozenset({"三(一)", "三(二)"})), [2, 3, 4]),
        (TaskFilter(sections=frozenset()), []),
        (TaskFilter(kind="vision"), [2]),
        (TaskFilter(due=2025), [2, 3]),
        (TaskFilter(due=2023), [3]),
        (TaskFilter(due=2030), []),
        (TaskFilter(due="none"), [1, 4]),
        (TaskFilter(grep="gdp"), [1, 2]),
        (TaskFilter(grep="\uff47\uff44\uff30"), [1, 2]),
        (TaskFilter(grep="iii类"), [3]),
        (TaskFilter(grep=""), [1, 2, 3, 4]),
        (TaskFilter(grep="没有"), []),
        (TaskFilter(grep="建", kind="measure", due=2025), [3]),
    ],
)
def test_filters_that_ask_for_no_department(wanted: TaskFilter, expected: list[int]) -> None:
    selection = select(PLAIN, wanted)

    assert ids(selection) == expected
    assert (selection.left_out, selection.left_out_tasks) == ({}, 0)
    assert all("role" not in row and "via" not in row for row in selection.rows)


def test_leading_and_supporting_tasks_of_a_department() -> None:
    rows = [
        task(1, "市新局"),
        task(2, "市别局", "市新局"),
        task(3, "市别局"),
        task(4, "市新局", "市新局"),
    ]

    assert parts(rows, of("市新局")) == [
        (1, "lead", None),
        (2, "support", None),
        (4, "lead", None),
    ]


@pytest.mark.parametrize(
    ("role", "expected"), [("lead", [1, 3]), ("support", [2]), (None, [1, 2, 3])]
)
def test_a_role_that_is_asked_for(
    role: Literal["lead", "support"] | None, expected: list[int]
) -> None:
    rows = [task(1, "市新局"), task(2, "市别局", "市新局"), task(3, "市新局", "市新局")]

    assert ids(select(rows, of("市新局")._replace(role=role))) == expected


def test_other_filters_hold_with_a_department_too() -> None:
    rows = [task(1, "市新局", kind="vision"), task(2, "市新局"), task(3, kind="vision")]

    assert ids(select(rows, of("市新局")._replace(kind="vision"))) == [1]


def test_several_departments_are_alternatives_and_the_strongest_part_counts() -> None:
    rows = [
        task(1, "市新局", "市发改局"),
        task(2, "市别局", "市发改局"),
        task(3, "市别局", "各镇办", "市新局"),
        task(4, "市别局"),
    ]

    expected: Found = [(1, "lead", None), (2, "support", None), (3, "support", None)]
    assert parts(rows, of("市发改局", "市新局", "桑镇")) == expected
    assert parts(rows, of("桑镇", "市新局", "市发改局")) == expected


def test_another_department_asked_for_never_takes_a_task_away() -> None:
    rows = [task(1, "市新局", "市发改局")]

    for wanted in (of("市发改局"), of("市发改局", "市新局"), of("市新局", "市发改局")):
        assert parts(rows, wanted._replace(role="support")) == [(1, "support", None)]


@pytest.mark.parametrize(
    ("support", "via"),
    [
        (["市老局", "市新局", "市级相关部门"], None),
        (["市级相关部门", "新区各局", "市老局"], "市老局"),
        (["市级相关部门", "新区各局"], "新区各局"),
        (["市级相关部门"], "市级相关部门"),
    ],
)
def test_the_most_certain_link_to_a_task_is_told(support: list[str], via: str | None) -> None:
    rows = [task(1, "市别局", *support)]

    assert parts(rows, of("市新局", include_indefinite=True)) == [(1, "support", via)]


class TestGroups:
    def test_a_group_may_lead(self) -> None:
        rows = [task(1, "各镇办", "市新局"), task(2, "有关单位"), task(3, "有关单位", "桑镇")]

        assert parts(rows, of("桑镇")) == [(1, "lead", "各镇办"), (3, "support", None)]
        assert select(rows, of("桑镇")).left_out == {"有关单位": 1}
        assert parts(rows[:2], of("桑镇", include_indefinite=True)._replace(role="lead")) == [
            (1, "lead", "各镇办"),
            (2, "lead", "有关单位"),
        ]

    def test_a_member_has_the_tasks_of_a_definite_group(self) -> None:
        rows = [task(1, "市别局", "各镇办"), task(2, "市别局", "各镇办", "桑镇"), task(3)]

        assert parts(rows, of("桑镇")) == [(1, "support", "各镇办"), (2, "support", None)]

    def test_a_group_asked_for_stands_for_itself_alone(self) -> None:
        rows = [
            task(1, "市别局", "各镇办"),
            task(2, "市别局", "桑镇"),
            task(3, "市别局", "相关镇办"),
        ]
        wanted = TaskFilter((Match("各镇办", is_group=True),), include_indefinite=True)

        assert parts(rows, wanted) == [(1, "support", None)]

    ROWS = (
        task(1, "市别局", "市级相关部门"),
        task(2, "市别局", "相关镇办"),
        task(3, "市别局", "市级相关部门", "有关单位"),
        task(4, "市新局", "市级相关部门"),
        task(5),
    )

    def test_indefinite_groups_are_left_out_and_counted(self) -> None:
        selection = select(self.ROWS, of("市新局"))

        assert ids(selection) == [4]
        assert selection.left_out == {"市级相关部门": 2, "有关单位": 1}
        assert selection.left_out_tasks == 2

    def test_indefinite_groups_that_may_mean_the_department_count_when_asked(self) -> None:
        assert parts(self.ROWS, of("市新局", include_indefinite=True)) == [
            (1, "support", "市级相关部门"),
            (3, "support", "市级相关部门"),
            (4, "lead", None),
        ]
        assert parts(self.ROWS, of("桑镇", include_indefinite=True)) == [
            (2, "support", "相关镇办"),
            (3, "support", "有关单位"),
        ]

    @pytest.mark.parametrize(
        ("role", "found", "left_out"), [("lead", [4], 0), ("support", [], 2), (None, [4], 2)]
    )
    def test_only_tasks_with_the_role_are_left_out(
        self, role: Literal["lead", "support"] | None, found: list[int], left_out: int
    ) -> None:
        selection = select(self.ROWS, of("市新局")._replace(role=role))

        assert (ids(selection), selection.left_out_tasks) == (found, left_out)

    def test_filtered_tasks_are_not_left_out(self) -> None:
        assert select(self.ROWS, of("市新局")._replace(kind="vision")).left_out_tasks == 0

    def test_nothing_is_left_out_when_indefinite_groups_are_included(self) -> None:
        selection = select(self.ROWS, of("市新局", include_indefinite=True))

        assert (selection.left_out, selection.left_out_tasks) == ({}, 0)

    def test_a_task_left_out_for_two_departments_is_counted_once(self) -> None:
        selection = select(self.ROWS[:3], of("市新局", "市老局", "桑镇"))

        assert selection.left_out == {"市级相关部门": 2, "相关镇办": 1, "有关单位": 1}
        assert selection.left_out_tasks == 3


class TestPlates:
    ROWS = (
        task(1, "市发改局"),
        task(2, "市发改局〈科技局〉"),
        task(3, "市别局", "市发改局〈粮食局〉"),
        task(4, "市别局", "市发改局〈科技局〉", "市级相关部门"),
        task(5, "市别局", "市级相关部门"),
    )

    def test_a_department_has_what_its_plates_have(self) -> None:
        assert ids(select(self.ROWS, of("市发改局"))) == [1, 2, 3, 4]

    def test_a_plate_has_only_its_own(self) -> None:
        wanted = TaskFilter((Match("市发改局", "科技局"),), include_indefinite=True)

        assert parts(self.ROWS, wanted) == [(2, "lead", None), (4, "support", None)]
        assert select(self.ROWS, wanted._replace(include_indefinite=False)).left_out_tasks == 0


class TestPredecessors:
    ROWS = (
        task(1, "市老局"),
        task(2, "市别局", "市祖局"),
        task(3, "市新局"),
        task(4, "市后局"),
    )

    def test_a_successor_has_the_tasks_of_its_predecessors_at_any_remove(self) -> None:
        assert parts(self.ROWS, of("市新局")) == [
            (1, "lead", "市老局"),
            (2, "support", "市祖局"),
            (3, "lead", None),
        ]

    def test_a_department_that_goes_on_until_a_later_day_keeps_its_tasks(self) -> None:
        assert (4, "lead", "市后局") not in parts(self.ROWS, of("市新局"), date(2024, 6, 30))
        assert (4, "lead", "市后局") in parts(self.ROWS, of("市新局"), date(2024, 7, 1))

    def test_the_past_is_asked_about_with_its_own_day(self) -> None:
        assert parts(self.ROWS, of("市新局"), date(2023, 6, 30)) == [(3, "lead", None)]

    def test_a_predecessor_has_its_own_tasks_and_not_those_of_its_successor(self) -> None:
        assert parts(self.ROWS, of("市老局")) == [(1, "lead", None), (2, "support", "市祖局")]

    def test_successors_in_a_circle_end(self) -> None:
        rows = [task(1, "市环一"), task(2, "市环二")]

        assert parts(rows, of("市环一")) == [(1, "lead", None), (2, "lead", "市环二")]


NAMES = st.sampled_from(
    ["市发改局", "市发改局〈科技局〉", "市新局", "市老局", "市祖局", "桑镇", "各镇办", "相关镇办",
     "市级相关部门", "有关单位", "市别局"]
)  # fmt: skip
ROWS = st.lists(st.tuples(NAMES, st.lists(NAMES, max_size=4)), max_size=6).map(
    lambda rows: [task(number, lead, *support) for number, (lead, support) in enumerate(rows)]
)
MATCHES = st.sampled_from(
    [
        *(Match(name) for name in ("市发改局", "市新局", "市老局", "桑镇")),
        Match("市发改局", "科技局"),
        Match("各镇办", is_group=True),
    ]
)
WANTED = st.builds(
    TaskFilter,
    departments=st.lists(MATCHES, max_size=3).map(tuple),
    role=st.sampled_from(["lead", "support", None]),
    include_indefinite=st.booleans(),
)


@given(ROWS, WANTED)
@settings(max_examples=100, deadline=None)
def test_a_selection_is_of_the_rows_in_their_order_and_changes_none(
    rows: list[TaskRow], wanted: TaskFilter
) -> None:
    before = copy.deepcopy(rows)

    found = ids(select(rows, wanted))

    assert found == sorted(set(found))
    assert set(found) <= {row["id"] for row in rows}
    assert rows == before


@given(ROWS, WANTED)
@settings(max_examples=100, deadline=None)
def test_indefinite_groups_add_exactly_the_tasks_that_were_left_out(
    rows: list[TaskRow], wanted: TaskFilter
) -> None:
    without = select(rows, wanted._replace(include_indefinite=False))
    included = select(rows, wanted._replace(include_indefinite=True))

    assert set(ids(without)) <= set(ids(included))
    assert len(ids(included)) - len(ids(without)) == without.left_out_tasks
    assert max(without.left_out.values(), default=0) <= without.left_out_tasks


INDICATORS = [
    indicator(1, "市新局", binding=True, text="GDP"),
    indicator(2, "市发改局〈科技局〉"),
    indicator(3, "市发改局", text="gdp能耗"),
    indicator(4, "市老局", binding=True),
    indicator(5, "各镇办"),
    indicator(6, "有关单位"),
]


def indicators(
    *departments: Match, binding: bool | None = None, grep: str | None = None
) -> list[int]:
    found = select_indicators(
        INDICATORS, DIRECTORY, TODAY, departments=departments, binding=binding, grep=grep
    )
    return [row["id"] for row in found]


def test_indicators_by_whether_they_bind_and_by_wording() -> None:
    assert indicators() == [1, 2, 3, 4, 5, 6]
    assert indicators(binding=True) == [1, 4]
    assert indicators(binding=False) == [2, 3, 5, 6]
    assert indicators(grep="\uff27dp") == [1, 3]
    assert indicators(grep="gdp", binding=True) == [1]


def test_indicators_of_departments() -> None:
    assert indicators(Match("市发改局")) == [2, 3]
    assert indicators(Match("市发改局", "科技局")) == [2]
    assert indicators(Match("桑镇")) == [5]
    assert indicators(Match("各镇办", is_group=True)) == [5]
    assert indicators(Match("市新局")) == [1, 4]
    assert indicators(Match("市老局"), Match("市发改局", "粮食局")) == [4]
    assert indicators(Match("市发改局"), Match("市新局"), binding=True) == [1, 4]
