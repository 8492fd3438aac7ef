"""What the files of a dataset hold: strict, immutable, one field a fact."""

import os
import re
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Final, Literal, TypeVar

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


def about(description: str, **limits: Any) -> Any:
    """A field's description, and the limits of its values."""
    return Field(description=description, **limits)


Text = Annotated[str, Field(min_length=1)]
Year = Annotated[int, Field(ge=1900, le=2999)]
# Strict mode refuses text for a date and a list for a tuple, and those are what YAML has.
IsoDate = Annotated[date, BeforeValidator(_iso_date)]
Number = Annotated[int | Decimal, PlainValidator(exact_number)]
Many = Annotated[tuple[Element, ...], Field(strict=False)]


Measure = Literal[
    "level_reach", "level_hold", "annual_growth", "cumulative_reduction", "cumulative_count",
    "per_year", "rank", "multiple", "coverage", "qualitative",
]  # fmt: skip
Direction = Literal["at_least", "more_than", "at_most", "less_than", "about", "between"]
DueBasis = Literal["stated", "carried", "inferred", "paragraph", "section"]


class Target(Record):
    """One promise inside an item.

    `direction_basis` is `stated` where the notice's words give the direction (大于, 以上, 以内,
    左右, 3-5) and `inferred` where only the measure implies it. `due_basis` says what the year
    rests on: `stated` in the quote, `carried` from earlier in the sentence, `inferred` from the
    sentence before, `paragraph` or `section` for what holds for all items of one.
    """

    id: Annotated[Text, about("Permanent: item, dot, number.", pattern=r"^\d+\.\d+$")]
    quote: Annotated[Text, about("The exact words of the item it was read from.")]
    metric: Annotated[Text, about("What is measured, in our words.")]
    measure: Annotated[
        Measure | None, about("How it is measured; none where no value is stated.")
    ] = None
    direction: Annotated[Direction | None, about("Which side of the value is good.")] = None
    direction_basis: Annotated[
        Literal["stated", "inferred"] | None, about("What the direction rests on.")
    ] = None
    value: Annotated[Number | None, about("The figure, in `unit`.")] = None
    upper: Annotated[Number | None, about("The upper end where the direction is between.")] = None
    unit: Annotated[Text | None, about("The unit as the notice writes it.")] = None
    unit_basis: Annotated[
        Literal["stated", "inferred"], about("Inferred: the quote has no unit.")
    ] = "stated"
    value_unstated: Annotated[
        bool, about("True where the notice names a metric and gives no figure.")
    ] = False
    due: Annotated[Year | None, about("The year by whose end it is due.")] = None
    due_basis: Annotated[DueBasis | None, about("What the year rests on; none without a year.")] = (
        None
    )
    same_as: Annotated[Many[Text], about("Ids of targets of the same metric elsewhere.")] = ()
    note: Annotated[Text | None, about("A remark of ours; not the notice's.")] = None


TaskKind = Literal["positioning", "vision", "measure"]


class Item(Record):
    """What tasks and indicators share."""

    id: Annotated[int, about("The number in the notice.", ge=1)]
    section: Annotated[Text, about("Where it stands, as published: `三(五)`.")]
    text: Annotated[Text, about("The exact wording, without number, star and attribution.")]
    targets: Annotated[Many[Target], about("Its promises, in their order.")] = ()
    note: Annotated[Text | None, about("A remark of ours; not the notice's.")] = None


class Task(Item):
    """An item with a lead (牵头) and supporting (配合) departments."""

    kind: Annotated[TaskKind, about("目标定位 positioning, 远景目标 vision, 重要举措 measure.")]
    lead: Annotated[Text, about("Who leads: a canonical name, with its plate.")]
    support: Annotated[
        Many[Text], about("Who supports, departments and groups, in their order.")
    ] = ()
    support_open: Annotated[bool, about("True where the supporting list ends in 等.")] = False


class Indicator(Item):
    """An item with a responsible (责任) department."""

    binding: Annotated[bool, about("True: 约束性 (marked *); false: 预期性.")]
    responsible: Annotated[Text, about("Who answers for it: a canonical name.")]


Basis = Literal["notice", "second_hand"]
NameBasis = Literal["verified", "stated", "second_hand", "inferred"]


class Department(Record):
    """A body that can be named: bureau, party organ, office, town, company."""

    name: Annotated[Text, about("Canonical name; everything refers to it.")]
    full_name: Annotated[Text | None, about("Official full name, where known.")] = None
    full_name_basis: Annotated[
        NameBasis | None,
        about(
            "How sure the full name is: verified on a document of the body, stated in "
            "the notice, from a second-hand source, or inferred from usage."
        ),
    ] = None
    category: Annotated[Text, about("One of `categories`.")]
    basis: Annotated[
        Basis, about("What it is known from: the notice, or a second-hand source.")
    ] = "notice"
    aliases: Annotated[Many[Text], about("Short forms in the notice; pinyin initials.")] = ()
    plates: Annotated[Many[Text], about("Further names (挂牌) it acts under.")] = ()
    valid_until: Annotated[IsoDate | None, about("The last day on which the body existed.")] = None
    successors: Annotated[Many[Text], about("Who took its duties over after `valid_until`.")] = ()
    note: Annotated[Text | None, about("A remark of ours; not the notice's.")] = None


