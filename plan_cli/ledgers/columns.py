"""The columns of a work list's sheets: which there are, how wide, which of them are filled in.

The widths of a sheet's columns come to what fits the width of A4 on its side in readable print.
"""

from dataclasses import replace
from typing import Final

from plan_cli.ledgers.layout import Column
from plan_cli.vocabulary import NATURES, STATUSES

_STATUS: Final = tuple(STATUSES.values())
_NATURE: Final = tuple(NATURES.values())

_ITEM: Final = Column("item", "序号", 2.2, center=True)
_DUE: Final = Column("due", "完成时限", 4.2, center=True)
_DATE: Final = Column("date", "报送日期", 5.4, input=True, center=True)
_GOAL_VALUE: Final = Column("goal_value", "年度目标值", 4.2, input=True, center=True)
_WORDS: Final = (
    Column("progress", "进展情况", 8.2, input=True, of="item"),
    Column("problems", "存在问题", 6, input=True, of="item"),
    Column("next", "下一步措施", 6, input=True, of="item"),
    Column("evidence", "佐证", 5.6, input=True, of="item"),
)
_VIA: Final = Column("via", "列入方式", 4.2, of="item")


def task_columns(*, support: bool) -> tuple[Column, ...]:
    """Return the columns of 牵头, or those of 配合, which say how the department is included."""
    narrow = 1.2 if support else 0
    return (
        _ITEM,
        Column("text", "工作任务", 15 - narrow, of="item"),
        Column("lead", "牵头单位", 4.2, of="item"),
        Column("support", "配合单位", 7 - narrow, of="item"),
        *((_VIA,) if support else ()),
        _DUE,
        Column("target", "目标", 10.4 - narrow),
        Column("goal", "年度目标", 7.8 - narrow / 2, input=True),
        _GOAL_VALUE,
        replace(_DATE, of="item"),
        Column("status", "状态", 3.4, of="item", input=True, choices=_STATUS, center=True),
        Column("value", "本期数值", 4.2, input=True, center=True),
        *_WORDS,
    )


def indicator_columns(periods: tuple[str, ...], *, any_: bool) -> tuple[Column, ...]:
    """Return the columns of 指标: a report a row, as an indicator is reported target by target.

    Args:
        periods: what is offered for 时期.
        any_: the department may report any indicator; then it is said which are its own.
    """
    return (
        _ITEM,
        Column("text", "指标", 11, of="item"),
        Column("kind", "指标属性", 3.4, of="item", center=True),
        Column("responsible", "责任单位", 4.2, of="item"),
        *((_VIA,) if any_ else ()),
        _DUE,
        Column("target", "目标", 9),
        Column("goal", "年度目标", 6.4, input=True),
        _GOAL_VALUE,
        _DATE,
        Column("period", "时期", 4.6, input=True, choices=periods, strict=False, center=True),
        Column("nature", "数据性质", 3.2, input=True, choices=_NATURE, center=True),
        Column("value", "本期数值", 4.6, input=True, center=True),
        *(replace(one, width=one.width - 0.4, of="target") for one in _WORDS),
    )
