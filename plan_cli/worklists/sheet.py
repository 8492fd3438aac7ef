"""What a work list is made of: sheets with columns and rows, and what may be filled in in them."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Final, Literal

from plan_cli.i18n import _
from plan_cli.words import NATURES, STATUSES

SheetKey = Literal["lead", "support", "indicators"]
Of = Literal["item", "target"]

SHEET_NAMES: Final[dict[SheetKey, str]] = {
    "lead": "牵头",
    "support": "配合",
    "indicators": "指标",
}
WHOLE: Final = "整项"
"""Stands for the target in a row that is about its item as a whole."""

GOAL_KEYS: Final = frozenset({"goal", "goal_value"})
"""The inputs that make an annual goal; the others make a report."""


@dataclass(frozen=True, slots=True)
class SheetColumn:
    """A column of a sheet.

    Attributes:
        key: its name in the code; of an input the key of the report's or the goal's field.
        header: its heading.
        width: in Chinese characters of the body's size.
        of: an input is filled in once an item, in its first row, or once a target.
        input: True where the department writes, False where the plan speaks.
        choices: what may be chosen; `strict` allows nothing else.
        center: short texts stand in the middle.
    """

    key: str
    header: str
    width: float
    of: Of = "target"
    input: bool = False
    choices: tuple[str, ...] = ()
    strict: bool = True
    center: bool = False


@dataclass(frozen=True, slots=True)
class SheetRow:
    """A row: one target of an item, or the item as a whole.

    Attributes:
        item: the item's number.
        target: the target's id; None for the item as a whole.
        first: True for the first row of its item.
        texts: what the plan says, by the keys of official columns.
        given: what the department has set already, by the keys of inputs.
        open: the keys of the inputs that may be filled in here.
    """

    item: int
    target: str | None
    first: bool
    texts: Mapping[str, str]
    given: Mapping[str, str] = field(default_factory=dict)
    open: frozenset[str] = frozenset()

    def text(self, key: str) -> str:
        """Return what a cell says when the workbook is made."""
        return self.texts.get(key, "") or self.given.get(key, "")


@dataclass(frozen=True, slots=True)
class Sheet:
    """A sheet.

    Attributes:
        key: which it is.
        title: the title above it.
        heading: the line below the title: what it is about, and what it rests on.
        how: how it is filled in.
        remarks: what else has to be said.
        columns: its columns.
        rows: its rows.
    """

    key: SheetKey
    title: str
    heading: str
    how: tuple[str, ...]
    remarks: tuple[str, ...]
    columns: tuple[SheetColumn, ...]
    rows: tuple[SheetRow, ...]

    @property
    def name(self) -> str:
        """The sheet's name in the workbook."""
        return SHEET_NAMES[self.key]

    @property
    def lines(self) -> tuple[str, ...]:
        """What stands between the title and the table, a line each."""
        return (self.heading, *self.how, *self.remarks)

    @property
    def header_row(self) -> int:
        """The number of the row with the headings; the title is row 1."""
        return len(self.lines) + 2


@dataclass(frozen=True, slots=True)
class WorkList:
    """A department's work list for a year.

    Attributes:
        title: the title of the whole.
        number: the number of the notice.
        department: canonical name.
        year: the year.
        as_of: the day of the data.
        sheets: those that have rows, in their order.
        known: the ids of the reports on each item that the list was made from.
    """

    title: str
    number: str
    department: str
    year: int
    as_of: date
    sheets: tuple[Sheet, ...]
    known: Mapping[int, tuple[str, ...]]


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
    """Return the columns of 牵头, or of 配合, which say how the department is included."""
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
    """Return the columns of 指标: a report a row, as an indicator is reported target by target.

    Args:
        periods: what is offered for 时期.
        any_: the department may report any indicator; then it is said which are its own.
    """
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


LONGEST: Final = 32_767
"""Characters (UTF-16) of the longest text that a cell of Excel holds."""

_CONTROL: Final = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
_ESCAPE: Final = re.compile(r"_x[0-9A-Fa-f]{4}_")


class UnfitTextError(ValueError):
    """A text that a workbook cannot hold, and what is wrong with it."""

    def __init__(self, text: str, message: str) -> None:
        super().__init__(message)
        self.text = text


def checked(text: str) -> str:
    """Return a text that a cell can hold as it is.

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
