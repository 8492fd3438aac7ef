"""What the parsers do not tell: question marks for keys, and lines that begin with `%`."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

# A question mark that may announce a key: at the start of the text, or after white space or an
# opening bracket or a comma. It comes first in the pattern because that is quick to look for.
_CANDIDATE: Final = re.compile(r"\?(?<![^\s\[{,]\?)")
_COMMENT_OR_MARK: Final = re.compile(r"#[^\n]*|\?")
_DIRECTIVE: Final = re.compile(r"(?: *(?:#[^\n]*)?\r?\n)*(%)")


def may_have_explicit_keys(text: str) -> bool:
    """Tell quickly whether a closer look is needed."""
    return _CANDIDATE.search(text) is not None


def explicit_keys(text: str, scalars: Iterable[tuple[int, int]], end: int) -> Iterator[int]:
    """Yield the offset of each `?` before `end` that is neither in a scalar nor in a comment."""
    done = 0
    for start, stop in [*scalars, (end, end)]:
        for match in _COMMENT_OR_MARK.finditer(text, done, start):
            if match.group() == "?":
                yield match.start()
        done = max(done, stop)


def directive(text: str) -> int | None:
    """Return the offset of the `%` of a directive before the document."""
    match = _DIRECTIVE.match(text)
    return match.start(1) if match else None
