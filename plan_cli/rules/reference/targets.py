"""Targets of the same metric point at each other."""

from collections.abc import Iterator

from plan_cli.i18n import _
from plan_cli.rules.base import Context, Finding, Rule


def check(context: Context) -> Iterator[Finding]:
    """Yield a finding for every `same_as` that leads nowhere or does not lead back."""
    known = {target.id: target for entry in context.entries for target in entry.item.targets}
    for entry in context.entries:
        for number, target in enumerate(entry.item.targets):
            for position, other in enumerate(target.same_as):
                path = (entry.index, "targets", number, "same_as", position)
                if other == target.id or other not in known:
                    yield Finding(
                        entry.file,
                        path,
                        _("there is no other target {id}").format(id=other),
                        _("Name the id of a target of the same metric, such as 43.1."),
                    )
                elif target.id not in known[other].same_as:
                    yield Finding(
                        entry.file,
                        path,
                        _("target {other} does not point back at {id}").format(
                            other=other, id=target.id
                        ),
                        _("Add {id} to same_as of target {other}.").format(
                            id=target.id, other=other
                        ),
                    )


RULE = Rule("reference.same-as", "reference", check, needs=("indicators", "tasks"))
