"""What plan.yaml and assignments.yaml record is of something that there is."""

from collections.abc import Iterator

from plan_cli.dataset.models import Assignment, Task
from plan_cli.dataset.names import Directory, split_plate
from plan_cli.i18n import _
from plan_cli.rules.context import Context
from plan_cli.rules.names import ended, unknown_name
from plan_cli.rules.rule import Finding, register
from plan_cli.words import OPEN_LIST, today


@register("reference.plan-rules", needs=("plan",))
def plan_rules(context: Context) -> Iterator[Finding]:
    """Every rule of the plan has an id of its own.

    The program finds a rule of the notice by its id: `binding_veto` is 一票否优, `early_bonus` the
    bonus for a goal reached early.

    PASS: plan.yaml
          - id: half_year_meeting
            section: 四(一)
    FAIL: plan.yaml
        rules:
          - section: 四(一)
            id: half_year_meeting  # <--
            quote: 每半年召开1次专题会。
            meaning: {zh: 每半年开一次会。, en: A meeting every half-year.}
    """
    seen: set[str] = set()
    for index, rule in enumerate(context.plan.rules):
        if rule.id in seen:
            message = _("rule {id} already exists", id=rule.id)
            hint = _("Every rule of the plan has one record.")
            yield Finding("plan", ("rules", index, "id"), message, hint)
        seen.add(rule.id)


@register("reference.discrepancies", needs=("plan", "indicators", "tasks"))
def discrepancies(context: Context) -> Iterator[Finding]:
    """A recorded discrepancy points at targets that exist and carries their own words.

    `discrepancies` in plan.yaml records where the notice is at odds with itself: which targets,
    what each says, and what is known about it.

    PASS: plan.yaml
          - kind: different_figures
            targets: ["3.1", "9.1"]
    FAIL: plan.yaml
          - kind: different_figures
            targets: ["3.1", "9.7"]  # <--
    FAIL: plan.yaml
          - kind: different_figures
            quotes: [粮食产量稳定在19万吨以上, 粮食总产稳定在20万吨以上]  # <--
    """
    quotes = {one.target.id: one.target.quote for one in context.targets}
    for index, one in enumerate(context.plan.discrepancies):
        path = ("discrepancies", index)
        if len(one.quotes) != len(one.targets):
            message = _("every target needs one quote")
            hint = _("Give the quotes in the order of the targets.")
            yield Finding("plan", (*path, "quotes"), message, hint)
        for position, target in enumerate(one.targets):
            if target not in quotes:
                message = _("there is no target {id}", id=target)
                hint = _("Name the id of a target, such as 43.1.")
                yield Finding("plan", (*path, "targets", position), message, hint)
        for position, (target, quote) in enumerate(zip(one.targets, one.quotes, strict=False)):
            if target not in quotes or quote == quotes[target]:
                continue
            others = [other for other, its_own in quotes.items() if its_own == quote]
            if others:
                message = _("the quote is that of target {id}", id=others[0])
                hint = _("Correct the id, or copy the quote of the target.")
                yield Finding("plan", (*path, "targets", position), message, hint)
            else:
                message = _("the quote is not that of target {id}", id=target)
                hint = _("Copy the quote of the target.")
                yield Finding("plan", (*path, "quotes", position), message, hint)


@register("reference.assignments", needs=("departments", "tasks"))
def assignments(context: Context) -> Iterator[Finding]:
    """An assignment says of an item's own indefinite group, or of 等, which departments are meant.

    The notice says 相关镇办 or 市级相关部门, or ends a list with 等; who that is, somebody has to
    say, on paper. Only what the item itself leaves open can be filled in, with departments that
    existed on the day of the paper.

    PASS: assignments.yaml
        - item: 5
          group: 市级相关部门
          members: [市商务局]
          by: 市发改局
          document: 例发改发〔2023〕1号
          date: 2023-03-01
    FAIL: assignments.yaml
        - item: 5
          group: 各镇办  # <--
          members: [市商务局]
          by: 市发改局
          document: 例发改发〔2023〕1号
          date: 2023-03-01
    """
    tasks = {task.id: task for task in context.loaded.tasks.values()}
    seen: set[tuple[int, str]] = set()
    for index, one in context.loaded.assignments.items():
        yield from _check_group(index, one, tasks.get(one.item), context.directory)
        if (one.item, one.group) in seen:
            names = {"group": one.group, "item": one.item}
            message = _("{group} of item {item} is already assigned", **names)
            hint = _("Put all members into one record.")
            yield Finding("assignments", (index, "group"), message, hint)
        seen.add((one.item, one.group))
        yield from _check_members(index, one, tasks.get(one.item), context.directory)


