"""Looks messages up in a compiled catalogue (`.mo`) without reading more of it than is asked for.

The standard library's `GNUTranslations` decodes every message at the start of every run.
"""

from pathlib import Path
from struct import unpack_from
from typing import Final

_MAGIC: Final = b"\xde\x12\x04\x95"  # the other way round where numbers are written so
_HEAD_SIZE: Final = 28  # also version, number of messages, places of the two tables
_ENTRY_SIZE: Final = 8  # of a table: the length of a text and its place


class Catalogue:
    """A catalogue of a language that has one form for all numbers, as Chinese does."""

    def __init__(self, path: Path) -> None:
        """Open a catalogue.

        Raises:
            OSError: it is not there.
            ValueError: it is no catalogue that Babel has compiled.
        """
        self._content = path.read_bytes()
        head = self._content[:_HEAD_SIZE].ljust(_HEAD_SIZE, b"\0")
        self._order = "<" if head.startswith(_MAGIC) else ">"
        magic = head[:4] if self._order == "<" else head[3::-1]
        version, self._number, self._originals, self._translations = unpack_from(
            f"{self._order}4I", head, len(_MAGIC)
        )
        if magic != _MAGIC or version:
            raise ValueError(path)
        self._known: dict[str, str] = {}

    def gettext(self, message: str) -> str:
        """Return a message in the language, or as it is."""
        if message not in self._known:
            self._known[message] = self._find(message.encode()) or message
        return self._known[message]

    def ngettext(self, singular: str, plural: str, number: int) -> str:
        """Return the form of a message that fits a number."""
        both = f"{singular}\0{plural}"
        found = self.gettext(both)
        if "\0" not in found:
            return found
        return singular if number == 1 else plural

    def _find(self, key: bytes) -> str:
        """Return the translation of the first message that is not before `key`, if it is that."""
        low, high = 0, self._number
        while low < high:
            middle = (low + high) // 2
            if self._text(self._originals, middle) < key:
                low = middle + 1
            else:
                high = middle
        if low == self._number:
            return ""
        original = self._text(self._originals, low)
        # A message that is also one with a plural is kept as that.
        if original != key and not original.startswith(key + b"\0"):
            return ""
        return self._text(self._translations, low).decode()

    def _text(self, table: int, index: int) -> bytes:
        length, place = unpack_from(f"{self._order}2I", self._content, table + index * _ENTRY_SIZE)
        return self._content[place : place + length]
