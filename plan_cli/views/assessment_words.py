"""The words of an assessment: grades, parts, results, and the rules in the notice's own words."""

from plan_cli.assessment.line import Part
from plan_cli.i18n import _
from plan_cli.render.listing import Row
from plan_cli.vocabulary import state_label


def grade_label(grade: str | None) -> str:
    """Return whether 优秀 is barred as people read it."""
    return {
        "barred": _("barred"),
        "open": _("clear so far"),
        "not_barred": _("clear"),
        None: _("n/a"),
    }[grade]


def part_label(part: Part, year: int) -> str:
    """Return what a part of an assessment is about."""
    labels = {
        "binding": _("Binding indicators (一票否优)"),
        "bonus": _("Long-term goals reached early (加分)"),
        "tasks": _("Lead tasks due in {year}"),
        "goals": _("Annual goals of {year}"),
    }
    return labels[part].format(year=year)


def rule_text(rule: Row) -> str:
    """Return a rule in the notice's own words, and where they stand."""
    if rule["quote"] is None:
        return _("not assessed: the plan records no rule of the notice for it")
    return _("The notice, {section}: “{quote}”").format(
        section=rule["section"], quote=rule["quote"]
    )


def result_label(line: Row, result: str | None = None) -> str:
    """Return the result of a line, or another that it had, as people read it.

    What is open is called by its state while the year lasts; it is never called missed.
    """
    name = result or line["result"]
    if name == "open" and not line["ended"]:
        return state_label(line["state"] or "")
    if name in ("terminated", "unreported"):
        return state_label(name)
    return {
        "fulfilled": _("fulfilled"),
        "missed": _("missed"),
        "unknown": _("unknown"),
        "early": _("early"),
        "earlier": _("before"),
        "claimed": _("claimed"),
        "not_yet": _("not yet"),
        "on_time": _("on time"),
        "late": _("late"),
        "open": _("open"),
    }[name]
