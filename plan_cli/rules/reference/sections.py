"""Every item stands in a section of the outline that has items of its kind."""

from collections.abc import Iterator

from plan_cli.dataset.loading import FileKey
from plan_cli.i18n import _
from plan_cli.model import Section, Task
from plan_cli.rules.base import Context, Entry, Finding, Rule


def check(context: Context) -> Iterator[Finding]:
    """Yield a finding for sections that stand twice, and for items without a fitting one."""
    sections: dict[str, Section] = {}
    for index, section in enumerate(context.plan.sections):
        if section.code in sections:
            message = _("section {code} is there already").format(code=section.code)
            hint = _("Every section of the outline has one record.")
            yield Finding("plan", ("sections", index, "code"), message, hint)
        if section.missing != (section.title is None):
            message = _("a section has either its published title or missing: true")
            hint = _("What was lost in publication is recorded as missing, never invented.")
            yield Finding("plan", ("sections", index), message, hint)
        sections.setdefault(section.code, section)
    for entry in context.entries:
        yield from _check_entry(entry, sections)
    for index, rule in enumerate(context.plan.rules):
        if rule.section not in sections:
            yield _unknown("plan", ("rules", index, "section"), rule.section)


def _check_entry(entry: Entry, sections: dict[str, Section]) -> Iterator[Finding]:
    code = entry.item.section
    path = (entry.index, "section")
    section = sections.get(code)
    if section is None:
        yield _unknown(entry.file, path, code)
        return
    if section.missing:
        message = _("the published text has no heading {code}").format(code=code)
        hint = _("Record the section under whose heading the item was published.")
        yield Finding(entry.file, path, message, hint)
        return
    kind = entry.item.kind if isinstance(entry.item, Task) else "indicator"
    if section.kind != kind:
        message = _("section {code} holds items of kind {expected}, not {kind}").format(
            code=code, expected=section.kind or _("none"), kind=kind
        )
        hint = _("Check the item's section and kind against plan.yaml.")
        key = "kind" if isinstance(entry.item, Task) else "section"
        yield Finding(entry.file, (entry.index, key), message, hint)


def _unknown(file: FileKey, path: tuple[str | int, ...], code: str) -> Finding:
    message = _("there is no section {code}").format(code=code)
    hint = _("The sections are listed in plan.yaml; write the code with half-width brackets.")
    return Finding(file, path, message, hint)


RULE = Rule("reference.sections", "reference", check, needs=("plan",))
