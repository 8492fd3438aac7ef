"""The plan as a whole, as plain values: its years, its outline, and the rules it sets."""

import re
import unicodedata
from collections.abc import Mapping
from datetime import date
from typing import Any, Final, Literal, NamedTuple

from plan_cli.dataset.rows import DiscrepancyRow, Figure, as_tuple

_CODE: Final = re.compile("[一二三四五六七八九十()]+")  # 五 is a code, not a word of 十四五


class OutlineEntry(NamedTuple):
    """A part or section; `missing`: the published text lacks its heading."""

    code: str
    title: str | None
    missing: bool = False

    def __str__(self) -> str:
        return f"{self.code} {self.title}" if self.title else self.code


class SectionProblem(NamedTuple):
    """The typed text fits no section, a missing one, or several (`candidates`)."""

    text: str
    candidates: tuple[str, ...] = ()
    missing: bool = False
    stands_under: str | None = None


class Outline(NamedTuple):
    entries: tuple[OutlineEntry, ...]

    def find(self, typed: str) -> frozenset[str] | SectionProblem:
        """Find the sections meant by `typed`: a code (a part has its sections) or part of a title.

        `三(五)` may have full-width brackets, and its title behind it.
        """
        text = _plain(typed)
        for position, entry in enumerate(self.entries):
            if text in {entry.code, _plain(str(entry))}:
                if not entry.missing:
                    return self._codes_under(entry.code)
                before = [other for other in self.entries[:position] if not other.missing]
                under = str(before[-1]) if before else None
                return SectionProblem(entry.code, missing=True, stands_under=under)
        titles = [(entry, _plain(entry.title)) for entry in self.entries if entry.title]
        whole = [entry for entry, title in titles if title == text]
        fitting = whole or [entry for entry, title in titles if text and text in title]
        if _CODE.fullmatch(text):
            fitting = []
        if len(fitting) == 1:
            return self._codes_under(fitting[0].code)
        return SectionProblem(typed, candidates=tuple(str(entry) for entry in fitting))

    def _codes_under(self, code: str) -> frozenset[str]:
        codes = (entry.code for entry in self.entries)
        return frozenset(one for one in codes if one == code or one.startswith(f"{code}("))


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip()


Light = Literal["none", "green", "yellow", "red", "blue"]


class Source(NamedTuple):
    """The published text: its path from the dataset's folder, and its SHA-256."""

    file: str
    sha256: str


class Horizon(NamedTuple):
    """Years: the base of growth, the plan's first and last, that of the long-term goals."""

    base: int
    start: int
    end: int
    vision: int


class Rule(NamedTuple):
    """A rule that the notice sets, in its own words."""

    id: str
    section: str
    quote: str


class Deadline(NamedTuple):
    """The day on which reports of a half-year (`2023H2`) are due."""

    period: str
    by: date

    @property
    def begins(self) -> date:
        """The first day of the half-year."""
        return date(int(self.period[:4]), 1 if self.period.endswith("H1") else 7, 1)


class FollowUp(NamedTuple):
    near_due_days: int = 0
    deadlines: tuple[Deadline, ...] = ()


class LightRule(NamedTuple):
    """A light; the facts in `when` must hold and those in `unless` must not."""

    light: Light
    when: tuple[str, ...]
    unless: tuple[str, ...] = ()


class Plan(NamedTuple):
    """`plan.yaml`, as far as queries need it.

    `reporters` may report any indicator; a 左右 figure may be off by `about_percent`.
    """

    title: str
    number: str
    source: Source
    horizon: Horizon
    sections: tuple[OutlineEntry, ...]
    rules: tuple[Rule, ...]
    discrepancies: list[DiscrepancyRow]
    reporters: tuple[str, ...]
    follow_up: FollowUp
    about_percent: Figure
    lights: tuple[LightRule, ...]


def plan_of(value: Mapping[str, Any]) -> Plan:
    follow_up = value["follow_up"]
    days = ((one["period"], date.fromisoformat(one["by"])) for one in follow_up["deadlines"])
    deadlines = tuple(Deadline(period, by) for period, by in days)
    return Plan(
        title=value["title"],
        number=value["number"],
        source=as_tuple(Source, value["source"]),
        horizon=as_tuple(Horizon, value["horizon"]),
        sections=tuple(as_tuple(OutlineEntry, one) for one in value["sections"]),
        rules=tuple(as_tuple(Rule, one) for one in value["rules"]),
        discrepancies=value["discrepancies"],
        reporters=tuple(one["department"] for one in value["reporting"]["any_indicator"]),
        follow_up=FollowUp(follow_up["near_due_days"], deadlines),
        about_percent=value["judgement"]["about_percent"],
        lights=tuple(as_tuple(LightRule, one) for one in value["lights"]),
    )
