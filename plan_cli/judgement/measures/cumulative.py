"""A total since the base year: share of the target against share of the time."""

from decimal import Decimal

from plan_cli.i18n import _
from plan_cli.judgement.figures import shown, with_unit
from plan_cli.judgement.path import judge_path, linear
from plan_cli.judgement.result import Case, Judgement


def judge(case: Case) -> Judgement:
    """Judge the last total; at the end of the base year it was nothing."""
    steps = [_share_line(case)] if case.goal.value else []
    return judge_path(case, linear(Decimal(0), case.goal.value), steps=steps)


def _share_line(case: Case) -> str:
    value, target = case.latest.value, case.goal.value
    return _("{value} of {target}: {share} of the target").format(
        value=with_unit(shown(value), case.goal.unit),
        target=with_unit(shown(target), case.goal.unit),
        share=with_unit(shown(value / target * 100, 1), "%"),
    )
