"""Makes the best of a record with faults, so that one of them does not hide those elsewhere.

What is wrong is taken out, and what a record cannot do without is filled with something that
nobody means. The result is good for one thing: to check the rest of the dataset against it. What
a rule finds at the mended place itself follows from the fault and is not told (`rules/check.py`).
"""

from copy import deepcopy
from typing import Any, Final

from pydantic import BaseModel

from plan_cli.dataset.schema import Model, SchemaFault, check, model_at
from plan_cli.strict_yaml import Path, Value

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
