"""Reads a notice line by line: metadata table, outline, numbered clauses, other paragraphs."""

import re
from dataclasses import dataclass, field
from typing import Final

from plan_cli.i18n import _
from plan_cli.notice.attribution import mentions_duty, split_clause
from plan_cli.notice.model import Clause, Fault, Heading, Notice, Paragraph
from plan_cli.notice.numerals import DIGIT

_NUMERAL: Final = "[一二三四五六七八九十]+"
_PART: Final = re.compile(rf"\s*({_NUMERAL})、(.+)")
_SECTION: Final = re.compile(rf"\s*[(（]({_NUMERAL})[)）](.+)")
_CLAUSE: Final = re.compile(rf"\s*(?:([*＊])\s*)?({DIGIT}{{1,9}})\s*[.．]\s*(.*)")
_SENTENCE_END: Final = "。"
_CELL: Final = "|"


def read_notice(text: str) -> Notice:
    """Read a whole notice, one paragraph a line; a faulty attribution is left out."""
    reader = _Reader()
    for number, line in enumerate(text.split("\n"), start=1):
        reader.read_line(number, line.rstrip())
    return Notice(
        metadata=reader.metadata,
        headings=tuple(reader.headings),
        clauses=tuple(reader.clauses),
        paragraphs=tuple(reader.paragraphs),
        faults=tuple(reader.faults),
    )


@dataclass(slots=True)
class _Reader:
    metadata: dict[str, str] = field(default_factory=dict)
    headings: list[Heading] = field(default_factory=list)
    clauses: list[Clause] = field(default_factory=list)
    paragraphs: list[Paragraph] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)
    part: str | None = None
    section: str | None = None

    def read_line(self, number: int, line: str) -> None:
        if not line.strip():
            return
        if clause := _CLAUSE.fullmatch(line):
            self._read_clause(number, clause)
        elif _CELL in line and self.part is None:
            self._read_table_row(line)
        else:
            self._read_unnumbered(number, line)

    def _read_table_row(self, line: str) -> None:
        cells = [cell.strip() for cell in line.split(_CELL)]
        for label, value in zip(cells[::2], cells[1::2], strict=False):
            if label:
                self.metadata[label] = value

    def _read_unnumbered(self, number: int, line: str) -> None:
        if duty := mentions_duty(line):
            self._fault(
                number,
                duty.start(),
                _("a paragraph without an item number has an attribution"),
                _("Begin the clause with its number and a full stop, such as 12."),
            )
        if part := _PART.fullmatch(line):
            self.part = part[1]
            self._read_heading(number, part[1], part[2])
        elif section := _SECTION.fullmatch(line):
            self._read_section(number, section)
        else:
            self.paragraphs.append(Paragraph(line.strip(), self.section, number))

    def _read_section(self, number: int, match: re.Match[str]) -> None:
        if self.part is None:
            self._fault(
                number,
                match.start(1),
                _("a section comes before the first part"),
                _("Sections (一), (二) … belong to a part 一、, 二、 …"),
            )
            return
        self._read_heading(number, f"{self.part}({match[1]})", match[2])

    def _read_heading(self, number: int, code: str, rest: str) -> None:
        """A heading's title ends with its first sentence; the rest is a paragraph."""
        title, _stop, text = rest.partition(_SENTENCE_END)
        self.section = code
        self.headings.append(Heading(code, title.strip(), number))
        if text.strip():
            self.paragraphs.append(Paragraph(text.strip(), code, number))

    def _read_clause(self, line: int, match: re.Match[str]) -> None:
        number, column = int(match[2]), match.start(3) + 1
        self._check_sequence(line, match, number)
        split = split_clause(match[3], line, column)
        self.faults += split.faults
        self.clauses.append(
            Clause(
                number=number,
                starred=match[1] is not None,
                section=self.section,
                text=split.wording,
                attribution=split.attribution,
                line=line,
                column=column,
            )
        )

    def _check_sequence(self, line: int, match: re.Match[str], number: int) -> None:
        expected = self.clauses[-1].number + 1 if self.clauses else 1
        if number != expected:
            self._fault(
                line,
                match.start(2),
                _(
                    "item {number} is in the place of item {expected}",
                    number=number,
                    expected=expected,
                ),
                _("Items are numbered without gaps through the whole notice."),
            )

    def _fault(self, line: int, offset: int, message: str, hint: str) -> None:
        self.faults.append(Fault(line, offset + 1, message, hint))
