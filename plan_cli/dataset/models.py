"""What the files of a dataset hold: strict, immutable, one field a fact."""

import os
import re
from datetime import date
from decimal import Decimal
from typing import Annotated, Any, Final, Literal, TypeVar

from pydantic import AfterValidator, BaseModel, BeforeValidator, ConfigDict, Field, PlainValidator
from pydantic_core import PydanticCustomError

from plan_cli.text import shows_something

# Looking for Pydantic plugins that other packages may have installed costs more than our models.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")


Element = TypeVar("Element")

_ISO_DATE: Final = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_WHOLE: Final = 100
FIRST_YEAR: Final = 1900
LAST_YEAR: Final = 2999
"""Years and days before and after are slips, and with them the calendar ends."""
_MAX_DIGITS: Final = 15  # up to here a number in JSON reads back as exactly what was written


class Record(BaseModel):
    """A record of the dataset: no unknown keys, no coercion, no change after loading."""

    model_config = ConfigDict(extra="forbid", strict=True, frozen=True, defer_build=True)


def _iso_date(value: object) -> object:
    if isinstance(value, str) and _ISO_DATE.fullmatch(value):
        try:
            day = date.fromisoformat(value)
        except ValueError:
            day = None
        if day is not None and FIRST_YEAR <= day.year <= LAST_YEAR:
            return day
        if day is not None:
            raise PydanticCustomError("iso_date_range", "a date of another age")
    raise PydanticCustomError("iso_date", "not a date of the form YYYY-MM-DD")


def _percentage(value: int | Decimal) -> int | Decimal:
    """What `Number` cannot be told with limits of a field: it is read by a function."""
    if value < 0:
        raise PydanticCustomError("greater_than_equal", "below 0", {"ge": 0})
    if value > _WHOLE:
        raise PydanticCustomError("less_than_equal", "above 100", {"le": _WHOLE})
    return value


def exact_number(value: object) -> int | Decimal:
    if isinstance(value, bool) or not isinstance(value, int | Decimal):
        raise PydanticCustomError("exact_number", "not a number")
    if len(Decimal(value).as_tuple().digits) > _MAX_DIGITS:
        raise PydanticCustomError("exact_number_digits", "a number of more than 15 digits")
    return value


def about(default: Any, description: str, **limits: Any) -> Any:
    """A field with a default (`...`: none), a description and the limits of its values."""
    return Field(default, description=description, **limits)


def _seen(value: str) -> str:
    if not shows_something(value):
        raise PydanticCustomError("string_invisible", "text that shows nothing")
    return value


Text = Annotated[str, Field(min_length=1), AfterValidator(_seen)]
Year = Annotated[int, Field(ge=FIRST_YEAR, le=LAST_YEAR)]
# Strict mode refuses text for a date and a list for a tuple, and those are what YAML has.
IsoDate = Annotated[date, BeforeValidator(_iso_date)]
Number = Annotated[int | Decimal, PlainValidator(exact_number)]
Percentage = Annotated[
    Number,
    AfterValidator(_percentage),
    Field(json_schema_extra={"minimum": 0, "maximum": _WHOLE}),
]
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

    id: Text = about(..., "Permanent: item, dot, number.", pattern=r"^[0-9]{1,9}\.[0-9]{1,9}$")
    quote: Text = about(..., "The exact words of the item it was read from.")
    metric: Text = about(..., "What is measured, in our words.")
    measure: Measure | None = about(None, "How it is measured; none where no value is stated.")
    direction: Direction | None = about(None, "Which side of the value is good.")
    direction_basis: Literal["stated", "inferred"] | None = about(
        None, "What the direction rests on."
    )
    value: Number | None = about(None, "The figure, in `unit`.")
    upper: Number | None = about(None, "The upper end where the direction is between.")
    unit: Text | None = about(None, "The unit as the notice writes it.")
    unit_basis: Literal["stated", "inferred"] = about("stated", "Inferred: the quote has no unit.")
    value_unstated: bool = about(False, "True where the notice names a metric and gives no figure.")
    due: Year | None = about(None, "The year by whose end it is due.")
    due_basis: DueBasis | None = about(None, "What the year rests on; none without a year.")
    same_as: Many[Text] = about((), "Ids of targets of the same metric elsewhere.")
    note: Text | None = about(None, "A remark of ours; not the notice's.")


TaskKind = Literal["positioning", "vision", "measure"]


class Item(Record):
    """What tasks and indicators share."""

    id: int = about(..., "The number in the notice.", ge=1)
    section: Text = about(..., "Where it stands, as published: `三(五)`.")
    text: Text = about(..., "The exact wording, without number, star and attribution.")
    targets: Many[Target] = about((), "Its promises, in their order.")
    note: Text | None = about(None, "A remark of ours; not the notice's.")


class Task(Item):
    """An item with a lead (牵头) and supporting (配合) departments."""

    kind: TaskKind = about(..., "目标定位 positioning, 远景目标 vision, 重要举措 measure.")
    lead: Text = about(..., "Who leads: a canonical name, with its plate.")
    support: Many[Text] = about((), "Who supports, departments and groups, in their order.")
    support_open: bool = about(False, "True where the supporting list ends in 等.")


class Indicator(Item):
    """An item with a responsible (责任) department."""

    binding: bool = about(..., "True: 约束性 (marked *); false: 预期性.")
    responsible: Text = about(..., "Who answers for it: a canonical name.")


Basis = Literal["notice", "second_hand"]
NameBasis = Literal["verified", "stated", "second_hand", "inferred"]


