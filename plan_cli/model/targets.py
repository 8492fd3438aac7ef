"""Targets: one measurable or dated promise each, with the exact words it was read from."""

from typing import Annotated, Literal

from pydantic import Field

from plan_cli.model.base import Many, Number, Record, Text, Year

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
