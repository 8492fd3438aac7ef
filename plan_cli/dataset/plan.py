"""The plan as a whole, as plain values: its years, its outline, and the rules it sets."""

from collections.abc import Mapping
from datetime import date
from typing import Any, Literal, NamedTuple

from plan_cli.dataset.outline import OutlineEntry
from plan_cli.dataset.rows import DiscrepancyRow, Figure, as_tuple

Light = Literal["none", "green", "yellow", "red", "blue"]


class Source(NamedTuple):
    """The published text: its path from the dataset's folder, and its checksum."""

    file: str
    sha256: str


class Horizon(NamedTuple):
    """The base year, the first and last year of the plan, and that of the long-term goals."""

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
    """By when the reports of a half-year (`2023H2`) are due."""

    period: str
    by: date

    @property
    def begins(self) -> date:
        """The first day of the half-year."""
        return date(int(self.period[:4]), 1 if self.period.endswith("H1") else 7, 1)


class FollowUp(NamedTuple):
    """How closely items are followed up."""

    near_due_days: int = 0
    deadlines: tuple[Deadline, ...] = ()


class LightRule(NamedTuple):
    """A light, and the facts that have to hold (`when`) and may not hold (`unless`) for it."""

    light: Light
    when: tuple[str, ...]
    unless: tuple[str, ...] = ()


class Plan(NamedTuple):
    """`plan.yaml`, as far as anybody asks for it.

    Attributes:
        reporters: who may report any indicator.
        about_percent: how far off a 左右 figure may be, in percent of it.
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
    """Return the plan by the plain values of its file."""
    follow_up = value["follow_up"]
    deadlines = (
        Deadline(one["period"], date.fromisoformat(one["by"])) for one in follow_up["deadlines"]
    )
    return Plan(
        title=value["title"],
        number=value["number"],
        source=as_tuple(Source, value["source"]),
        horizon=as_tuple(Horizon, value["horizon"]),
        sections=tuple(as_tuple(OutlineEntry, one) for one in value["sections"]),
        rules=tuple(as_tuple(Rule, one) for one in value["rules"]),
        discrepancies=value["discrepancies"],
        reporters=tuple(one["department"] for one in value["reporting"]["any_indicator"]),
        follow_up=FollowUp(follow_up["near_due_days"], tuple(deadlines)),
        about_percent=value["judgement"]["about_percent"],
        lights=tuple(as_tuple(LightRule, one) for one in value["lights"]),
    )
