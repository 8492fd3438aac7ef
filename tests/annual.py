"""Annual goals to damage: the real dataset has none, as none was ever published."""

from pathlib import Path
from typing import Final

NAME: Final = "annual/2023/市发改局.yaml"
GOALS: Final = """\
# yaml-language-server: $schema=../../../schema/annual.schema.json
- item: 12
  target: "12.1"
  goal: 全市生产总值增长7%
  value: 7
- item: 29
  target: "29.1"
  goal: 单位GDP能耗累计降低7.5%
  value: 7.5
- item: 50
  target: "50.1"
  goal: 建成省级以上专业孵化器1个
  value: 1
- item: 50
  target: "50.2"
  goal: 创建县域创新示范县
- item: 51
  goal: 编制创建方案
"""


def set_goals(folder: Path) -> None:
    """Put the goals into a copy of the real dataset."""
    path = folder / NAME
    path.parent.mkdir(parents=True)
    path.write_text(GOALS, encoding="utf-8", newline="")
