"""Text of the data, made fit for a page."""

from typing import Final

from plan_cli.render.text import visible

# What no XML document may hold; `visible` spells out all other characters that it may not.
_NONCHARACTERS: Final = {0xFFFE: "\\ufffe", 0xFFFF: "\\uffff"}


def clean(text: str) -> str:
    """Return text without anything hidden: tabs are blanks, other control characters spelled out.

    Line breaks of every system become plain ones.
    """
    plain = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    return visible(plain).translate(_NONCHARACTERS)
