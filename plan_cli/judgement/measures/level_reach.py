"""A level to reach (达到): on a straight line from the base year's value, where there is one."""

from plan_cli.i18n import _
from plan_cli.judgement.path import judge_path, linear
from plan_cli.judgement.result import Case, Judgement


def judge(case: Case) -> Judgement:
    """Judge the last level; without a base value it is only reached or not."""
    if case.base is None:
        why = _("there is no base value for {year}").format(year=case.horizon.base)
        return judge_path(case, None, without_path=why)
    goal, start = case.goal, case.base.value
    # What was reached in the base year already is to be kept, not to be lost along the path.
    return judge_path(case, linear(goal.value if goal.reached(start) else start, goal.value))
