"""`plan.yaml`: the notice as a whole, its outline, and the rules it sets."""

from typing import Annotated, Literal

from plan_cli.dataset.models import IsoDate, Many, Number, Record, Text, Year, about

SectionKind = Literal["positioning", "indicator", "vision", "measure"]


class Source(Record):
    """The published text that the data is checked against."""

    file: Annotated[Text, about("Path of the text, from the dataset's folder.")]
    sha256: Annotated[Text, about("SHA-256 of the file's bytes.", pattern=r"^[0-9a-f]{64}$")]


class Horizon(Record):
    """The years that the plan counts from and to."""

    base: Annotated[Year, about("The year that growth and 较2020年 count from.")]
    start: Annotated[Year, about("The first year of the plan.")]
    end: Annotated[Year, about("The last year of the plan.")]
    vision: Annotated[Year, about("The year of the long-term goals.")]


class Counts(Record):
    """How many indicators the notice itself says it has."""

    quote: Annotated[Text, about("The notice's words.")]
    indicators: Annotated[int, about("All indicators.", ge=0)]
    expected: Annotated[int, about("Expected (预期性) ones.", ge=0)]
    binding: Annotated[int, about("Binding (约束性) ones.", ge=0)]


class Section(Record):
    """A part or section of the outline.

    A section whose heading was lost in publication is recorded with `missing` and no title; its
    items stand under the last heading before them.
    """

    code: Annotated[
        Text,
        about(
            "`三` for a part, `三(五)` for a section of it.",
            pattern=r"^[一二三四五六七八九十]+(\([一二三四五六七八九十]+\))?$",
        ),
    ]
    title: Annotated[Text | None, about("The heading as published.")] = None
    kind: Annotated[SectionKind | None, about("What its items are; none where it has none.")] = None
    missing: Annotated[bool, about("True where the published text lacks the heading.")] = False


class Meaning(Record):
    """A rule in plain words, in both languages."""

    zh: Annotated[Text, about("In Chinese.")]
    en: Annotated[Text, about("In English.")]


class PlanRule(Record):
    """A rule that the notice sets, in its own words and in ours."""

    id: Annotated[Text, about("Name used by the program.", pattern=r"^[a-z_]+$")]
    section: Annotated[Text, about("Where in the notice it stands.")]
    quote: Annotated[Text, about("The notice's exact words.")]
    meaning: Annotated[Meaning, about("What it comes to.")]
    departments: Annotated[Many[Text], about("Whom it charges by name, if anybody.")] = ()


class Reporter(Record):
    """A department that may report any indicator, and why it may."""

    department: Annotated[Text, about("Who may: a canonical name.")]
    basis: Annotated[
        Literal["notice", "duty"],
        about("What it rests on: the notice's own words, or a duty it has anyway."),
    ]
    quote: Annotated[Text | None, about("The notice's words, where it rests on those.")] = None
    note: Annotated[Text | None, about("A remark of ours; not the notice's.")] = None


class Reporting(Record):
    """How reports are handed in."""

    any_indicator: Annotated[
        Many[Reporter], about("Who may report indicators that others answer for.")
    ] = ()


DiscrepancyKind = Literal["different_figures", "different_departments", "counted_twice"]


class Discrepancy(Record):
    """Where the notice is at odds with itself; known, and nobody's mistake in the data."""

    kind: Annotated[
        DiscrepancyKind,
        about(
            "Two figures for one metric and year; one metric with different "
            "departments; one thing that is counted in two items."
        ),
    ]
    targets: Annotated[Many[Text], about("Ids of the targets.", min_length=2)]
    quotes: Annotated[Many[Text], about("What each of them says, in their order.", min_length=2)]
    note: Annotated[Text, about("What is known about it, and what follows.")]


LightName = Literal["none", "green", "yellow", "red", "blue"]
Fact = Literal[
    "unreported", "not_started", "in_progress", "blocked", "done", "terminated", "reported",
    "overdue", "near_due", "stale",
    "early", "met", "ahead", "on_track", "behind", "missed", "unknown",
]  # fmt: skip


class Deadline(Record):
    """By when the reports of a half-year are due."""

    period: Annotated[Text, about("The half-year: `2023H2`.", pattern=r"^[0-9]{4}H[12]$")]
    by: Annotated[IsoDate, about("The last day on which a report is in time.")]


class FollowUp(Record):
    """How closely items are followed up."""

    near_due_days: Annotated[
        int, about("A due date this many days ahead or fewer is near.", ge=0)
    ] = 0
    deadlines: Annotated[Many[Deadline], about("The half-years' reporting deadlines.")] = ()
    note: Annotated[Text | None, about("A remark of ours; not the notice's.")] = None


class JudgementSettings(Record):
    """What judging targets needs beyond the notice's own words."""

    about_percent: Annotated[
        Number, about("How far off a 左右 figure may be, in percent of it.")
    ] = 5
    note: Annotated[Text | None, about("A remark of ours; not the notice's.")] = None


class LightSetting(Record):
    """A rule for the lights; the first one that fits an item decides."""

    light: Annotated[LightName, about("The light it gives.")]
    when: Annotated[Many[Fact], about("All of these hold.", min_length=1)]
    unless: Annotated[Many[Fact], about("None of these holds.")] = ()
    note: Annotated[Text | None, about("A remark of ours; not the notice's.")] = None


class Plan(Record):
    """The file as a whole."""

    title: Annotated[Text, about("Title of the plan of tasks, as published.")]
    notice: Annotated[Text, about("Title of the notice that issues it.")]
    number: Annotated[Text, about("Document number (发文字号).")]
    index: Annotated[Text, about("Index number (索引号).")]
    issuer: Annotated[Text, about("Who issued the notice.")]
    signed: Annotated[IsoDate, about("The date under the notice (落款).")]
    issued: Annotated[IsoDate, about("The date of issue (发文日期).")]
    note: Annotated[Text | None, about("A remark of ours; not the notice's.")] = None
    source: Annotated[Source, about("The published text.")]
    horizon: Annotated[Horizon, about("The years it covers.")]
    counts: Annotated[Counts, about("What the notice says it counts.")]
    sections: Annotated[Many[Section], about("The outline, in order.")]
    rules: Annotated[Many[PlanRule], about("The rules it sets.")] = ()
    discrepancies: Annotated[
        Many[Discrepancy], about("Where the notice is at odds with itself.")
    ] = ()
    reporting: Annotated[
        Reporting, about("Who may report on what others answer for.", default_factory=Reporting)
    ]
    follow_up: Annotated[FollowUp, about("What is near, and what is late.")] = FollowUp()
    judgement: Annotated[
        JudgementSettings, about("What judging targets needs beyond the notice.")
    ] = JudgementSettings()
    lights: Annotated[Many[LightSetting], about("The rules for the lights, in order.")] = ()
