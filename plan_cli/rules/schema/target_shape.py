"""A target's keys go together.

A value has a direction with its basis and a unit; only `between` has an upper value, above the
value; a year has a basis and a basis a year; a target whose value the notice does not state has
none; and the measures `qualitative` and `coverage` alone may do without a value.
"""

from collections.abc import Iterator

from plan_cli.i18n import _
from plan_cli.model import Target
from plan_cli.rules.base import Context, Finding, Rule

_WITHOUT_VALUE = ("qualitative", "coverage")


def check(context: Context) -> Iterator[Finding]:
    """Yield a finding for every key that is missing beside another or stands there wrongly."""
    for entry in context.entries:
        for number, target in enumerate(entry.item.targets):
            path = (entry.index, "targets", number)
            for key, message in _faults(target):
                hint = _("See the section on targets in README.md beside the data.")
                yield Finding(entry.file, (*path, key), message, hint)


def _faults(target: Target) -> Iterator[tuple[str, str]]:
    yield from _value_faults(target)
    if (target.direction is None) != (target.direction_basis is None):
        yield "direction", _("direction and direction_basis go together")
    if (target.due is None) != (target.due_basis is None):
        yield "due", _("due and due_basis go together")
    if (target.upper is not None) != (target.direction == "between"):
        yield "upper", _("the direction between has an upper value, and no other has one")
    elif target.upper is not None and target.value is not None and target.upper <= target.value:
        yield "upper", _("the upper value is not above the value")


def _value_faults(target: Target) -> Iterator[tuple[str, str]]:
    if target.value is None:
        if target.unit is not None:
            yield "unit", _("a target without a value has no unit")
        if target.direction is not None:
            yield "direction", _("a target without a value has no direction")
        if not target.value_unstated and target.measure not in _WITHOUT_VALUE:
            yield "value", _("the target has no value; value_unstated says so where that is so")
        return
    if target.value_unstated:
        yield "value_unstated", _("the target has a value and says that it has none")
    if target.measure is None or target.measure in _WITHOUT_VALUE:
        yield "measure", _("a target with a value needs a measure that has values")
    if target.unit is None:
        yield "unit", _("a target with a value has a unit")
    if target.direction is None:
        yield "direction", _("a target with a value has a direction")


RULE = Rule("schema.target-shape", "schema", check)
