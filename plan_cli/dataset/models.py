"""What the files of a dataset hold: strict, immutable, one field a fact."""

import os
import re
from datetime import date
from decimal import Decimal
from typing import Annotated, Final, Literal, TypeVar

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PlainValidator
from pydantic_core import PydanticCustomError

# Looking for Pydantic plugins that other packages may have installed costs more than our models.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")


Element = TypeVar("Element")

_ISO_DATE: Final = re.compile(r"\d{4}-\d{2}-\d{2}")
_MAX_DIGITS: Final = 15  # up to here a number in JSON reads back as exactly what was written


class Record(BaseModel):
    """A record of the dataset: no unknown keys, no coercion, no change after loading."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, defer_build=True)


def _iso_date(value: object) -> object:
    if isinstance(value, str) and _ISO_DATE.fullmatch(value):
        try:
            return date.fromisoformat(value)
        except ValueError:
            pass
    raise PydanticCustomError("iso_date", "not a date of the form YYYY-MM-DD")


def exact_number(value: object) -> int | Decimal:
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise PydanticCustomError("exact_number", "not a number")
    if len(Decimal(value).as_tuple().digits) > _MAX_DIGITS:
        raise PydanticCustomError("exact_number_digits", "a number of more than 15 digits")
    return value


Text = Annotated[str, Field(min_length=1)]
Year = Annotated[int, Field(ge=1900, le=2999)]
# Strict mode refuses text for a date and a list for a tuple, and those are what YAML has.
IsoDate = Annotated[date, BeforeValidator(_iso_date)]
Number = Annotated[int | Decimal, PlainValidator(exact_number)]
Many = Annotated[tuple[Element, ...], Field(strict=False)]


Measure = Literal[
    "level_reach",
    "level_hold",
    "annual_growth",
    "cumulative_reduction",
    "cumulative_count",
    "per_year",
    "rank",
    "multiple",
    "coverage",
    "qualitative",
]
Direction = Literal["at_least", "more_than", "at_most", "less_than", "about", "between"]
DueBasis = Literal["stated", "carried", "inferred", "paragraph", "section"]


class Target(Record):
    """One promise inside an item.

    `direction_basis` is `stated` where the notice's words give the direction (大于, 以上, 以内,
    左右, 3-5) and `inferred` where only the measure implies it. `due_basis` says what the year
    rests on: `stated` in the quote, `carried` from earlier in the sentence, `inferred` from the
    sentence before, `paragraph` or `section` for what holds for all items of one.
    """

    id: Annotated[Text, Field(pattern=r"^\d+\.\d+$", description="Permanent: item, dot, number.")]
    quote: Annotated[Text, Field(description="The exact words of the item it was read from.")]
    metric: Annotated[Text, Field(description="What is measured, in our words.")]
    measure: Annotated[
        Measure | None, Field(description="How it is measured; none where no value is stated.")
    ] = None
    direction: Annotated[
        Direction | None, Field(description="Which side of the value is good.")
    ] = None
    direction_basis: Annotated[
        Literal["stated", "inferred"] | None, Field(description="What the direction rests on.")
    ] = None
    value: Annotated[Number | None, Field(description="The figure, in `unit`.")] = None
    upper: Annotated[
        Number | None, Field(description="The upper end where the direction is between.")
    ] = None
    unit: Annotated[Text | None, Field(description="The unit as the notice writes it.")] = None
    unit_basis: Annotated[
        Literal["stated", "inferred"], Field(description="Inferred: the quote has no unit.")
    ] = "stated"
    value_unstated: Annotated[
        bool, Field(description="True where the notice names a metric and gives no figure.")
    ] = False
    due: Annotated[Year | None, Field(description="The year by whose end it is due.")] = None
    due_basis: Annotated[
        DueBasis | None, Field(description="What the year rests on; none without a year.")
    ] = None
    same_as: Annotated[
        Many[Text], Field(description="Ids of targets of the same metric elsewhere.")
    ] = ()
    note: Annotated[Text | None, Field(description="A remark of ours; not the notice's.")] = None


TaskKind = Literal["positioning", "vision", "measure"]


class Item(Record):
    """What tasks and indicators share."""

    id: Annotated[int, Field(ge=1, description="The number in the notice.")]
    section: Annotated[Text, Field(description="Where it stands, as published: `三(五)`.")]
    text: Annotated[
        Text, Field(description="The exact wording, without number, star and attribution.")
    ]
    targets: Annotated[Many[Target], Field(description="Its promises, in their order.")] = ()
    note: Annotated[Text | None, Field(description="A remark of ours; not the notice's.")] = None


class Task(Item):
    """An item with a lead (牵头) and supporting (配合) departments."""

    kind: Annotated[
        TaskKind, Field(description="目标定位 positioning, 远景目标 vision, 重要举措 measure.")
    ]
    lead: Annotated[Text, Field(description="Who leads: a canonical name, with its plate.")]
    support: Annotated[
        Many[Text], Field(description="Who supports, departments and groups, in their order.")
    ] = ()
    support_open: Annotated[
        bool, Field(description="True where the supporting list ends in 等.")
    ] = False


class Indicator(Item):
    """An item with a responsible (责任) department."""

    binding: Annotated[bool, Field(description="True: 约束性 (marked *); false: 预期性.")]
    responsible: Annotated[Text, Field(description="Who answers for it: a canonical name.")]


Basis = Literal["notice", "second_hand"]
NameBasis = Literal["verified", "stated", "second_hand", "inferred"]


class Department(Record):
    """A body that can be named: bureau, party organ, office, town, company."""

    name: Annotated[Text, Field(description="Canonical name; everything refers to it.")]
    full_name: Annotated[Text | None, Field(description="Official full name, where known.")] = None
    full_name_basis: Annotated[
        NameBasis | None,
        Field(
            description="How sure the full name is: verified on a document of the body, stated in "
            "the notice, from a second-hand source, or inferred from usage."
        ),
    ] = None
    category: Annotated[Text, Field(description="One of `categories`.")]
    basis: Annotated[
        Basis, Field(description="What it is known from: the notice, or a second-hand source.")
    ] = "notice"
    aliases: Annotated[
        Many[Text], Field(description="Short forms in the notice; pinyin initials.")
    ] = ()
    plates: Annotated[Many[Text], Field(description="Further names (挂牌) it acts under.")] = ()
    valid_until: Annotated[
        IsoDate | None, Field(description="The last day on which the body existed.")
    ] = None
    successors: Annotated[
        Many[Text], Field(description="Who took its duties over after `valid_until`.")
    ] = ()
    note: Annotated[Text | None, Field(description="A remark of ours; not the notice's.")] = None


class DepartmentGroup(Record):
    """A name for several bodies: definite with its members, indefinite without."""

    name: Annotated[Text, Field(description="The group's name as the notice writes it.")]
    indefinite: Annotated[
        bool, Field(description="True where somebody must still say who is meant.")
    ] = False
    basis: Annotated[Basis, Field(description="What the members are known from.")] = "notice"
    members: Annotated[Many[Text], Field(description="Members of a definite group.")] = ()
    may_include: Annotated[
        Many[Text],
        Field(
            description="Categories an indefinite group can mean, by the wording of its name; "
            "empty where the name rules nobody out."
        ),
    ] = ()
    note: Annotated[Text | None, Field(description="A remark of ours; not the notice's.")] = None


class SharedAlias(Record):
    """A short form that several departments could claim, and that so belongs to none."""

    alias: Annotated[Text, Field(description="The short form.")]
    departments: Annotated[Many[Text], Field(description="Those who could claim it.")]


class Departments(Record):
    """The file as a whole."""

    prefixes: Annotated[
        Many[Text], Field(description="What a list says once and the following names carry.")
    ] = ()
    categories: Annotated[Many[Text], Field(description="The kinds of bodies, in order.")]
    departments: Annotated[Many[Department], Field(description="All bodies.")]
    groups: Annotated[Many[DepartmentGroup], Field(description="Names for several.")] = ()
    shared_aliases: Annotated[
        Many[SharedAlias], Field(description="Short forms that fit several.")
    ] = ()


class Assignment(Record):
    """Who is meant in one item by one group, or by 等, and on what paper that rests."""

    item: Annotated[int, Field(ge=1, description="Number of the item.")]
    group: Annotated[Text, Field(description="An indefinite group that the item names, or 等.")]
    members: Annotated[
        Many[Text], Field(min_length=1, description="Departments that are meant, canonical names.")
    ]
    by: Annotated[Text, Field(description="Who has said so: a department.")]
    document: Annotated[Text, Field(description="The paper it rests on: its number or title.")]
    date: Annotated[IsoDate, Field(description="The date of that paper.")]
    note: Annotated[Text | None, Field(description="A remark of ours; not the paper's.")] = None


Status = Literal["not_started", "in_progress", "blocked", "done", "terminated"]
Nature = Literal["estimate", "preliminary", "final"]

ID_PATTERN = r"^[a-hjkmnp-tv-z][0-9a-hjkmnp-tv-z]{5}$"
PERIOD_PATTERN = r"^[0-9]{4}(H[12]|Q[1-4]|-(0[1-9]|1[0-2]))?$"


class Value(Record):
    """How far one target of a task is, in the target's unit."""

    target: Annotated[Text, Field(description="Id of a target of the item.")]
    value: Annotated[Number, Field(description="The figure, in the target's unit.")]


