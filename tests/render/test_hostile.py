"""Whatever a wording holds, every format shows all of it and none lets it do anything."""

import csv
import html
import json
import re
import unicodedata
from io import StringIO

from hypothesis import given, settings
from hypothesis import strategies as st

from plan_cli.listings.listing import Column, Listing, Page, renderer
from plan_cli.text import visible

_NASTY = st.sampled_from(
    [
        *(
            "[red]x[/]",
            "[/]",
            "\x1b[31m",
            "\x1b]0;t\x07",
            "\x9b2J",
            "\u202e",
            "\ufeff",
            "\U000e0001",
        ),
        *("=cmd()", "+1", "-1", "@a", "\t", "\r", "\n", "\r\n"),
        *("|", "<b>", "&lt;", "\\", "`", "〈科技局〉", "，"),
    ]
)
_WORDING = st.lists(_NASTY | st.text(max_size=6), max_size=6).map("".join)
_CONTROLS = {"Cc", "Cf", "Cs", "Zl", "Zp"}


def _listing(text: str) -> Listing:
    return Listing(
        [{"id": 1, "text": text}],
        (
            Column("序号", lambda row: str(row["id"])),
            Column("任务", lambda row: str(row["text"]), share=1, shorten=True),
        ),
        text,
    )


def _controls(text: str) -> set[str]:
    return {mark for mark in text if unicodedata.category(mark) in _CONTROLS} - {"\n"}


def _squeezed(text: str) -> str:
    return re.sub(r"[\s─]", "", text)


@settings(max_examples=150, deadline=None)
@given(_WORDING)
def test_table(text: str) -> None:
    printed = renderer("table")([_listing(text)], Page())
    assert not _controls(printed)
    body = printed.split("序号", 1)[1]
    assert _squeezed(visible(text)) in _squeezed(body).replace("任务1", "", 1)


@settings(max_examples=150, deadline=None)
@given(_WORDING)
def test_json(text: str) -> None:
    printed = renderer("json")([_listing(text)], Page())
    assert json.loads(printed) == [{"id": 1, "text": text}]
    assert not _controls(printed)


@settings(max_examples=150, deadline=None)
@given(_WORDING)
def test_csv(text: str) -> None:
    printed = renderer("csv")([_listing(text)], Page())
    (row,) = list(csv.DictReader(StringIO(printed.removeprefix("\ufeff"), newline="")))
    assert row["text"].removeprefix("'") == text.removeprefix("'")
    assert not row["text"].startswith(("=", "+", "-", "@", "\t", "\r"))
    raw = renderer("csv")([_listing(text)], Page(raw=True))
    (row,) = list(csv.DictReader(StringIO(raw.removeprefix("\ufeff"), newline="")))
    assert row["text"] == text
    assert not _controls(renderer("csv")([_listing(text)], Page(screen=True))) - {"\r"}


@settings(max_examples=150, deadline=None)
@given(_WORDING)
def test_markdown(text: str) -> None:
    printed = renderer("markdown")([_listing(text)], Page())
    assert not _controls(printed)
    line = printed.rstrip("\n").split("\n")[-1]
    assert len(re.findall(r"(?<!\\)(?:\\\\)*\|", line)) == 3
    cell = line.removeprefix("| 1 | ").removesuffix(" |").replace("<br>", "\n")
    assert "<" not in cell
    shown = html.unescape(re.sub(r"\\([\\`*_{}\[\]|~#!])", r"\1", cell))
    assert shown == visible(text)
