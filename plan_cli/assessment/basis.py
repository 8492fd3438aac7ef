"""What a result rests on: figures, working, reports, and what of them is not used."""

from collections.abc import Iterable, Sequence

from plan_cli.assessment.line import ASSUMED, Basis
from plan_cli.assessment.values import Values
from plan_cli.assessment.year import AssessedYear
from plan_cli.dataset.rows import TargetRow
from plan_cli.judgement import Judgement, Observation
from plan_cli.judgement.figures import exact
from plan_cli.judgement.goal import Goal
from plan_cli.judgement.words import observation_line


def judged_basis(found: Judgement, target: TargetRow, values: Values) -> Basis:
    """Return what a judgement of a target rests on."""
    aside = {one.report for one in values.seen if one.part_of_year}
    used = [one for one in found.reports if one not in aside]
    reports = known_reports(used)
    return Basis(
        value=found.value,
        unit=found.unit,
        period=found.period,
        goal=None if target["value"] is None else exact(target["value"]),
        working=found.working,
        reports=reports,
        evidence=evidence_of(values.year, reports),
        left_out=values.left_out(used),
    )


def compared_basis(
    goal: Goal, value: Observation | None, used: Sequence[Observation], values: Values
) -> Basis:
    """Return what a comparison rests on.

    Args:
        goal: what had to be reached.
        value: the figure that was compared, None where there was none.
        used: the values it comes from, as they were reported.
        values: all values of the target.
    """
    reports = known_reports(one.report for one in used)
    return Basis(
        value=value.value if value else None,
        unit=goal.unit,
        period=value.label if value else None,
        goal=goal.value,
        working=tuple(observation_line(one, goal.unit) for one in used),
        reports=reports,
        evidence=evidence_of(values.year, reports),
        left_out=values.left_out([one.report for one in used]),
    )


def evidence_of(year: AssessedYear, reports: Iterable[str]) -> tuple[str, ...]:
    """Return what backs reports: documents, links, files."""
    rows = [year.by_id[report] for report in reports if report in year.by_id]
    return tuple(dict.fromkeys(one for row in rows for one in row["evidence"]))


def known_reports(reports: Iterable[str]) -> tuple[str, ...]:
    """Return the ids of reports, without what is only assumed, each once."""
    return tuple(dict.fromkeys(one for one in reports if one != ASSUMED))
