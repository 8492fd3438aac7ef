"""`plan rules`: what `plan validate` checks, and the manual of every rule."""

from typing import Annotated

import typer

from plan_cli.cli.console import PlanError
from plan_cli.cli.output import prints
from plan_cli.i18n import N_
from plan_cli.listings.listing import Listing


@prints
def rules(
    rule: Annotated[
        str | None,
        typer.Argument(
            metavar=N_("[ID]"),
            help=N_("The rule whose manual is printed, such as fidelity.wording."),
            show_default=False,
        ),
    ] = None,
) -> Listing:
    from plan_cli.listings.rules import manual_listing, rules_listing
    from plan_cli.rules.engine import all_rules, find_rule, no_rule

    if rule is None:
        return rules_listing(all_rules())
    found = find_rule(rule)
    if found is None:
        raise PlanError(*no_rule(rule))
    return manual_listing(found)
