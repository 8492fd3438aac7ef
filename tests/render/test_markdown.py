import pytest

from plan_cli.listings.listing import Column, Listing, Page, Row, renderer


def written(rows: list[Row], **options: str) -> str:
    columns = (
        Column("序号", lambda row: str(row["no"]), right=True),
        Column("任务", lambda row: str(row["text"])),
    )
    layout = options.get("layout", "table")
    assert layout in ("table", "records")
    return renderer("markdown")(
        [Listing(rows, columns, "标题", layout="records" if layout == "records" else "table")],
        Page(),
    )


def test_a_table() -> None:
    assert written([{"no": 1, "text": "建甲。"}, {"no": 2, "text": "建乙。"}]) == (
        "**标题**\n\n| 序号 | 任务 |\n| ---: | --- |\n| 1 | 建甲。 |\n| 2 | 建乙。 |\n"
    )


def test_records_leave_out_what_is_empty() -> None:
    rows: list[Row] = [{"no": 1, "text": "建甲。"}, {"no": 2, "text": ""}]
    assert written(rows, layout="records") == (
        "**标题**\n\n|  | 1 |\n| --- | --- |\n| 任务 | 建甲。 |\n\n|  | 2 |\n| --- | --- |\n"
    )


@pytest.mark.parametrize(
    ("text", "cell"),
    [
        ("a|b", r"a\|b"),
        ("[red]x[/]", r"\[red\]x\[/\]"),
        ("<b>&amp;", "&lt;b&gt;&amp;amp;"),
        ("*a* _b_ `c`", r"\*a\* \_b\_ \`c\`"),
        ("甲\n乙", "甲<br>乙"),
        ("甲\t乙\x1b", r"甲\\t乙\\x1b"),
        ("C:\\x", r"C:\\x"),
    ],
)
def test_text_stays_text(text: str, cell: str) -> None:
    assert written([{"no": 1, "text": text}]).split("\n")[-2] == f"| 1 | {cell} |"
