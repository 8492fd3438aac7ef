"""Which targets can be held against their quotes."""

from collections.abc import Iterator

from plan_cli.rules.base import Context, TargetEntry
from plan_cli.rules.schema.target_shape import faults


def readable_targets(context: Context) -> Iterator[TargetEntry]:
    """Yield the targets whose keys go together and whose quote stands in the notice.

    Of the others there is something to correct first, and what else they say may follow from it.
    """
    for one in context.targets:
        in_place = one.target.quote in context.wording(one.entry)
        if in_place and not any(True for _fault in faults(one.target)):
            yield one
