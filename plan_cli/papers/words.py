"""How papers are worded: headings with their numbers, spans of numbers, sentences in a row."""

from collections.abc import Iterable
from typing import Final

from plan_cli.i18n import _, active_language, listed

_DIGITS: Final = "〇一二三四五六七八九"
_TEN: Final = 10
_STOPS: Final = "，,；;。、:："


def heading_text(number: int, title: str) -> str:
    """Return the heading of a part: 1. or 一、 and its title."""
    return _("{number}. {title}", number=_counted(number), title=title)


def annex_text(number: int, title: str) -> str:
    """Return the heading of an annex."""
    return _("Annex {number}: {title}", number=number, title=title)


def _counted(number: int) -> str:
    return numeral(number) if active_language() == "zh" else str(number)


def numeral(number: int) -> str:
    """Return a number below a hundred in Chinese characters."""
    tens, ones = divmod(number, _TEN)
    front = "" if not tens else "十" if tens == 1 else f"{_DIGITS[tens]}十"
    return f"{front}{_DIGITS[ones] if ones or not tens else ''}"


def shortened(text: str, most: int = 40) -> str:
    """Return the beginning of a wording, up to a stop where there is one, with … for the rest."""
    if len(text) <= most:
        return text
    stops = [place for place, character in enumerate(text[:most]) if character in _STOPS]
    end = stops[-1] if stops and stops[-1] >= most // 2 else most
    return f"{text[:end]}…"


def spans(numbers: Iterable[int]) -> str:
    """Return numbers in order, three or more in a row as a span: 1–3, 5."""
    return listed(word for run in runs(numbers) for word in _words(run))


def runs(numbers: Iterable[int]) -> list[list[int]]:
    """Return numbers in order, those that follow each other together."""
    found: list[list[int]] = []
    for number in sorted(set(numbers)):
        if found and number == found[-1][-1] + 1:
            found[-1].append(number)
        else:
            found.append([number])
    return found


def _words(run: list[int]) -> list[str]:
    if len(run) <= 2:  # noqa: PLR2004  (two neighbours are no span)
        return [str(number) for number in run]
    return [_("{first}–{last}", first=run[0], last=run[-1])]


def sentences(parts: Iterable[str]) -> str:
    """Return sentences one after the other; empty ones are left out."""
    return ("" if active_language() == "zh" else " ").join(part for part in parts if part)
