"""Rules: what has to hold beyond the shape of single values. One module a rule, by tier.

A rule is a generator over the loaded dataset that yields findings; it prints nothing. Adding one is
a module with a `RULE` and a line in the `RULES` of its tier.
"""

from collections.abc import Callable, Collection, Iterable, Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from plan_cli.dataset.files import DataFile
from plan_cli.dataset.load import Loaded, load
from plan_cli.dataset.yaml import Mark, Span
from plan_cli.i18n import _
from plan_cli.problem_formats.result import RuleCard
from plan_cli.problems import Problem, in_order
from plan_cli.rules.context import Context
from plan_cli.rules.rule import (
    AnyFinding,
    Finding,
    GoalFinding,
    ReportFinding,
    Rule,
    SourceFinding,
    Tier,
)

if TYPE_CHECKING:
    from plan_cli.rules.manual import Manual


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


@cache
def all_rules() -> tuple[Rule, ...]:
    """Return every rule that a problem may name, by tier."""
    from plan_cli.rules import syntax

    return (*syntax.RULES, *(rule for tier in TIERS for rule in rules_of(tier)))


def find_rule(name: str) -> Rule | None:
    """Return the rule with this id."""
    return next((rule for rule in all_rules() if rule.id == name), None)


def suggest_rules(name: str) -> tuple[str, ...]:
    """Return the ids that `name` may have been meant to be."""
    from difflib import get_close_matches

    ids = [rule.id for rule in all_rules()]
    parts = [rule_id for rule_id in ids if name and name.lower() in rule_id]
    return tuple(dict.fromkeys([*parts, *get_close_matches(name, ids, n=3, cutoff=0.5)]))[:5]


def manual_of(rule: Rule) -> "Manual":
    """Return a rule's manual in the active language."""
    from plan_cli.rules.manual import read_manual

    return read_manual(rule.manual).translated()


def title_of(rule: Rule) -> str:
    """Return what has to hold, in one sentence in the active language."""
    title = " ".join(rule.manual.strip().partition("\n\n")[0].split())
    return _(title)


SYNTAX: Final = "syntax"


def all_tiers() -> tuple[str, ...]:
    """Return the names of the tiers in their order."""
    return (SYNTAX, *TIERS)


def tier_of(rule: str) -> str:
    """Return the tier of a rule: the first part of its id."""
    return rule.partition(".")[0]


def rule_cards() -> list[RuleCard]:
    """Return every rule that a problem may name."""
    return [RuleCard(rule.id, title_of(rule)) for rule in all_rules()]


Tell = Callable[[str], None]


class Selection(NamedTuple):
    """Which rules are wanted: those named, and those of the tiers named; all if none is."""

    rules: frozenset[str] = frozenset()
    tiers: frozenset[str] = frozenset()

    @property
    def all(self) -> bool:
        """Whether every rule is wanted."""
        return not self.rules and not self.tiers

    def has(self, rule: str) -> bool:
        """Tell whether a rule is wanted."""
        return self.all or rule in self.rules or tier_of(rule) in self.tiers

    def needs(self, tier: str) -> bool:
        """Tell whether a rule of a tier is wanted."""
        return self.all or tier in self.tiers or tier in map(tier_of, self.rules)


class Findings(NamedTuple):
    """What was loaded, and all that is wrong with it as far as it is wanted."""

    loaded: Loaded
    problems: list[Problem]


def find_problems(
    folder: Path,
    selection: Selection,
    *,
    strict: bool = False,
    notes: bool = False,
    tell: Tell = lambda _text: None,
) -> Findings:
    """Check the dataset in `folder`.

    What keeps the wanted rules from looking at a file is always reported: they would be silent
    about it, and silence means that all is well.

    Args:
        folder: the dataset's folder.
        selection: the rules that are wanted.
        strict: warnings count as errors.
        notes: what the data cannot mend is wanted too; a rule that is named tells it anyway.
        tell: is told what is being done.
    """
    tell(_("Reading the files …"))
    loaded = load(folder)
    problems = [p for p in loaded.problems if selection.has(p.rule) or _in_the_way(p, selection)]
    tiers = [tier for tier in TIERS if selection.needs(tier)]
    tell(_("Checking the data …"))
    wants_notes = notes or bool(selection.rules)
    problems += run(loaded, tiers, notes=wants_notes, only=selection.has)
    if strict:
        problems = [
            p._replace(severity="error") if p.severity == "warning" else p for p in problems
        ]
    return Findings(loaded, in_order(problems))


def _in_the_way(problem: Problem, selection: Selection) -> bool:
    """Tell whether a problem of a file keeps wanted rules of later tiers from looking at it."""
    order = all_tiers()
    later = order[order.index(tier_of(problem.rule)) + 1 :]
    return any(selection.needs(tier) for tier in later)
