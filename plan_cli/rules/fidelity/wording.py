"""Every item's wording, star and section are those of the notice, to the character.

The official wording is evidence: it is carried with its typos, spaces and punctuation. The finding
points at the first character that differs.

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

from collections.abc import Iterator

from plan_cli.dataset.models import Indicator
from plan_cli.i18n import _
from plan_cli.notice.model import Clause
from plan_cli.rules.context import Context
from plan_cli.rules.fidelity.difference import describe, differing_part
from plan_cli.rules.notice_facts import see_line
from plan_cli.rules.rule import Entry, Finding, register


@register("fidelity.wording", needs=("plan",))
def check(context: Context) -> Iterator[Finding]:
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
        message = (
            _("the notice marks the item as binding (*)")
            if clause.starred
            else _("the notice does not mark the item as binding (*)")
        )
        key = "binding" if isinstance(item, Indicator) else "id"
        yield entry.finding((key,), message, see_line(clause))