class Report(Record):
    """One entry: how a task stands, or the value of an indicator in a period.

    An entry is never edited or taken out: a correction is a new entry with `replaces`.
    """

    id: Annotated[
        Text,
        Field(
            pattern=ID_PATTERN,
            description="Permanent: a letter and five letters or digits, without i, l, o and u.",
        ),
    ]
    item: Annotated[int, Field(ge=1, description="Number of the item.")]
    date: Annotated[IsoDate, Field(description="The day it was handed in, or made public.")]
    status: Annotated[
        Status | None, Field(description="How the task stands (tasks only; they need one).")
    ] = None
    values: Annotated[
        Many[Value], Field(description="How far the task's targets are (tasks only).")
    ] = ()
    target: Annotated[
        Text | None, Field(description="Id of the indicator's target (indicators only).")
    ] = None
    period: Annotated[
        Text | None,
        Field(
            pattern=PERIOD_PATTERN,
            description="What the value covers: 2023, 2023H1, 2023Q3, 2023-05 (indicators only).",
        ),
    ] = None
    value: Annotated[
        Number | None, Field(description="The figure, in the target's unit (indicators only).")
    ] = None
    nature: Annotated[
        Nature | None,
        Field(description="预计 estimate, 快报 preliminary, 终值 final (indicators only)."),
    ] = None
    progress: Annotated[Text | None, Field(description="What was done (进展).")] = None
    problems: Annotated[Text | None, Field(description="What stands in the way (问题).")] = None
    next: Annotated[Text | None, Field(description="The next step (下一步).")] = None
    evidence: Annotated[
        Many[Text], Field(description="What backs it (佐证): a URL, a document, a file.")
    ] = ()
    publisher: Annotated[
        Text | None, Field(description="Who published the figure, apart from who hands it in.")
    ] = None
    source: Annotated[Text | None, Field(description="Where it was published: a title.")] = None
    quote: Annotated[Text | None, Field(description="The publisher's exact words.")] = None
    replaces: Annotated[Text | None, Field(description="Id of the report it corrects.")] = None
    note: Annotated[Text | None, Field(description="A remark of ours; nobody else's.")] = None


class AnnualGoal(Record):
    """A goal of one department for one year, on one item (年度目标任务).

    Year and department are those of the file. `value` is the figure that the target has to have
    reached by the end of the year; which side of it is good is the target's own direction.
    """

    item: Annotated[int, Field(ge=1, description="Number of the item.")]
    target: Annotated[
        Text | None, Field(description="Id of the item's target that it is a step towards.")
    ] = None
    goal: Annotated[Text, Field(description="The goal in the department's own words.")]
    value: Annotated[
        Number | None,
        Field(description="The figure of the target for the year, in its unit (needs target)."),
    ] = None
