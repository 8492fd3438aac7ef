"""How two texts differ, in words that point at the first differing character."""

from typing import Final

from plan_cli.i18n import _

_CONTEXT: Final = 6  # characters shown before and after the first difference


def first_difference(data: str, notice: str) -> int:
    """Return the index of the first character in which the texts differ."""
    shorter = min(len(data), len(notice))
    return next((index for index in range(shorter) if data[index] != notice[index]), shorter)


def differing_part(data: str, notice: str) -> tuple[int, int]:
    """Return from where to where `data` differs, its common beginning and ending left out."""
    start = first_difference(data, notice)
    shorter = min(len(data), len(notice)) - start
    common = next(
        (count for count in range(shorter) if data[-1 - count] != notice[-1 - count]), shorter
    )
    return start, len(data) - common


def describe(data: str, notice: str) -> str:
    """Say where two texts part, with what stands there on both sides."""
    index = first_difference(data, notice)
    return _(
        "from character {position} on the data has “{data}”, the notice “{notice}”",
        position=index + 1,
        data=_around(data, index),
        notice=_around(notice, index),
    )


def _around(text: str, index: int) -> str:
    start, end = max(index - _CONTEXT, 0), index + _CONTEXT + 1
    before = "…" if start else ""
    after = "…" if end < len(text) else ""
    return f"{before}{text[start:end]}{after}"
