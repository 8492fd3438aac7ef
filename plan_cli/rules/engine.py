"""Runs the rules over a dataset; a rule is a registered generator that yields findings."""

from collections.abc import Callable, Collection
from functools import cache
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Final, NamedTuple

from plan_cli.dataset.load import Loaded, load
from plan_cli.i18n import _, listed
from plan_cli.problems import Problem, in_order
from plan_cli.rules.context import Context
from plan_cli.rules.rule import RULES, TIERS, Finding, Rule, Tier, tier_of
from plan_cli.text import closest, visible

if TYPE_CHECKING:
    from plan_cli.rules.manual import Manual

QUERY_TIERS: Final[tuple[Tier, ...]] = ("schema", "reference", "progress", "annual")
"""The tiers that a dataset has to pass before it is asked, or a report is written to it.

The others compare the data with the notice and with itself: `plan validate` does, on every commit.
"""


def rules_of(tier: Tier) -> list[Rule]:
    """The rules of a tier, which is imported only now."""
    import_module(f"plan_cli.rules.{tier}")
    return [rule for rule in RULES if rule.tier == tier]


@cache
def all_rules() -> tuple[Rule, ...]:
    return tuple(rule for tier in TIERS for rule in rules_of(tier))


def find_rule(name: str) -> Rule | None:
    return next((rule for rule in all_rules() if rule.id == name), None)


def no_rule(name: str) -> tuple[str, str]:
    """Message and hint for a rule that does not exist."""
    ids = tuple(rule.id for rule in all_rules())
    parts = [rule_id for rule_id in ids if name and name.lower() in rule_id]
    close = tuple(dict.fromkeys([*parts, *closest(name, ids, cutoff=0.5)]))[:5]
    message = _("there is no rule {id}", id=f"“{visible(name)}”")
    if close:
        return message, _("Did you mean {names}?", names=listed(close))
    return message, _("plan rules lists them all.")


def manual_of(rule: Rule) -> "Manual":
    """A rule's manual in the active language."""
    from plan_cli.rules.manual import read_manual

    return read_manual(rule.manual).translated()


def run(
    loaded: Loaded,
    tiers: Collection[Tier],
    *,
    notes: bool = False,
    only: Callable[[str], bool] = lambda _rule: True,
) -> list[Problem]:
    """Return what the rules of `tiers` find; with `notes` also faults of the notice itself.

    Rules that `only` refuses do not run: their findings would hide those of others. Rules whose
    files could not be read are left out, and so are findings at a mended record or at a value with
    an earlier finding: they follow from that.
    """
    context = Context(loaded, frozenset(tiers))
    problems: list[Problem] = []
    found_at: dict[tuple[str, object], str] = {}
    for rule in (rule for tier in tiers for rule in rules_of(tier)):
        if rule.check is None or (rule.severity == "note" and not notes) or not only(rule.id):
            continue
        if loaded.unusable.intersection(rule.needs):
            continue
        for finding in rule.check(context):
            if not context.is_mended(finding) and _is_first(context, rule, finding, found_at):
                texts = finding.message, finding.hint
                problems.append(Problem(*context.place(finding), rule.id, rule.severity, *texts))
    return problems


def _is_first(
    context: Context, rule: Rule, finding: Finding, found_at: dict[tuple[str, object], str]
) -> bool:
    """Whether no other rule has a finding at the same single value.

    Reports, annual goals and the published text keep all findings.
    """
    if finding.file not in context.loaded.files:
        return True
    value = context.files[finding.file].at(finding.path)
    if value is None or isinstance(value, list | dict):
        return True
    return found_at.setdefault((finding.file, finding.path), rule.id) == rule.id


class Selection(NamedTuple):
    """The rules and tiers that are wanted; all if none is named."""

    rules: frozenset[str] = frozenset()
    tiers: frozenset[str] = frozenset()

    @property
    def all(self) -> bool:
        return not self.rules and not self.tiers

    def has(self, rule: str) -> bool:
        return self.all or rule in self.rules or tier_of(rule) in self.tiers

    def needs(self, tier: str) -> bool:
        return self.all or tier in self.tiers or tier in map(tier_of, self.rules)


def find_problems(
    folder: Path,
    selection: Selection,
    *,
    strict: bool = False,
    notes: bool = False,
    tell: Callable[[str], None] = lambda _text: None,
) -> tuple[Loaded, list[Problem]]:
    """Check the dataset in `folder`; return it with the wanted problems.

    Problems that keep wanted rules from reading a file are always included. `strict` makes warnings
    errors; naming rules implies `notes`; `tell` takes progress messages.
    """
    tell(_("Reading the files …"))
    loaded = load(folder)
    problems = [p for p in loaded.problems if selection.has(p.rule) or _in_the_way(p, selection)]
    tiers = [tier for tier in TIERS if selection.needs(tier)]
    tell(_("Checking the data …"))
    problems += run(loaded, tiers, notes=notes or bool(selection.rules), only=selection.has)
    if strict:
        problems = [
            p._replace(severity="error") if p.severity == "warning" else p for p in problems
        ]
    return loaded, in_order(problems)


def _in_the_way(problem: Problem, selection: Selection) -> bool:
    """Whether a problem of a file keeps wanted rules of later tiers from reading it."""
    names = [str(tier) for tier in TIERS]
    return any(map(selection.needs, names[names.index(tier_of(problem.rule)) + 1 :]))
