"""How many cells of a terminal a text of the data takes."""

import re
from functools import lru_cache
from typing import Final

# What Chinese papers are written with; all of it one cell wide, or two from U+3000 on.
_COMMON: Final = re.compile(
    "[ -~\u00a0-\u00ac\u00ae-\u02ff\u2010-\u2027\u2030-\u205e\u2100-\u218b\u2190-\u22ff"
    "\u2460-\u257f\u3000-\u3029\u4e00-\u9fff\uff01-\uff60]*"
)
_LAST_NARROW: Final = "\u2fff"


@lru_cache(4096)
def width(text: str) -> int:
    """Return the cells of a line; of what is unusual (emoji, marks, rare scripts) Rich knows it."""
    if _COMMON.fullmatch(text):
        return len(text) + sum(character > _LAST_NARROW for character in text)
    from rich.cells import cell_len

    return cell_len(text)
