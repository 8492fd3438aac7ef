"""A target's keys go together.

A value has a direction with its basis, a unit and a measure; only `between` has an upper value,
above the value; a year has a basis and a basis a year; a target whose value the notice does not
state has none; and the measures `qualitative` and `coverage` alone may do without a value.

PASS: tasks.yaml

        - id: "6.1"
          direction: between
          value: 3
          upper: 5

FAIL: tasks.yaml

        - id: "6.1"
          direction: at_least  # <--

FAIL: tasks.yaml

        - id: "8.1"
          measure: qualitative  # <--
"""

import re
from collections.abc import Iterator
from typing import Final

from plan_cli.dataset.models import Target
from plan_cli.i18n import _
from plan_cli.rules.context import Context
from plan_cli.rules.rule import Finding, Rule

_WITHOUT_VALUE: Final = ("qualitative", "coverage")
_RANGE: Final = re.compile(r"\d[-—~～至]\d")


def check(context: Context) -> Iterator[Finding]:
    """Yield a finding for every key that is missing beside another or stands there wrongly."""
    for one in context.targets:
        for key, message in faults(one.target):
            hint = _("See the section on targets in README.md beside the data.")
            yield Finding(one.entry.file, one.path(key), message, hint)


def faults(target: Target) -> Iterator[tuple[str, str]]:
    """Yield the keys of a target that do not go together, each with what is wrong."""
    yield from _value_faults(target)
    if (target.due is None) != (target.due_basis is None):
        key = "due" if target.due is None else "due_basis"
        yield key, _("due and due_basis go together")


def _value_faults(target: Target) -> Iterator[tuple[str, str]]:
    if target.value is None:
        yield from _faults_without_value(target)
        return
    if target.value_unstated:
        yield "value_unstated", _("the target has a value and says that it has none")
    if target.measure is None or target.measure in _WITHOUT_VALUE:
        yield "measure", _("a target with a value needs a measure that has values")
    if target.unit is None:
        yield "unit", _("a target with a value has a unit")
    if target.direction is None and target.upper is None:
        yield "direction", _("a target with a value has a direction")
    elif target.direction_basis is None:
        yield "direction_basis", _("direction and direction_basis go together")
    yield from _range_faults(target)


def _faults_without_value(target: Target) -> Iterator[tuple[str, str]]:
    rest = (target.unit, target.direction, target.direction_basis, target.upper)
    if any(key is not None for key in rest):
        yield "value", _("the target has a unit or a direction, and no value")
    elif not target.value_unstated and target.measure not in _WITHOUT_VALUE:
        yield "measure", _("the target has no value; value_unstated says so where that is so")
    elif target.value_unstated and target.measure is not None:
        yield "measure", _("a target whose value is not stated has no measure")


def _range_faults(target: Target) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with a range; the quote says whether there should be one."""
    message = _("the direction between has an upper value, and no other has one")
    stated = _RANGE.search(target.quote) is not None
    if (target.upper is None) == (target.direction == "between"):
        yield "upper" if stated == (target.upper is None) else "direction", message
    elif target.upper is not None and target.value is not None and target.upper <= target.value:
        wrong = "value" if f"-{target.upper}" in target.quote else "upper"
        yield wrong, _("the upper value is not above the value")


RULE = Rule("schema.target-shape", "schema", check)
