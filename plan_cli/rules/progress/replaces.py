"""A correction replaces a report on the same item that its department had handed in before.

Whoever may report any indicator may also correct what others reported on one. A department that
has taken over another's duties may correct that one's reports.

PASS: progress/市工信局.yaml

    - id: k3m9qx
      item: 1
      date: 2024-03-01
      status: in_progress
    - id: p7d2ra
      item: 1
      date: 2024-04-01
      status: blocked
      replaces: k3m9qx

FAIL: progress/市工信局.yaml

    - id: p7d2ra
      item: 1
      date: 2024-04-01
      status: blocked
      replaces: k3m9qx  # <--
"""

from collections.abc import Iterator, Mapping

from plan_cli.i18n import _
from plan_cli.rules.context import Context
from plan_cli.rules.progress.filed import Filed, filed
from plan_cli.rules.rule import ReportFinding, Rule


def check(context: Context) -> Iterator[ReportFinding]:
    """Yield a finding for every `replaces` that leads nowhere, elsewhere, or in a circle."""
    known: dict[str, Filed] = {}
    for one in filed(context):
        known.setdefault(one.report.id, one)
    for one in filed(context):
        if one.report.replaces is None:
            continue
        told = _fault(context, one, known)
        if told is not None:
            yield one.finding(("replaces",), *told)


def _fault(context: Context, one: Filed, known: Mapping[str, Filed]) -> tuple[str, str] | None:
    """Return what is wrong with what a report replaces, and what to do about it."""
    replaced = known.get(one.report.replaces or "")
    if replaced is None:
        message = _("there is no report {id}", id=one.report.replaces)
        return message, _("`plan history` shows the ids of all reports.")
    if replaced.report.item != one.report.item:
        message = _(
            "report {id} is on item {other}, not on item {item}",
            id=replaced.report.id,
            other=replaced.report.item,
            item=one.report.item,
        )
        return message, _("A correction is on the same item as what it corrects.")
    if _leads_back(one, known):
        message = _("report {id} replaces itself in the end", id=one.report.id)
        return message, _("A correction replaces a report that was there before it.")
    if replaced.report.date > one.report.date:
        message = _("report {id} is of a later day", id=replaced.report.id)
        return message, _("A correction replaces a report that was there before it.")
    if not _may_correct(context, one, replaced):
        message = _("report {id} is one of {by}", id=replaced.report.id, by=replaced.by)
        return message, _("A department corrects its own reports.")
    return None


def _leads_back(one: Filed, known: Mapping[str, Filed]) -> bool:
    seen: set[str] = set()
    current: Filed | None = one
    while current is not None and current.report.replaces is not None:
        if current.report.replaces == one.report.id:
            return True
        if current.report.id in seen:
            return False  # a circle further back; it is told of there
        seen.add(current.report.id)
        current = known.get(current.report.replaces)
    return False


def _may_correct(context: Context, one: Filed, replaced: Filed) -> bool:
    if replaced.by == one.by or one.by not in context.directory.by_name:
        return True
    if one.report.period is not None and one.by in context.reporters:
        return True
    return replaced.by in context.directory.predecessors(one.by, one.report.date)


RULE = Rule("progress.replaces", "progress", check, needs=("plan", "departments"))
