from hypothesis import given
from hypothesis import strategies as st

from plan_cli.papers.blocks import Pace
from plan_cli.papers.layout import bar_cells, longest_share

COUNTS = st.lists(st.integers(0, 200), min_size=1, max_size=6)


@given(COUNTS, st.integers(0, 500))
def test_a_bar_fits_and_leaves_nothing_out(counts: list[int], more: int) -> None:
    found = bar_cells(counts, sum(counts) + more, 48)
    assert sum(found) <= 48
    assert [number > 0 for number in found] == [number > 0 for number in counts]
    assert all(number >= 0 for number in found)


def test_the_longest_bar_is_as_wide_as_there_is_room() -> None:
    assert sum(bar_cells([3, 4, 7], 14, 48)) == 48
    assert bar_cells([0, 0], 0, 48) == [0, 0]


def test_a_bar_beyond_twice_the_plan_does_not_hide_the_others() -> None:
    def bar(share: float | None) -> Pace:
        return Pace("甲", "", share, "", "good")

    assert longest_share([bar(0.2), bar(-0.4), bar(None)]) == 0.4
    assert longest_share([bar(5.0)]) == 1.0
    assert longest_share([]) == 0
