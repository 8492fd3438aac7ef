"""Runs rules over a loaded dataset and puts every finding at its place."""

from collections.abc import Collection
from importlib import import_module
from typing import Final

from plan_cli.dataset.loading import Loaded
from plan_cli.problems import Problem
from plan_cli.rules.base import AnyFinding, Context, ReportFinding, Rule, SourceFinding, Tier
from plan_cli.strict_yaml import Mark, Span

TIERS: Final[dict[Tier, str]] = {
    "schema": "plan_cli.rules.schema",
    "reference": "plan_cli.rules.reference",
    "fidelity": "plan_cli.rules.fidelity",
    "progress": "plan_cli.rules.progress",
}
"""The tiers in their order, each with the package of its rules, imported when they are run."""

QUERY_TIERS: Final[tuple[Tier, ...]] = ("schema", "reference")
"""The tiers that a dataset has to pass before a query is answered from it."""


def rules_of(tier: Tier) -> tuple[Rule, ...]:
    """Return the rules of a tier."""
    rules: tuple[Rule, ...] = import_module(TIERS[tier]).RULES
    return rules


def run(loaded: Loaded, tiers: Collection[Tier]) -> list[Problem]:
    """Return what the rules of `tiers` find.

    A rule whose files could not be read or have faults of their own is left out: what it would
    say follows from those.
    """
    context = Context(loaded)
    problems = []
    for rule in (rule for tier in tiers for rule in rules_of(tier)):
        if not loaded.faulty.intersection(rule.needs):
            problems += [_problem(context, rule, finding) for finding in rule.check(context)]
    return problems


def _problem(context: Context, rule: Rule, finding: AnyFinding) -> Problem:
    if isinstance(finding, SourceFinding):
        mark = Mark(finding.line, finding.column)
        shown, span = context.published.shown, Span(mark, mark)
    elif isinstance(finding, ReportFinding):
        reports = context.loaded.progress[finding.by].file
        shown, span = reports.shown, reports.place(finding.path, key=finding.at_key)
    else:
        file = context.loaded.files[finding.file]
        shown, span = file.shown, file.place(finding.path, key=finding.at_key)
    return Problem(shown, span, rule.id, rule.severity, finding.message, finding.hint)
