"""What holds of every judgement, whatever the values."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan_cli.judgement.case import Judgement, Nature, Observation
from plan_cli.judgement.judge import judge
from plan_cli.judgement.measures import MEASURES
from tests.judgement.samples import AFTER, HANDED_IN, HORIZON, MIDWAY, target

RANK = {"missed": 0, "behind": 1, "on_track": 2, "ahead": 3, "met": 4, "early": 5}
UPWARD = sorted(set(MEASURES) - {"coverage"})

figures = st.decimals(min_value=1, max_value=200, places=1)
natures: st.SearchStrategy[Nature] = st.sampled_from(("estimate", "preliminary", "final"))
days = st.sampled_from([MIDWAY, AFTER])


@st.composite
def reported(draw: st.DrawFn, base: bool = True) -> list[Observation]:
    years = draw(st.lists(st.integers(2020 if base else 2021, 2025), max_size=8))
    return [
        Observation(draw(figures), f"r{number}", HANDED_IN, str(year), draw(natures))
        for number, year in enumerate(years)
    ]


def asked(measure: str, **keys: Any) -> Any:
    unit = "%" if measure in {"annual_growth", "cumulative_reduction"} else "个"
    return target(measure=measure, unit=unit, **keys)


def judged(wanted: Any, observations: list[Observation], day: Any) -> Judgement:
    return judge(wanted, observations, HORIZON, day)


@pytest.mark.parametrize("measure", UPWARD)
@given(reported(base=False), figures, days, st.data())
def test_more_is_never_worse(
    measure: str, observations: list[Observation], value: Decimal, day: Any, data: Any
) -> None:
    wanted = asked(measure, value=value)
    more = [replace(one, value=one.value + data.draw(figures)) for one in observations]
    # Of several values for one period the order of choice must not change with the figures.
    periods = {one.period for one in observations}
    if len(periods) < len(observations):
        return
    before, after = judged(wanted, observations, day), judged(wanted, more, day)
    if "unknown" not in {before.verdict, after.verdict}:
        assert RANK[after.verdict] >= RANK[before.verdict]


@pytest.mark.parametrize("measure", ["level_reach", "level_hold", "rank"])
@given(reported(base=False), figures, days, st.data())
def test_less_is_never_worse_where_less_is_better(
    measure: str, observations: list[Observation], value: Decimal, day: Any, data: Any
) -> None:
    wanted = asked(measure, value=value, direction="at_most")
    if len({one.period for one in observations}) < len(observations):
        return
    less = [replace(one, value=one.value - data.draw(figures)) for one in observations]
    before, after = judged(wanted, observations, day), judged(wanted, less, day)
    if "unknown" not in {before.verdict, after.verdict}:
        assert RANK[after.verdict] >= RANK[before.verdict]


@pytest.mark.parametrize("measure", sorted(MEASURES))
@given(reported(), figures, days, st.randoms())
def test_the_order_of_reports_does_not_matter(
    measure: str, observations: list[Observation], value: Decimal, day: Any, random: Any
) -> None:
    wanted = asked(measure, value=value)
    shuffled = list(observations)
    random.shuffle(shuffled)
    assert judged(wanted, shuffled, day) == judged(wanted, observations, day)


@pytest.mark.parametrize("measure", sorted(set(MEASURES) - {"annual_growth", "multiple"}))
@given(reported(), figures, days, st.sampled_from([Decimal("0.001"), Decimal(10), Decimal(10000)]))
def test_scaling_units_changes_nothing(
    measure: str, observations: list[Observation], value: Decimal, day: Any, scale: Decimal
) -> None:
    small = judged(asked(measure, value=value), observations, day)
    scaled = [replace(one, value=one.value * scale) for one in observations]
    large = judged(asked(measure, value=value * scale), scaled, day)
    assert (small.verdict, small.missing) == (large.verdict, large.missing)
    if small.gap is not None and large.gap is not None:
        assert large.gap == pytest.approx(small.gap * scale)


@given(reported(), figures, days)
def test_growth_in_percent_and_per_mille_is_one(
    observations: list[Observation], value: Decimal, day: Any
) -> None:
    percent = judged(target(measure="annual_growth", value=value, unit="%"), observations, day)
    tenfold = [replace(one, value=one.value * 10) for one in observations]
    mille = judged(target(measure="annual_growth", value=value * 10, unit="‰"), tenfold, day)
    assert percent.verdict == mille.verdict


@given(reported(), figures, days, st.sampled_from([Decimal("0.01"), Decimal(100)]))
def test_a_multiple_does_not_depend_on_the_unit_of_the_base(
    observations: list[Observation], value: Decimal, day: Any, scale: Decimal
) -> None:
    based = [*observations, Observation(Decimal(50), "base", HANDED_IN, "2020", "final")]
    scaled = [replace(one, value=one.value * scale) for one in based]
    wanted = target(measure="multiple", value=value, unit="倍")
    assert judged(wanted, based, day).verdict == judged(wanted, scaled, day).verdict


@pytest.mark.parametrize("measure", sorted(MEASURES))
@given(reported(), figures, days)
def test_forecasts_alone_never_reach_early_and_are_always_marked(
    measure: str, observations: list[Observation], value: Decimal, day: Any
) -> None:
    forecasts = [replace(one, nature="estimate") for one in observations]
    found = judged(asked(measure, value=value), forecasts, day)
    assert found.verdict != "early"
    if found.verdict != "unknown":
        assert found.forecast
        assert "forecast" in found.reason
    if found.verdict == "met":
        assert day > HANDED_IN.replace(year=2025, month=12, day=31)


@pytest.mark.parametrize("measure", [*sorted(MEASURES), "qualitative", None])
@given(st.sampled_from(["at_least", "more_than", "at_most", "less_than", "about"]), days)
def test_without_a_value_nothing_is_known(measure: str | None, direction: str, day: Any) -> None:
    wanted = target(measure=measure, direction=direction)
    found = judged(wanted, [], day)
    assert (found.verdict, found.value, found.gap) == ("unknown", None, None)
    assert found.reason


@pytest.mark.parametrize("measure", UPWARD)
@given(reported(), figures)
def test_only_what_holds_year_by_year_is_missed_before_it_is_due(
    measure: str, observations: list[Observation], value: Decimal
) -> None:
    found = judged(asked(measure, value=value), observations, MIDWAY)
    if measure not in {"level_hold", "per_year", "rank"}:
        assert found.verdict != "missed"


@given(reported(), days)
def test_reports_of_later_days_are_not_seen(observations: list[Observation], day: Any) -> None:
    later = [replace(one, day=AFTER.replace(year=2030)) for one in observations]
    assert judged(target(), [*observations, *later], day) == judged(target(), observations, day)
