"""Every item's wording, star and section are those of the notice, to the character.

The official wording is evidence: it is carried with its typos, spaces and punctuation.
"""

from collections.abc import Iterator

from plan_cli.i18n import _
from plan_cli.model import Indicator
from plan_cli.notice import Clause
from plan_cli.rules.base import Context, Entry, Finding, Rule
from plan_cli.rules.fidelity.difference import describe


def check(context: Context) -> Iterator[Finding]:
    """Yield a finding for every item that differs from its clause."""
    for entry in context.entries:
        clause = context.clauses.get(entry.item.id)
        if clause is not None:
            yield from _compare(entry, clause)


def _compare(entry: Entry, clause: Clause) -> Iterator[Finding]:
    item = entry.item
    hint = _("See line {line} of the published text; the data has to follow it.").format(
        line=clause.line
    )
    if item.text != clause.text:
        message = _("the wording is not the notice's: {difference}").format(
            difference=describe(item.text, clause.text)
        )
        yield Finding(entry.file, (entry.index, "text"), message, hint)
    if item.section != clause.section:
        message = _("the notice has the item in section {section}").format(section=clause.section)
        yield Finding(entry.file, (entry.index, "section"), message, hint)
    starred = isinstance(item, Indicator) and item.binding
    if starred != clause.starred:
        message = (
            _("the notice marks the item as binding (*)")
            if clause.starred
            else _("the notice does not mark the item as binding (*)")
        )
        key = "binding" if isinstance(item, Indicator) else "id"
        yield Finding(entry.file, (entry.index, key), message, hint)


RULE = Rule("fidelity.wording", "fidelity", check, needs=("plan",))
