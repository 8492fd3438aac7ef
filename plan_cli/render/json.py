"""JSON: the rows as they are, an array of objects; several listings make an object by name."""

import json
from collections.abc import Sequence
from decimal import Decimal

from plan_cli.render.listing import Listing, Page
from plan_cli.render.text import spelled_out


def render(listings: Sequence[Listing], page: Page) -> str:
    """Return an array of objects, indented; exact, with control characters escaped."""
    del page
    if len(listings) == 1:
        value: object = list(listings[0].rows)
    else:
        value = {listing.name: list(listing.rows) for listing in listings}
    text = json.dumps(value, ensure_ascii=False, indent=2, default=exact_number)
    # JSON may hold what a terminal obeys: C1 controls, marks that turn text round.
    return spelled_out(text, lambda hidden: json.dumps(hidden)[1:-1]) + "\n"


def exact_number(value: object) -> float:
    """Return an exact number as JSON has it; the models keep it to the 15 digits that are safe."""
    if isinstance(value, Decimal):
        return float(value)
    raise TypeError(type(value).__name__)
