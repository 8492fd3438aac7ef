"""Lines at the end of a file of records; every byte that was there stays."""

import re
from collections.abc import Sequence
from typing import Final

from plan_cli.dataset.files import DataFile

REPORTS_HEADER: Final = (
    "# yaml-language-server: $schema=../../schema/progress.schema.json",
    "# {by}的报送：一次一条，只增不改；更正另报一条，写明 replaces。字段说明见 ../README.md。",
)
GOALS_HEADER: Final = (
    "# yaml-language-server: $schema=../../../schema/annual.schema.json",
    "# {by}{year}年的年度目标任务。字段说明见 ../../README.md。",
)

_ENTRY: Final = re.compile(r"^( *)- ", re.MULTILINE)


def appended(
    old: bytes, file: DataFile | None, header: Sequence[str], lines: Sequence[str]
) -> bytes:
    """Return the bytes of a file with further records at the end.

    Args:
        old: the bytes of the file; empty where there is none.
        file: what was read from them; None where there is none.
        header: the first lines of a new file.
        lines: the lines of the records.
    """
    if file is None:
        lines = [*header, *lines]
    indent = _indent(file)
    end = _line_end(old)
    start = end if old and not old.endswith(b"\n") else b""
    added = [f"{indent}{line}".encode() + end for line in lines]
    return old + start + b"".join(added)


def _line_end(old: bytes) -> bytes:
    """Return the line end that the file has, that of its last line if it has both."""
    before = old.rfind(b"\n")
    return b"\r\n" if before > 0 and old[before - 1 : before] == b"\r" else b"\n"


def _indent(file: DataFile | None) -> str:
    """Return the blanks before the “-” of the file's records."""
    first = _ENTRY.search(file.text) if file else None
    return first[1] if first else ""
