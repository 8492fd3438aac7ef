"""What goes well: indicators ahead or reached, tasks done or ahead of their targets."""

from plan_cli.i18n import _, ngettext
from plan_cli.papers.review.entries import gather, gathered_blocks
from plan_cli.papers.review.facts import Facts
from plan_cli.papers.review.section import WELL, Section
from plan_cli.papers.sources import Sources


def write(facts: Facts, sources: Sources) -> Section:
    """Write what goes well, by what is reported."""
    found = gather(facts, WELL, "done")
    words = (
        ngettext(
            "{number} indicator is ahead of the plan or has reached its target{sources}.",
            "{number} indicators are ahead of the plan or have reached their targets{sources}.",
            len(found.indicators),
        ),
        ngettext(
            "{number} task is done{sources}.",
            "{number} tasks are done{sources}.",
            len(found.tasks),
        ),
        ngettext(
            "{number} task that is not done is ahead of a target or has reached it{sources}.",
            "{number} tasks that are not done are ahead of a target or have reached it{sources}.",
            len(found.others),
        ),
    )
    none = _("By what is reported, no indicator is ahead of the plan and no task is done.")
    return Section(_("Ahead, reached and done"), gathered_blocks(found, words, none, sources))
