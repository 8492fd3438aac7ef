"""Items, sections and targets are there, once, and lead to what there is."""

from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Final

from plan_cli.dataset.folder import FileKey
from plan_cli.dataset.models import Target, Task
from plan_cli.dataset.plan_models import Section
from plan_cli.i18n import _, ngettext
from plan_cli.rules.context import Context
from plan_cli.rules.rule import Entry, Finding, TargetEntry, register
from plan_cli.text import narrow, visible


@register("reference.item-ids")
def item_ids(context: Context) -> Iterator[Finding]:
    """Item numbers are unique over both files and ascend in each.

    The notice numbers its items once through; a number leads to one record, and a reader finds it
    where they expect it.

    PASS: tasks.yaml
        - id: 6
          section: 三(一)
    FAIL: tasks.yaml
        - section: 三(一)
          id: 8  # <--
          kind: measure
          text: 完成剩余18个老旧小区改造。
          lead: 市住建局
    """
    seen: dict[int, Entry] = {}
    previous: Entry | None = None
    for entry in context.entries:
        number = entry.item.id
        if "fidelity" in context.tiers and (entry.file, entry.index) in context.misnumbered:
            continue  # the notice says which number it is: fidelity.coverage finds that
        if number in seen:
            message = _("item {number} already exists", number=number)
            hint = _("Every number of the notice has one record; remove one.")
            yield entry.finding(("id",), message, hint)
        elif previous and previous.file == entry.file and number < previous.item.id:
            text = {"number": number, "previous": previous.item.id}
            message = _("item {number} comes after item {previous}", **text)
            hint = _("Keep the items in the order of their numbers.")
            yield entry.finding(("id",), message, hint)
        seen.setdefault(number, entry)
        previous = entry


@register("reference.sections", needs=("plan",))
def sections(context: Context) -> Iterator[Finding]:
    """Every item stands in a section of the outline that has items of its kind.

    The codes are those of plan.yaml, with half-width brackets: 三(五). A section that the notice
    has and plan.yaml lacks is told once, in plan.yaml.

    PASS: tasks.yaml
        - id: 6
          section: 三(一)
    FAIL: tasks.yaml
        - id: 6
          section: 三（一）  # <--
    FAIL: tasks.yaml
        - id: 6
          kind: vision  # <--
    """
    sections: dict[str, Section] = {}
    for index, section in enumerate(context.plan.sections):
        if section.code in sections:
            message = _("section {code} already exists", code=section.code)
            hint = _("Every section of the outline has one record.")
            yield Finding("plan", ("sections", index, "code"), message, hint)
        if section.missing != (section.title is None):
            message = _("a section has either its published title or missing: true")
            hint = _("What was lost in publication is recorded as missing, never invented.")
            yield Finding("plan", ("sections", index), message, hint)
        sections.setdefault(section.code, section)
    yield from _check_items(context, sections)
    for index, rule in enumerate(context.plan.rules):
        if rule.section not in sections and not _is_published(context, rule.section):
            yield _unknown("plan", ("rules", index, "section"), rule.section)


def _is_published(context: Context, code: str) -> bool:
    return context.notice is not None and any(
        heading.code == code for heading in context.notice.headings
    )


def _check_items(context: Context, sections: dict[str, Section]) -> Iterator[Finding]:
    unlisted: Counter[str] = Counter()
    for entry in context.entries:
        section = sections.get(entry.item.section)
        if section is not None:
            yield from _check_entry(context, entry, section)
        elif _is_published(context, entry.item.section):
            unlisted[entry.item.section] += 1
        else:
            yield _unknown(entry.file, (entry.index, "section"), entry.item.section)
    if "fidelity" in context.tiers:
        return  # fidelity.outline finds that, and where in the outline
    for code, number in unlisted.items():
        message = ngettext(
            "{number} item is in section {code}, which the outline lacks",
            "{number} items are in section {code}, which the outline lacks",
            number,
            number=number,
            code=code,
        )
        hint = _("Add the section to plan.yaml.")
        yield Finding("plan", ("sections",), message, hint, at_key=True)


def _check_entry(context: Context, entry: Entry, section: Section) -> Iterator[Finding]:
    clause = context.clause_of(entry) if "fidelity" in context.tiers else None
    if clause is not None and clause.section != section.code:
        return  # fidelity.wording finds that
    if section.missing:
        if section.title is None and not _is_published(context, section.code):
            message = _("the published text has no heading {code}", code=section.code)
            hint = _("Record the section under whose heading the item was published.")
            yield entry.finding(("section",), message, hint)
        return
    kind = entry.item.kind if isinstance(entry.item, Task) else "indicator"
    if section.kind == kind or section.code in context.wrong_kinds:
        return
    values = {"code": section.code, "expected": section.kind or _("none"), "kind": kind}
    message = _("section {code} holds items of kind {expected}, not {kind}", **values)
    hint = _("Check the item's section and kind against plan.yaml.")
    key = "kind" if isinstance(entry.item, Task) else "section"
    yield entry.finding((key,), message, hint)


def _unknown(file: FileKey, path: tuple[str | int, ...], code: str) -> Finding:
    message = _("there is no section {code}", code=code)
    hint = _("The sections are listed in plan.yaml; write the code with half-width brackets.")
    return Finding(file, path, message, hint)


