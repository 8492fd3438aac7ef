"""JSON: the rows as they are, an array of objects; several listings make an object by name."""

import json
import re
from collections.abc import Sequence
from decimal import Decimal
from typing import Final

from plan_cli.render.listing import Listing, Page

# What JSON may hold as it is and a terminal may obey: C1 controls, and marks that turn text round.
_TREACHEROUS: Final = re.compile("[\x7f-\x9f\u061c\u200b-\u200f\u2028-\u202e\u2066-\u2069\ufeff]")


def render(listings: Sequence[Listing], page: Page) -> str:
    """Return an array of objects, indented; exact, with control characters escaped."""
    del page
    if len(listings) == 1:
        value: object = list(listings[0].rows)
    else:
        value = {listing.name: list(listing.rows) for listing in listings}
    text = json.dumps(value, ensure_ascii=False, indent=2, default=exact_number)
    return _TREACHEROUS.sub(lambda match: f"\\u{ord(match[0]):04x}", text) + "\n"


def exact_number(value: object) -> float:
    """Return an exact number as JSON has it; the models keep it to the 15 digits that are safe."""
    if isinstance(value, Decimal):
        return float(value)
    raise TypeError(type(value).__name__)
