"""A target's id begins with its item's number, and is there once."""

from collections.abc import Iterator

from plan_cli.i18n import _
from plan_cli.rules.base import Context, Finding, Rule


def check(context: Context) -> Iterator[Finding]:
    """Yield a finding for every target id that is not its item's or stands twice."""
    for entry in context.entries:
        seen: set[str] = set()
        for number, target in enumerate(entry.item.targets):
            path = (entry.index, "targets", number, "id")
            if not target.id.startswith(f"{entry.item.id}."):
                yield Finding(
                    entry.file,
                    path,
                    _("target {id} stands under item {item}").format(
                        id=target.id, item=entry.item.id
                    ),
                    _("A target's id is its item's number, a dot, and a number of its own."),
                )
            elif target.id in seen:
                yield Finding(
                    entry.file,
                    path,
                    _("target {id} is there already").format(id=target.id),
                    _("Give the new target the next free number; ids are permanent."),
                )
            seen.add(target.id)


RULE = Rule("reference.target-ids", "reference", check)
