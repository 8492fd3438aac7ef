"""Tier `annual`: what a department sets itself for a year is on something that is its own."""

from collections.abc import Iterator
from plan_cli.dataset.load import AnnualFile
from plan_cli.dataset.names import Directory
from plan_cli.i18n import _, listed
from plan_cli.rules.context import Context, charged
from plan_cli.rules.names import unknown_name
from plan_cli.rules.rule import Finding, register
from datetime import date
from plan_cli.rules.records import goals, no_item, FiledGoal, no_target
from plan_cli.dataset.models import Indicator, Task


@register("annual.files", needs=("plan", "departments"))
def files(context: Context) -> Iterator[Finding]:
    """A file of annual goals lies in the folder of a year of the plan, named after its department.

    The notice has annual goals set year by year until the plan ends, so the years are those from
    the plan's first to its last. The department goes by its canonical name, and existed in that
    year: one that ended before (`valid_until`) set itself no goals for it, its successors did.

    PASS: annual/2023/市工信局.yaml
        - item: 1
          goal: 引进工业企业2家
    FAIL: annual/2023/工信局.yaml
        - item: 1  # <--
          goal: 引进工业企业2家
    FAIL: annual/2019/市工信局.yaml
        - item: 1  # <--
          goal: 引进工业企业2家
    """
    first, last = context.year("start"), context.year("end")
    for key, file in context.loaded.annual.items():
        if file.year is None or not first <= file.year <= last:
            message = _("“{folder}” is not a year of the plan", folder=file.folder or ".")
            years = {"first": first, "last": last}
            hint = _(
                "Annual goals lie in annual/YEAR/, with a year from {first} to {last}.", **years
            )
            yield Finding(f"annual/{key}", (), message, hint)
        if (fault := _owner_fault(file, context.directory)) is not None:
            yield Finding(f"annual/{key}", (), *fault)


def _owner_fault(file: AnnualFile, directory: Directory) -> tuple[str, str] | None:
    listed_as = directory.by_name.get(file.by)
    if listed_as is None:
        if file.by in directory.group_by_name:
            message = _("{group} is a group, and a group sets no goals", group=file.by)
            return message, _("Name the department that does.")
        return unknown_name(file.by, directory)
    ended = listed_as.valid_until
    if ended is None or file.year is None or ended.year >= file.year:
        return None
    message = _(
        "{name} existed until {date}, not in {year}", name=file.by, date=ended, year=file.year
    )
    if listed_as.successors:
        return message, _("Its duties went to {names}.", names=listed(listed_as.successors))
    return message, _("Check the year, and valid_until in departments.yaml.")


@register("annual.items", needs=("departments", "tasks", "indicators"))
def items(context: Context) -> Iterator[Finding]:
    """A department sets itself goals on items in which it has a part of its own.

    On a task that is its lead, and whoever supports it: also where the item names a plate they
    bear, a definite group they belong to, or a group or 等 to which they are assigned. On an
    indicator it is the department responsible, and nobody else: that a department may report any
    indicator does not make it answer for it. Whoever has taken over the duties of a department by
    the end of the year has its part.

    PASS: annual/2023/市工信局.yaml
        - item: 1
          goal: 引进工业企业2家
    FAIL: annual/2023/市工信局.yaml
        - item: 2  # <--
          goal: 全市生产总值增长7%
    """
    for one in goals(context):
        item = context.items.get(one.record.item)
        if item is None:
            yield one.finding(("item",), *no_item(one.record.item, context.items))
            continue
        if one.year is None or one.by not in context.directory.by_name:
            continue  # annual.files finds that
        if not context.has_part(one.by, item, date(max(one.year, 1), 12, 31)):
            message = _("{by} has no part in item {item}", by=one.by, item=item.id)
            hint = _("Who may set goals on it: {names}.", names=listed(charged(item)))
            yield one.finding(("item",), message, hint)


@register("annual.targets", needs=("tasks", "indicators"))
def targets(context: Context) -> Iterator[Finding]:
    """A goal that is a step towards a target names one of its item's, and only then has a figure.

    A figure is read in the target's unit and towards the target's side: without a target, nothing
    says what it counts, and it belongs into the words. A target that is met in words alone (定性)
    has no figure either.

    PASS: annual/2023/市发改局.yaml
        - item: 6
          target: "6.1"
          goal: 建成专业孵化器1个
          value: 1
    FAIL: annual/2023/市发改局.yaml
        - item: 6
          target: "1.1"  # <--
          goal: 建成专业孵化器1个
          value: 1
    FAIL: annual/2023/市发改局.yaml
        - item: 6
          goal: 建成专业孵化器1个
          value: 1  # <--
    """
    for one in goals(context):
        if one.record.target is None:
            if one.record.value is not None:
                message = _("the figure has no target")
                hint = _("Name the target that it is a step towards, or say it in words.")
                yield one.finding(("value",), message, hint)
        elif (item := context.items.get(one.record.item)) is not None:
            yield from _check_target(one, item, one.record.target)


def _check_target(one: FiledGoal, item: Task | Indicator, name: str) -> Iterator[Finding]:
    target = next((target for target in item.targets if target.id == name), None)
    if target is None:
        none = _("It has none; say the goal in words.")
        yield one.finding(("target",), *no_target(item, name, none))
    elif target.measure == "qualitative" and one.record.value is not None:
        message = _("target {id} has no figure to reach", id=name)
        yield one.finding(("value",), message, _("Say the goal in words."))


@register("annual.repeats")
def repeats(context: Context) -> Iterator[Finding]:
    """A department sets one goal for a target in a year, and one for an item beside its targets.

    Two of them would leave open which one counts. Several things that are to be done on an item
    without being a step towards a target are one goal, in several sentences.

    PASS: annual/2023/市发改局.yaml
        - item: 6
          target: "6.1"
          goal: 建成专业孵化器1个
          value: 1
        - item: 6
          goal: 出台孵化器管理办法；举办创业大赛1次
    FAIL: annual/2023/市发改局.yaml
        - item: 6
          target: "6.1"
          goal: 建成专业孵化器1个
          value: 1
        - target: "6.1"  # <--
          item: 6
          goal: 建成专业孵化器2个
          value: 2
    """
    seen: set[tuple[str, int, str | None]] = set()
    for one in goals(context):
        key = (one.file, one.record.item, one.record.target)
        if key not in seen:
            seen.add(key)
        elif one.record.target is not None:
            message = _("target {id} already has a goal", id=one.record.target)
            yield one.finding(("target",), message, _("Remove one of the two."))
        else:
            message = _("item {item} already has a goal", item=one.record.item)
            hint = _("Merge the two, or name the target that each is a step towards.")
            yield one.finding(("item",), message, hint)


# ruff: noqa: I001  (in the order in which the rules run)
