"""The expected indicators that something is known of, and the numbers of the others."""

from plan_cli.i18n import _
from plan_cli.papers.blocks import Block, Paragraph
from plan_cli.papers.review.facts import Facts
from plan_cli.papers.review.measured import indicator_table
from plan_cli.papers.review.overall import indicator_verdicts
from plan_cli.papers.review.section import Section, is_reported
from plan_cli.papers.sources import Sources
from plan_cli.papers.wording import spans


def write(facts: Facts, sources: Sources) -> Section | None:
    """Write about the expected indicators; nothing in a plan without any."""
    rows = [row for row in facts.now.indicators if not row["binding"]]
    if not rows:
        return None
    reported = [row for row in rows if is_reported(row)]
    blocks: list[Block] = [Paragraph(indicator_verdicts(rows, sources))]
    if reported:
        blocks.append(indicator_table(facts, reported, sources))
    silent = [row["id"] for row in rows if not is_reported(row)]
    if reported and silent:
        words = _("Not reported on: {items}.")
        blocks.append(Paragraph(words.format(items=spans(silent))))
    return Section(_("Expected indicators"), tuple(blocks))
