"""Every item of the notice is in the data, under its number, and there is no other.

A record whose wording is that of another item has a wrong number: it is told once, at the number.
An item that is missing is told at the record before which it belongs, or at the last.

PASS: tasks.yaml

    - id: 9
      text: 到2025年,确保粮食总产稳定在19.5万吨以上。

FAIL: tasks.yaml

    - id: 9
      id: 11  # <--
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from plan_cli.i18n import _
from plan_cli.notice.model import Clause
from plan_cli.rules.context import Context
from plan_cli.rules.notice_facts import is_indicator
from plan_cli.rules.rule import Finding, register

if TYPE_CHECKING:
    from plan_cli.dataset.files import FileKey


@register("fidelity.coverage", needs=("plan", "indicators", "tasks"))
def check(context: Context) -> Iterator[Finding]:
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
            hint = _("Take the record out, or correct its id.")
            yield entry.finding(("id",), message, hint)


def _missing(context: Context, clause: Clause) -> Finding:
    message = _("item {number} of the notice is not in the data", number=clause.number)
    hint = _("See line {line} of the published text.", line=clause.line)
    file: FileKey = "indicators" if is_indicator(clause) else "tasks"
    numbers = [(entry.item.id, entry.index) for entry in context.entries if entry.file == file]
    following = [index for number, index in numbers if number > clause.number]
    index = following[0] if following else numbers[-1][1] if numbers else None
    return Finding(file, () if index is None else (index, "id"), message, hint)
