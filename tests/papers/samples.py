"""A paper that has every block, with one text in every place that takes a text."""

from plan_cli.papers.blocks import (
    Bar,
    BarChart,
    Heading,
    Note,
    PageBreak,
    Paper,
    PaperTable,
    Paragraph,
    Segment,
    TableColumn,
)


def everywhere(text: str) -> Paper:
    return Paper(
        title=text,
        subtitle=text,
        lines=(text,),
        blocks=(
            Heading(text),
            Paragraph(text),
            Paragraph(text, "right"),
            Paragraph(text, indent=False),
            Note(text),
            PaperTable(
                (TableColumn(text), TableColumn(text, 2, "right")),
                ((text, text), (None, text)),
            ),
            BarChart(
                text,
                (TableColumn(text), TableColumn(text), TableColumn(text), TableColumn(text)),
                2,
                (Bar((text, text, text), (Segment(0.5, "good", text),)),),
                "alt",
                sides=(text, text),
            ),
            BarChart(
                text,
                (TableColumn(text), TableColumn(""), TableColumn(text)),
                1,
                (Bar((text, text), (Segment(3, "good", text),)),),
                "alt",
                key=((text, "good"),),
            ),
            PageBreak(),
        ),
    )