class Department(Record):
    """A body that can be named: bureau, party organ, office, town, company."""

    name: Text = about(..., "Canonical name; everything refers to it.")
    full_name: Text | None = about(None, "Official full name, where known.")
    full_name_basis: NameBasis | None = about(
        None,
        "How sure the full name is: verified on a document of the body, stated in "
        "the notice, from a second-hand source, or inferred from usage.",
    )
    category: Text = about(..., "One of `categories`.")
    basis: Basis = about("notice", "What it is known from: the notice, or a second-hand source.")
    aliases: Many[Text] = about((), "Short forms in the notice; pinyin initials.")
    plates: Many[Text] = about((), "Further names (挂牌) it acts under.")
    valid_until: IsoDate | None = about(None, "The last day on which the body existed.")
    successors: Many[Text] = about((), "Who took its duties over after `valid_until`.")
    note: Text | None = about(None, "A remark of ours; not the notice's.")


class DepartmentGroup(Record):
    """A name for several bodies: definite with its members, indefinite without."""

    name: Text = about(..., "The group's name as the notice writes it.")
    indefinite: bool = about(False, "True where somebody must still say who is meant.")
    basis: Basis = about("notice", "What the members are known from.")
    members: Many[Text] = about((), "Members of a definite group.")
    may_include: Many[Text] = about(
        (),
        "Categories an indefinite group can mean, by the wording of its name; "
        "empty where the name rules nobody out.",
    )
    note: Text | None = about(None, "A remark of ours; not the notice's.")


class SharedAlias(Record):
    """A short form that several departments could claim, and that so belongs to none."""

    alias: Text = about(..., "The short form.")
    departments: Many[Text] = about(..., "Those who could claim it.")


class Departments(Record):
    """The file as a whole."""

    prefixes: Many[Text] = about((), "What a list says once and the following names carry.")
    categories: Many[Text] = about(..., "The kinds of bodies, in order.")
    departments: Many[Department] = about(..., "All bodies.")
    groups: Many[DepartmentGroup] = about((), "Names for several.")
    shared_aliases: Many[SharedAlias] = about((), "Short forms that fit several.")


class Assignment(Record):
    """Who is meant in one item by one group, or by 等, and on what paper that rests."""

    item: int = about(..., "Number of the item.", ge=1)
    group: Text = about(..., "An indefinite group that the item names, or 等.")
    members: Many[Text] = about(..., "Departments that are meant, canonical names.", min_length=1)
    by: Text = about(..., "Who has said so: a department.")
    document: Text = about(..., "The paper it rests on: its number or title.")
    date: IsoDate = about(..., "The date of that paper.")
    note: Text | None = about(None, "A remark of ours; not the paper's.")


Status = Literal["not_started", "in_progress", "blocked", "done", "terminated"]
Nature = Literal["estimate", "preliminary", "final"]

ID_PATTERN = r"^[a-hjkmnp-tv-z][0-9a-hjkmnp-tv-z]{5}$"
PERIOD_PATTERN = r"^[0-9]{4}(H[12]|Q[1-4]|-(0[1-9]|1[0-2]))?$"


class Value(Record):
    """How far one target of a task is, in the target's unit."""

    target: Text = about(..., "Id of a target of the item.")
    value: Number = about(..., "The figure, in the target's unit.")


class Report(Record):
    """One entry: how a task stands, or the value of an indicator in a period.

    An entry is never edited or taken out: a correction is a new entry with `replaces`.
    """

    id: Text = about(
        ...,
        "Permanent: a letter and five letters or digits, without i, l, o and u.",
        pattern=ID_PATTERN,
    )
    item: int = about(..., "Number of the item.", ge=1)
    date: IsoDate = about(..., "The day it was handed in, or made public.")
    status: Status | None = about(None, "How the task stands (tasks only; they need one).")
    values: Many[Value] = about((), "How far the task's targets are (tasks only).")
    target: Text | None = about(None, "Id of the indicator's target (indicators only).")
    period: Text | None = about(
        None,
        "What the value covers: 2023, 2023H1, 2023Q3, 2023-05 (indicators only).",
        pattern=PERIOD_PATTERN,
    )
    value: Number | None = about(None, "The figure, in the target's unit (indicators only).")
    nature: Nature | None = about(
        None, "预计 estimate, 快报 preliminary, 终值 final (indicators only)."
    )
    progress: Text | None = about(None, "What was done (进展).")
    problems: Text | None = about(None, "What stands in the way (问题).")
    next: Text | None = about(None, "The next step (下一步).")
    evidence: Many[Text] = about((), "What backs it (佐证): a URL, a document, a file.")
    publisher: Text | None = about(None, "Who published the figure, apart from who hands it in.")
    source: Text | None = about(None, "Where it was published: a title.")
    quote: Text | None = about(None, "The publisher's exact words.")
    replaces: Text | None = about(None, "Id of the report it corrects.")
    note: Text | None = about(None, "A remark of ours; nobody else's.")


class AnnualGoal(Record):
    """A goal of one department for one year, on one item (年度目标任务).

    Year and department are those of the file. `value` is the figure that the target has to have
    reached by the end of the year; which side of it is good is the target's own direction.
    """

    item: int = about(..., "Number of the item.", ge=1)
    target: Text | None = about(None, "Id of the item's target that it is a step towards.")
    goal: Text = about(..., "The goal in the department's own words.")
    value: Number | None = about(
        None, "The figure of the target for the year, in its unit (needs target)."
    )
