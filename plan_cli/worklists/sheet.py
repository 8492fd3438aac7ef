"""What a work list is made of: sheets, columns, rows, and inputs to be filled in."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final, Literal

from plan_cli.i18n import _
from plan_cli.words import NATURES, STATUSES

SheetKey = Literal["lead", "support", "indicators"]
Of = Literal["item", "target"]

SHEET_NAMES: Final[dict[SheetKey, str]] = {"lead": "牵头", "support": "配合", "indicators": "指标"}
WHOLE: Final = "整项"  # the target of a row about its item as a whole

GOAL_KEYS: Final = frozenset({"goal", "goal_value"})  # all other inputs make a report


@dataclass(frozen=True, slots=True)
class SheetColumn:
    key: str  # of an input the field of the report or the goal
    header: str
    width: float  # in Chinese characters of the body's size
    of: Of = "target"  # once an item, in its first row, or once a target
    input: bool = False  # True where the department writes
    choices: tuple[str, ...] = ()
    strict: bool = True  # nothing but the choices is allowed
    center: bool = False


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row: one target of an item, or the item as a whole."""

    item: int
    target: str | None  # None for the item as a whole
    first: bool  # the first row of its item
    texts: Mapping[str, str]  # official cells, by column
    given: Mapping[str, str] = field(default_factory=dict)  # what is set already, by input
    open: frozenset[str] = frozenset()  # inputs that may be filled in

    def text(self, key: str) -> str:
        """Text of a cell when the workbook is made."""
        return self.texts.get(key, "") or self.given.get(key, "")


@dataclass(frozen=True, slots=True)
class Sheet:
    key: SheetKey
    title: str
    heading: str  # below the title: what it is about, and what it rests on
    how: tuple[str, ...]  # how it is filled in
    remarks: tuple[str, ...]
    columns: tuple[SheetColumn, ...]
    rows: tuple[SheetRow, ...]

    @property
    def name(self) -> str:
        return SHEET_NAMES[self.key]

    @property
    def lines(self) -> tuple[str, ...]:
        """Lines between the title and the table."""
        return (self.heading, *self.how, *self.remarks)

    @property
    def header_row(self) -> int:
        """Number of the row with the headings; the title is row 1."""
        return len(self.lines) + 2


@dataclass(frozen=True, slots=True)
class WorkList:
    title: str
    number: str
    department: str
    year: int
    as_of: date  # the day of the data
    sheets: tuple[Sheet, ...]  # those that have rows
    known: Mapping[int, tuple[str, ...]]  # ids of the reports when it was made, by item


_STATUS: Final = tuple(STATUSES.values())
_NATURE: Final = tuple(NATURES.values())

_ITEM: Final = SheetColumn("item", "序号", 2.2, center=True)
_DUE: Final = SheetColumn("due", "完成时限", 4.2, center=True)
_DATE: Final = SheetColumn("date", "报送日期", 5.4, input=True, center=True)
_GOAL_VALUE: Final = SheetColumn("goal_value", "年度目标值", 4.2, input=True, center=True)
_WORDS: Final = (
    SheetColumn("progress", "进展情况", 8.2, input=True, of="item"),
    SheetColumn("problems", "存在问题", 6, input=True, of="item"),
    SheetColumn("next", "下一步措施", 6, input=True, of="item"),
    SheetColumn("evidence", "佐证", 5.6, input=True, of="item"),
)
_VIA: Final = SheetColumn("via", "列入方式", 4.2, of="item")


def task_columns(*, support: bool) -> tuple[SheetColumn, ...]:
    """Columns of 牵头, or of 配合, which has 列入方式 too."""
    narrow = 1.2 if support else 0
    return (
        _ITEM,
        SheetColumn("text", "工作任务", 15 - narrow, of="item"),
        SheetColumn("lead", "牵头单位", 4.2, of="item"),
        SheetColumn("support", "配合单位", 7 - narrow, of="item"),
        *((_VIA,) if support else ()),
        _DUE,
        SheetColumn("target", "目标", 10.4 - narrow),
        SheetColumn("goal", "年度目标", 7.8 - narrow / 2, input=True),
        _GOAL_VALUE,
        replace(_DATE, of="item"),
        SheetColumn("status", "状态", 3.4, of="item", input=True, choices=_STATUS, center=True),
        SheetColumn("value", "本期数值", 4.2, input=True, center=True),
        *_WORDS,
    )


def indicator_columns(periods: tuple[str, ...], *, any_: bool) -> tuple[SheetColumn, ...]:
    """Columns of 指标, a report a row; `any_` where the department may report all indicators."""
    return (
        _ITEM,
        SheetColumn("text", "指标", 11, of="item"),
        SheetColumn("kind", "指标属性", 3.4, of="item", center=True),
        SheetColumn("responsible", "责任单位", 4.2, of="item"),
        *((_VIA,) if any_ else ()),
        _DUE,
        SheetColumn("target", "目标", 9),
        SheetColumn("goal", "年度目标", 6.4, input=True),
        _GOAL_VALUE,
        _DATE,
        SheetColumn("period", "时期", 4.6, input=True, choices=periods, strict=False, center=True),
        SheetColumn("nature", "数据性质", 3.2, input=True, choices=_NATURE, center=True),
        SheetColumn("value", "本期数值", 4.6, input=True, center=True),
        *(replace(one, width=one.width - 0.4, of="target") for one in _WORDS),
    )


LONGEST: Final = 32_767  # UTF-16 characters that a cell of Excel holds

_CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPE: Final = re.compile(r"_x[0-9A-Fa-f]{4}_")


class UnfitTextError(ValueError):
    """A text that a workbook cannot hold."""

    def __init__(self, text: str, message: str) -> None:
        super().__init__(message)
        self.text = text


def checked(text: str) -> str:
    """The text, if a cell can hold it.

    Raises:
        UnfitTextError: it is too long, has a character that XML does not know, or one that
            spreadsheets take for an escape (`_x0041_` would become A).
    """
    if len(text.encode("utf-16-le", "surrogatepass")) // 2 > LONGEST:
        raise UnfitTextError(text, _("it has more than {number} characters", number=LONGEST))
    control = _CONTROL.search(text)
    if control is not None:
        code = f"U+{ord(control[0]):04X}"
        raise UnfitTextError(text, _("it has the control character {code}", code=code))
    escape = _ESCAPE.search(text)
    if escape is not None:
        raise UnfitTextError(
            text, _("spreadsheets read {text} as another character", text=escape[0])
        )
    return text