class DepartmentGroup(Record):
    """A name for several bodies: definite with its members, indefinite without."""

    name: Annotated[Text, about("The group's name as the notice writes it.")]
    indefinite: Annotated[bool, about("True where somebody must still say who is meant.")] = False
    basis: Annotated[Basis, about("What the members are known from.")] = "notice"
    members: Annotated[Many[Text], about("Members of a definite group.")] = ()
    may_include: Annotated[
        Many[Text],
        about(
            "Categories an indefinite group can mean, by the wording of its name; "
            "empty where the name rules nobody out."
        ),
    ] = ()
    note: Annotated[Text | None, about("A remark of ours; not the notice's.")] = None


class SharedAlias(Record):
    """A short form that several departments could claim, and that so belongs to none."""

    alias: Annotated[Text, about("The short form.")]
    departments: Annotated[Many[Text], about("Those who could claim it.")]


class Departments(Record):
    """The file as a whole."""

    prefixes: Annotated[
        Many[Text], about("What a list says once and the following names carry.")
    ] = ()
    categories: Annotated[Many[Text], about("The kinds of bodies, in order.")]
    departments: Annotated[Many[Department], about("All bodies.")]
    groups: Annotated[Many[DepartmentGroup], about("Names for several.")] = ()
    shared_aliases: Annotated[Many[SharedAlias], about("Short forms that fit several.")] = ()


class Assignment(Record):
    """Who is meant in one item by one group, or by 等, and on what paper that rests."""

    item: Annotated[int, about("Number of the item.", ge=1)]
    group: Annotated[Text, about("An indefinite group that the item names, or 等.")]
    members: Annotated[
        Many[Text], about("Departments that are meant, canonical names.", min_length=1)
    ]
    by: Annotated[Text, about("Who has said so: a department.")]
    document: Annotated[Text, about("The paper it rests on: its number or title.")]
    date: Annotated[IsoDate, about("The date of that paper.")]
    note: Annotated[Text | None, about("A remark of ours; not the paper's.")] = None


Status = Literal["not_started", "in_progress", "blocked", "done", "terminated"]
Nature = Literal["estimate", "preliminary", "final"]

ID_PATTERN = r"^[a-hjkmnp-tv-z][0-9a-hjkmnp-tv-z]{5}$"
PERIOD_PATTERN = r"^[0-9]{4}(H[12]|Q[1-4]|-(0[1-9]|1[0-2]))?$"


class Value(Record):
    """How far one target of a task is, in the target's unit."""

    target: Annotated[Text, about("Id of a target of the item.")]
    value: Annotated[Number, about("The figure, in the target's unit.")]


class Report(Record):
    """One entry: how a task stands, or the value of an indicator in a period.

    An entry is never edited or taken out: a correction is a new entry with `replaces`.
    """

    id: Annotated[
        Text,
        about(
            "Permanent: a letter and five letters or digits, without i, l, o and u.",
            pattern=ID_PATTERN,
        ),
    ]
    item: Annotated[int, about("Number of the item.", ge=1)]
    date: Annotated[IsoDate, about("The day it was handed in, or made public.")]
    status: Annotated[Status | None, about("How the task stands (tasks only; they need one).")] = (
        None
    )
    values: Annotated[Many[Value], about("How far the task's targets are (tasks only).")] = ()
    target: Annotated[Text | None, about("Id of the indicator's target (indicators only).")] = None
    period: Annotated[
        Text | None,
        about(
            "What the value covers: 2023, 2023H1, 2023Q3, 2023-05 (indicators only).",
            pattern=PERIOD_PATTERN,
        ),
    ] = None
    value: Annotated[
        Number | None, about("The figure, in the target's unit (indicators only).")
    ] = None
    nature: Annotated[
        Nature | None, about("预计 estimate, 快报 preliminary, 终值 final (indicators only).")
    ] = None
    progress: Annotated[Text | None, about("What was done (进展).")] = None
    problems: Annotated[Text | None, about("What stands in the way (问题).")] = None
    next: Annotated[Text | None, about("The next step (下一步).")] = None
    evidence: Annotated[Many[Text], about("What backs it (佐证): a URL, a document, a file.")] = ()
    publisher: Annotated[
        Text | None, about("Who published the figure, apart from who hands it in.")
    ] = None
    source: Annotated[Text | None, about("Where it was published: a title.")] = None
    quote: Annotated[Text | None, about("The publisher's exact words.")] = None
    replaces: Annotated[Text | None, about("Id of the report it corrects.")] = None
    note: Annotated[Text | None, about("A remark of ours; nobody else's.")] = None


class AnnualGoal(Record):
    """A goal of one department for one year, on one item (年度目标任务).

    Year and department are those of the file. `value` is the figure that the target has to have
    reached by the end of the year; which side of it is good is the target's own direction.
    """

    item: Annotated[int, about("Number of the item.", ge=1)]
    target: Annotated[Text | None, about("Id of the item's target that it is a step towards.")] = (
        None
    )
    goal: Annotated[Text, about("The goal in the department's own words.")]
    value: Annotated[
        Number | None, about("The figure of the target for the year, in its unit (needs target).")
    ] = None
