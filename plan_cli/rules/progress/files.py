"""Files of reports: whose they are, and the ids of what is in them."""

from collections.abc import Iterator

from plan_cli.i18n import _
from plan_cli.rules.context import Context
from plan_cli.rules.names import unknown_name
from plan_cli.rules.records import reports
from plan_cli.rules.rule import Finding, register


@register("progress.reporters", needs=("plan", "departments"))
def reporters(context: Context) -> Iterator[Finding]:
    """Whoever may report any indicator is a department, named once, with what that rests on.

    `reporting` in `plan.yaml` names them. What rests on the notice has its words, which are
    those of one of the rules there.

    PASS: plan.yaml
        reporting:
          any_indicator:
            - department: 市统计局
              basis: duty
    FAIL: plan.yaml
        reporting:
          any_indicator:
            - department: 统计局  # <--
              basis: duty
    """
    seen: set[str] = set()
    for index, one in enumerate(context.plan.reporting.any_indicator):
        path = ("reporting", "any_indicator", index, "department")
        if one.department not in context.directory.by_name:
            yield Finding("plan", path, *unknown_name(one.department, context.directory))
        elif one.department in seen:
            message = _("{name} is in the list twice", name=one.department)
            yield Finding("plan", path, message, _("Remove one of the two."))
        seen.add(one.department)
        if (one.basis == "notice") != (one.quote is not None):
            message = _("only basis: notice has a quote, and it needs one")
            hint = _("Write the quote, or basis: duty.")
            yield Finding("plan", (*path[:-1], "basis"), message, hint)
        elif one.quote and not any(one.quote in rule.quote for rule in context.plan.rules):
            message = _("no rule has these words")
            hint = _("Quote one of the rules in this file exactly.")
            yield Finding("plan", (*path[:-1], "quote"), message, hint)


@register("progress.files", needs=("departments",))
def files(context: Context) -> Iterator[Finding]:
    """A file of reports is named after the department whose reports it holds.

    Every department has a file of its own, so that nobody writes into another's.

    PASS: progress/市工信局.yaml
        - id: k3m9qx
          item: 1
          date: 2024-03-01
          status: in_progress
    FAIL: progress/工信局.yaml
        - id: k3m9qx  # <--
          item: 1
          date: 2024-03-01
          status: in_progress
    """
    for by in context.loaded.progress:
        if by in context.directory.by_name:
            continue
        if by in context.directory.group_by_name:
            message = _("{group} is a group, and a group hands in no reports", group=by)
            yield Finding(f"progress/{by}", (), message, _("Name the department that does."))
        else:
            yield Finding(f"progress/{by}", (), *unknown_name(by, context.directory))


@register("progress.ids")
def ids(context: Context) -> Iterator[Finding]:
    """Every report has an id of its own, in the whole dataset.

    An id is for ever: corrections and papers refer to it.

    PASS: progress/市工信局.yaml
        - id: k3m9qx
          item: 1
          date: 2024-03-01
          status: in_progress
    FAIL: progress/市工信局.yaml
        - id: k3m9qx
          item: 1
          date: 2024-03-01
          status: in_progress
        - item: 1
          id: k3m9qx  # <--
          date: 2024-04-01
          status: in_progress
    """
    taken: dict[str, str] = {}
    for one in reports(context):
        identifier = one.record.id
        if identifier in taken:
            by = taken[identifier]
            message = _("report {id} already exists in the file of {by}", id=identifier, by=by)
            hint = _("Give the later one another id, unless it is the same report twice.")
            yield one.finding(("id",), message, hint)
        taken.setdefault(identifier, one.by)
