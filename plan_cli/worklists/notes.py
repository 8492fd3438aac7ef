"""Notes that somebody has put into a returned workbook beside what is to be filled in."""

import re
from collections.abc import Iterator
from typing import Final

from plan_cli.i18n import _
from plan_cli.worklists import words as wording
from plan_cli.worklists.cells import Book, RawSheet
from plan_cli.worklists.manifest import SHEET_NAME, Manifest
from plan_cli.worklists.outcome import Outcome, Place, wrong
from plan_cli.worklists.sheet import WorkList

_SHOWN: Final = 40  # characters of a note
_HEADING: Final = re.compile(r"(?:牵头任务|配合任务|指标)（[0-9]+项）")
_DAY: Final = r"[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日"
_LEFT_OUT: Final = re.compile(
    r"注：另有[0-9]+项任务只写成员未明确的统称（[^（）]+），未列入本清单；"
    r"经文件明确并登记交办后列入。"
)


def general_notes(book: Book, made: Manifest) -> Iterator[Outcome]:
    """Sheets that were added and are not empty, and texts that were drawn on any."""
    for sheet in book.sheets:
        if sheet.name not in made.columns and sheet.name != SHEET_NAME:
            texts = [cell.text for _at, cell in sorted(sheet.cells.items()) if cell.text.strip()]
            texts += sheet.comments.values()
            if texts:
                message = _(
                    "the sheet {name} was added: “{text}”", name=sheet.name, text=_short(texts[0])
                )
                yield wrong(Place(sheet.name), message, _hint())
        for text in sheet.drawn:
            message = _("there is a text box: “{text}”", text=_short(text))
            yield wrong(Place(sheet.name), message, _hint())


def notes_above(
    sheet: RawSheet, header: int, columns: int, made: Manifest, now: WorkList
) -> Iterator[Outcome]:
    """What stands above the headings, or beside them, and is not the list's own."""
    for (row, column), cell in sorted(sheet.cells.items()):
        text = cell.text.strip()
        if row > header or not text or (row == header and column <= columns):
            continue
        if row < header and column == 1 and _is_own(text, made, now):
            continue
        message = (
            _("a heading was added: “{text}”", text=_short(text))
            if row == header
            else _("there is a note: “{text}”", text=_short(text))
        )
        yield wrong(Place.of(sheet.name, row, column), message, _hint())


def note_at(
    sheet: str, at: tuple[int, int], text: str, about: tuple[int | None, str | None]
) -> Outcome:
    """A comment on a cell; one on a row of the table is about its item."""
    message = _("there is a comment: “{text}”", text=_short(text))
    return wrong(Place.of(sheet, *at), message, _hint(), about)


def _is_own(text: str, made: Manifest, now: WorkList) -> bool:
    """Whether the program wrote a line, perhaps when other tasks were on the list."""
    own = {f"{now.title}——{made.department}{made.year}年"}
    for sheet in now.sheets:
        own |= {sheet.title, *(line.strip() for line in sheet.lines)}
    for key in ("lead", "support", "indicators"):
        own |= {line.strip() for line in wording.instructions(key)}
    if text in own or _LEFT_OUT.fullmatch(text):
        return True
    head = _HEADING.match(text)
    rest = f"　　单位：{made.department}　　依据：{made.number}　　数据截至："
    return head is not None and bool(re.fullmatch(re.escape(rest) + _DAY, text[head.end() :]))


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _SHOWN else plain[: _SHOWN - 1] + "…"


def _hint() -> str:
    return _("Put what it says into the entries themselves, delete it, and send the list again.")
