"""How the styles of an official paper look: 小标宋 for the title, 黑体 and 楷体 for headings, 仿宋.

Sizes and spacing are those of GB/T 9704 in Chinese; English letters need less room.
"""

from dataclasses import dataclass
from typing import Final, Literal

from plan_cli.i18n import active_language

TITLE: Final = "方正小标宋简体"
TEXT: Final = "仿宋"


@dataclass(frozen=True, slots=True)
class Look:
    """A style: sizes and spaces in points, `line` 0 for the font's own line height.

    `indent` is that of the first line in characters, `hanging` that of the others.
    """

    font: str = TEXT
    size: float = 16
    line: float = 28
    align: Literal["both", "left", "center"] = "both"
    indent: int = 0
    hanging: float = 0
    before: float = 0
    after: float = 0
    bold: bool = False
    keep: bool = False
    colour: str = ""


_CHINESE: Final = {
    "Normal": Look(),
    "Title": Look(TITLE, 22, 34, "center", after=6),
    "Subtitle": Look("楷体", 16, 28, "center"),
    "Paper Line": Look("楷体", 14, 24, "center"),
    "Heading 1": Look("黑体", 16, 28, "both", indent=2, before=8, keep=True),
    "Heading 2": Look("楷体", 16, 28, "both", indent=2, before=4, keep=True),
    "Heading 3": Look(TEXT, 16, 28, "both", indent=2, bold=True, keep=True),
    "Body Text": Look(indent=2),
    "Paper Flush": Look(align="left"),
    "Paper Item": Look(align="both", hanging=26),
    "Paper Note": Look(TEXT, 12, 20, "both", before=2, after=2),
    "Caption": Look("黑体", 12, 22, "center", before=8, after=4, keep=True),
    "Paper Cell": Look(TEXT, 10.5, 0, "left"),
    "Paper Small Cell": Look(TEXT, 9, 0, "left"),
    "Paper Gap": Look(TEXT, 4, 8),
    "Footer": Look("宋体", 14, 0, "center"),
}
_ENGLISH: Final = {
    "Normal": Look(size=12, line=18),
    "Title": Look(TITLE, 20, 26, "center", after=6, bold=True),
    "Subtitle": Look("楷体", 13, 20, "center"),
    "Paper Line": Look("楷体", 12, 18, "center"),
    "Heading 1": Look("黑体", 14, 20, "left", before=12, after=4, bold=True, keep=True),
    "Heading 2": Look("楷体", 12, 18, "left", before=8, after=2, bold=True, keep=True),
    "Heading 3": Look(TEXT, 12, 18, "left", before=6, bold=True, keep=True),
    "Body Text": Look(size=12, line=18, after=6),
    "Paper Flush": Look(size=12, line=18, align="left", after=6),
    "Paper Item": Look(size=12, line=18, align="left", hanging=20, after=2),
    "Paper Note": Look(TEXT, 10, 14, "both", before=2, after=4),
    "Caption": Look("黑体", 11, 16, "center", before=8, after=4, bold=True, keep=True),
    "Paper Cell": Look(TEXT, 10, 0, "left"),
    "Paper Small Cell": Look(TEXT, 8.5, 0, "left"),
    "Paper Gap": Look(TEXT, 4, 8),
    "Footer": Look("宋体", 11, 0, "center"),
}


def size(style: str) -> float:
    """Return the size of a style's letters, in points."""
    return looks()[style].size


def looks() -> dict[str, Look]:
    """Return the styles of a document in the reader's language, by their names."""
    return _CHINESE if active_language() == "zh" else _ENGLISH
