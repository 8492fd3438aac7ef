"""What is known of an item that the notice says differently elsewhere."""

from plan_cli.model import Discrepancy, Plan


def known_discrepancies(plan: Plan, item: int) -> tuple[Discrepancy, ...]:
    """Return the recorded discrepancies in which a target of item number `item` has a part."""
    return tuple(
        one
        for one in plan.discrepancies
        if any(target.partition(".")[0] == str(item) for target in one.targets)
    )
