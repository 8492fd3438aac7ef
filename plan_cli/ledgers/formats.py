"""The formats of a work list, by how their files end: a workbook comes back, the others do not."""

import re
from typing import Final

from plan_cli.i18n import speaking
from plan_cli.ledgers.layout import Ledger
from plan_cli.office import need

WORKBOOK: Final = ".xlsx"
_PAPERS: Final = {".docx": "docx", ".md": "markdown", ".html": "html"}
_NOT_IN_NAMES: Final = re.compile(r'[\x00-\x1f/\\:*?"<>|]')
SUFFIXES: Final = (WORKBOOK, *_PAPERS)


def content(ledger: Ledger, suffix: str) -> bytes:
    """Return the bytes of a work list's file, in Chinese whatever the program speaks.

    Raises:
        OfficePackageMissingError: the format needs a package that is not installed.
        UnfitTextError: a text that a workbook cannot hold.
    """
    if suffix == WORKBOOK:
        need("openpyxl", "openpyxl")
        from plan_cli.ledgers.writer import workbook_bytes

        return workbook_bytes(ledger)
    from plan_cli.ledgers.paper import papers
    from plan_cli.papers.renderers import paper_renderer

    with speaking("zh"):
        return paper_renderer(_PAPERS[suffix])(papers(ledger))


def file_name(ledger: Ledger) -> str:
    """Return the name of a workbook that nobody has named; it leads into no other folder."""
    department = _NOT_IN_NAMES.sub("_", ledger.department)
    return f"{department}{ledger.year}年工作清单{WORKBOOK}"
