"""Checks values against the models, and says in our words what Pydantic finds."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from copy import deepcopy
from typing import Any, Final, NamedTuple, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from plan_cli.dataset.yaml import Path, Value
from plan_cli.i18n import _, listed
from plan_cli.text import closest

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
    return _("{value} cannot stand here", value=value), _(
        "See the key in README.md beside the data."
    )


def _text(value: str, context: Mapping[str, Any]) -> Texts:
    del context
    return _("{value} is not text", value=value), _(
        "Put it in double quotes if it is meant as text."
    )


def _empty_text(value: str, context: Mapping[str, Any]) -> Texts:
    del value, context
    return _("the text is empty"), _("Write the text, or take the key out.")


def _whole_number(value: str, context: Mapping[str, Any]) -> Texts:
    del context
    return _("{value} is not a whole number", value=value), _(
        "Write digits only, without quotes and without a leading zero."
    )


def _boolean(value: str, context: Mapping[str, Any]) -> Texts:
    del context
    return _("{value} is neither true nor false", value=value), _(
        "Write true or false, in small letters, without quotes."
    )


def _number(value: str, context: Mapping[str, Any]) -> Texts:
    del context
    return _("{value} is not a number", value=value), _(
        "Write digits, with a point for decimals, without quotes and unit."
    )


def _digits(value: str, context: Mapping[str, Any]) -> Texts:
    del context
    return _("{value} has more than 15 digits", value=value), _("Choose a larger unit.")


def _date(value: str, context: Mapping[str, Any]) -> Texts:
    del context
    return _("{value} is not a date", value=value), _("Write the day as YYYY-MM-DD.")


def _list(value: str, context: Mapping[str, Any]) -> Texts:
    del context
    return _("{value} is not a list", value=value), _(
        "Write the entries in square brackets: [a, b]."
    )


def _short_list(value: str, context: Mapping[str, Any]) -> Texts:
    del value
    return _("the list has too few entries"), _(
        "It has at least {number}.", number=context.get("min_length", 1)
    )


def _record(value: str, context: Mapping[str, Any]) -> Texts:
    del context
    return _("{value} is not a record", value=value), _(
        "Write keys and values, one a line: key: value."
    )


def _word(value: str, context: Mapping[str, Any]) -> Texts:
    words = str(context.get("expected", "")).replace(" or ", ", ").replace("'", "").split(", ")
    return _("{value} is none of the words allowed here", value=value), _(
        "Allowed: {words}.", words=listed(words)
    )


def _form(value: str, context: Mapping[str, Any]) -> Texts:
    examples = {
        r"^\d+\.\d+$": '"50.1"',
        r"^[0-9a-f]{64}$": _("64 of the characters 0-9 and a-f"),
        r"^[a-z_]+$": "binding_veto",
        r"^[一二三四五六七八九十]+(\([一二三四五六七八九十]+\))?$": "三, 三(五)",
    }
    pattern = str(context.get("pattern", ""))
    return _("{value} does not have the form it should have", value=value), _(
        "It has to look like this: {example}.", example=examples.get(pattern, pattern)
    )


def _out_of_range(value: str, context: Mapping[str, Any]) -> Texts:
    words = (
        _("at least {limit}", limit=context["ge"])
        if "ge" in context
        else _("at most {limit}", limit=context.get("le"))
    )
    return _("{value} is out of range", value=value), _("Allowed: {words}.", words=words)


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


Model = TypeVar("Model", bound=BaseModel)


class SchemaFault(NamedTuple):
    """A value that does not fit its model; `at_key` says that the key is what is wrong.

    `path` is where the fault is shown, `subject` the key or value that it is about: a missing
    key is shown at its record.
    """

    path: Path
    code: str
    message: str
    hint: str
    at_key: bool = False
    subject: Path = ()


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
    places = {details["loc"] for details in found}
    # A list that lost an entry to a fault is not too short as well.
    found = [d for d in found if d["type"] != "too_short" or not _holds_fault(d["loc"], places)]
    unknown = {details["loc"] for details in found if details["type"] == "extra_forbidden"}
    missing = {details["loc"] for details in found if details["type"] == "missing"}
    misspelt = dict(_misspelt(unknown, missing))
    return [
        _fault(model, details, path, misspelt)
        for details in found
        if details["loc"] not in misspelt.values()
    ]


def _holds_fault(location: Path, places: Iterable[Path]) -> bool:
    size = len(location)
    return any(len(place) > size and place[:size] == location for place in places)


def _misspelt(unknown: Iterable[Path], missing: Iterable[Path]) -> Iterator[tuple[Path, Path]]:
    """Pair unknown keys with the missing ones that they must be: one mistake is told once."""
    left = set(missing)
    for wrong in sorted(unknown, key=str):
        names = tuple(str(right[-1]) for right in left if right[:-1] == wrong[:-1])
        for name in closest(str(wrong[-1]), names, 1):
            right = (*wrong[:-1], name)
            left.discard(right)
            yield wrong, right


def _fault(
    model: type[BaseModel], details: Any, path: Path, misspelt: dict[Path, Path]
) -> SchemaFault:
    location: Path = details["loc"]
    kind: str = details["type"]
    name = str(location[-1]) if location else ""
    subject = path + location
    if kind == "extra_forbidden":
        message = _("unknown key {key}", key=name)
        right = misspelt.get(location)
        hint = _key_hint(name, (str(right[-1]),) if right else known_keys(model, location))
        return SchemaFault(subject, "schema.unknown-key", message, hint, True, subject)
    if kind == "missing":
        message = _("the key {key} is missing", key=name)
        hint = _("Every record of this kind has it; see README.md beside the data.")
        return SchemaFault(
            path + location[:-1], "schema.missing-key", message, hint, False, subject
        )
    message, hint = wrong_value(kind, details.get("ctx") or {}, details.get("input"))
    return SchemaFault(subject, "schema.wrong-value", message, hint, False, subject)


def _key_hint(name: str, keys: tuple[str, ...]) -> str:
    close = keys if len(keys) == 1 else closest(name, keys, 1)
    if close:
        return _("Did you mean {key}?", key=close[0])
    return _("Known keys: {keys}.", keys=listed(keys))


def known_keys(model: type[BaseModel], location: Path) -> tuple[str, ...]:
    """Return the keys that the record around `location` may have."""
    current = model_at(model, location[:-1])
    return tuple(current.model_fields) if current else ()


def model_at(model: type[BaseModel], location: Path) -> type[BaseModel] | None:
    """Return the model of the record at `location` within a `model`."""
    current: type[BaseModel] | None = model
    for part in location:
        if current is None or isinstance(part, int):
            continue
        field = current.model_fields.get(part)
        current = next(_models_in(field.annotation), None) if field else None
    return current


def _models_in(annotation: object) -> Iterator[type[BaseModel]]:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from _models_in(argument)


_ROUNDS: Final = 4  # a mended record may lack keys, and they again
_NOBODY: Final = "?"
_FILLERS: Final[dict[tuple[str, str], Value]] = {
    ("Task", "id"): 999_999_999,
    ("Task", "kind"): "measure",
    ("Indicator", "id"): 999_999_999,
    ("Indicator", "binding"): False,
    ("Target", "id"): "0.0",
    ("Section", "code"): "九十九",
    ("PlanRule", "id"): "unknown",
    ("PlanRule", "meaning"): {"zh": _NOBODY, "en": _NOBODY},
    ("Plan", "signed"): "1900-01-01",
    ("Plan", "issued"): "1900-01-01",
    ("Plan", "counts"): {},
    ("Plan", "horizon"): {},
    ("Plan", "source"): {},
    ("Source", "sha256"): "0" * 64,
    ("Counts", "indicators"): 0,
    ("Counts", "expected"): 0,
    ("Counts", "binding"): 0,
    ("Horizon", "base"): 1900,
    ("Horizon", "start"): 1900,
    ("Horizon", "end"): 1900,
    ("Horizon", "vision"): 1900,
}


def salvage(model: type[Model], value: Value, faults: list[SchemaFault]) -> Model | None:
    """Return `value` as a `model` with its faults mended; None if that cannot be done.

    Args:
        model: what the value has to be.
        value: plain data as the loader returned it.
        faults: what is wrong with it, with paths from `value` on.
    """
    mended = deepcopy(value)
    for _round in range(_ROUNDS):
        for fault in reversed(faults):
            _mend(model, mended, fault)
        checked = check(model, mended)
        if not isinstance(checked, list):
            return checked
        faults = checked
    return None


def _mend(model: type[BaseModel], value: Any, fault: SchemaFault) -> None:
    if not fault.subject:
        return
    holder = _at(value, fault.subject[:-1])
    key = fault.subject[-1]
    if isinstance(holder, list) and isinstance(key, int):
        holder[key] = {} if model_at(model, fault.subject) else _NOBODY
    elif isinstance(holder, dict):
        holder.pop(key, None)
        record = model_at(model, fault.subject[:-1])
        field = record.model_fields.get(str(key)) if record else None
        if record is not None and field is not None and field.is_required():
            holder[key] = deepcopy(_FILLERS.get((record.__name__, str(key)), _NOBODY))


def _at(value: Any, path: Path) -> Any:
    for part in path:
        value = value[part]
    return value
