"""Whatever the data holds, a paper shows it as text: no markup and no command in any format."""

import re
from html.parser import HTMLParser
from io import BytesIO

import pytest
from docx import Document
from docx.oxml.ns import qn
from hypothesis import given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from plan_cli.papers.blocks import Paper, PaperTable, Paragraph
from plan_cli.papers.formats import PaperFormat, paper_renderer
from plan_cli.text import clean
from tests.papers.samples import everywhere

HOSTILE = [
    "<script>alert(1)</script>",
    "</style></title><img src=x onerror=alert(1)>",
    '"><svg onload=alert(1)>',
    "' onmouseover='alert(1)",
    "&lt;b&gt; &#60;",
    "a | b \\| c",
    "**粗** _斜_ `码` ~~删~~ # 题",
    "[链接](javascript:alert(1)) ![图](x)",
    "<https://example.org>",
    "- 不是列表",
    "1. 不是编号",
    "2) 不是编号",
    "+ 不是列表",
    "=== 不是标题",
    "--- 不是横线",
    "    不是代码",
    "> 不是引用",
    "]]> <!-- -->",
    "{{7*7}} {% x %} ${x}",
    "换\n行",
    "\x1b[31m红\x07 \x00 \x9b",
    "\ufffe\uffff\ud800\u202e\u200b",
    "制\t表",
]


class Tags(HTMLParser):
    """What a browser makes of a page: its tags with their attributes, and its text."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []
        self.attributes: set[str] = set()
        self.text = ""
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.found.append(tag)
        self.attributes |= {name for name, _value in attrs}

    def handle_data(self, data: str) -> None:
        self.text += data


def rendered(name: str, text: str) -> bytes:
    return paper_renderer(name)([everywhere(text)])


def words(text: str) -> str:
    return re.sub(r"\s+", "", clean(text))


@pytest.mark.parametrize("text", HOSTILE)
def test_html_has_the_same_tags_whatever_the_text(text: str) -> None:
    plain, hostile = (
        Tags(rendered("html", one).decode()) for one in ("甲" + "\n" * text.count("\n"), text)
    )
    assert [tag for tag in hostile.found if tag not in {"br", "p"}] == [
        tag for tag in plain.found if tag not in {"br", "p"}
    ]
    assert hostile.attributes == plain.attributes
    assert words(text) in re.sub(r"\s+", "", hostile.text)


def test_html_needs_nothing_else() -> None:
    page = rendered("html", "甲").decode()
    assert not re.search(r"<(script|link|img|iframe|object)|@import|url\(|src=", page)
    assert "http" not in page


@pytest.mark.parametrize("text", HOSTILE)
def test_markdown_shows_the_text(text: str) -> None:
    source = rendered("markdown", text).decode()
    page = Tags(MarkdownIt("gfm-like", {"linkify": False}).render(source))
    shown = re.sub(r"\s+", "", page.text)
    assert shown.count(words(text)) >= 10
    allowed = {"h1", "h2", "p", "strong", "br", "hr", "blockquote"}
    tables = {"table", "thead", "tbody", "tr", "th", "td"}
    assert set(page.found) <= allowed | tables
    assert page.found.count("table") == 3


@pytest.mark.parametrize("text", HOSTILE)
def test_docx_shows_the_text(text: str) -> None:
    document = Document(BytesIO(rendered("docx", text)))
    body = document.element.body
    shown = "".join(one.text or "" for one in body.iter(qn("w:t")))
    expected = re.sub(r"\n", "", clean(text))
    assert shown.count(expected) >= 20
    assert [one for one in body.iter() if one.tag == qn("w:hyperlink")] == []


@pytest.mark.slow
@settings(max_examples=40, deadline=None)
@given(st.text(st.characters(), max_size=12))
def test_any_text_at_all(text: str) -> None:
    for name in PaperFormat:
        assert rendered(name, text)
    page = Tags(rendered("html", text).decode())
    assert words(text) in re.sub(r"\s+", "", page.text)


@pytest.mark.parametrize("name", PaperFormat)
def test_nothing_at_all(name: str) -> None:
    assert paper_renderer(name)([Paper("甲", ())])
    assert paper_renderer(name)([Paper("", (Paragraph(""), PaperTable((), ())))])
    assert paper_renderer(name)([]) is not None
