"""JSON: the rows as they are, an array of objects; several listings make an object by name."""

import json
from collections.abc import Sequence
from decimal import Decimal
from functools import lru_cache
from typing import Final

from plan_cli.render.listing import Listing, Page, Row
from plan_cli.render.text import spelled_out

_LINE: Final = "\n  "  # of a row in the array of all
_END: Final = f"{_LINE}}}"


def render(listings: Sequence[Listing], page: Page) -> str:
    """Return an array of objects, indented; exact, with control characters escaped."""
    del page
    if len(listings) > 1:
        return _text({listing.name: [dict(row) for row in listing.rows] for listing in listings})
    rows = f",{_LINE}".join(map(row_text, listings[0].rows))
    return f"[{_LINE}{rows}\n]\n" if rows else "[]\n"


def row_text(row: Row) -> str:
    """Return a row as it stands in the array; one that brings this text along knows it best."""
    written = getattr(row, "written", None)
    return written if isinstance(written, str) else _text(row).rstrip("\n").replace("\n", _LINE)


def longer_text(text: str, more: Row) -> str:
    """Return the text of a row that has further members, of words or nothing, at its end."""
    return f"{text.removesuffix(_END)},{_members(tuple(more.items()))}"


@lru_cache(256)
def _members(more: tuple[tuple[str, str | None], ...]) -> str:
    return row_text(dict(more)).removeprefix("{")


def exact_number(value: object) -> float:
    """Return an exact number as JSON has it; the models keep it to the 15 digits that are safe."""
    if isinstance(value, Decimal):
        return float(value)
    raise TypeError(type(value).__name__)


def _text(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, indent=2, default=exact_number)
    # JSON may hold what a terminal obeys: C1 controls, marks that turn text round.
    return spelled_out(text, lambda hidden: json.dumps(hidden)[1:-1]) + "\n"
