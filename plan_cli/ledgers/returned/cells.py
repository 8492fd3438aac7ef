"""What is typed in a cell, read for what it is to be; never misread: refused.

Inputs are texts. A spreadsheet may all the same have made a figure, a share or a day of what was
typed; such a cell is converted where it can mean one thing only, and `shown` says as what.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Context, Decimal, InvalidOperation
from typing import Any, Final

from plan_cli.dataset.reports import reported_unit
from plan_cli.dataset.rows import Figure
from plan_cli.i18n import _, listed
from plan_cli.ledgers.opening import RawCell
from plan_cli.ledgers.opening.formats import is_day, is_figure, is_percent, is_plain
from plan_cli.ledgers.returned.faults import CellError
from plan_cli.model import Target
from plan_cli.reporting.figures import FigureError, check_unit, read_value
from plan_cli.strict_yaml.characters import is_clean
from plan_cli.vocabulary import read_word

_DIGITS: Final = Context(prec=15)  # as many as a spreadsheet keeps of what is typed
_LARGEST: Final = 15  # power of ten
_LONGEST_SHOWN: Final = 11  # power of ten from which on a figure is shown as 1.2E+11
_SHARES: Final = {"%": 100, "‰": 1000}


@dataclass(frozen=True, slots=True)
class Read:
    """What was read, and as what where that is not what the cell shows."""

    value: Any
    shown: str | None = None


def read_text(cell: RawCell) -> Read:
    """Return a text; a figure as it is written."""
    plain = cell_text(cell)
    text = plain.value.replace("\r\n", "\n").replace("\r", "\n").strip()
    if not is_clean(text.replace("\t", " ")):
        raise CellError(
            _("it has a character that cannot be shown"),
            _("Type the text anew instead of copying it."),
        )
    return Read(text, plain.shown)


def read_texts(cell: RawCell) -> Read:
    """Return texts, one a line."""
    read = read_text(cell)
    texts = [line.strip() for line in read.value.split("\n")]
    return Read([text for text in texts if text], read.shown)


def read_choice(cell: RawCell, words: Mapping[str, str]) -> Read:
    """Return the word of the data for one of the notice's words."""
    found = read_word(cell_text(cell).value, words)
    if found is not None:
        return Read(found)
    raise CellError(
        _("“{value}” is none of the choices").format(value=cell.text.strip()),
        _("Choose from the list: {words}.").format(words=listed(words.values())),
    )


def read_figure(cell: RawCell, target: Target) -> Read:
    """Return a figure in the unit of a target."""
    plain = cell_text(cell)
    try:
        typed = read_value(plain.value)
        check_unit(typed, target)
    except FigureError as error:
        raise CellError(str(error), error.hint) from error
    if typed.target not in (None, target.id):
        raise CellError(
            _("“{typed}” is of another target").format(typed=plain.value),
            _("In this row stands the figure of target {id}.").format(id=target.id),
        )
    if cell.kind == "number":
        _check_share(cell, typed.value, target)
    return Read(typed.value, plain.shown)


def _check_share(cell: RawCell, value: Figure, target: Target) -> None:
    """Refuse a number of which nobody can tell whether it was typed as a share or in percent."""
    unit = reported_unit(target)
    if (
        unit is None
        or unit not in _SHARES
        or is_percent(cell.format)
        or not 0 < abs(Decimal(value)) <= 1
    ):
        return
    share = f"{(Decimal(value) * _SHARES[unit]).normalize():f}{unit}"
    raise CellError(
        _("{value} may be {figure} or {share}").format(
            value=value, figure=f"{value}{unit}", share=share
        ),
        _("Type the figure with its unit, as a text."),
    )


def cell_text(cell: RawCell) -> Read:
    """Return what a cell shows as a text; of a figure what was typed, in percent if it is so."""
    if cell.kind == "text":
        return Read(cell.text)
    if cell.kind == "formula":
        raise CellError(_("this is a formula"), _("Type its result as a text."))
    if cell.kind == "day" or (cell.kind == "number" and is_day(cell.format)):
        raise CellError(
            _("the spreadsheet has made a day of what was typed"),
            _("Set the cell's format to text (文本), and type it anew."),
        )
    if cell.kind != "number" or not is_figure(cell.format):
        raise CellError(
            _("this is no text: {value}").format(value=cell.text),
            _("Set the cell's format to text (文本), and type it anew."),
        )
    value = _number(cell.text)
    if value is None:
        raise CellError(
            _("“{typed}” cannot be read as a figure").format(typed=cell.text),
            _("Set the cell's format to text (文本), and type it anew."),
        )
    percent = is_percent(cell.format)
    text = f"{(value * 100 if percent else value).normalize():f}" + ("%" if percent else "")
    as_typed = is_plain(cell.format) and abs(value.adjusted()) < _LONGEST_SHOWN
    return Read(text, None if as_typed else text)


def _number(text: str) -> Decimal | None:
    """Return a number with the digits that a spreadsheet keeps; None where it is none to speak of.

    A file has 2.7000000000000002 where 2.7 was typed.
    """
    try:
        value = _DIGITS.create_decimal(text)
    except InvalidOperation:
        return None
    return value if value.is_finite() and abs(value.adjusted()) <= _LARGEST else None
