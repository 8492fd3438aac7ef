"""What plan.yaml settles about following up: deadlines of reports, and the rules for lights."""

from collections.abc import Iterator, Sequence
from itertools import combinations
from typing import Final

from plan_cli.dataset.plan_models import Deadline, LightSetting
from plan_cli.i18n import _, listed
from plan_cli.queries.periods import bounds, year_of
from plan_cli.rules.context import Context
from plan_cli.rules.rule import Finding, register
from plan_cli.words import period_label


@register("reference.deadlines", needs=("plan",))
def deadlines(context: Context) -> Iterator[Finding]:
    """Every half-year of the plan has one deadline, after its end, and later than the one before.

    A report counts for the first deadline after it. Two for one half-year or on one day, or one
    before the half-year is over, would leave open which of them a report is for.

    PASS: plan.yaml
        follow_up:
          deadlines:
            - {period: 2023H1, by: 2023-07-31}
            - {period: 2023H2, by: 2024-01-31}
    FAIL: plan.yaml
        follow_up:
          deadlines:
            - {period: 2023H1, by: 2023-05-31}  # <--
    FAIL: plan.yaml
        follow_up:
          deadlines:
            - {period: 2023H1, by: 2023-07-31}
            - {period: 2023H1, by: 2023-08-31}  # <--
    """
    first, last = context.year("start"), context.year("end")
    before: list[Deadline] = []
    for index, one in enumerate(context.plan.follow_up.deadlines):
        path = ("follow_up", "deadlines", index)
        if not first <= year_of(one.period) <= last:
            message = _("{period} is not in the plan", period=period_label(one.period))
            hint = _("The plan runs from {first} to {last}.", first=first, last=last)
            yield Finding("plan", (*path, "period"), message, hint)
        yield from _check_period(path, one, before)
        yield from _check_day(path, one, before)
        before.append(one)


def _check_period(
    path: tuple[str | int, ...], one: Deadline, before: Sequence[Deadline]
) -> Iterator[Finding]:
    if any(one.period == other.period for other in before):
        message = _("{period} already has a deadline", period=period_label(one.period))
        yield Finding("plan", (*path, "period"), message, _("Remove one of the two."))
    elif before and one.period < before[-1].period:
        words = {"period": period_label(one.period), "before": period_label(before[-1].period)}
        message = _("{period} comes after {before}", **words)
        hint = _("List the half-years in their order.")
        yield Finding("plan", (*path, "period"), message, hint)


def _check_day(
    path: tuple[str | int, ...], one: Deadline, before: Sequence[Deadline]
) -> Iterator[Finding]:
    end, day = bounds(one.period)[1], (*path, "by")
    same = next((other for other in before if other.by == one.by), None)
    later = next((other for other in before if other.by > one.by), None)
    if one.by < end:
        message = _("{period} is not over on {date}", period=period_label(one.period), date=one.by)
        hint = _("It ends on {date}; its reports are due then or later.", date=end)
        yield Finding("plan", day, message, hint)
    elif same is not None:
        words = {"date": one.by, "period": period_label(same.period)}
        message = _("{date} is already the deadline of {period}", **words)
        yield Finding("plan", day, message, _("Every half-year has a day of its own."))
    elif later is not None and later.period < one.period:
        words = {"period": period_label(later.period), "date": later.by}
        message = _("the deadline of {period} is later: {date}", **words)
        yield Finding("plan", day, message, _("A later half-year has a later deadline."))


