"""The texts of work lists, in official Chinese."""

import re
from collections import Counter
from collections.abc import Iterable
from datetime import date
from typing import Final

from plan_cli.dataset.names import Directory
from plan_cli.dataset.rows import TargetRow
from plan_cli.words import OPEN_LIST
from plan_cli.worklists.sheet import WHOLE, SheetKey

NOT_STATED: Final = "未注明"

_NUMBER: Final = re.compile("[0-9]{1,9}")
_TARGET: Final = re.compile(r"[0-9]+\.[0-9]+")
_SHORT: Final = 12  # a quote of fewer characters may not say what is measured

_HEADS: Final[dict[SheetKey, str]] = {
    "lead": "牵头任务",
    "support": "配合任务",
    "indicators": "指标",
}
_TASKS_HOW: Final = (
    "填报说明：1.只填浅黄色单元格；没有新情况的项留空，留空即不报。"
    "2.报送日期、状态、进展情况、存在问题、下一步措施、佐证，每项填在第一行；"
    "年度目标、本期数值逐个目标填。\n"
    "3.填报进展须选状态；状态为“已完成”的须写佐证，多条佐证一条一行（Alt+Enter换行）。"
    "4.数值可带单位，如2100个、7%；报送日期写成2023-06-30，不写的以收回之日为准。"
)
_INDICATORS_HOW: Final = (
    "填报说明：1.只填浅黄色单元格；没有新数据的行留空，留空即不报。"
    "2.本期数值、时期、数据性质须同时填；数值可带单位，如7%；"
    "时期写成2023年、2023年上半年、2023年三季度或2023年5月。\n"
    "3.时期未结束的，数据性质只能是“预计”。"
    "4.报送日期写成2023-06-30，不写的以收回之日为准。"
    "5.多条佐证一条一行（Alt+Enter换行）。"
)


def instructions(key: SheetKey) -> tuple[str, ...]:
    return tuple((_INDICATORS_HOW if key == "indicators" else _TASKS_HOW).split("\n"))


def title(plan: str) -> str:
    """Title of the plan, with 工作清单 in place of 方案."""
    if "任务分工方案" in plan:
        return plan.replace("任务分工方案", "任务工作清单")
    return f"{plan.removesuffix('方案')}工作清单"


def heading(key: SheetKey, items: int, number: str, department: str, as_of: date) -> str:
    """The line below the title."""
    day = f"{as_of.year}年{as_of.month}月{as_of.day}日"
    head = f"{_HEADS[key]}（{items}项）"
    return f"{head}　　单位：{department}　　依据：{number}　　数据截至：{day}"


def left_out(groups: Counter[str], tasks: int) -> tuple[str, ...]:
    """Remark on tasks that name the department only by a group that may mean it."""
    if not tasks:
        return ()
    names = "、".join(f"{name}{count}项" for name, count in groups.most_common())
    text = f"注：另有{tasks}项任务只写成员未明确的统称（{names}），未列入本清单；"
    return (text + "经文件明确并登记交办后列入。",)


def included(via: str | None, directory: Directory) -> str:
    """How a department is included in a task: by name, group, assignment, succession."""
    if via is None:
        return "直接列明"
    group = directory.group_by_name.get(via)
    if via == OPEN_LIST or (group is not None and group.indefinite):
        return f"交办\n（{via}）"
    return f"承接{via}" if group is None else f"统称\n（{via}）"


def due(target: TargetRow) -> str:
    """When a target is due; an inferred year says so."""
    if target["due"] is None:
        return NOT_STATED
    return f"{target['due']}年" + ("\n（推定）" if target["due_basis"] == "inferred" else "")


def dues(targets: Iterable[TargetRow]) -> str:
    """When an item as a whole is due: all that its targets say."""
    found = [due(target) for target in targets if target["due"] is not None]
    return "\n".join(dict.fromkeys(found)) or NOT_STATED


def target(one: TargetRow, others: Iterable[TargetRow]) -> str:
    """Id and words of a target.

    The metric is added where the same words have several targets or are very short, the unit where
    the words lack it.
    """
    quote, metric, unit = one["quote"], one["metric"], one["unit"]
    shared = any(other["quote"] == quote for other in others if other["id"] != one["id"])
    unclear = shared or (len(quote) < _SHORT and metric not in quote)
    words = f"{metric}：{quote}" if unclear else quote
    unit = unit or ("%" if one["measure"] == "coverage" else None)
    if unit is not None and unit not in quote:
        words += f"（单位：{unit}）"
    if one["value_unstated"]:
        words += "（原文未写数值）"
    return f"{one['id']} {words}"


def target_id(text: str) -> str | None:
    """The id at the beginning of a cell; None for the item as a whole, ValueError for neither."""
    found = text.split(" ", 1)[0].strip()
    if found == WHOLE:
        return None
    if _TARGET.fullmatch(found):
        return found
    raise ValueError(text)


def item_number(text: str) -> int:
    """Return the number of an item that a cell of numbers holds.

    Raises:
        ValueError: it holds none.
    """
    if _NUMBER.fullmatch(text):
        return int(text)
    raise ValueError(text)
