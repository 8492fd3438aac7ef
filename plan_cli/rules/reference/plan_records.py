"""The rules and the discrepancies that plan.yaml records."""

from collections.abc import Iterator

from plan_cli.i18n import _
from plan_cli.rules.context import Context
from plan_cli.rules.rule import Finding, register


@register("reference.plan-rules", needs=("plan",))
def plan_rules(context: Context) -> Iterator[Finding]:
    """Every rule of the plan has an id of its own.

    The program finds a rule of the notice by its id: `binding_veto` is 一票否优, `early_bonus` the
    bonus for a goal reached early.

    PASS: plan.yaml

          - id: half_year_meeting
            section: 四(一)

    FAIL: plan.yaml

        rules:
          - section: 四(一)
            id: half_year_meeting  # <--
            quote: 每半年召开1次专题会。
            meaning: {zh: 每半年开一次会。, en: A meeting every half-year.}
    """
    seen: set[str] = set()
    for index, rule in enumerate(context.plan.rules):
        if rule.id in seen:
            message = _("rule {id} is there already", id=rule.id)
            hint = _("Every rule of the plan has one record.")
            yield Finding("plan", ("rules", index, "id"), message, hint)
        seen.add(rule.id)


@register("reference.discrepancies", needs=("plan", "indicators", "tasks"))
def discrepancies(context: Context) -> Iterator[Finding]:
    """A recorded discrepancy points at targets that exist and carries their own words.

    `discrepancies` in plan.yaml records where the notice is at odds with itself: which targets,
    what each says, and what is known about it.

    PASS: plan.yaml

          - kind: different_figures
            targets: ["3.1", "9.1"]

    FAIL: plan.yaml

          - kind: different_figures
            targets: ["3.1", "9.7"]  # <--

    FAIL: plan.yaml

          - kind: different_figures
            quotes: [粮食产量稳定在19万吨以上, 粮食总产稳定在20万吨以上]  # <--
    """
    quotes = {one.target.id: one.target.quote for one in context.targets}
    for index, one in enumerate(context.plan.discrepancies):
        path = ("discrepancies", index)
        if len(one.quotes) != len(one.targets):
            message = _("there is not one quote for each target")
            hint = _("Give the quotes in the order of the targets.")
            yield Finding("plan", (*path, "quotes"), message, hint)
        for position, target in enumerate(one.targets):
            if target not in quotes:
                message = _("there is no target {id}", id=target)
                hint = _("Name the id of a target, such as 43.1.")
                yield Finding("plan", (*path, "targets", position), message, hint)
        for position, (target, quote) in enumerate(zip(one.targets, one.quotes, strict=False)):
            if target not in quotes or quote == quotes[target]:
                continue
            others = [other for other, its_own in quotes.items() if its_own == quote]
            if others:
                message = _("the quote is that of target {id}", id=others[0])
                hint = _("Correct the id, or copy the quote of the target.")
                yield Finding("plan", (*path, "targets", position), message, hint)
            else:
                message = _("the quote does not stand in target {id}", id=target)
                hint = _("Copy the quote of the target.")
                yield Finding("plan", (*path, "quotes", position), message, hint)
