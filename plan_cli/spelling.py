"""What a misspelt word may have been meant to be."""

from difflib import get_close_matches
from functools import lru_cache


@lru_cache(maxsize=4096)
def closest(
    text: str, words: tuple[str, ...], most: int = 3, cutoff: float = 0.6
) -> tuple[str, ...]:
    """Return up to `most` of `words` that are spelt like `text`, the closest first.

    A mistake is often made many times over in a file, and comparing is slow: answers are kept.
    """
    return tuple(get_close_matches(text, words, n=most, cutoff=cutoff))
