"""Loads a dataset, runs the rules that are wanted, and says what they found."""

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from plan_cli.dataset.loading import Loaded, load
from plan_cli.i18n import _
from plan_cli.problems import Problem, in_order
from plan_cli.rules import TIERS, run
from plan_cli.validation.catalogue import all_tiers, tier_of

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
