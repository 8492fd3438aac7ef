"""What a notice states about itself: its years, the kinds of its sections, its indicators."""

import re
from typing import TYPE_CHECKING, Final

from plan_cli.i18n import _
from plan_cli.notice.model import Clause, Notice
from plan_cli.notice.numerals import DIGIT, numeral_value

if TYPE_CHECKING:  # a query does not read the notice
    from plan_cli.notice.model import Clause, Notice

_PLAN: Final = re.compile("第([一二三四五六七八九十]+)个五年规划")
_BASE: Final = re.compile(f"较({DIGIT}{{4}})年")
_VISION: Final = re.compile(f"远景目标[^。]{{0,10}}至({DIGIT}{{4}})年")
_FIRST: Final = 1956  # counted back from the fourteenth; those before the third began otherwise
_LENGTH: Final = 5
_KINDS: Final = {
    "目标定位": "positioning",
    "远景目标": "vision",
    "主要指标": "indicator",
    "重要举措": "measure",
}


def stated_horizon(text: str) -> dict[str, int]:
    """Years of the plan that the text of a notice states."""
    found: dict[str, int] = {}
    if plan := _PLAN.search(text):
        start = _FIRST + _LENGTH * (numeral_value(plan[1]) - 1)
        found |= {"base": start - 1, "start": start, "end": start + _LENGTH - 1}
    if base := _BASE.search(text):
        found["base"] = int(base[1])
    if vision := _VISION.search(text):
        found["vision"] = int(vision[1])
    return found


def stated_kinds(notice: "Notice") -> dict[str, str | None]:
    """Kinds of sections by their own heading or their part's; None without items."""
    titles = {heading.code: heading.title for heading in notice.headings}
    with_items = {clause.section for clause in notice.clauses}
    found: dict[str, str | None] = {}
    for code, title in titles.items():
        stated = _kind_in(title) or _kind_in(titles.get(code.partition("(")[0], ""))
        if code not in with_items:
            found[code] = None
        elif stated:
            found[code] = stated
    return found


def _kind_in(title: str) -> str | None:
    return next((kind for word, kind in _KINDS.items() if word in title), None)


def is_indicator(clause: "Clause") -> bool:
    """An indicator has a responsible department and no other."""
    return {duty.role for duty in clause.duties} == {"responsible"}


def see_line(clause: "Clause") -> str:
    """Hint that points to a clause in the published text."""
    return _("See line {line} of the published text; the data has to follow it.", line=clause.line)


_CONTEXT: Final = 6  # characters shown before and after the first difference


def first_difference(data: str, notice: str) -> int:
    shorter = min(len(data), len(notice))
    return next((index for index in range(shorter) if data[index] != notice[index]), shorter)


def differing_part(data: str, notice: str) -> tuple[int, int]:
    """Begin and end of the part of `data` that differs, without common start and end."""
    start = first_difference(data, notice)
    shorter = min(len(data), len(notice)) - start
    common = next(
        (count for count in range(shorter) if data[-1 - count] != notice[-1 - count]), shorter
    )
    return start, len(data) - common


def describe(data: str, notice: str) -> str:
    """Say where two texts first differ, quoting both."""
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
