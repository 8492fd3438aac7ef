"""Opens a workbook that somebody has sent, and trusts nothing in it.

`container` looks at the archive before anything is unpacked, `parts` parses its XML, `workbook`
reads sheets and `cells` what stands in them. The library that writes workbooks does not read them
here: it spreads out merged areas of any size, and makes floating-point numbers of what was typed.
"""

from pathlib import Path

from plan_cli.ledgers.opening.cells import RawCell
from plan_cli.ledgers.opening.container import open_container
from plan_cli.ledgers.opening.errors import RefusedFileError, damaged
from plan_cli.ledgers.opening.workbook import Book, RawSheet, read_book

__all__ = ["Book", "RawCell", "RawSheet", "RefusedFileError", "open_workbook"]


def open_workbook(path: Path) -> Book:
    """Read a workbook.

    Raises:
        RefusedFileError: it is none, or has something in it that no work list needs.
    """
    parts = open_container(path)
    try:
        return read_book(parts)
    except (ValueError, KeyError, TypeError, OverflowError) as error:  # not as the format has it
        raise damaged() from error
