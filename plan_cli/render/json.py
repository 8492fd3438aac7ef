"""JSON: the rows as they are, an array of objects, UTF-8 whatever the console speaks."""

import json
from decimal import Decimal
from typing import BinaryIO

from plan_cli.render.listing import Listing, Output


def render(listing: Listing, output: Output) -> None:
    """Write the rows as a JSON array, one indented object each."""
    text = json.dumps(list(listing.rows), ensure_ascii=False, indent=2, default=_number) + "\n"
    output.stream.flush()
    binary: BinaryIO | None = getattr(output.stream, "buffer", None)
    if binary is None or output.stream.isatty():
        output.stream.write(text)
        return
    binary.write(text.encode("utf-8"))


def _number(value: object) -> float:
    """Return an exact number as JSON has it; the models keep it to the 15 digits that are safe."""
    if isinstance(value, Decimal):
        return float(value)
    raise TypeError(type(value).__name__)
