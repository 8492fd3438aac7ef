"""Tables of indicators: what was reported for the period, how far they are, what follows."""

from collections.abc import Sequence

from plan_cli.dataset.rows import ReportRow, TargetRow
from plan_cli.i18n import _
from plan_cli.judgement.case import Observation, chosen
from plan_cli.judgement.figures import shown, with_unit
from plan_cli.listings.states import verdict_text
from plan_cli.papers.blocks import Block, Column, Paragraph, Table
from plan_cli.papers.review.facts import Facts
from plan_cli.papers.review.figures import indicator_verdicts
from plan_cli.papers.review.items import Section, figure_of, is_reported
from plan_cli.papers.sources import Sources
from plan_cli.papers.words import spans
from plan_cli.queries.status import IndicatorStateRow, JudgementRow, observations
from plan_cli.words import period_label


def indicator_table(facts: Facts, rows: Sequence[IndicatorStateRow], sources: Sources) -> Table:
    """Return indicators, a row a target."""
    columns = (
        Column(_("No."), 0.75, "center"),
        Column(_("Indicator and target"), 2.6),
        Column(_("Responsible"), 1.6),
        Column(period_label(facts.term.period), 1.5, "center"),
        Column(_("To date\n(planned)"), 1.7, "center"),
        Column(_("Verdict"), 1.1, "center"),
        Column(_("Why"), 2.8),
        Column(_("Sources"), 1.3, "center"),
    )
    return Table(columns, tuple(line for row in rows for line in _rows(facts, row, sources)))


def _rows(facts: Facts, row: IndicatorStateRow, sources: Sources) -> list[tuple[str | None, ...]]:
    found: list[tuple[str | None, ...]] = []
    reports = facts.now.standings.indicator(row).reports
    for target, one in zip(row["targets"], row["judgements"], strict=True):
        in_period = _in_period(facts, target, reports)
        ids = [*one["reports"], *([in_period.report] if in_period else [])]
        first = not found
        found.append(
            (
                str(row["id"]) if first else None,
                _goal(target["metric"], figure_of(target), target["due"]),
                row["responsible"] if first else None,
                _reported(in_period, target["unit"]),
                _to_date(one),
                verdict_text(one),
                one["reason"],
                sources.numbers(ids),
            )
        )
    return found


def _goal(metric: str, figure: str, due: int | None) -> str:
    if not figure:
        return metric
    if due is None:
        return f"{metric}\n{figure}"
    return f"{metric}\n" + _("{figure} by {year}", figure=figure, year=due)


def _reported(one: Observation | None, unit: str | None) -> str:
    if one is None:
        return _("no value")
    figure = with_unit(shown(one.value), unit)
    return f"{figure}\n{_short(one.nature)}" if one.nature else figure


def _short(nature: str) -> str:
    """Return how firm a figure is, for a narrow column."""
    return {"estimate": _("(est.)"), "preliminary": _("(prelim.)"), "final": _("(final)")}[nature]


def _bracketed(words: str) -> str:
    return _("({words})", words=words)


def _to_date(one: JudgementRow) -> str:
    if one["value_text"] is None:
        return _("none")
    lines = [one["value_text"]]
    if one["period"]:
        lines.append(period_label(one["period"]))
    if one["planned_text"]:
        lines.append(_bracketed(one["planned_text"]))
    return "\n".join(lines)


def _in_period(facts: Facts, target: TargetRow, reports: Sequence[ReportRow]) -> Observation | None:
    """Return the value for the review's own period that holds; None where there is none."""
    values = [one for one in observations(target, reports) if one.period == facts.term.period]
    return chosen(values)[-1] if values else None


_RULE = "binding_veto"


def binding_part(facts: Facts, sources: Sources) -> Section | None:
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


def expected_part(facts: Facts, sources: Sources) -> Section | None:
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
