"""Figures as people type them: 2100个, 2.7%, 1,234, full-width digits. Never misread: refused."""

import re
import unicodedata
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from plan_cli.dataset.rows import Figure, TargetRow, value_unit
from plan_cli.i18n import _

_TYPED: Final = re.compile(r"(?P<number>[+-]?[0-9][0-9,]*(?:\.[0-9]+)?)\s*(?P<unit>[^\s].*)?")
_GROUPED: Final = re.compile(r"[+-]?[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_PLAIN: Final = re.compile(r"[+-]?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
_MINUS: Final = str.maketrans("−–—", "---")
_MAX_DIGITS: Final = 15


class FigureError(ValueError):
    """Something typed that is no figure, or that is not in the unit it should be in."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.hint = hint


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed for a value: the target, if it was named, the figure, the unit if given."""

    target: str | None
    value: Figure
    unit: str | None
    text: str


def read_value(typed: str) -> Typed:
    """Read `102.1=2100个`, `2100个` or `2100`.

    Raises:
        FigureError: it is none of these.
    """
    text = _narrow(typed)
    target, equals, figure = text.rpartition("=")
    if equals and not target.strip():
        raise _no_figure(typed)
    match = _TYPED.fullmatch(figure.strip().translate(_MINUS))
    if match is None:
        raise _no_figure(typed)
    return Typed(target.strip() or None, _number(match["number"], typed), match["unit"], typed)


def check_unit(typed: Typed, target: TargetRow) -> None:
    """See to it that a unit that was typed is the target's.

    Raises:
        FigureError: it is another, or the target has none.
    """
    unit = value_unit(target)
    if typed.unit is None or (unit is not None and _narrow(unit) == typed.unit.strip()):
        return
    message = _("“{typed}” is not in the unit of target {id}", typed=typed.text, id=target["id"])
    if unit is None:
        raise FigureError(
            message,
            _("The notice gives it no unit: type the figure alone, and the unit in --note."),
        )
    raise FigureError(
        message,
        _("Its unit is {unit}; convert the figure, or leave the unit out.", unit=unit),
    )


def _number(text: str, typed: str) -> Figure:
    if "," in text and not _GROUPED.fullmatch(text):
        raise FigureError(
            _("“{typed}” has commas that do not part thousands", typed=typed),
            _("Type the figure without commas, with a point for decimals: 1234.5"),
        )
    plain = text.replace(",", "")
    if not _PLAIN.fullmatch(plain):
        raise _no_figure(typed)
    if sum(character.isdigit() for character in plain) > _MAX_DIGITS:
        raise FigureError(
            _("“{typed}” has more than 15 digits", typed=typed), _("Choose a larger unit.")
        )
    plain = plain.removeprefix("+")
    return Decimal(plain) if "." in plain else int(plain)


def _narrow(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip()


def _no_figure(typed: str) -> FigureError:
    return FigureError(
        _("“{typed}” cannot be read as a figure", typed=typed),
        _("Type digits, then the unit if you like: 2100, 2.7%, 102.1=2100个."),
    )
