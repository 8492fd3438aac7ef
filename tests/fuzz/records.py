"""Files that are YAML, and say what they should not: random ones, and real ones spliced."""

import re
from collections.abc import Callable
from random import Random
from typing import Final

_SCALARS: Final = [
    *("", "~", "null", "true", "no", "0", "1", "-1", "007", "12.50", "1e5", "50", "210", "%"),
    *("99999999999", "2025", "2022-07-25", "2022-13-45", "'x'", '"50.1"', '"a\\tb"', "''"),
    *(
        "市工信局",
        "市发改局〈科技局〉",
        "各镇办",
        "相关镇办",
        "等",
        "〈〉",
        "〈科技局〉",
        "市发改局〈",
    ),
    *("三(五)", "三（五）", "一", "五", "measure", "vision", "between", "at_least", "level_reach"),
    *("[]", "{}", "[[]]", "[~]", "[1, 2]", "[市工信局, 市工信局]", "{a: 1}", "\U0001f600"),
    *("source/x.txt", "../x", "1" * 31, "1" * 5000),
]
_VALUE: Final = re.compile(r"(?<=: )[^\n]+")
_KEY: Final = re.compile(r"[a-z_]+(?=:)")
_RECORD: Final = re.compile(r"^ *- (?:id|name|code|alias|item): ", re.MULTILINE)


def grown(random: Random) -> str:
    """Return a random document in the grammar that the reader accepts, or nearly."""
    size = random.choice([5, 50, 500])
    return _node(random, 0, random.choice([2, 4, 8, 40]), [size]) + random.choice(["\n", ""])


def _node(random: Random, depth: int, deepest: int, left: list[int]) -> str:
    """Return a value; `left` counts down how many more the document may have."""
    left[0] -= 1
    kind = random.random()
    if depth >= deepest or left[0] < 0 or kind < 0.3:
        return random.choice(_SCALARS)
    count = random.choice([1, 1, 2, 3, 5])
    indent = "\n" + " " * (2 * depth)
    values = [_node(random, depth + 1, deepest, left) for _ in range(count)]
    if kind < 0.6:
        return "".join(f"{indent}- {value}" for value in values)
    keys = [random.choice(["id", "text", "targets", "lead", "a", "name"]) for _ in values]
    if random.random() < 0.8:
        keys = list(dict.fromkeys(keys))
    return "".join(f"{indent}{key}: {value}" for key, value in zip(keys, values, strict=False))


def with_values(text: str, random: Random) -> str:
    """Return the text with some values replaced by others, of the file or of none."""
    for _ in range(random.choice([1, 1, 3, 20])):
        found = _pick(_VALUE, text, random)
        if not found:
            return text
        other = _pick(_VALUE, text, random)
        new = other[0] if other and random.random() < 0.5 else random.choice(_SCALARS)
        text = text[: found.start()] + new + text[found.end() :]
    return text


def with_keys(text: str, random: Random) -> str:
    """Return the text with a key renamed to another of the file."""
    found, other = _pick(_KEY, text, random), _pick(_KEY, text, random)
    if not found or not other:
        return text
    name = random.choice([other[0], found[0] + "x", found[0][1:], "<<", "''"])
    return text[: found.start()] + name + text[found.end() :]


def spliced(text: str, random: Random) -> str:
    """Return the text with a record lost, doubled, or put elsewhere, perhaps at another level."""
    starts = [match.start() for match in _RECORD.finditer(text)] + [len(text)]
    if len(starts) < 3:
        return text
    first = random.randrange(len(starts) - 1)
    record = text[starts[first] : starts[first + 1]]
    rest = text
    if random.random() < 0.5:
        rest = text[: starts[first]] + text[starts[first + 1] :]
    at = min(random.choice(starts), len(rest))
    if random.random() < 0.2:
        record = "".join(f"  {line}" for line in record.splitlines(keepends=True))
    return rest if random.random() < 0.2 else rest[:at] + record + rest[at:]


def repeated(text: str, random: Random) -> str:
    """Return the text many times over, all of it below one head."""
    head, mark, records = text.partition("\n- ")
    return head + (mark + records) * random.choice([2, 3, 5])


def _pick(pattern: re.Pattern[str], text: str, random: Random) -> re.Match[str] | None:
    """Return a match somewhere in the text, without looking for all of them."""
    start = random.randrange(len(text) + 1)
    return pattern.search(text, start) or pattern.search(text)


Mutation = Callable[[str, Random], str]
MUTATIONS: Final[tuple[Mutation, ...]] = (with_values, with_values, with_keys, spliced, repeated)
