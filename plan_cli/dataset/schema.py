"""Checks values against the models, and says in our words what Pydantic finds."""

from collections.abc import Iterable, Iterator
from typing import Any, NamedTuple, TypeVar, get_args

from pydantic import BaseModel, ValidationError

from plan_cli.dataset.wrong_values import wrong_value
from plan_cli.i18n import _, listed
from plan_cli.spelling import closest
from plan_cli.strict_yaml import Path, Value

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
        message = _("unknown key {key}").format(key=name)
        right = misspelt.get(location)
        hint = _key_hint(name, (str(right[-1]),) if right else known_keys(model, location))
        return SchemaFault(subject, "schema.unknown-key", message, hint, True, subject)
    if kind == "missing":
        message = _("the key {key} is missing").format(key=name)
        hint = _("Every record of this kind has it; see README.md beside the data.")
        return SchemaFault(
            path + location[:-1], "schema.missing-key", message, hint, False, subject
        )
    message, hint = wrong_value(kind, details.get("ctx") or {}, details.get("input"))
    return SchemaFault(subject, "schema.wrong-value", message, hint, False, subject)


def _key_hint(name: str, keys: tuple[str, ...]) -> str:
    close = keys if len(keys) == 1 else closest(name, keys, 1)
    if close:
        return _("Did you mean {key}?").format(key=close[0])
    return _("Known keys: {keys}.").format(keys=listed(keys))


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
