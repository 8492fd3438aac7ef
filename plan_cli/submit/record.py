"""A record as the lines of a file: one fact a line, plain where that is safe, else quoted."""

import hashlib
import re
from collections.abc import Collection, Iterator, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Final

from plan_cli.dataset.models import AnnualGoal, Report

_LETTERS: Final = "abcdefghjkmnpqrstvwxyz"
_ALPHABET: Final = "0123456789" + _LETTERS
_ID_LENGTH: Final = 6
_LOOKALIKES: Final = str.maketrans("oil", "011")

# What any reader of YAML takes for text: it begins with a letter and has nothing that is a mark.
_PLAIN: Final = re.compile(r"[^\W\d_](?:[^\n:#]|:(?! )|(?<! )#)*")
_WORDS: Final = frozenset({"y", "n", "yes", "no", "on", "off", "true", "false", "null"})
_ESCAPES: Final = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\t": "\\t"}


def new_id(by: str, fields: Mapping[str, Any], taken: Collection[str]) -> str:
    """Return an unused id for a report.

    Derived from the report: the same command gives the same id, and two people who work apart do
    not get the same one.
    """
    content = repr((by, sorted((key, repr(value)) for key, value in fields.items())))
    attempt = 0
    while True:
        digest = hashlib.sha256(f"{attempt}\n{content}".encode("utf-8", "surrogatepass")).digest()
        identifier = _spelled(int.from_bytes(digest))
        if identifier not in taken:
            return identifier
        attempt += 1


def normal_id(typed: str) -> str:
    """Normalize an id: 0 and o are one character, and so are 1, i and l."""
    return typed.strip().lower().translate(_LOOKALIKES)


def _spelled(number: int) -> str:
    number, first = divmod(number, len(_LETTERS))
    letters = [_LETTERS[first]]
    for _place in range(_ID_LENGTH - 1):
        number, rest = divmod(number, len(_ALPHABET))
        letters.append(_ALPHABET[rest])
    return "".join(letters)


def entry_lines(record: Report | AnnualGoal) -> list[str]:
    """The lines of a record in a list of records, without line ends."""
    keys = type(record).model_fields
    lines = [line for key in keys for line in _field(key, getattr(record, key))]
    return [f"- {lines[0]}", *(f"  {line}" for line in lines[1:])]


def _field(key: str, value: object) -> Iterator[str]:
    if value is None or value == ():
        return
    if not isinstance(value, tuple):
        yield f"{key}: {scalar(value)}"
        return
    yield f"{key}:"
    for one in value:
        if isinstance(one, str):
            yield f"  - {scalar(one)}"
        else:
            yield f"  - target: {scalar(one.target)}"
            yield f"    value: {scalar(one.value)}"


def scalar(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Decimal):
        return f"{value:f}"
    text = str(value)
    if isinstance(value, int) or _is_safe(text):
        return text
    return '"' + "".join(_ESCAPES.get(character, character) for character in text) + '"'


def _is_safe(text: str) -> bool:
    if not _PLAIN.fullmatch(text) or text.lower() in _WORDS or text[-1] in " :":
        return False
    from plan_cli.dataset.yaml_reader import parse

    return parse(f"- k: {text}\n").value == [{"k": text}]
