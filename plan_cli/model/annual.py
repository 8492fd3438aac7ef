"""`annual/<year>/<department>.yaml`: what departments set themselves for a year, item by item."""

from typing import Annotated

from pydantic import Field

from plan_cli.model.base import Number, Record, Text


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