def _check_group(
    index: int, one: Assignment, task: Task | None, directory: Directory
) -> Iterator[Finding]:
    if task is None:
        message = _("there is no task {item}", item=one.item)
        hint = _("Name the number of an item in tasks.yaml.")
        yield Finding("assignments", (index, "item"), message, hint)
        return
    path = (index, "group")
    hint = _("Name an indefinite group that the item names, or 等 where its list is open.")
    if one.group == OPEN_LIST:
        if not task.support_open:
            message = _("the list of item {item} does not end in 等", item=one.item)
            yield Finding("assignments", path, message, hint)
        return
    group = directory.group_by_name.get(one.group)
    if one.group not in (task.lead, *task.support) or group is None or not group.indefinite:
        message = _("item {item} names no indefinite group {group}", item=one.item, group=one.group)
        yield Finding("assignments", path, message, hint)


def _check_members(
    index: int, one: Assignment, task: Task | None, directory: Directory
) -> Iterator[Finding]:
    group = directory.group_by_name.get(one.group)
    named = (task.lead, *task.support) if task else ()
    for position, name in enumerate(one.members):
        path = (index, "members", position)
        listed = directory.by_name.get(split_plate(name).name)
        if listed is None or not directory.knows(split_plate(name)):
            yield Finding("assignments", path, *unknown_name(name, directory))
        elif name in named or name in one.members[:position]:
            message = _("{name} is named twice in one item", name=name)
            yield Finding("assignments", path, message, _("Remove one of the two."))
        elif group and group.may_include and listed.category not in group.may_include:
            values = {"group": one.group, "name": name, "category": listed.category}
            message = _("{group} cannot mean {name}, which is of the category {category}", **values)
            hint = _("See may_include of the group in departments.yaml.")
            yield Finding("assignments", path, message, hint)
        elif (fault := ended(listed.name, one.date, directory)) is not None:
            yield Finding("assignments", path, *fault)
    if (fault := ended(one.by, one.date, directory)) is not None:
        yield Finding("assignments", (index, "by"), *fault)
    if one.by not in directory.by_name:
        yield Finding("assignments", (index, "by"), *unknown_name(one.by, directory))


@register("reference.assignment-dates", needs=("plan",))
def assignment_dates(context: Context) -> Iterator[Finding]:
    """The paper that an assignment rests on is not older than the notice, and not of tomorrow.

    Nobody could say who the notice means before it was issued, and a paper of tomorrow is none.

    PASS: assignments.yaml
        - item: 5
          group: 市级相关部门
          members: [市商务局]
          by: 市发改局
          document: 例发改发〔2023〕1号
          date: 2023-03-01
    FAIL: assignments.yaml
        - item: 5
          group: 市级相关部门
          members: [市商务局]
          by: 市发改局
          document: 例发改发〔2023〕1号
          date: 2013-03-01  # <--
    """
    issued, now = context.plan.issued, today()
    for index, one in context.loaded.assignments.items():
        if one.date > now:
            message = _("{date} is in the future", date=one.date)
            hint = _("Today is {date}.", date=now)
            yield Finding("assignments", (index, "date"), message, hint)
        elif one.date < issued:
            message = _("{date} is before the notice was issued", date=one.date)
            hint = _("It was issued on {date}; check both dates.", date=issued)
            yield Finding("assignments", (index, "date"), message, hint)
