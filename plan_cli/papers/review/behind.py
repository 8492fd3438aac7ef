"""What goes badly: indicators behind or missed, tasks blocked or behind their targets."""

from plan_cli.i18n import _, ngettext
from plan_cli.papers.review.entries import gather, gathered_blocks
from plan_cli.papers.review.facts import Facts
from plan_cli.papers.review.section import BADLY, Section
from plan_cli.papers.sources import Sources


def write(facts: Facts, sources: Sources) -> Section:
    """Write what goes badly, by what is reported."""
    found = gather(facts, BADLY, "blocked")
    words = (
        ngettext(
            "{number} indicator is behind the plan or has missed its target{sources}.",
            "{number} indicators are behind the plan or have missed their targets{sources}.",
            len(found.indicators),
        ),
        ngettext(
            "{number} task is blocked{sources}.",
            "{number} tasks are blocked{sources}.",
            len(found.tasks),
        ),
        ngettext(
            "{number} task that is not blocked is behind a target or has missed it{sources}.",
            "{number} tasks that are not blocked are behind a target or have missed it{sources}.",
            len(found.others),
        ),
    )
    none = _("By what is reported, no indicator is behind the plan and no task is blocked.")
    return Section(_("Behind and blocked"), gathered_blocks(found, words, none, sources))
