"""Where in a Chinese text a quote may begin and end."""

import re
from typing import Final

_STOPS: Final = ",，。;；:：、(（"
_ENDS: Final = ",，。;；:：、()（）"
# A quote may begin within a clause with its figure (领域[5项…), or with the word before it.
_FIGURE: Final = re.compile(r"\d+(?!\d*年)[^\d年]|至少|剩余")
_ONWARD: Final = ("和", "对", "并", "及", "以")


def is_cut(text: str, quote: str) -> bool:
    """Say whether a quote that stands in `text` has lost its first or its last characters."""
    start = text.find(quote)
    end = start + len(quote)
    return start >= 0 and (_is_cut_before(text, start, quote) or _is_cut_behind(text, end, quote))


def _is_cut_before(text: str, start: int, quote: str) -> bool:
    if start == 0 or text[start - 1] in _STOPS:
        return quote[0] in _STOPS
    return text[start - 1].isdigit() or _FIGURE.match(quote) is None


def _is_cut_behind(text: str, end: int, quote: str) -> bool:
    if quote[-1] in _ENDS:
        return quote[-1] in _STOPS and quote[-1] != "。"
    return end < len(text) and text[end] not in _ENDS and not text.startswith(_ONWARD, end)


def lacks_full_stop(text: str, quote: str) -> bool:
    """Say whether a quote begins with a sentence of `text` and stops right before its full stop."""
    start = text.find(quote)
    begins = start == 0 or (start > 0 and text[start - 1] == "。")
    return begins and text.startswith("。", start + len(quote))
