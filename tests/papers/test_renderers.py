"""How papers look in each format: what a reader relies on."""

import re
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn

from plan_cli.papers.blocks import (
    Bar,
    BarChart,
    Heading,
    Paper,
    PaperTable,
    Paragraph,
    Segment,
    TableColumn,
)
from plan_cli.papers.docx_tables import LETTERS
from plan_cli.papers.formats import PaperFormat, paper_renderer
from scripts.template import TEMPLATE, template

TABLE = PaperTable(
    (TableColumn("序号", 1, "right"), TableColumn("任务", 4), TableColumn("单位", 2, "center")),
    (("1", "甲\n乙", "市工信局"), (None, "丙", None), ("2", "丁", "市发改局")),
)
AXIS = BarChart(
    "图1",
    (
        TableColumn("指标", 3),
        TableColumn("数值", 4),
        TableColumn("与序时目标相比", 4, "center"),
        TableColumn("结论", 2),
    ),
    2,
    (
        Bar(("生产总值", "5.3%，序时7%", "滞后"), (Segment(-0.25, "bad", "−25.0%"),)),
        Bar(("能耗", "8%，序时7.5%", "快于预期"), (Segment(0.05, "good", "+5.0%"),)),
        Bar(("收入", "无", "无法判断"), ()),
        Bar(("粮食", "19万吨", "符合预期"), (Segment(0, "fair", "0.0%"),)),
    ),
    "两项指标可比。",
    sides=("差于", "好于"),
)
STACK = BarChart(
    "图2",
    (TableColumn("部门", 3), TableColumn("", 10), TableColumn("任务", 1, "right")),
    1,
    (
        Bar(("市发改局", "28"), (Segment(2, "good", "2"), Segment(26, "blank", "26"))),
        Bar(("市工信局", "15"), (Segment(0, "good"), Segment(15, "blank", "15"))),
        Bar(("市水利局", "0"), (Segment(0, "good"), Segment(0, "blank"))),
    ),
    "三个部门。",
    key=(("已完成", "good"), ("未报告", "blank")),
)


def markdown(*blocks: Any) -> str:
    return paper_renderer("markdown")([Paper("题", blocks)]).decode()


def html(*papers: Paper) -> str:
    return paper_renderer("html")(papers).decode()


def docx(*papers: Paper) -> Any:
    return Document(BytesIO(paper_renderer("docx")(papers)))


def test_markdown() -> None:
    text = markdown(Heading("一、总体"), Paragraph("甲\n乙"))
    assert text == "# 题\n\n## 一、总体\n\n甲  \n乙\n"


def test_markdown_tables() -> None:
    lines = markdown(TABLE).splitlines()
    assert lines[2:] == [
        "| 序号 | 任务 | 单位 |",
        "| ---: | --- | :---: |",
        "| 1 | 甲<br>乙 | 市工信局 |",
        "|  | 丙 |  |",
        "| 2 | 丁 | 市发改局 |",
    ]


def test_markdown_charts_are_tables() -> None:
    axis = markdown(AXIS)
    assert axis.startswith("# 题\n\n**图1**\n\n| 指标 |")
    assert "| 生产总值 | 5.3%，序时7% | −25.0% ■■■■■■■■■■ | 滞后 |" in axis
    assert "| 能耗 | 8%，序时7.5% | +5.0% ■■ | 快于预期 |" in axis
    assert "| 收入 | 无 |  | 无法判断 |" in axis
    assert "| 粮食 | 19万吨 | 0.0% | 符合预期 |" in axis
    assert "| 指标 | 数值 | 与序时目标相比 (差于 − / 好于 +) | 结论 |" in axis
    stack = markdown(STACK)
    assert "| 部门 | 已完成 | 未报告 | 任务 |\n| --- | ---: | ---: | ---: |" in stack
    assert "| 市发改局 | 2 | 26 | 28 |" in stack


def test_several_papers_in_one_file() -> None:
    papers = (Paper("甲", (Paragraph("一"),)), Paper("乙", (), landscape=True))
    assert paper_renderer("markdown")(papers).decode() == "# 甲\n\n一\n\n---\n\n# 乙\n"
    page = html(*papers)
    assert page.count("<article") == 2
    assert "@page paper1 { size: A4; " in page
    assert "@page paper2 { size: A4 landscape; " in page
    document = docx(*papers)
    assert [one.page_width > one.page_height for one in document.sections] == [False, True]
    starts = [one._sectPr.find(qn("w:pgNumType")).get(qn("w:start")) for one in document.sections]
    assert starts == ["1", "1"]


def test_html_says_its_language() -> None:
    assert '<html lang="zh-CN">' in html(Paper("题", ()))


def test_html_tables() -> None:
    page = html(Paper("题", (TABLE,)))
    assert '<td rowspan="2" class="right">1</td>' in page
    assert '<td rowspan="2" class="center">市工信局</td>' in page
    assert page.count("<tbody>") == 2
    assert page.count("<td") == 7
    widths = [float(one) for one in re.findall(r'<col style="width:([\d.]+)%">', page)]
    assert widths == pytest.approx([14.29, 57.14, 28.57])


def test_html_charts_can_be_heard() -> None:
    page = html(Paper("题", (AXIS, STACK)))
    assert re.findall(r'role="img" aria-label="([^"]+)"', page) == ["两项指标可比。", "三个部门。"]
    drawn = re.findall(r'<div style="margin-left:([\d.]+)%;width:([\d.]+)%', page)
    worse, better = ((float(left), float(long)) for left, long in drawn)
    assert worse[0] + worse[1] == pytest.approx(better[0], abs=0.02)
    assert worse[1] == pytest.approx(5 * better[1], rel=0.002)
    stacked = re.findall(r'<div style="width:([\d.]+)%;[^>]*>(\d*)<', page)
    assert [figure for _width, figure in stacked] == ["2", "26", "15"]
    assert sum(float(width) for width, _figure in stacked[:2]) == pytest.approx(100, abs=0.02)


