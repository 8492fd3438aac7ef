"""The notice's outline, and what a person types for a part of it."""

import re
import unicodedata
from typing import Final, NamedTuple

_CODE: Final = re.compile("[一二三四五六七八九十()]+")  # 五 is a code, not a word of 十四五


class OutlineEntry(NamedTuple):
    """A part or section; `missing` says that the published text lacks its heading."""

    code: str
    title: str | None
    missing: bool = False

    def __str__(self) -> str:
        return f"{self.code} {self.title}" if self.title else self.code


class SectionProblem(NamedTuple):
    """What was typed fits no section, a missing one, or several (`candidates`)."""

    text: str
    candidates: tuple[str, ...] = ()
    missing: bool = False
    stands_under: str | None = None


class Outline(NamedTuple):
    """All parts and sections, in order."""

    entries: tuple[OutlineEntry, ...]

    def find(self, typed: str) -> frozenset[str] | SectionProblem:
        """Find the sections meant by `typed`: a code (a part has its sections) or part of a title.

        `三(五)` may be typed with full-width brackets too, and with its title, as it is shown.
        """
        text = _plain(typed)
        for position, entry in enumerate(self.entries):
            if text in {entry.code, _plain(str(entry))}:
                return self._under(entry, position)
        fitting = [] if _CODE.fullmatch(text) else self._titled(text)
        if len(fitting) == 1:
            return frozenset(self._codes_under(fitting[0].code))
        return SectionProblem(typed, candidates=tuple(str(entry) for entry in fitting))

    def _titled(self, text: str) -> list[OutlineEntry]:
        titles = [(entry, _plain(entry.title)) for entry in self.entries if entry.title]
        whole = [entry for entry, title in titles if title == text]
        return whole or [entry for entry, title in titles if text and text in title]

    def _under(self, entry: OutlineEntry, position: int) -> frozenset[str] | SectionProblem:
        if not entry.missing:
            return frozenset(self._codes_under(entry.code))
        before = [other for other in self.entries[:position] if not other.missing]
        under = str(before[-1]) if before else None
        return SectionProblem(entry.code, missing=True, stands_under=under)

    def _codes_under(self, code: str) -> list[str]:
        return [e.code for e in self.entries if e.code == code or e.code.startswith(f"{code}(")]


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip()
