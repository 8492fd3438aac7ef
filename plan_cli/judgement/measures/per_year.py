"""So much every year (每年): each year counts by itself."""

from plan_cli.judgement.periods import judge_periods
from plan_cli.judgement.result import Case, Judgement


def judge(case: Case) -> Judgement:
    """Judge every year."""
    return judge_periods(case, case.goal.reached)
