"""Annual goals as they were filled in: those that are not as they were."""

from plan_cli.i18n import _
from plan_cli.ledgers.layout import GOAL_KEYS
from plan_cli.ledgers.returned.entry import Entry, Fields, Reading
from plan_cli.ledgers.returned.inputs import RowReader


def read_goal(item: int, reader: RowReader, found: Reading) -> None:
    """Read the goal of a row, if it is not as it was."""
    if not GOAL_KEYS & reader.row.known.open:
        return
    noted = len(reader.read_as)
    goal, value = reader.text("goal"), reader.figure("goal_value")
    was = reader.given_goal()
    if (goal or None, value) == (was.get("goal"), was.get("value")) or reader.faults:
        return
    if not goal:
        reader.fault("goal", *_no_goal(taken_back=bool(was)))
        return
    target = reader.row.known.target
    about: Fields = {"item": item} | ({} if target is None else {"target": target})
    places = reader.row.places
    found.entries.append(
        Entry(
            kind="goal",
            item=item,
            target=target,
            place=places["goal"],
            places={"goal": places["goal"], "value": places["goal_value"]},
            fields=about | {"goal": goal} | ({} if value is None else {"value": value}),
            was=about | was if was else None,
            read_as=tuple(reader.read_as[noted:]),
        )
    )


def _no_goal(*, taken_back: bool) -> tuple[str, str]:
    if taken_back:
        message = _("a goal cannot be taken back by emptying its cell")
        return message, _("Change it here, or take it out of its file in data/annual/.")
    return _("the goal (年度目标) is missing"), _("A figure needs the goal's words beside it.")
