"""Checks values against the models, and says in our words what Pydantic finds."""

from collections.abc import Iterator
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any, Final, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from plan_cli.i18n import _, listed
from plan_cli.strict_yaml import Path, Value

Model = TypeVar("Model", bound=BaseModel)

_SHOWN: Final = 30  # characters of a wrong value that a message repeats


@dataclass(frozen=True, slots=True)
class SchemaFault:
    """A value that does not fit its model; `at_key` says that the key is what is wrong."""

    path: Path
    code: str
    message: str
    hint: str
    at_key: bool = False


def check(model: type[Model], value: Value, path: Path = ()) -> Model | list[SchemaFault]:
    """Return `value` as a `model`, or all that keeps it from being one.

    Args:
        model: what the value has to be.
        value: plain data as the loader returned it.
        path: where in the file the value stands; the faults' paths begin with it.
    """
    try:
        return model.model_validate(value)
    except ValidationError as error:
        found = error.errors(include_url=False, include_input=True)
    return [_fault(model, details, path) for details in found]


def _fault(model: type[BaseModel], details: Any, path: Path) -> SchemaFault:
    location: Path = details["loc"]
    kind: str = details["type"]
    name = str(location[-1]) if location else ""
    keys = _known_keys(model, location)
    if kind == "extra_forbidden":
        message = _("unknown key {key}").format(key=name)
        return SchemaFault(
            path + location, "schema.unknown-key", message, _key_hint(name, keys), True
        )
    if kind == "missing":
        message = _("the key {key} is missing").format(key=name)
        hint = _("Every record of this kind has it; see README.md beside the data.")
        return SchemaFault(path + location[:-1], "schema.missing-key", message, hint)
    message, hint = _wrong_value(kind, details.get("ctx") or {}, details.get("input"))
    return SchemaFault(path + location, "schema.wrong-value", message, hint)


def _key_hint(name: str, keys: tuple[str, ...]) -> str:
    close = get_close_matches(name, keys, n=1)
    if close:
        return _("Did you mean {key}?").format(key=close[0])
    return _("Known keys: {keys}.").format(keys=listed(keys))


def _wrong_value(kind: str, context: dict[str, Any], value: object) -> tuple[str, str]:
    shown = _shown(value)
    texts = {
        "string_type": (
            _("{value} is not text").format(value=shown),
            _("Put it in double quotes if it is meant as text."),
        ),
        "string_too_short": (
            _("the text is empty"),
            _("Write the text, or take the key out."),
        ),
        "int_type": (
            _("{value} is not a whole number").format(value=shown),
            _("Write digits only, without quotes and without a leading zero."),
        ),
        "bool_type": (
            _("{value} is neither true nor false").format(value=shown),
            _("Write true or false, in small letters, without quotes."),
        ),
        "exact_number": (
            _("{value} is not a number").format(value=shown),
            _("Write digits, with a point for decimals, without quotes and unit."),
        ),
        "exact_number_digits": (
            _("{value} has more than 15 digits").format(value=shown),
            _("Choose a larger unit."),
        ),
        "iso_date": (
            _("{value} is not a date").format(value=shown),
            _("Write the day as YYYY-MM-DD."),
        ),
        "tuple_type": (
            _("{value} is not a list").format(value=shown),
            _("Write the entries in square brackets: [a, b]."),
        ),
        "model_type": (
            _("{value} is not a record").format(value=shown),
            _("Write keys and values, one a line: key: value."),
        ),
        "literal_error": (
            _("{value} is none of the words allowed here").format(value=shown),
            _("Allowed: {words}.").format(words=_allowed(context)),
        ),
        "string_pattern_mismatch": (
            _("{value} does not have the form it should have").format(value=shown),
            _("It has to match {pattern}.").format(pattern=context.get("pattern", "")),
        ),
    }
    if kind in ("greater_than_equal", "less_than_equal"):
        bound = _("at least {limit}") if "ge" in context else _("at most {limit}")
        words = bound.format(limit=context.get("ge", context.get("le")))
        return (
            _("{value} is out of range").format(value=shown),
            _("Allowed: {words}.").format(words=words),
        )
    return texts.get(kind, (_("{value} cannot stand here").format(value=shown), ""))


def _allowed(context: dict[str, Any]) -> str:
    return str(context.get("expected", "")).replace(" or ", ", ").replace("'", "")


def _shown(value: object) -> str:
    """Return a short form of a value for a message."""
    if value is None:
        return _("an empty value")
    if isinstance(value, dict):
        return _("a record")
    if isinstance(value, list):
        return _("a list")
    if isinstance(value, bool):
        return "true" if value else "false"
    text = str(value)
    return f"“{text[:_SHOWN]}…”" if len(text) > _SHOWN else f"“{text}”"


def _known_keys(model: type[BaseModel], location: Path) -> tuple[str, ...]:
    """Return the keys that the record around `location` may have."""
    current: type[BaseModel] | None = model
    for part in location[:-1]:
        if current is None or isinstance(part, int):
            continue
        field = current.model_fields.get(part)
        current = next(_models_in(field.annotation), None) if field else None
    return tuple(current.model_fields) if current else ()


def _models_in(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from _models_in(argument)