def test_docx_is_an_official_paper() -> None:
    document = docx(Paper("题", (Paragraph("甲"),), subtitle="副题", lines=("兴平市",)))
    section = document.sections[0]
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    title = document.styles["Title"]
    fonts = title.element.rPr.find(qn("w:rFonts"))
    assert (title.font.size.pt, fonts.get(qn("w:eastAsia"))) == (22, "方正小标宋简体")
    body = document.styles["Body Text"]
    assert body.font.size.pt == 16
    assert body.element.rPr.find(qn("w:rFonts")).get(qn("w:eastAsia")) == "仿宋"
    assert [one.style.name for one in document.paragraphs] == [
        *("Title", "Subtitle", "Paper Line", "Paper Gap", "Body Text")
    ]
    assert " PAGE " in section.footer._element.xml


def test_docx_counts_the_pages_of_a_paper_from_1_unless_it_goes_on() -> None:
    papers = [Paper("甲", ()), Paper("乙", (), continues=True), Paper("丙", ())]
    document = docx(*papers)
    starts = [section._sectPr.find(qn("w:pgNumType")) for section in document.sections]
    assert [None if one is None else one.get(qn("w:start")) for one in starts] == ["1", None, "1"]


def test_docx_has_figures_that_no_line_breaks() -> None:
    document = docx(Paper("题", ()))
    lang = next(document.styles.element.iter(qn("w:lang")))
    assert lang.get(qn("w:val")) == "en-US"


@pytest.mark.parametrize(
    "text", ["第1、12项，新区、老区3-5个", "“一心四区”—2035年…", "PM2.5〈局〉 x"]
)
def test_docx_alters_no_character(text: str) -> None:
    table = PaperTable((TableColumn("序号", 1), TableColumn("原文", 3)), ((text, text),))
    document = docx(Paper("题", (Paragraph(text), table)))
    assert text in [one.text for one in document.paragraphs]
    assert [cell.text for cell in document.tables[0].rows[1].cells] == [text, text]


def test_docx_tables_repeat_their_header_and_keep_rows_whole() -> None:
    document = docx(Paper("题", (TABLE,)))
    (table,) = document.tables
    rows = table._tbl.tr_lst
    assert [row.trPr.find(qn("w:tblHeader")) is not None for row in rows] == [
        *(True, False, False, False)
    ]
    assert all(row.trPr.find(qn("w:cantSplit")) is not None for row in rows)
    assert [cell.text for cell in table.rows[1].cells] == ["1", "甲\n乙", "市工信局"]
    assert table.cell(1, 0)._tc is table.cell(2, 0)._tc
    widths = [int(one.get(qn("w:w"))) for one in table._tbl.tblGrid.gridCol_lst]
    (page,) = document.sections
    assert sum(widths) == (page.page_width - page.left_margin - page.right_margin) / 635


def test_docx_aligns_every_line_of_a_cell() -> None:
    cells = PaperTable((TableColumn("数值", 1, "center"),), (("6.7%\n2023年\n（6.5%）",),))
    (table,) = docx(Paper("题", (cells,))).tables
    aligned = [one.paragraph_format.alignment for one in table.cell(1, 0).paragraphs]
    assert aligned == [WD_ALIGN_PARAGRAPH.CENTER] * 3


def test_docx_charts_are_shaded_cells() -> None:
    axis, stack = docx(Paper("题", (AXIS, STACK))).tables
    for chart in (axis, stack):
        grid = len(chart._tbl.tblGrid.gridCol_lst)
        for row in chart._tbl.tr_lst:
            assert sum(cell.grid_span for cell in row.tc_lst) == grid
    assert [span for span, _fill in shaded(axis)] == [20, 4]
    assert [span for span, _fill in shaded(stack)] == [4, 44, 26]
    for chart in (axis, stack):
        assert len({fill for _span, fill in shaded(chart)}) == 2


def shaded(chart: Any) -> list[tuple[int, str]]:
    return [
        (cell.grid_span, shading.get(qn("w:fill")))
        for row in chart._tbl.tr_lst
        for cell in row.tc_lst
        if (shading := cell.tcPr.find(qn("w:shd"))) is not None
    ]


def test_docx_is_sound_xml() -> None:
    with ZipFile(BytesIO(paper_renderer("docx")([Paper("题", (TABLE, AXIS, STACK))]))) as archive:
        assert archive.testzip() is None
        fonts = archive.read("word/fontTable.xml").decode()
        names = archive.namelist()
    assert '<w:altName w:val="宋体"/>' in fonts
    assert not [name for name in names if "thumbnail" in name]


def test_docx_bears_no_names_but_its_title() -> None:
    found = docx(Paper("题" * 300, ())).core_properties
    assert (found.title, found.author, found.comments) == ("题" * 255, "", "")


def test_every_format_is_rendered_by_its_module() -> None:
    for name in PaperFormat:
        assert callable(paper_renderer(name))


def parts(content: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(content)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_template_is_as_its_script_makes_it() -> None:
    assert parts(TEMPLATE.read_bytes()) == parts(template())


def test_columns_are_measured_in_letters_of_the_template() -> None:
    styles = Document(str(TEMPLATE)).styles
    assert {name: styles[name].font.size.pt for name in LETTERS} == LETTERS
