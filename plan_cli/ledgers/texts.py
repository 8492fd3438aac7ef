"""Texts that a workbook cannot hold. They are refused: nothing is shortened or left out."""

import re
from typing import Final

from plan_cli.i18n import _

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
        raise UnfitTextError(text, _("it has more than {number} characters").format(number=LONGEST))
    control = _CONTROL.search(text)
    if control is not None:
        code = f"U+{ord(control[0]):04X}"
        raise UnfitTextError(text, _("it has the control character {code}").format(code=code))
    escape = _ESCAPE.search(text)
    if escape is not None:
        raise UnfitTextError(
            text, _("spreadsheets read {text} as another character").format(text=escape[0])
        )
    return text