@register("reference.target-ids")
def target_ids(context: Context) -> Iterator[Finding]:
    """A target's id is its item's number, a dot, and its own number: 1, 2, 3, without gaps.

    Ids are permanent: other targets, reports and the office's papers point at them. A gap is a
    target that was taken out although the notice still makes the promise.

    PASS: tasks.yaml
            - id: "6.2"
              metric: 新增高新技术企业
    FAIL: tasks.yaml
        - id: 6
          targets:
            - metric: 新增高新技术企业户数
              id: "6.4"  # <--
              quote: 新增高新技术企业20户以上
              measure: qualitative
    """
    for entry in context.entries:
        clause = context.clause_of(entry) if "fidelity" in context.tiers else None
        yield from _check_item(entry, clause.number if clause else entry.item.id)


def _check_item(entry: Entry, number: int) -> Iterator[Finding]:
    ids = [target.id for target in entry.item.targets]
    expected = 0
    for index, target in enumerate(entry.item.targets):
        expected += 1
        one = TargetEntry(entry, index, target)
        item, _dot, own = target.id.partition(".")
        if item != str(number):
            message = _("target {id} is listed under item {item}", id=target.id, item=number)
            hint = _("A target's id is its item's number, a dot, and a number of its own.")
            yield one.finding(("id",), message, hint)
        elif target.id in ids[:index] and own != str(expected):
            message = _("target {id} already exists", id=target.id)
            hint = _("Give the new target the next free number; ids are permanent.")
            yield one.finding(("id",), message, hint)
        elif own != str(expected):
            wanted = f"{number}.{expected}"
            message = _("target {id} is in the place of {expected}", id=target.id, expected=wanted)
            hint = _("Targets are numbered 1, 2, 3 without gaps; restore the missing one.")
            yield one.finding(("id",), message, hint)
            if own.isdigit() and target.id not in ids[index + 1 :] and int(own) > expected:
                left = len(ids) - index - 1
                follows = left == 0 or ids[index + 1] == f"{number}.{int(own) + 1}"
                expected = int(own) if follows else expected


@register("reference.same-as", needs=("indicators", "tasks"))
def same_as(context: Context) -> Iterator[Finding]:
    """Targets of one metric point at each other.

    Where the notice promises the same thing in several items, in the same words or in others,
    `same_as` says so on both sides, so that nobody counts it twice and a report for one is found at
    the other.

    PASS: indicators.yaml
            - id: "2.1"
              same_as: ["5.1"]
    FAIL: indicators.yaml
            - id: "2.1"
              same_as: ["5.9"]  # <--
    FAIL: indicators.yaml
            - id: "4.1"
              same_as: ["5.1"]  # <--
    """
    known = context.target_by_id
    found: set[str] = set()  # targets at which a mistake is found
    for one in context.targets:
        if _has_fault(one.target, known):
            found.add(one.target.id)
    for one in context.targets:
        for position, other in enumerate(one.target.same_as):
            if other == one.target.id or other not in known:
                message = _("there is no other target {id}", id=other)
                hint = _("Name the id of a target of the same metric, such as 43.1.")
                yield one.finding(("same_as", position), message, hint)
            elif one.target.id not in known[other].same_as and other not in found:
                ids = {"id": one.target.id, "other": other}
                message = _("target {other} does not point back at {id}", **ids)
                hint = _("Add {id} to same_as of target {other}.", **ids)
                yield one.finding(("same_as", position), message, hint)


def _has_fault(target: Target, known: Mapping[str, Target]) -> bool:
    """Whether a target points at none, or at one that rightly does not point back.

    Of targets that point in a circle none is right; then all are told.
    """
    return any(
        other not in known
        or other == target.id
        or (target.id not in known[other].same_as and not _misled(known[other], known))
        for other in target.same_as
    )


def _misled(target: Target, known: Mapping[str, Target]) -> bool:
    """Whether a target points at one that does not point back: the mistake is there."""
    return any(
        other not in known or target.id not in known[other].same_as for other in target.same_as
    )


@register("reference.units")
def units(context: Context) -> Iterator[Finding]:
    """A unit is written with half-width signs and without blanks: %, not ％.

    The program knows percentages by their sign, and compares units to the character. The quote
    keeps whatever sign the notice has.

    PASS: indicators.yaml
            - id: "2.1"
              unit: "%"
    FAIL: indicators.yaml
            - id: "2.1"
              unit: ％  # <--
    """
    for one in context.targets:
        unit = one.target.unit
        if unit is not None and (plain := _plain_unit(unit)) != unit:
            message = _("the unit {unit} is not written in half-width signs", unit=visible(unit))
            yield one.finding(("unit",), message, _("Write {unit}.", unit=plain))


def _plain_unit(unit: str) -> str:
    signs = (_SIGNS.get(sign, narrow(sign) if _is_wide(sign) else sign) for sign in unit)
    return "".join(signs).strip()


def _is_wide(sign: str) -> bool:
    return "\uff01" <= sign <= "\uff5e" or "\ufe50" <= sign <= "\ufe6f"


_SIGNS: Final = {"\u066a": "%", "\u0609": "‰"}
