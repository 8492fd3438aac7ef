"""Figures as people type them: 2100个, 2.7%, 1,234, full-width digits. Never misread: refused."""

import re
import unicodedata
from decimal import Decimal
from typing import Final, NamedTuple

from plan_cli.dataset.rows import Figure
from plan_cli.i18n import _
from plan_cli.problems import Refusal
from plan_cli.text import narrow, odd_character

_TYPED: Final = re.compile(r"(?P<number>[+-]?[0-9][0-9,]*(?:\.[0-9]+)?)\s*(?P<unit>[^\s].*)?")
_GROUPED: Final = re.compile(r"[+-]?[1-9][0-9]{0,2}(?:,[0-9]{3})+(?:\.[0-9]+)?")
_PLAIN: Final = re.compile(r"[+-]?(?:0|[1-9][0-9]*)(?:\.[0-9]+)?")
_MINUS: Final = str.maketrans("−–—", "---")
_MAX_DIGITS: Final = 15


class TypedFigure(NamedTuple):
    """A typed value: the target and the unit if given."""

    target: str | None
    value: Figure
    unit: str | None
    text: str


def read_value(typed: str) -> TypedFigure:
    """Read `102.1=2100个`, `2100个` or `2100`; Refusal otherwise."""
    target, equals, figure = narrow(typed).strip().rpartition("=")
    match = _TYPED.fullmatch(figure.strip().translate(_MINUS))
    if match is None or (equals and not target.strip()):
        check_characters(typed)
        raise _no_figure(typed)
    value = _number(match["number"], typed)
    return TypedFigure(target.strip() or None, value, match["unit"], typed)


def check_characters(text: str) -> None:
    """Raise a Refusal that names a character which only looks like one that can be read."""
    odd = odd_character(text)
    if odd is None:
        return
    name = f"{odd} (U+{ord(odd):04X})" if odd.isprintable() else f"U+{ord(odd):04X}"
    raise Refusal(
        _("“{typed}” has the character {character} in it", typed=text, character=name),
        _("Type plain digits and letters; leave marks and notes out."),
    )


def check_unit(typed: TypedFigure, target: str, unit: str | None) -> None:
    """Raise a Refusal if the typed unit is not the target's."""
    if typed.unit is None or (unit and _plain(unit) == _plain(typed.unit)):
        return
    check_characters(typed.text)
    hint = _("The notice gives it no unit: type the figure alone, and the unit in --note.")
    if unit:
        hint = _("Its unit is {unit}; convert the figure, or leave the unit out.", unit=unit)
    message = _("“{typed}” is not in the unit of target {id}", typed=typed.text, id=target)
    raise Refusal(message, hint)


def _number(text: str, typed: str) -> Figure:
    if "," in text and not _GROUPED.fullmatch(text):
        raise Refusal(
            _("“{typed}” has commas in the wrong places", typed=typed),
            _("Type the figure without commas, with a point for decimals: 1234.5"),
        )
    plain = text.replace(",", "")
    if not _PLAIN.fullmatch(plain):
        raise _no_figure(typed)
    if sum(character.isdigit() for character in plain) > _MAX_DIGITS:
        raise Refusal(
            _("“{typed}” has more than 15 digits", typed=typed), _("Choose a larger unit.")
        )
    plain = plain.removeprefix("+")
    return Decimal(plain) if "." in plain else int(plain)


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).strip()


def _no_figure(typed: str) -> Refusal:
    return Refusal(
        _("“{typed}” cannot be read as a figure", typed=typed),
        _("Type digits, then the unit if you like: 2100, 2.7%, 102.1=2100个."),
    )
