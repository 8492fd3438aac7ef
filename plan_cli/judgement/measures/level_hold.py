"""A level to keep (稳定在、控制在、保持): every reported year has to hold."""

from plan_cli.judgement.periods import judge_periods
from plan_cli.judgement.result import Case, Judgement


def judge(case: Case) -> Judgement:
    """Judge every value; of a range or an approximate figure both ends count."""
    return judge_periods(case, case.goal.kept)
