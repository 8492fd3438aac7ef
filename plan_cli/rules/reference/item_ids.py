"""Item numbers are unique over both files and ascend in each."""

from collections.abc import Iterator

from plan_cli.i18n import _
from plan_cli.rules.base import Context, Entry, Finding, Rule


def check(context: Context) -> Iterator[Finding]:
    """Yield a finding for every number that stands twice or below the one before it."""
    seen: dict[int, Entry] = {}
    previous: Entry | None = None
    for entry in context.entries:
        number = entry.item.id
        if number in seen:
            yield Finding(
                entry.file,
                (entry.index, "id"),
                _("item {number} is there already").format(number=number),
                _("Every number of the notice has one record; take one out."),
            )
        elif previous and previous.file == entry.file and number < previous.item.id:
            yield Finding(
                entry.file,
                (entry.index, "id"),
                _("item {number} stands after item {previous}").format(
                    number=number, previous=previous.item.id
                ),
                _("Keep the items in the order of their numbers."),
            )
        seen.setdefault(number, entry)
        previous = entry


RULE = Rule("reference.item-ids", "reference", check)
