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
_COLON: Final = re.compile(r"(?:\s|#[^\n]*+)*+:")  # "+": there is only one way to read it
_COMMENT_OR_MARK: Final = re.compile(r"#[^\n]*|\?")
_CONTENT: Final = re.compile(r"^ *[^ #\r\n]", re.MULTILINE)


def needs_a_closer_look(text: str) -> bool:
    """Tell quickly whether there may be something here of which no event tells."""
    return (
        may_have_explicit_keys(text)
        or _TIGHT_COMMENT.search(text) is not None
        or directive(text) is not None
    )


def may_have_explicit_keys(text: str) -> bool:
    """Tell quickly whether there is a `?` that may announce a key."""
    return _CANDIDATE.search(text) is not None


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
    offset = 0 if text.startswith("%") else text.find("\n%") + 1
    if not text.startswith("%", offset) or _CONTENT.search(text, 0, offset):
        return None
    return offset
