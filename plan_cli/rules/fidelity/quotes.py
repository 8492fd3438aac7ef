"""Every quote stands, word for word, where it says that it was taken from."""

from collections.abc import Iterator

from plan_cli.i18n import _
from plan_cli.rules.base import Context, Finding, Rule


def check(context: Context) -> Iterator[Finding]:
    """Yield a finding for every target, count or rule whose quote is not in its text."""
    for entry in context.entries:
        for number, target in enumerate(entry.item.targets):
            if target.quote not in entry.item.text:
                path = (entry.index, "targets", number, "quote")
                message = _("the quote does not stand in the wording of item {number}").format(
                    number=entry.item.id
                )
                hint = _("Copy the words from the item's text.")
                yield Finding(entry.file, path, message, hint)
    if context.notice is None:
        return
    paragraphs = context.notice.paragraphs
    for index, rule in enumerate(context.plan.rules):
        where = [p.text for p in paragraphs if p.section == rule.section]
        if not any(rule.quote in text for text in where):
            message = _("the quote does not stand in section {section} of the notice").format(
                section=rule.section
            )
            hint = _("Copy the words from the published text.")
            yield Finding("plan", ("rules", index, "quote"), message, hint)
    if not any(context.plan.counts.quote in paragraph.text for paragraph in paragraphs):
        message = _("the quote does not stand in the notice")
        hint = _("Copy the words from the published text.")
        yield Finding("plan", ("counts", "quote"), message, hint)


RULE = Rule("fidelity.quotes", "fidelity", check, needs=("plan",))
