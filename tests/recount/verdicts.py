"""Verdicts on targets, by docs/judgement.md, in fractions."""

import re
from calendar import isleap
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from fractions import Fraction
from typing import Any

from tests.recount.raw import Raw, Record, day

_RANK = {"final": 0, "preliminary": 1, None: 1, "estimate": 2}
_EVERY_YEAR = ("level_hold", "rank", "per_year")
_REACHED = ("met", "early")


@dataclass
class Value:
    """A value that counts: of which year, whether a forecast, and how far into the plan it is."""

    figure: Fraction
    year: int
    whole: bool
    forecast: bool
    gone: Fraction
    label: str


class Asked:
    """What a target asks for."""

    def __init__(self, target: Record, about: Any) -> None:
        full = target["measure"] == "coverage" and "value" not in target
        self.figure = Fraction("100" if full else str(target["value"]))
        self.direction = "at_least" if full else target["direction"]
        self.upper = Fraction(str(target["upper"])) if "upper" in target else None
        self.share = Fraction(str(about)) / 100 if self.direction == "about" else Fraction(0)

    @property
    def sign(self) -> int:
        return -1 if self.direction in ("at_most", "less_than") else 1

    def reached(self, figure: Fraction) -> bool:
        over = self.sign * (figure - self.figure) + abs(self.figure) * self.share
        return over > 0 if self.direction in ("more_than", "less_than") else over >= 0

    def kept(self, figure: Fraction) -> bool:
        if self.direction == "about" and figure > self.figure * (1 + self.share):
            return False
        if self.upper is not None and figure > self.upper:
            return False
        return self.reached(figure)

    def pace(self, figure: Fraction, planned: Fraction) -> str:
        over, slack = self.sign * (figure - planned), abs(planned) * self.share
        return "ahead" if over > slack else "behind" if over < -slack else "on_track"


def values(target: Record, reports: Iterable[Record], base: int) -> list[Value]:
    """One value a period, final before preliminary before estimate, then the last handed in."""
    best: dict[str, tuple[int, Value]] = {}
    for report in reports:  # in the order of time, so that of two alike the last stays
        for figure, period in _told(target["id"], report):
            rank, label = _RANK[report.get("nature")], period or report["date"]
            made = _value(Fraction(str(figure)), period, day(report["date"]), base)
            made.forecast = report.get("nature") == "estimate"
            if label not in best or rank <= best[label][0]:
                best[label] = (rank, made)
    return [made for _rank, made in best.values()]


def _told(target: str, report: Record) -> list[tuple[Any, str | None]]:
    if report.get("target") == target:
        return [(report["value"], report["period"])]
    return [(one["value"], None) for one in report.get("values", ()) if one["target"] == target]


def _value(figure: Fraction, period: str | None, on: date, base: int) -> Value:
    if period is not None:
        year, whole = int(period[:4]), re.fullmatch(r"\d{4}", period) is not None
        return Value(figure, year, whole, False, Fraction(year - base), period)
    share = Fraction(on.timetuple().tm_yday, 366 if isleap(on.year) else 365)
    return Value(figure, on.year, False, False, on.year - 1 - base + share, on.isoformat())


def verdict(raw: Raw, target: Record, reports: Iterable[Record], on: date) -> str:
    """The verdict on a target by some reports, on a day."""
    measure, due = target.get("measure"), target.get("due")
    if measure in (None, "qualitative") or ("value" not in target and measure != "coverage"):
        return "unknown"
    horizon = raw.plan["horizon"]
    asked = Asked(target, raw.plan["judgement"]["about_percent"])
    known = values(target, reports, horizon["base"])
    yearly = measure in ("annual_growth", *_EVERY_YEAR)
    late = yearly and due is not None and due > horizon["end"]
    first = horizon["end"] + 1 if late else horizon["start"]
    days = measure not in ("annual_growth", "per_year")
    used = [
        one
        for one in known
        if (one.whole or (days and "-" in one.label and len(one.label) == len("2024-01-31")))
        and first <= one.year <= (due or one.year)
    ]
    if not used:
        return "unknown"
    used.sort(key=lambda one: (one.year, one.whole, one.label))
    over, last = due is not None and on.year > due, used[-1]
    settled = last.whole and last.year == due and (over or not last.forecast)
    if yearly:
        have, end = {one.year for one in used}, due if over and due else last.year
        gaps = any(year not in have for year in range(first, end + 1))
        judge = _kept_yearly if measure in _EVERY_YEAR else _on_average
        return judge(asked, target, used, gaps, over=over, settled=settled)
    base = next((one.figure for one in known if one.label == str(horizon["base"])), None)
    if measure == "multiple" and base is not None:
        for one in used:
            one.figure /= base
    planned = _planned(asked, target, last, base, horizon["base"])
    return _on_its_way(asked, due, used, planned, over=over, settled=settled)


