"""Lines at the end of a file of reports; every byte that was there stays."""

import re
from collections.abc import Sequence
from typing import Final

from plan_cli.dataset.progress_files import ProgressFile

_HEADER: Final = (
    "# yaml-language-server: $schema=../../schema/progress.schema.json",
    "# {by}的报送：一次一条，只增不改；更正另报一条，写明 replaces。字段说明见 ../README.md。",
)

_ENTRY: Final = re.compile(r"^( *)- ", re.MULTILINE)


def appended(old: bytes, file: ProgressFile | None, by: str, lines: Sequence[str]) -> bytes:
    """Return the bytes of a file with one more report at the end.

    Args:
        old: the bytes of the file; empty where there is none.
        file: what was read from them; None where there is none.
        by: the department.
        lines: the lines of the report.
    """
    if file is None:
        lines = [*(line.format(by=by) for line in _HEADER), *lines]
    indent = _indent(file)
    end = _line_end(old)
    start = end if old and not old.endswith(b"\n") else b""
    added = [f"{indent}{line}".encode() + end for line in lines]
    return old + start + b"".join(added)


def _line_end(old: bytes) -> bytes:
    """Return the line end that the file has, that of its last line if it has both."""
    before = old.rfind(b"\n")
    return b"\r\n" if before > 0 and old[before - 1 : before] == b"\r" else b"\n"


def _indent(file: ProgressFile | None) -> str:
    """Return the blanks before the “-” of the file's reports."""
    first = _ENTRY.search(file.file.text) if file else None
    return first[1] if first else ""
