"""Reports that replace others, and figures that are final."""

from collections.abc import Iterator, Mapping

from plan_cli.i18n import _
from plan_cli.rules.context import Context
from plan_cli.rules.records import FiledReport, reports
from plan_cli.rules.rule import Finding, register
from plan_cli.words import period_label


@register("progress.replaces", needs=("plan", "departments"))
def replaces(context: Context) -> Iterator[Finding]:
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
    known: dict[str, FiledReport] = {}
    for one in reports(context):
        known.setdefault(one.record.id, one)
    for one in reports(context):
        fault = _fault(context, one, known) if one.record.replaces is not None else None
        if fault is not None:
            yield one.finding(("replaces",), *fault)


def _fault(
    context: Context, one: FiledReport, known: Mapping[str, FiledReport]
) -> tuple[str, str] | None:
    replaced = known.get(one.record.replaces or "")
    if replaced is None:
        message = _("there is no report {id}", id=one.record.replaces)
        return message, _("`plan history` shows the ids of all reports.")
    if replaced.record.item != one.record.item:
        ids = {"id": replaced.record.id, "other": replaced.record.item, "item": one.record.item}
        message = _("report {id} is on item {other}, not on item {item}", **ids)
        return message, _("A correction is on the same item as the report it replaces.")
    if _leads_back(one, known):
        message = _("report {id} replaces itself", id=one.record.id)
        return message, _("A correction replaces an earlier report.")
    if replaced.record.date > one.record.date:
        message = _("report {id} has a later date", id=replaced.record.id)
        return message, _("A correction replaces an earlier report.")
    if not _may_correct(context, one, replaced):
        message = _("report {id} belongs to {by}", id=replaced.record.id, by=replaced.by)
        return message, _("A department corrects its own reports.")
    return None


def _leads_back(one: FiledReport, known: Mapping[str, FiledReport]) -> bool:
    seen: set[str] = set()
    current: FiledReport | None = one
    while current is not None and current.record.replaces is not None:
        if current.record.replaces == one.record.id:
            return True
        if current.record.id in seen:
            return False  # a circle further back; that one is found
        seen.add(current.record.id)
        current = known.get(current.record.replaces)
    return False


def _may_correct(context: Context, one: FiledReport, replaced: FiledReport) -> bool:
    if replaced.by == one.by or one.by not in context.directory.by_name:
        return True
    if one.record.period is not None and one.by in context.reporters:
        return True
    return replaced.by in context.directory.predecessors(one.by, one.record.date)


@register("progress.finals")
def finals(context: Context) -> Iterator[Finding]:
    """A target has one final value (终值) for a period, unless a correction replaces it.

    Two of them would leave open which one counts.

    PASS: progress/市发改局.yaml
        - id: k3m9qx
          item: 2
          date: 2024-03-01
          target: "2.1"
          period: "2023"
          value: 2.7
          nature: final
        - id: p7d2ra
          item: 2
          date: 2024-09-01
          target: "2.1"
          period: "2023"
          value: 2.8
          nature: final
          replaces: k3m9qx
    FAIL: progress/市发改局.yaml
        - id: k3m9qx
          item: 2
          date: 2024-03-01
          target: "2.1"
          period: "2023"
          value: 2.7
          nature: final
        - id: p7d2ra
          item: 2
          date: 2024-09-01
          target: "2.1"
          period: "2023"  # <--
          value: 2.8
          nature: final
    """
    replaced = {one.record.replaces for one in reports(context)}
    standing: dict[tuple[str | None, str | None], FiledReport] = {}
    for one in sorted(reports(context), key=lambda one: (one.record.date, one.by, one.index)):
        if one.record.nature != "final" or one.record.id in replaced:
            continue
        first = standing.setdefault((one.record.target, one.record.period), one)
        if first is not one:
            message = _(
                "target {id} already has a final value for {period}: {report} of {by}",
                id=one.record.target,
                period=period_label(one.record.period) if one.record.period else "",
                report=first.record.id,
                by=first.by,
            )
            hint = _("If this one corrects it, say so: replaces: {id}.", id=first.record.id)
            yield one.finding(("period",), message, hint)
