"""`plan.yaml`: the notice as a whole, its outline, and the rules it sets."""

from typing import Literal

from pydantic import Field

from plan_cli.dataset.models import IsoDate, Many, Percentage, Record, Text, Year, about

SectionKind = Literal["positioning", "indicator", "vision", "measure"]


class Source(Record):
    """The published text that the data is checked against."""

    file: Text = about(..., "Path of the text, from the dataset's folder.")
    sha256: Text = about(..., "SHA-256 of the file's bytes.", pattern=r"^[0-9a-f]{64}$")


class Horizon(Record):
    """The years that the plan counts from and to."""

    base: Year = about(..., "The year that growth and 较2020年 count from.")
    start: Year = about(..., "The first year of the plan.")
    end: Year = about(..., "The last year of the plan.")
    vision: Year = about(..., "The year of the long-term goals.")


class Counts(Record):
    """How many indicators the notice itself says it has."""

    quote: Text = about(..., "The notice's words.")
    indicators: int = about(..., "All indicators.", ge=0)
    expected: int = about(..., "Expected (预期性) ones.", ge=0)
    binding: int = about(..., "Binding (约束性) ones.", ge=0)


class Section(Record):
    """A part or section of the outline.

    A section whose heading was lost in publication is recorded with `missing` and no title; its
    items stand under the last heading before them.
    """

    code: Text = about(
        ...,
        "`三` for a part, `三(五)` for a section of it.",
        pattern=r"^[一二三四五六七八九十]+(\([一二三四五六七八九十]+\))?$",
    )
    title: Text | None = about(None, "The heading as published.")
    kind: SectionKind | None = about(None, "What its items are; none where it has none.")
    missing: bool = about(False, "True where the published text lacks the heading.")


class Meaning(Record):
    """A rule in plain words, in both languages."""

    zh: Text = about(..., "In Chinese.")
    en: Text = about(..., "In English.")


class PlanRule(Record):
    """A rule that the notice sets, in its own words and in ours."""

    id: Text = about(..., "Name used by the program.", pattern=r"^[a-z_]+$")
    section: Text = about(..., "Where in the notice it stands.")
    quote: Text = about(..., "The notice's exact words.")
    meaning: Meaning = about(..., "What it comes to.")
    departments: Many[Text] = about((), "Whom it charges by name, if anybody.")


class Reporter(Record):
    """A department that may report any indicator, and why it may."""

    department: Text = about(..., "Who may: a canonical name.")
    basis: Literal["notice", "duty"] = about(
        ..., "What it rests on: the notice's own words, or a duty it has anyway."
    )
    quote: Text | None = about(None, "The notice's words, where it rests on those.")
    note: Text | None = about(None, "A remark of ours; not the notice's.")


class Reporting(Record):
    """How reports are handed in."""

    any_indicator: Many[Reporter] = about((), "Who may report indicators that others answer for.")


DiscrepancyKind = Literal["different_figures", "different_departments", "counted_twice"]


class Discrepancy(Record):
    """Where the notice is at odds with itself; known, and nobody's mistake in the data."""

    kind: DiscrepancyKind = about(
        ...,
        "Two figures for one metric and year; one metric with different "
        "departments; one thing that is counted in two items.",
    )
    targets: Many[Text] = about(..., "Ids of the targets.", min_length=2)
    quotes: Many[Text] = about(..., "What each of them says, in their order.", min_length=2)
    note: Text = about(..., "What is known about it, and what follows.")


LightName = Literal["none", "green", "yellow", "red", "blue"]
Fact = Literal[
    "unreported", "not_started", "in_progress", "blocked", "done", "terminated", "reported",
    "overdue", "near_due", "stale",
    "early", "met", "ahead", "on_track", "behind", "missed", "unknown",
]  # fmt: skip


class Deadline(Record):
    """By when the reports of a half-year are due."""

    period: Text = about(..., "The half-year: `2023H2`.", pattern=r"^(19|2[0-9])[0-9]{2}H[12]$")
    by: IsoDate = about(..., "The last day on which a report is in time.")


class FollowUp(Record):
    """How closely items are followed up."""

    near_due_days: int = about(
        0, "A due date this many days ahead or fewer is near.", ge=0, le=3660
    )
    deadlines: Many[Deadline] = about((), "The half-years' reporting deadlines.")
    note: Text | None = about(None, "A remark of ours; not the notice's.")


class JudgementSettings(Record):
    """What judging targets needs beyond the notice's own words."""

    about_percent: Percentage = about(5, "How far off a 左右 figure may be, in percent of it.")
    note: Text | None = about(None, "A remark of ours; not the notice's.")


class LightSetting(Record):
    """A rule for the lights; the first one that fits an item decides."""

    light: LightName = about(..., "The light it gives.")
    when: Many[Fact] = about(..., "All of these hold.", min_length=1)
    unless: Many[Fact] = about((), "None of these holds.")
    note: Text | None = about(None, "A remark of ours; not the notice's.")


class Plan(Record):
    """The file as a whole."""

    title: Text = about(..., "Title of the plan of tasks, as published.")
    notice: Text = about(..., "Title of the notice that issues it.")
    number: Text = about(..., "Document number (发文字号).")
    index: Text = about(..., "Index number (索引号).")
    issuer: Text = about(..., "Who issued the notice.")
    signed: IsoDate = about(..., "The date under the notice (落款).")
    issued: IsoDate = about(..., "The date of issue (发文日期).")
    note: Text | None = about(None, "A remark of ours; not the notice's.")
    source: Source = about(..., "The published text.")
    horizon: Horizon = about(..., "The years it covers.")
    counts: Counts = about(..., "What the notice says it counts.")
    sections: Many[Section] = about(..., "The outline, in order.")
    rules: Many[PlanRule] = about((), "The rules it sets.")
    discrepancies: Many[Discrepancy] = about((), "Where the notice is at odds with itself.")
    reporting: Reporting = Field(
        description="Who may report on what others answer for.", default_factory=Reporting
    )
    follow_up: FollowUp = about(FollowUp(), "What is near, and what is late.")
    judgement: JudgementSettings = about(
        JudgementSettings(), "What judging targets needs beyond the notice."
    )
    lights: Many[LightSetting] = about((), "The rules for the lights, in order.")
