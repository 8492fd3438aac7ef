"""A rank to keep (保持前三位次): every evaluation counts by itself."""

from plan_cli.judgement.periods import judge_periods
from plan_cli.judgement.result import Case, Judgement


def judge(case: Case) -> Judgement:
    """Judge every evaluation."""
    return judge_periods(case, case.goal.kept)
