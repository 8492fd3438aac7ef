"""Every item of the notice is there, and worded as published."""

from collections.abc import Iterator

from plan_cli.dataset.models import Indicator
from plan_cli.i18n import _
from plan_cli.notice.model import Clause
from plan_cli.notice.numerals import figures_in
from plan_cli.rules.context import Context
from plan_cli.rules.notice_facts import describe, differing_part, is_indicator, see_line
from plan_cli.rules.rule import Entry, Finding, register


@register("fidelity.coverage", needs=("plan", "indicators", "tasks"))
def coverage(context: Context) -> Iterator[Finding]:
    """Every item of the notice is in the data, under its number, and there is no other.

    A record whose wording is that of another item has a wrong number: it is told once, at the
    number. An item that is missing is told at the record before which it belongs, or at the last.

    PASS: tasks.yaml
        - id: 9
          text: 到2025年,确保粮食总产稳定在19.5万吨以上。
    FAIL: tasks.yaml
        - id: 9
          id: 11  # <--
    """
    if context.notice is None:
        return
    for (file, index), clause in context.misnumbered.items():
        message = _("the wording is that of item {number}", number=clause.number)
        hint = _("Correct the number; see line {line} of the published text.", line=clause.line)
        yield Finding(file, (index, "id"), message, hint)
    known = {entry.item.id for entry in context.entries}
    known |= {clause.number for clause in context.misnumbered.values()}
    for number, clause in context.clauses.items():
        if number not in known:
            yield _missing(context, clause)
    for entry in context.entries:
        at_fault = (entry.file, entry.index) in context.misnumbered
        if entry.item.id not in context.clauses and not at_fault:
            message = _("the notice has no item {number}", number=entry.item.id)
            yield entry.finding(("id",), message, _("Remove the record, or correct its id."))


def _missing(context: Context, clause: Clause) -> Finding:
    message = _("item {number} of the notice is not in the data", number=clause.number)
    hint = _("See line {line} of the published text.", line=clause.line)
    file = "indicators" if is_indicator(clause) else "tasks"
    numbers = [(entry.item.id, entry.index) for entry in context.entries if entry.file == file]
    following = [index for number, index in numbers if number > clause.number]
    index = following[0] if following else numbers[-1][1] if numbers else None
    return Finding(file, () if index is None else (index, "id"), message, hint)


@register("fidelity.counts", needs=("plan",))
def counts(context: Context) -> Iterator[Finding]:
    """The declared counts are those of the quote, and those that the notice has.

    The notice itself says how many indicators it sets (共设置33项指标,其中预期性指标26项,
    约束性指标7项); binding ones are marked with a star.

    PASS: plan.yaml
        counts:
          binding: 1
    FAIL: plan.yaml
        counts:
          binding: 2  # <--
    """
    if context.notice is None:
        return
    counts = context.plan.counts
    starred = [c.starred for c in context.clauses.values() if is_indicator(c) or c.starred]
    actual = {
        "indicators": len(starred),
        "expected": starred.count(False),
        "binding": starred.count(True),
    }
    stated = figures_in(counts.quote)
    is_quoted = any(counts.quote in paragraph.text for paragraph in context.notice.paragraphs)
    for key, number in actual.items():
        declared = getattr(counts, key)
        if declared != number:
            values = {"declared": declared, "number": number}
            message = _("{declared} are declared, the notice has {number}", **values)
        elif declared not in stated and is_quoted:
            message = _("the quote does not say {number}", number=declared)
        else:
            continue
        yield Finding("plan", ("counts", key), message, _("Check the figure and the quote."))


@register("fidelity.wording", needs=("plan",))
def wording(context: Context) -> Iterator[Finding]:
    """Every item's wording, star and section are those of the notice, to the character.

    The official wording is evidence: it is carried with its typos, spaces and punctuation. The
    finding points at the first character that differs.

    PASS: tasks.yaml
        - id: 7
          text: 加快实现物流配送到村级全覆盖。
    FAIL: tasks.yaml
        - id: 7
          text: 加快实现物流配送到镇级全覆盖。  # <--
    FAIL: indicators.yaml
        - id: 3
          binding: false  # <--
    """
    for entry in context.entries:
        clause = context.clause_of(entry)
        if clause is not None:
            yield from _compare(entry, clause)


def _compare(entry: Entry, clause: Clause) -> Iterator[Finding]:
    item = entry.item
    if item.text != clause.text:
        difference = describe(item.text, clause.text)
        message = _("the wording is not the notice's: {difference}", difference=difference)
        part = differing_part(item.text, clause.text)
        yield entry.finding(("text",), message, see_line(clause), part)
    if item.section != clause.section:
        message = _("the notice has the item in section {section}", section=clause.section)
        yield entry.finding(("section",), message, see_line(clause))
    starred = isinstance(item, Indicator) and item.binding
    if starred != clause.starred:
        message = _("the notice does not mark the item as binding (*)")
        if clause.starred:
            message = _("the notice marks the item as binding (*)")
        key = "binding" if isinstance(item, Indicator) else "id"
        yield entry.finding((key,), message, see_line(clause))
