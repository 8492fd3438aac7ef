"""`progress/<department>.yaml`: what departments hand in, entry by entry, never edited."""

from typing import Annotated, Literal

from pydantic import Field

from plan_cli.model.base import IsoDate, Many, Number, Record, Text

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
