from hypothesis import given
from hypothesis import strategies as st

from plan_cli.papers.blocks import bar_cells

COUNTS = st.lists(st.integers(0, 200), min_size=1, max_size=6)


@given(COUNTS, st.integers(0, 500))
def test_a_bar_fits_and_leaves_nothing_out(counts: list[int], more: int) -> None:
    found = bar_cells(counts, sum(counts) + more, 48)
    assert sum(found) <= 48
    assert [number > 0 for number in found] == [number > 0 for number in counts]
    assert all(number >= 0 for number in found)


@given(st.floats(1e-6, 1), st.floats(1e-6, 1))
def test_a_share_fits_as_well(one: float, other: float) -> None:
    (found,) = bar_cells([one], max(one, other), 20)
    assert 1 <= found <= 20


def test_the_longest_bar_is_as_wide_as_there_is_room() -> None:
    assert sum(bar_cells([3, 4, 7], 14, 48)) == 48
    assert bar_cells([0.3], 0.3, 20) == [20]
    assert bar_cells([0, 0], 0, 48) == [0, 0]
