"""Checks values against the models, and says in our words what is wrong."""

from collections.abc import Iterable, Iterator, Mapping
from copy import deepcopy
from typing import Any, Final, NamedTuple, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from plan_cli.dataset.yaml import Path, Value
from plan_cli.i18n import N_, _, listed
from plan_cli.text import closest

_SHOWN: Final = 30  # characters of a wrong value that a message repeats

Texts = tuple[str, str]
"""A message, and what to do."""


_UNFIT: Final = N_("{value} is not allowed here"), N_("See the key in README.md beside the data.")
_OUT_OF_RANGE: Final = N_("{value} is out of range"), N_("Allowed: {words}.")
_KINDS: Final[dict[str, Texts]] = {
    "string_type": (N_("{value} is not text"),
        N_("Put it in double quotes if it is meant as text.")),
    "string_too_short": (N_("the text is empty"), N_("Write the text, or remove the key.")),
    "string_invisible": (N_("the text shows nothing"),
        N_("It has only blanks or invisible characters: write the text, or remove the key.")),
    "string_pattern_mismatch": (N_("{value} has the wrong form"),
        N_("It has to look like this: {example}.")),
    "int_type": (N_("{value} is not a whole number"),
        N_("Write digits only, without quotes and without a leading zero.")),
    "bool_type": (N_("{value} is neither true nor false"),
        N_("Write true or false, in small letters, without quotes.")),
    "exact_number": (N_("{value} is not a number"),
        N_("Write digits, with a point for decimals, without quotes and unit.")),
    "exact_number_digits": (N_("{value} has more than 15 digits"), N_("Choose a larger unit.")),
    "iso_date": (N_("{value} is not a date"), N_("Write the day as YYYY-MM-DD.")),
    "iso_date_range": (N_("{value} is out of range"), N_("Days are in the years 1900 to 2999.")),
    "tuple_type": (N_("{value} is not a list"),
        N_("Write the entries in square brackets: [a, b].")),
    "too_short": (N_("the list has too few entries"), N_("It has at least {number}.")),
    "model_type": (N_("{value} is not a record"),
        N_("Write keys and values, one a line: key: value.")),
    "literal_error": (N_("{value} is not one of the allowed words"), N_("Allowed: {words}.")),
    "greater_than_equal": _OUT_OF_RANGE,
    "less_than_equal": _OUT_OF_RANGE,
}  # fmt: skip
"""What is said of Pydantic's errors, by their names."""

_EXAMPLES: Final = {
    r"^[0-9]{1,9}\.[0-9]{1,9}$": '"50.1"',
    r"^[0-9a-f]{64}$": N_("64 of the characters 0-9 and a-f"),
    r"^[a-z_]+$": "binding_veto",
    r"^(19|2[0-9])[0-9]{2}H[12]$": "2023H2",
    r"^[一二三四五六七八九十]+(\([一二三四五六七八九十]+\))?$": "三, 三(五)",
}


def wrong_value(kind: str, context: Mapping[str, Any], value: object) -> Texts:
    """Message and hint for Pydantic's error `kind` with its `context`."""
    if value is None and kind != "tuple_type":
        return (
            _("there is no value here"),
            _("Write the value after the colon, or remove the key if nothing is known."),
        )
    message, hint = _KINDS.get(kind, _UNFIT)
    pattern = str(context.get("pattern", ""))
    return _(message, value=shown(value)), _(
        hint,
        number=context.get("min_length", 1),
        words=_allowed(context),
        example=_(_EXAMPLES[pattern]) if pattern in _EXAMPLES else pattern,
    )


def _allowed(context: Mapping[str, Any]) -> str:
    if "ge" in context:
        return _("at least {limit}", limit=context["ge"])
    if "le" in context:
        return _("at most {limit}", limit=context["le"])
    words = str(context.get("expected", "")).replace(" or ", ", ").replace("'", "").split(", ")
    return listed(words)


def shown(value: object) -> str:
    """A short form of a value for a message."""
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


Model = TypeVar("Model", bound=BaseModel)


class SchemaFault(NamedTuple):
    """A value that does not fit its model; `at_key`: the key is wrong.

    `path` is where the fault is shown, `subject` the key or value it concerns: a missing key is
    shown at its record.
    """

    path: Path
    code: str
    message: str
    hint: str
    at_key: bool = False
    subject: Path = ()


def check(model: type[Model], value: Value, path: Path = ()) -> Model | list[SchemaFault]:
    """Return `value` as a `model`, or its faults, with paths that begin with `path`."""
    try:
        return model.model_validate(value)
    except ValidationError as error:
        found = error.errors(include_url=False, include_input=True)
    places = [details["loc"] for details in found]
    found = [  # a list that lost an entry to a fault is not too short as well
        details
        for details, at in zip(found, places, strict=True)
        if details["type"] != "too_short"
        or all(one[: len(at)] != at or one == at for one in places)
    ]
    unknown = {details["loc"] for details in found if details["type"] == "extra_forbidden"}
    missing = {details["loc"] for details in found if details["type"] == "missing"}
    misspelt = dict(_misspelt(unknown, missing))
    return [
        _fault(model, details, path, misspelt)
        for details in found
        if details["loc"] not in misspelt.values()
    ]


def _misspelt(unknown: Iterable[Path], missing: Iterable[Path]) -> Iterator[tuple[Path, Path]]:
    """Pair unknown keys with the missing ones they stand for: one mistake, one problem."""
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
        hint = _key_hint(model, location, misspelt.get(location))
        return SchemaFault(subject, "schema.unknown-key", message, hint, True, subject)
    if kind == "missing":
        message = _("the key {key} is missing", key=name)
        hint = _("Every record of this kind has it; see README.md beside the data.")
        return SchemaFault(
            path + location[:-1], "schema.missing-key", message, hint, False, subject
        )
    message, hint = wrong_value(kind, details.get("ctx") or {}, details.get("input"))
    return SchemaFault(subject, "schema.wrong-value", message, hint, False, subject)


def _key_hint(model: type[BaseModel], location: Path, right: Path | None) -> str:
    record = model_at(model, location[:-1])
    keys = (str(right[-1]),) if right else tuple(record.model_fields if record else ())
    close = keys if len(keys) == 1 else closest(str(location[-1]), keys, 1)
    if close:
        return _("Did you mean {key}?", key=close[0])
    return _("Known keys: {keys}.", keys=listed(keys))


def model_at(model: type[BaseModel], location: Path) -> type[BaseModel] | None:
    """The model of the record at `location` within a `model`."""
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
    **{("Counts", key): 0 for key in ("indicators", "expected", "binding")},
    **{("Horizon", key): 1900 for key in ("base", "start", "end", "vision")},
}


def salvage(model: type[Model], value: Value, faults: list[SchemaFault]) -> Model | None:
    """Return `value` as a `model` with its faults (paths within `value`) mended, else None."""
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
    holder, key = value, fault.subject[-1]
    for part in fault.subject[:-1]:
        holder = holder[part]
    if isinstance(holder, list) and isinstance(key, int):
        holder[key] = {} if model_at(model, fault.subject) else _NOBODY
    elif isinstance(holder, dict):
        holder.pop(key, None)
        record = model_at(model, fault.subject[:-1])
        field = record.model_fields.get(str(key)) if record else None
        if record is not None and field is not None and field.is_required():
            holder[key] = deepcopy(_FILLERS.get((record.__name__, str(key)), _NOBODY))
