"""The binding indicators, each of them: they decide about 一票否优."""

from plan_cli.i18n import _
from plan_cli.papers.blocks import Block, Paragraph
from plan_cli.papers.review.facts import Facts
from plan_cli.papers.review.measured import indicator_table
from plan_cli.papers.review.overall import indicator_verdicts
from plan_cli.papers.review.section import Section
from plan_cli.papers.sources import Sources

_RULE = "binding_veto"


def write(facts: Facts, sources: Sources) -> Section | None:
    """Write about the binding indicators; nothing in a plan without any."""
    rows = [row for row in facts.now.indicators if row["binding"]]
    if not rows:
        return None
    blocks: list[Block] = [Paragraph(indicator_verdicts(rows, sources))]
    rule = next((one for one in facts.dataset.plan.rules if one.id == _RULE), None)
    if rule is not None:
        words = _("The notice ({section}): “{quote}”")
        blocks.insert(0, Paragraph(words.format(section=rule.section, quote=rule.quote)))
    return Section(_("Binding indicators"), (*blocks, indicator_table(facts, rows, sources)))
