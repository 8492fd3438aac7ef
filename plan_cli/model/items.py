"""`tasks.yaml` and `indicators.yaml`: the numbered items of the notice."""

from typing import Annotated, Literal

from pydantic import Field

from plan_cli.model.base import Many, Record, Text
from plan_cli.model.targets import Target

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