@register("reference.lights", needs=("plan",))
def lights(context: Context) -> Iterator[Finding]:
    """Every rule for lights can apply to some item.

    The first rule that fits decides. A rule whose conditions exclude each other, or that comes
    behind another which always fits where it does, never gives its light, though it looks as if it
    did.

    PASS: plan.yaml
        lights:
          - light: red
            when: [blocked, near_due]
          - light: yellow
            when: [blocked]
    FAIL: plan.yaml
        lights:
          - light: yellow
            when: [blocked]
          - light: red
            when: [blocked, near_due]  # <--
    FAIL: plan.yaml
        lights:
          - light: none
            when: [done, overdue]  # <--
    FAIL: plan.yaml
        lights:
          - light: green
            when: [ahead]
            unless: [ahead]  # <--
    """
    rules = context.plan.lights
    for index, rule in enumerate(rules):
        faults = list(_within(("lights", index), rule))
        yield from faults or _never(rules, index)


def _within(path: tuple[str | int, ...], rule: LightSetting) -> Iterator[Finding]:
    for key, facts in (("when", rule.when), ("unless", rule.unless)):
        for position, fact in enumerate(facts):
            if fact in facts[:position]:
                message = _("{name} is in the list twice", name=fact)
                hint = _("Remove one of the two.")
                yield Finding("plan", (*path, key, position), message, hint)
    for position, fact in enumerate(rule.unless):
        if fact in rule.when:
            message = _("{fact} is both required and excluded", fact=fact)
            hint = _("Take it out of when, or out of unless.")
            yield Finding("plan", (*path, "unless", position), message, hint)
    if any(fact in rule.when for fact in rule.unless):
        return
    for one, other in combinations(dict.fromkeys(rule.when), 2):
        if frozenset({one, other}) in _EXCLUSIVE:
            message = _("{fact} and {other} never hold together", fact=one, other=other)
            hint = _("An item has one state; a closed one is neither due nor late.")
            yield Finding("plan", (*path, "when", rule.when.index(other)), message, hint)


def _never(rules: Sequence[LightSetting], index: int) -> Iterator[Finding]:
    asked = _asked(rules[index])
    for number, earlier in enumerate(rules[:index], 1):
        if not _possible([*_LAWS, _refused(earlier), *asked]):
            facts = listed(earlier.when)
            message = _(
                "this rule never applies: rule {number} ({facts}) always fits first",
                number=number,
                facts=facts,
            )
            hint = _("Move it above that one, or remove it.")
            yield Finding("plan", ("lights", index, "when"), message, hint)
            return


Literal = tuple[str, bool]
"""A fact, and whether it holds."""
Clause = frozenset[Literal]
"""Literals at least one of which is true."""

_STATES: Final = ("unreported", "not_started", "in_progress", "blocked", "done", "terminated")
_OPEN: Final = ("overdue", "near_due", "stale")
_EXCLUSIVE: Final = frozenset(
    [frozenset(pair) for pair in combinations(_STATES, 2)]
    + [frozenset({"reported", state}) for state in _STATES if state != "done"]
    + [frozenset({closed, fact}) for closed in ("done", "terminated") for fact in _OPEN]
)
_LAWS: Final[tuple[Clause, ...]] = (
    *(frozenset((fact, False) for fact in pair) for pair in _EXCLUSIVE),
    frozenset((state, True) for state in (*_STATES, "reported")),
)


def _asked(rule: LightSetting) -> list[Clause]:
    """What has to hold for a rule to fit."""
    literals: list[Literal] = [(fact, True) for fact in rule.when]
    return [frozenset({one}) for one in (*literals, *((fact, False) for fact in rule.unless))]


def _refused(rule: LightSetting) -> Clause:
    """What holds where a rule does not fit."""
    return frozenset([(one, False) for one in rule.when] + [(one, True) for one in rule.unless])


def _possible(clauses: Sequence[Clause]) -> bool:
    """Whether facts can be so that every clause is true."""
    shortest = min(clauses, key=len, default=None)
    if not shortest:
        return shortest is None
    for fact, holds in sorted(shortest):
        wrong = (fact, not holds)
        left = [one - {wrong} for one in clauses if (fact, holds) not in one]
        if _possible(left):
            return True
        clauses = [one - {(fact, holds)} for one in clauses if wrong not in one]
    return False
