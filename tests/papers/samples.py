"""A paper that has every block, with one text in every place that takes a text."""

from plan_cli.papers.blocks import (
    Column,
    Heading,
    Items,
    Note,
    Pace,
    PaceChart,
    PageBreak,
    Paper,
    Paragraph,
    Part,
    Stack,
    StackChart,
    Table,
)


def everywhere(text: str) -> Paper:
    return Paper(
        title=text,
        subtitle=text,
        lines=(text,),
        blocks=(
            Heading(text),
            Heading(text, 2),
            Heading(text, 3),
            Paragraph(text),
            Paragraph(text, "right"),
            Paragraph(text, indent=False),
            Note(text),
            Items((text,)),
            Items((text,), numbered=True),
            Table((Column(text), Column(text, 2, "right")), ((text, text), (None, text)), text),
            PaceChart(
                text,
                (text, text, text, text),
                text,
                text,
                (Pace(text, text, 0.5, text, "good"),),
                "alt",
            ),
            StackChart(text, (text, text), (Part(text, "good"),), (Stack(text, (3,)),), "alt"),
            PageBreak(),
        ),
    )
