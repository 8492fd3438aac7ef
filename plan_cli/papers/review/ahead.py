"""What goes well: indicators ahead or reached, tasks done or ahead of their targets."""

from plan_cli.i18n import _, ngettext
from plan_cli.papers.blocks import Paragraph
from plan_cli.papers.review.entries import entries_table, indicator_entry, said, task_entry
from plan_cli.papers.review.facts import Facts
from plan_cli.papers.review.section import WELL, Section, judged
from plan_cli.papers.sources import Sources
from plan_cli.papers.wording import sentences


def write(facts: Facts, sources: Sources) -> Section:
    """Write what goes well, by what is reported."""
    title, tasks = _("Ahead, reached and done"), facts.now.tasks
    indicators = [indicator_entry(row, WELL) for row in facts.now.indicators if judged(row, WELL)]
    done = [task_entry(facts, row, WELL) for row in tasks if row["status"] == "done"]
    others = [
        task_entry(facts, row, WELL, state=False)
        for row in tasks
        if row["status"] != "done" and judged(row, WELL)
    ]
    entries = [*indicators, *done, *others]
    if not entries:
        words = _("By what is reported, no indicator is ahead of the plan and no task is done.")
        return Section(title, (Paragraph(words),))
    ahead = ngettext(
        "{number} indicator is ahead of the plan or has reached its target{sources}.",
        "{number} indicators are ahead of the plan or have reached their targets{sources}.",
        len(indicators),
    )
    ready = ngettext(
        "{number} task is done{sources}.", "{number} tasks are done{sources}.", len(done)
    )
    further = ngettext(
        "{number} task that is not done is ahead of a target or has reached it{sources}.",
        "{number} tasks that are not done are ahead of a target or have reached it{sources}.",
        len(others),
    )
    text = sentences(
        [
            said(ahead, indicators, sources),
            said(ready, done, sources),
            said(further, others, sources),
        ]
    )
    return Section(title, (Paragraph(text), entries_table(entries, sources, _("What is reported"))))
