"""A listing to print, and the table it makes."""

from collections.abc import Sequence

from plan_cli.listings.listing import Column, Listing, Page, renderer
from plan_cli.text import cells


def listing(*texts: tuple[str, str], title: str = "标题") -> Listing:
    """A number column, a wording that may be shortened, and names that may not."""
    return Listing(
        [
            {"no": number, "text": text, "names": names}
            for number, (text, names) in enumerate(texts)
        ],
        (
            Column("序号", lambda row: str(row["no"]), right=True),
            Column("任务", lambda row: str(row["text"]), share=5, shorten=True),
            Column("配合", lambda row: str(row["names"]), share=3),
        ),
        title,
    )


def table(shown: Listing, *, width: int = 80, shorten: bool = False) -> str:
    """Return the table as text."""
    return renderer("table")([shown], Page(width=width, shorten=shorten))


def column(printed: str, headers: Sequence[str], number: int) -> str:
    """Return all that stands in one column below the heading, without layout space."""
    lines = printed.split("\n")
    heading = next(index for index, line in enumerate(lines) if headers[0] in line)
    starts = [cells(lines[heading][: lines[heading].index(header)]) for header in headers]
    end = starts[number + 1] if number + 1 < len(starts) else None
    return "".join("".join(_in_cells(line)[starts[number] : end]) for line in lines[heading + 1 :])


def _in_cells(line: str) -> list[str]:
    """Return a line cell by cell; the second cell of a wide character is empty."""
    return [cell for mark in line for cell in [mark, *[""] * (cells(mark) - 1)]]
