"""What the parsers do not tell: marks between the values that this reader refuses."""

import re
from collections.abc import Iterable, Iterator
from typing import Final

# A question mark that may announce a key: at the start of the text, or after white space or an
# opening bracket or a comma. It comes first in the pattern because that is quick to look for.
_CANDIDATE: Final = re.compile(r"\?(?<![^\s\[{,]\?)")
# A comment without a space before it where the head of a block text (`|2-`) may be.
_TIGHT_COMMENT: Final = re.compile(r"#(?<=[|>+\-0-9]#)")
_BLOCK_HEAD: Final = re.compile(r"[|>][-+0-9]*#")
_COLON: Final = re.compile(r"(?:\s|#[^\n]*)*:")
_COMMENT_OR_MARK: Final = re.compile(r"#[^\n]*|\?")
_DIRECTIVE: Final = re.compile(r"(?: *(?:#[^\n]*)?\r?\n)*(%)")


def needs_a_closer_look(text: str) -> bool:
    """Tell quickly whether there may be something here of which no event tells."""
    return any(pattern.search(text) for pattern in (_CANDIDATE, _TIGHT_COMMENT)) or (
        directive(text) is not None
    )


def explicit_keys(text: str, scalars: Iterable[tuple[int, int]], end: int) -> Iterator[int]:
    """Yield the offset of each `?` before `end` that is neither in a scalar nor in a comment."""
    done = 0
    for start, stop in [*scalars, (end, end)]:
        for match in _COMMENT_OR_MARK.finditer(text, done, start):
            if match.group() == "?":
                yield match.start()
        done = max(done, stop)


def tight_comment(text: str, start: int) -> int | None:
    """Return the offset of a comment that touches the head of the block text at `start`."""
    match = _BLOCK_HEAD.match(text, start)
    return match.end() - 1 if match else None


def empty_value(text: str, key_end: int) -> int:
    """Return where the empty value is of a key within brackets: behind its colon, if any."""
    match = _COLON.match(text, key_end)
    return match.end() if match else key_end


def directive(text: str) -> int | None:
    """Return the offset of the `%` of a directive before the document."""
    match = _DIRECTIVE.match(text)
    return match.start(1) if match else None
