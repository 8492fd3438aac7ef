"""A work list of the made-up city, filled in as by a clerk: the workbook in `returned/`.

It is made from the work list that the program writes today; what is filled in is made up.
"""

import re
import tempfile
import zipfile
from io import BytesIO
from pathlib import Path
from typing import Final

from openpyxl import load_workbook
from openpyxl.cell import Cell
from openpyxl.worksheet.worksheet import Worksheet

from scripts.program import ROOT, printed_by

SAMPLE: Final = ROOT / "examples" / "made-up-city"
BY: Final = "市农业农村局"
RETURNED: Final = SAMPLE / "returned" / f"{BY}2023年工作清单.xlsx"

FILLED: Final[dict[tuple[str, str], dict[str, str]]] = {
    ("配合", "1"): {
        "报送日期": "2024-01-24",
        "状态": "推进中",
        "进展情况": "为集群企业建成标准化原料基地3个",
        "下一步措施": "再认证绿色食品2个",
    },
    ("配合", "19"): {
        "报送日期": "2024-01-24",
        "状态": "受阻",
        "进展情况": "协助乙镇补齐用地报批材料",
        "存在问题": "建设用地指标仍未批复",
    },
    ("指标", "9"): {
        "报送日期": "2024-01-24",
        "时期": "2023年",
        "数据性质": "快报",
        "本期数值": "11.8万吨",
        "存在问题": "秋粮受涝减产",
        "佐证": "样农函〔2024〕0号",
    },
}
"""What the clerk types, by sheet and number of the item, then by column."""

_CLOCK: Final = (1980, 1, 1, 0, 0, 0)
_MODIFIED: Final = re.compile(rb"(<dcterms:(?:created|modified)[^>]*>)[^<]*")


def work_list(folder: Path) -> Path:
    """Write the department's work list into `folder`, as it is on 22 January 2024."""
    path = folder / RETURNED.name
    options = ["--dept", BY, "--year", "2023", "--as-of", "2024-01-22", "--output", str(path)]
    printed_by([["plan", "--data", str(SAMPLE), "worklist", *options]], "zh")
    return path


def filled(blank: Path) -> bytes:
    """Return the work list at `blank` with all that the clerk types; no clock goes into it."""
    book = load_workbook(blank)
    for (sheet, item), cells in FILLED.items():
        _fill(book[sheet], item, cells)
    file = BytesIO()
    book.save(file)
    return _without_clock(file.getvalue())


def _fill(sheet: Worksheet, item: str, cells: dict[str, str]) -> None:
    rows = list(sheet.iter_rows())
    header = next(row for row in rows if row[0].value == "序号")
    row = next(row for row in rows if row[0].value == item)
    titles = [cell.value for cell in header]
    for title, text in cells.items():
        cell = row[titles.index(title)]
        assert isinstance(cell, Cell)  # noqa: S101  (nothing is merged)
        cell.value = text


def _without_clock(content: bytes) -> bytes:
    made = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(made, "w") as new:
        for name in old.namelist():
            part = _MODIFIED.sub(rb"\g<1>2024-01-24T00:00:00Z", old.read(name))
            new.writestr(zipfile.ZipInfo(name, _CLOCK), part, zipfile.ZIP_DEFLATED)
    return made.getvalue()


def refresh() -> None:
    """Write the workbook."""
    RETURNED.parent.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        RETURNED.write_bytes(filled(work_list(Path(folder))))
