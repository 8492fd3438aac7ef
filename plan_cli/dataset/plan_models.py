"""`plan.yaml`: the notice as a whole, its outline, and the rules it sets."""

from typing import Annotated, Literal

from pydantic import Field

from plan_cli.dataset.models import IsoDate, Many, Number, Record, Text, Year

SectionKind = Literal["positioning", "indicator", "vision", "measure"]


class Source(Record):
    """The published text that the data is checked against."""

    file: Annotated[Text, Field(description="Path of the text, from the dataset's folder.")]
    sha256: Annotated[
        Text, Field(pattern=r"^[0-9a-f]{64}$", description="SHA-256 of the file's bytes.")
    ]


class Horizon(Record):
    """The years that the plan counts from and to."""

    base: Annotated[Year, Field(description="The year that growth and 较2020年 count from.")]
    start: Annotated[Year, Field(description="The first year of the plan.")]
    end: Annotated[Year, Field(description="The last year of the plan.")]
    vision: Annotated[Year, Field(description="The year of the long-term goals.")]


class Counts(Record):
    """How many indicators the notice itself says it has."""

    quote: Annotated[Text, Field(description="The notice's words.")]
    indicators: Annotated[int, Field(ge=0, description="All indicators.")]
    expected: Annotated[int, Field(ge=0, description="Expected (预期性) ones.")]
    binding: Annotated[int, Field(ge=0, description="Binding (约束性) ones.")]


class Section(Record):
    """A part or section of the outline.

    A section whose heading was lost in publication is recorded with `missing` and no title; its
    items stand under the last heading before them.
    """

    code: Annotated[
        Text,
        Field(
            pattern=r"^[一二三四五六七八九十]+(\([一二三四五六七八九十]+\))?$",
            description="`三` for a part, `三(五)` for a section of it.",
        ),
    ]
    title: Annotated[Text | None, Field(description="The heading as published.")] = None
    kind: Annotated[
        SectionKind | None, Field(description="What its items are; none where it has none.")
    ] = None
    missing: Annotated[
        bool, Field(description="True where the published text lacks the heading.")
    ] = False


class Meaning(Record):
    """A rule in plain words, in both languages."""

    zh: Annotated[Text, Field(description="In Chinese.")]
    en: Annotated[Text, Field(description="In English.")]


class PlanRule(Record):
    """A rule that the notice sets, in its own words and in ours."""

    id: Annotated[Text, Field(pattern=r"^[a-z_]+$", description="Name used by the program.")]
    section: Annotated[Text, Field(description="Where in the notice it stands.")]
    quote: Annotated[Text, Field(description="The notice's exact words.")]
    meaning: Annotated[Meaning, Field(description="What it comes to.")]
    departments: Annotated[
        Many[Text], Field(description="Whom it charges by name, if anybody.")
    ] = ()


class Reporter(Record):
    """A department that may report any indicator, and why it may."""

    department: Annotated[Text, Field(description="Who may: a canonical name.")]
    basis: Annotated[
        Literal["notice", "duty"],
        Field(description="What it rests on: the notice's own words, or a duty it has anyway."),
    ]
    quote: Annotated[
        Text | None, Field(description="The notice's words, where it rests on those.")
    ] = None
    note: Annotated[Text | None, Field(description="A remark of ours; not the notice's.")] = None


class Reporting(Record):
    """How reports are handed in."""

    any_indicator: Annotated[
        Many[Reporter], Field(description="Who may report indicators that others answer for.")
    ] = ()


DiscrepancyKind = Literal["different_figures", "different_departments", "counted_twice"]


class Discrepancy(Record):
    """Where the notice is at odds with itself; known, and nobody's mistake in the data."""

    kind: Annotated[
        DiscrepancyKind,
        Field(
            description="Two figures for one metric and year; one metric with different "
            "departments; one thing that is counted in two items."
        ),
    ]
    targets: Annotated[Many[Text], Field(min_length=2, description="Ids of the targets.")]
    quotes: Annotated[
        Many[Text], Field(min_length=2, description="What each of them says, in their order.")
    ]
    note: Annotated[Text, Field(description="What is known about it, and what follows.")]


LightName = Literal["none", "green", "yellow", "red", "blue"]
Fact = Literal[
    "unreported", "not_started", "in_progress", "blocked", "done", "terminated", "reported",
    "overdue", "near_due", "stale",
    "early", "met", "ahead", "on_track", "behind", "missed", "unknown",
]  # fmt: skip


class Deadline(Record):
    """By when the reports of a half-year are due."""

    period: Annotated[
        Text, Field(pattern=r"^(19|2[0-9])[0-9]{2}H[12]$", description="The half-year: `2023H2`.")
    ]
    by: Annotated[IsoDate, Field(description="The last day on which a report is in time.")]


class FollowUp(Record):
    """How closely items are followed up."""

    near_due_days: Annotated[
        int, Field(ge=0, description="A due date this many days ahead or fewer is near.")
    ] = 0
    deadlines: Annotated[
        Many[Deadline], Field(description="The half-years' reporting deadlines.")
    ] = ()
    note: Annotated[Text | None, Field(description="A remark of ours; not the notice's.")] = None


class JudgementSettings(Record):
    """What judging targets needs beyond the notice's own words."""

    about_percent: Annotated[
        Number, Field(description="How far off a 左右 figure may be, in percent of it.")
    ] = 5
    note: Annotated[Text | None, Field(description="A remark of ours; not the notice's.")] = None


class LightSetting(Record):
    """A rule for the lights; the first one that fits an item decides."""

    light: Annotated[LightName, Field(description="The light it gives.")]
    when: Annotated[Many[Fact], Field(min_length=1, description="All of these hold.")]
    unless: Annotated[Many[Fact], Field(description="None of these holds.")] = ()
    note: Annotated[Text | None, Field(description="A remark of ours; not the notice's.")] = None


class Plan(Record):
    """The file as a whole."""

    title: Annotated[Text, Field(description="Title of the plan of tasks, as published.")]
    notice: Annotated[Text, Field(description="Title of the notice that issues it.")]
    number: Annotated[Text, Field(description="Document number (发文字号).")]
    index: Annotated[Text, Field(description="Index number (索引号).")]
    issuer: Annotated[Text, Field(description="Who issued the notice.")]
    signed: Annotated[IsoDate, Field(description="The date under the notice (落款).")]
    issued: Annotated[IsoDate, Field(description="The date of issue (发文日期).")]
    note: Annotated[Text | None, Field(description="A remark of ours; not the notice's.")] = None
    source: Annotated[Source, Field(description="The published text.")]
    horizon: Annotated[Horizon, Field(description="The years it covers.")]
    counts: Annotated[Counts, Field(description="What the notice says it counts.")]
    sections: Annotated[Many[Section], Field(description="The outline, in order.")]
    rules: Annotated[Many[PlanRule], Field(description="The rules it sets.")] = ()
    discrepancies: Annotated[
        Many[Discrepancy], Field(description="Where the notice is at odds with itself.")
    ] = ()
    reporting: Annotated[
        Reporting,
        Field(default_factory=Reporting, description="Who may report on what others answer for."),
    ]
    follow_up: Annotated[FollowUp, Field(description="What is near, and what is late.")] = (
        FollowUp()
    )
    judgement: Annotated[
        JudgementSettings, Field(description="What judging targets needs beyond the notice.")
    ] = JudgementSettings()
    lights: Annotated[
        Many[LightSetting], Field(description="The rules for the lights, in order.")
    ] = ()
