"""Cells of a sheet, as they stand in the file: texts, and numbers as they are written."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from plan_cli.ledgers.opening.errors import damaged
from plan_cli.ledgers.opening.formats import GENERAL
from plan_cli.ledgers.opening.parts import elements, local

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

Kind = Literal["text", "number", "day", "truth", "fault", "formula"]

_KINDS: Final[dict[str, Kind]] = {
    "s": "text",
    "inlineStr": "text",
    "str": "text",
    "n": "number",
    "d": "day",
    "b": "truth",
    "e": "fault",
}
_ESCAPE: Final = re.compile(r"_x([0-9A-Fa-f]{4})_")
_ADDRESS: Final = re.compile(r"([A-Z]{1,3})([0-9]{1,7})")


@dataclass(frozen=True, slots=True)
class RawCell:
    """A cell that has something in it.

    Attributes:
        kind: what the file says it holds; `formula` whatever its result is.
        text: a text as typed; of the others, as it is written in the file.
        format: the code of its number format.
    """

    kind: Kind
    text: str
    format: str = GENERAL


def column_letters(column: int) -> str:
    """Return the letters of a column: A for 1, AA for 27."""
    letters = ""
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def place_of(address: str) -> tuple[int, int] | None:
    """Return row and column of an address such as C7."""
    match = _ADDRESS.fullmatch(address.replace("$", ""))
    if match is None:
        return None
    column = 0
    for letter in match[1]:
        column = column * 26 + ord(letter) - ord("A") + 1
    return int(match[2]), column


def read_strings(table: bytes | None) -> list[str]:
    """Return the texts that cells refer to by their numbers."""
    return [] if table is None else [_string(element) for element in elements(table, "si")]


def _string(element: "Element") -> str:
    """Return the text of an element: its runs, without how they are to be pronounced."""
    texts: list[str] = []
    for child in element:
        if local(child.tag) == "t":
            texts.append(child.text or "")
        elif local(child.tag) == "r":
            texts += [one.text or "" for one in child if local(one.tag) == "t"]
    return _ESCAPE.sub(lambda match: chr(int(match[1], 16)), "".join(texts))


def cells_of(
    row: "Element", number: int, strings: Sequence[str], formats: Sequence[str]
) -> Iterator[tuple[tuple[int, int], RawCell]]:
    """Yield the cells of a row in which something stands, by row and column.

    Args:
        row: the row's element.
        number: the row's number.
        strings: the texts that cells refer to.
        formats: the codes of number formats, by the numbers of styles.
    """
    column = 0
    for element in row:
        if local(element.tag) != "c":
            continue
        at = place_of(element.get("r", ""))
        column = column + 1 if at is None else at[1]
        cell = _cell(element, strings, formats)
        if cell is not None:
            yield (number, column), cell


def _cell(element: "Element", strings: Sequence[str], formats: Sequence[str]) -> RawCell | None:
    children = {local(child.tag): child for child in element}
    style = int(element.get("s", 0))
    code = formats[style] if 0 <= style < len(formats) else GENERAL
    if "f" in children:
        return RawCell("formula", "=" + (children["f"].text or ""), code)
    type_ = element.get("t", "n")
    if type_ == "inlineStr":
        text = _string(children["is"]) if "is" in children else ""
    else:
        value = children["v"].text if "v" in children else None
        text = _value(value or "", type_, strings)
    if not text:
        return None
    return RawCell(_KINDS.get(type_, "fault"), text, code)


def _value(text: str, type_: str, strings: Sequence[str]) -> str:
    if type_ != "s" or not text:
        return text
    index = int(text)
    if not 0 <= index < len(strings):
        raise damaged()
    return strings[index]
