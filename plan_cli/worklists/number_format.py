"""What a number format shows beside the figure or the day itself: its literals are part of it."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import Final

from plan_cli.worklists.styles import GENERAL, TEXT

_TOKEN: Final = re.compile(
    r'"(?P<quoted>[^"]*)"|\\(?P<escaped>.)|_(?P<pad>.)|\*(?P<fill>.)|\[(?P<bracket>[^\]]*)\]'
    r"|(?P<end>;)|(?P<code>.)",
    re.DOTALL,
)
_SILENT: Final = re.compile(  # brackets that change no character of a figure but its script
    r"(?:black|blue|cyan|green|magenta|red|yellow|color ?[0-9]+|[黑蓝绿红黄]色?|蓝绿色|洋红色?"
    r"|颜色 ?[0-9]+|dbnum[0-9])",
    re.IGNORECASE,
)
_LOCALE: Final = re.compile(r"\$(?P<symbol>[^-]*)(?:-.*)?", re.DOTALL)
_FIGURE: Final = re.compile(r"(?:#,##)?0(?:\.0+)?(?P<percent>%?)")
_ELAPSED: Final = re.compile("h+|m+|s+", re.IGNORECASE)
_SIGNS: Final = "-()"  # stand without quotes in the section of negative figures
_MOST: Final = 4  # sections: positive, negative, zero, text
_TIME: Final = re.compile(r"(?:am/pm|a/p|上午/下午)|h+(?::?m+)?(?::?s+(?:\.0+)?)?|m+:s+(?:\.0+)?")
_RUN: Final = re.compile(r"(?P<letter>[a-z])(?P=letter)*")
_NEUTRAL: Final = frozenset("年月日号-/., ")  # literals that belong to a day


@dataclass(frozen=True, slots=True)
class Section:
    code: str  # without literals
    before: str = ""  # literals before the code
    inside: str = ""
    after: str = ""

    @property
    def is_figure(self) -> bool:
        """Whether it shows a plain figure, perhaps rounded, with literals around it."""
        return not self.inside.strip() and _FIGURE.fullmatch(self.code) is not None

    @property
    def is_percent(self) -> bool:
        return self.is_figure and self.code.endswith("%")

    @property
    def literals(self) -> str:
        return self.before + self.inside + self.after


@lru_cache(maxsize=256)
def sections(code: str) -> tuple[Section, ...]:
    found: list[Section] = []
    literals, plain = ["", "", ""], ""  # before, inside (or after, as long as no code follows)

    for match in [*_TOKEN.finditer(code), None]:
        if match is None or match["end"]:
            found.append(Section(plain.rstrip(), literals[0], literals[1], literals[2]))
            literals, plain = ["", "", ""], ""
            continue
        literal, text = _read(match, negative=bool(found))
        if literal:
            literals[2 if plain else 0] += text
        elif text:
            if text.strip():
                literals[1] += literals[2]
                literals[2] = ""
            plain += text
    return tuple(found)


def _read(match: re.Match[str], *, negative: bool) -> tuple[bool, str]:
    """Whether a piece of a code is a literal, and its text."""
    bracket = match["bracket"]
    if bracket is not None:
        if (locale := _LOCALE.fullmatch(bracket)) is not None:
            return True, locale["symbol"]
        return _SILENT.fullmatch(bracket) is not None, "" if _SILENT.fullmatch(bracket) else match[
            0
        ]
    if match["pad"]:
        return True, ""
    if match["fill"]:
        return True, match["fill"].strip()
    if match["code"]:
        return negative and match["code"] in _SIGNS, match["code"]
    return True, match["quoted"] or match["escaped"] or ""


def is_plain(code: str) -> bool:
    """Whether figures of this format are shown unchanged."""
    return code in (GENERAL, TEXT)


def is_day(code: str) -> bool:
    """Whether figures of this format are shown as days or times."""
    plain = sections(code)[0].code.lower()
    plain = re.sub(r"\[([^\]]*)\]", lambda one: one[1] if _ELAPSED.fullmatch(one[1]) else "", plain)
    return plain not in ("general", TEXT) and any(letter in plain for letter in "ymdhs年月日")


def figure_section(code: str, value: Decimal) -> Section | None:
    """The section that shows a figure; None where what it shows is more or less than the figure."""
    numeric = [one for one in sections(code) if TEXT not in one.code][: _MOST - 1]
    if not numeric or not numeric[0].is_figure:
        return None
    chosen = numeric[0]
    if value < 0 and len(numeric) > 1:
        chosen = numeric[1]
    elif value == 0 and len(numeric) == _MOST - 1:
        chosen = numeric[2]
    return chosen if chosen.is_figure else None


def is_percent(code: str) -> bool:
    """Whether figures of this format are shown times 100, with %."""
    return sections(code)[0].is_percent


def shown_figure(code: str, value: Decimal) -> str | None:
    """A figure with all its digits and what the format shows around them; None: no plain figure."""
    if is_plain(code):
        return f"{value.normalize():f}"
    section = figure_section(code, value)
    if section is None:
        return None
    plain = f"{(abs(value) * 100 if section.is_percent else abs(value)).normalize():f}"
    plain += "%" if section.is_percent else ""
    before, after = section.before.strip(), section.after.strip()
    if value < 0 and (before, after) == ("(", ")"):
        before, after = "-", ""
    elif value < 0 and section is sections(code)[0]:
        before = "-" + before
    if value < 0 and not before.startswith("-"):
        return None  # what is seen is no negative figure
    return f"{before}{plain}{after}"


def shown_text(code: str, text: str) -> str | None:
    """A text with what the format shows around it; None where it shows something else."""
    if is_plain(code):
        return text
    found = sections(code)
    chosen = next((one for one in reversed(found) if TEXT in one.code), None)
    if chosen is None:
        return text if len(found) < _MOST else None
    if chosen.code.strip() != TEXT:
        return None
    return f"{chosen.before}{text}{chosen.inside}{chosen.after}"


@lru_cache(maxsize=256)
def parts_of_day(code: str) -> frozenset[str]:
    """Which of `year`, `month` and `day` a format shows; none where it shows other words too."""
    first = sections(code)[0]
    code = _TIME.sub(" ", first.code.lower().replace("am/pm", " "))
    if not _NEUTRAL.issuperset(first.literals) or "[" in code:
        return frozenset()
    found: set[str] = set()
    for run in _RUN.finditer(code):
        letter, length = run["letter"], len(run[0])
        match letter:
            case "y" | "e":
                found.add("year")
            case "m" if length <= 4:  # noqa: PLR2004  (five: the first letter only)
                found.add("month")
            case "d" if length <= 2:  # noqa: PLR2004  (three: a day of the week)
                found.add("day")
            case "d" | "a":
                pass  # a day of the week
            case _:
                return frozenset()
    return frozenset(found)
