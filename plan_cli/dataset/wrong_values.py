"""What is said about a value that its model refuses: one place for all that Pydantic can find."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from plan_cli.i18n import _, listed

_SHOWN: Final = 30  # characters of a wrong value that a message repeats

Texts = tuple[str, str]
"""A message, and what to do."""


def wrong_value(kind: str, context: Mapping[str, Any], value: object) -> Texts:
    """Say what is wrong with `value`.

    Args:
        kind: Pydantic's name for the error.
        context: what Pydantic says beside it: limits, words, a pattern.
        value: the value as it stands in the file.
    """
    if value is None and kind != "tuple_type":
        return (
            _("there is no value here"),
            _("Write the value behind the colon, or take the key out if nothing is known."),
        )
    describe = _KINDS.get(kind, _unfit)
    return describe(shown(value), context)


def shown(value: object) -> str:
    """Return a short form of a value for a message."""
    if value is None:
        return _("an empty value")
    if isinstance(value, dict):
        return _("a record")
    if isinstance(value, list):
        return _("a list")
    if isinstance(value, bool):
        return "true" if value else "false"
    text = str(value).replace("\n", " ")
    return f"“{text[:_SHOWN]}…”" if len(text) > _SHOWN else f"“{text}”"


def _unfit(value: str, context: Mapping[str, Any]) -> Texts:
    del context
    return _("{value} cannot stand here").format(value=value), _(
        "See the key in README.md beside the data."
    )


def _text(value: str, context: Mapping[str, Any]) -> Texts:
    del context
    return _("{value} is not text").format(value=value), _(
        "Put it in double quotes if it is meant as text."
    )


def _empty_text(value: str, context: Mapping[str, Any]) -> Texts:
    del value, context
    return _("the text is empty"), _("Write the text, or take the key out.")


def _whole_number(value: str, context: Mapping[str, Any]) -> Texts:
    del context
    return _("{value} is not a whole number").format(value=value), _(
        "Write digits only, without quotes and without a leading zero."
    )


def _boolean(value: str, context: Mapping[str, Any]) -> Texts:
    del context
    return _("{value} is neither true nor false").format(value=value), _(
        "Write true or false, in small letters, without quotes."
    )


def _number(value: str, context: Mapping[str, Any]) -> Texts:
    del context
    return _("{value} is not a number").format(value=value), _(
        "Write digits, with a point for decimals, without quotes and unit."
    )


def _digits(value: str, context: Mapping[str, Any]) -> Texts:
    del context
    return _("{value} has more than 15 digits").format(value=value), _("Choose a larger unit.")


def _date(value: str, context: Mapping[str, Any]) -> Texts:
    del context
    return _("{value} is not a date").format(value=value), _("Write the day as YYYY-MM-DD.")


def _list(value: str, context: Mapping[str, Any]) -> Texts:
    del context
    return _("{value} is not a list").format(value=value), _(
        "Write the entries in square brackets: [a, b]."
    )


def _short_list(value: str, context: Mapping[str, Any]) -> Texts:
    del value
    return _("the list has too few entries"), _("It has at least {number}.").format(
        number=context.get("min_length", 1)
    )


def _record(value: str, context: Mapping[str, Any]) -> Texts:
    del context
    return _("{value} is not a record").format(value=value), _(
        "Write keys and values, one a line: key: value."
    )


def _word(value: str, context: Mapping[str, Any]) -> Texts:
    words = str(context.get("expected", "")).replace(" or ", ", ").replace("'", "").split(", ")
    return _("{value} is none of the words allowed here").format(value=value), _(
        "Allowed: {words}."
    ).format(words=listed(words))


def _form(value: str, context: Mapping[str, Any]) -> Texts:
    examples = {
        r"^\d+\.\d+$": '"50.1"',
        r"^[0-9a-f]{64}$": _("64 of the characters 0-9 and a-f"),
        r"^[a-z_]+$": "binding_veto",
        r"^[一二三四五六七八九十]+(\([一二三四五六七八九十]+\))?$": "三, 三(五)",
    }
    pattern = str(context.get("pattern", ""))
    return _("{value} does not have the form it should have").format(value=value), _(
        "It has to look like this: {example}."
    ).format(example=examples.get(pattern, pattern))


def _out_of_range(value: str, context: Mapping[str, Any]) -> Texts:
    words = (
        _("at least {limit}").format(limit=context["ge"])
        if "ge" in context
        else _("at most {limit}").format(limit=context.get("le"))
    )
    return _("{value} is out of range").format(value=value), _("Allowed: {words}.").format(
        words=words
    )


_KINDS: Final[dict[str, Callable[[str, Mapping[str, Any]], Texts]]] = {
    "string_type": _text,
    "string_too_short": _empty_text,
    "string_pattern_mismatch": _form,
    "int_type": _whole_number,
    "bool_type": _boolean,
    "exact_number": _number,
    "exact_number_digits": _digits,
    "iso_date": _date,
    "tuple_type": _list,
    "too_short": _short_list,
    "model_type": _record,
    "literal_error": _word,
    "greater_than_equal": _out_of_range,
    "less_than_equal": _out_of_range,
}
