"""Runs rules over a loaded dataset and puts every finding at its place."""

from collections.abc import Callable, Collection, Iterable, Iterator
from importlib import import_module
from typing import Final

from plan_cli.dataset.files import DataFile
from plan_cli.dataset.loading import Loaded
from plan_cli.problems import Problem
from plan_cli.rules.base import (
    AnyFinding,
    Context,
    Finding,
    GoalFinding,
    ReportFinding,
    Rule,
    SourceFinding,
    Tier,
)
from plan_cli.strict_yaml import Mark, Span

TIERS: Final[dict[Tier, str]] = {
    "schema": "plan_cli.rules.schema",
    "reference": "plan_cli.rules.reference",
    "fidelity": "plan_cli.rules.fidelity",
    "consistency": "plan_cli.rules.consistency",
    "progress": "plan_cli.rules.progress",
    "annual": "plan_cli.rules.annual",
}
"""The tiers in their order, each with the package of its rules, imported when they are run."""

QUERY_TIERS: Final[tuple[Tier, ...]] = ("schema", "reference", "progress", "annual")
"""The tiers that a dataset has to pass before it is asked, or a report is written to it.

The others compare the data with the notice and with itself: `plan validate` does, on every commit.
"""


def rules_of(tier: Tier) -> tuple[Rule, ...]:
    """Return the rules of a tier."""
    rules: tuple[Rule, ...] = import_module(TIERS[tier]).RULES
    return rules


def run(
    loaded: Loaded,
    tiers: Collection[Tier],
    *,
    notes: bool = False,
    only: Callable[[str], bool] = lambda _rule: True,
) -> list[Problem]:
    """Return what the rules of `tiers` find; with `notes` also what only the notice has wrong.

    Rules whose ids `only` turns down are not run: what they find would hide what others do.
    A rule whose files could not be read is left out, and so is what a rule finds where a record
    was mended, or where another rule has found something before: it follows from that.
    """
    context = Context(loaded, frozenset(tiers))
    rules = [rule for tier in tiers for rule in rules_of(tier)]
    wanted = [rule for rule in rules if (notes or rule.severity != "note") and only(rule.id)]
    findings = _told_once(context, _findings(context, wanted))
    return [_problem(context, rule, finding) for rule, finding in findings]


def _findings(context: Context, rules: Iterable[Rule]) -> Iterator[tuple[Rule, AnyFinding]]:
    for rule in rules:
        if rule.check is None or context.loaded.unusable.intersection(rule.needs):
            continue
        for finding in rule.check(context):
            yield rule, finding


def _told_once(
    context: Context, findings: Iterable[tuple[Rule, AnyFinding]]
) -> Iterator[tuple[Rule, AnyFinding]]:
    """Leave out what stands at a mended place, or at a single value that a rule has told of."""
    told: dict[tuple[str, object], str] = {}
    for rule, finding in findings:
        if isinstance(finding, Finding):
            if _is_mended(context.loaded, finding):
                continue
            value = context.loaded.files[finding.file].at(finding.path)
            single = value is not None and not isinstance(value, list | dict)
            if single and told.setdefault((finding.file, finding.path), rule.id) != rule.id:
                continue
        yield rule, finding


def _is_mended(loaded: Loaded, finding: Finding) -> bool:
    path = finding.path
    return any((finding.file, path[:end]) in loaded.mended for end in range(len(path) + 1))


def _records(loaded: Loaded, finding: ReportFinding | GoalFinding) -> DataFile:
    """Return the file of records that a finding is about."""
    if isinstance(finding, GoalFinding):
        return loaded.annual[finding.file].file
    return loaded.progress[finding.by].file


def _problem(context: Context, rule: Rule, finding: AnyFinding) -> Problem:
    if isinstance(finding, SourceFinding):
        mark = Mark(finding.line, finding.column)
        shown, span = context.published.shown, Span(mark, mark)
    elif isinstance(finding, ReportFinding | GoalFinding):
        records = _records(context.loaded, finding)
        shown, span = records.shown, records.place(finding.path, key=finding.at_key)
    else:
        file = context.loaded.files[finding.file]
        shown = file.shown
        span = (
            file.place_inside(finding.path, *finding.part)
            if finding.part
            else file.place(finding.path, key=finding.at_key)
        )
    return Problem(shown, span, rule.id, rule.severity, finding.message, finding.hint)
