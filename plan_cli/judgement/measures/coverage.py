"""Everything covered (全覆盖): a share, if one is reported, is full at 100 percent."""

from plan_cli.i18n import _
from plan_cli.judgement.path import judge_path
from plan_cli.judgement.result import Case, Judgement


def judge(case: Case) -> Judgement:
    """Judge the last share: full, or not yet."""
    return judge_path(case, None, without_path=_("the notice sets no pace for it"))
