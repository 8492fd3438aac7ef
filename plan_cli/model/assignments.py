"""`assignments.yaml`: who an indefinite group or an open list is, once somebody has said so."""

from typing import Annotated

from pydantic import Field

from plan_cli.model.base import IsoDate, Many, Record, Text


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