def _kept_yearly(
    asked: Asked, target: Record, used: list[Value], gaps: bool, *, over: bool, settled: bool
) -> str:
    good = asked.reached if target["measure"] == "per_year" else asked.kept
    broken = [one for one in used if not good(one.figure)]
    if any(not one.forecast for one in broken) or (broken and over):
        return "missed"
    if broken:
        return "behind"
    if gaps:
        return "unknown"
    return "met" if over or settled else "on_track"


def _on_average(
    asked: Asked, target: Record, used: list[Value], gaps: bool, *, over: bool, settled: bool
) -> str:
    if gaps:
        return "unknown"
    scale, product = 1000 if target.get("unit") == "‰" else 100, Fraction(1)
    for one in used:
        product *= 1 + one.figure / scale
    low, high = (1 + asked.figure * (1 + side * asked.share) / scale for side in (-1, 1))
    pace = (product > high ** len(used)) - (product < low ** len(used))
    if not (over or settled):
        return ("on_track", "ahead", "behind")[pace * asked.sign]
    if pace * asked.sign > 0 or (pace == 0 and not asked.direction.endswith("than")):
        return "met"
    return "missed" if over else "behind"


def _planned(
    asked: Asked, target: Record, last: Value, base: Fraction | None, year: int
) -> Fraction | None:
    if "due" not in target:
        return None
    share: Fraction = last.gone / (target["due"] - year)
    if target["measure"] == "level_reach":
        if base is None:
            return None
        start = asked.figure if asked.reached(base) else base
        return start + (asked.figure - start) * share
    if target["measure"] in ("cumulative_reduction", "cumulative_count"):
        return asked.figure * share
    if target["measure"] == "multiple":
        return Fraction(float(asked.figure) ** float(share))
    return None


def _on_its_way(
    asked: Asked,
    due: int | None,
    used: list[Value],
    planned: Fraction | None,
    *,
    over: bool,
    settled: bool,
) -> str:
    last, good = used[-1], asked.reached(used[-1].figure)
    if due is None:
        return ("on_track" if last.forecast else "met") if good else "unknown"
    since = _since(asked, due, used) if good else None
    if since is not None:
        return "early" if since < due else "met"
    if settled:
        return "met" if good else "missed" if over else "behind"
    return "unknown" if over else _under_way(asked, due, last, planned)


def _under_way(asked: Asked, due: int, last: Value, planned: Fraction | None) -> str:
    good = asked.reached(last.figure)
    if planned is None:
        return "on_track" if good else "unknown"
    if last.whole and last.year == due and not good:
        return "behind"
    return asked.pace(last.figure, planned)


def _since(asked: Asked, due: int, used: list[Value]) -> int | None:
    """The year of the value that shows that a target is reached: no forecast, the earlier year."""
    sure = [one for one in used if not one.forecast]
    before = [one for one in sure if one.year != due]
    for found in (before[-1:], sure[-1:]):
        if found and asked.reached(found[0].figure):
            return found[0].year
    return None


def verdicts(raw: Raw, item: Record, on: date) -> list[str]:
    reports = raw.deciding(item, on)
    return [verdict(raw, target, reports, on) for target in item.get("targets", ())]


def is_closed(raw: Raw, item: Record, on: date) -> bool:
    """Nothing more is expected of it."""
    if "lead" in item:
        return raw.state(item, on) in ("done", "terminated")
    found = verdicts(raw, item, on)
    return bool(found) and all(one in _REACHED for one in found)


def late_since(raw: Raw, item: Record, on: date) -> date | None:
    """The first day on which it was past its date; None if it is not."""
    if is_closed(raw, item, on):
        return None
    found, targets = verdicts(raw, item, on), item.get("targets", ())
    years = sorted({one["due"] for one in targets if "due" in one})
    if "lead" not in item:
        years = years if "missed" in found else []
    else:
        years = [
            year
            for year in years
            if any(
                one not in _REACHED
                for one, target in zip(found, targets, strict=True)
                if target.get("due") == year
            )
        ]
    return next((date(year + 1, 1, 1) for year in years if year < on.year), None)


def unserved(raw: Raw, item: Record, on: date, asked: Iterable[str]) -> list[str]:
    """The half-years for which nothing was reported, not even late."""
    if is_closed(raw, item, on):
        return []
    reported = [day(one["date"]) for one in raw.deciding(item, on)]
    return [period for period in asked if not any(_serves(raw, one, period) for one in reported)]


def _serves(raw: Raw, reported: date, period: str) -> bool:
    """A report serves the first deadline after it; one that serves a later one was merely late."""
    begins = date(int(period[:4]), 1 if period.endswith("H1") else 7, 1)
    first = min((by for by in raw.deadlines.values() if by >= reported), default=date.max)
    return reported >= begins and first >= raw.deadlines[period]
