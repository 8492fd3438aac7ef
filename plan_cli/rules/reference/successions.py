"""Who succeeds whom."""

from collections.abc import Iterator

from plan_cli.dataset.names import Directory, Listed, split_plate
from plan_cli.i18n import _
from plan_cli.rules.context import Context
from plan_cli.rules.rule import Finding, register


@register("reference.successors", needs=("departments",))
def successors(context: Context) -> Iterator[Finding]:
    """Duties go on to a department that still exists, from a day that is recorded, and never back.

    Whoever succeeds a department has all its parts from the day after `valid_until`. A group has no
    duties of its own, so it succeeds nobody; nor is it a member of another group.

    PASS: departments.yaml
          - name: 市统计局
            valid_until: 2023-06-30
            successors: [市发改局〈科技局〉]
    FAIL: departments.yaml
          - name: 市统计局
            valid_until: 2023-06-30
            successors: [各镇办]  # <--
    FAIL: departments.yaml
          - name: 市统计局
            successors: [市发改局]  # <--
    """
    directory = context.directory
    for index, record in enumerate(context.departments.departments):
        path = ("departments", index, "successors")
        if record.successors and record.valid_until is None:
            message = _("{name} has successors and no last day", name=record.name)
            hint = _("Write valid_until: the last day on which it existed.")
            yield Finding("departments", path, message, hint)
        for position, written in enumerate(record.successors):
            fault = _fault(directory.by_name[record.name], written, directory)
            if fault is not None:
                yield Finding("departments", (*path, position), *fault)
    for index, group in enumerate(context.departments.groups):
        for position, name in enumerate(group.members):
            if name in directory.group_by_name:
                message = _("{name} is a group, and no member of one", name=name)
                hint = _("List the departments themselves.")
                yield Finding("departments", ("groups", index, "members", position), message, hint)


def _fault(record: Listed, written: str, directory: Directory) -> tuple[str, str] | None:
    name = split_plate(written).name
    if name in directory.group_by_name:
        message = _("{group} is a group, and a group succeeds nobody", group=name)
        return message, _("Name the departments that took the duties over.")
    heir = directory.by_name.get(name)
    if heir is None:
        return None  # reference.departments finds that
    if _leads_to(name, record.name, directory):
        message = _("{heir} succeeds {name}, which succeeds {heir}", heir=name, name=record.name)
        if name == record.name:
            message = _("{name} succeeds itself", name=name)
        return message, _("Duties never come back to who has ended; correct the successors.")
    ends = record.valid_until, heir.valid_until
    if ends[0] is not None and ends[1] is not None and ends[1] <= ends[0]:
        message = _("{name} existed only until {date}", name=name, date=ends[1])
        return message, _("A successor exists longer than whom it succeeds.")
    return None


def _leads_to(name: str, wanted: str, directory: Directory) -> bool:
    """Whether `wanted` is `name` or among those who succeed it, directly or not."""
    queue, seen = [name], {name}
    while queue:
        current = queue.pop()
        if current == wanted:
            return True
        known = directory.by_name.get(current)
        further = {split_plate(one).name for one in known.successors} if known else set()
        queue += further - seen
        seen |= further
    return False
