"""A text that is there in case somebody asks for it."""

from typing import Final

_LARGE: Final = 250_000
"""Characters from which on a text is compressed: to a tenth, in some hundredths of a second."""


class KeptText:
    """A text; one that is large takes little memory as long as nobody asks for it."""

    def __init__(self, text: str) -> None:
        self._text: str | None = None
        self._packed = b""
        if len(text) < _LARGE:
            self._text = text
            return
        import zlib

        self._packed = zlib.compress(text.encode(), level=1)

    def get(self) -> str:
        """Return the text."""
        if self._text is not None:
            return self._text
        import zlib

        return zlib.decompress(self._packed).decode()
