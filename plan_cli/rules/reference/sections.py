"""Every item stands in a section of the outline that has items of its kind.

The codes are those of plan.yaml, with half-width brackets: 三(五). A section that the notice has
and plan.yaml lacks is told once, in plan.yaml.

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

from collections import Counter
from collections.abc import Iterator

from plan_cli.dataset.files import FileKey
from plan_cli.dataset.models import Task
from plan_cli.dataset.plan_models import Section
from plan_cli.i18n import _, ngettext
from plan_cli.rules.context import Context
from plan_cli.rules.rule import Entry, Finding, register


@register("reference.sections", needs=("plan",))
def check(context: Context) -> Iterator[Finding]:
    sections: dict[str, Section] = {}
    for index, section in enumerate(context.plan.sections):
        if section.code in sections:
            message = _("section {code} is there already", code=section.code)
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
            "{number} item stands in section {code}, which the outline lacks",
            "{number} items stand in section {code}, which the outline lacks",
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
    message = _(
        "section {code} holds items of kind {expected}, not {kind}",
        code=section.code,
        expected=section.kind or _("none"),
        kind=kind,
    )
    hint = _("Check the item's section and kind against plan.yaml.")
    key = "kind" if isinstance(entry.item, Task) else "section"
    yield entry.finding((key,), message, hint)


def _unknown(file: FileKey, path: tuple[str | int, ...], code: str) -> Finding:
    message = _("there is no section {code}", code=code)
    hint = _("The sections are listed in plan.yaml; write the code with half-width brackets.")
    return Finding(file, path, message, hint)
