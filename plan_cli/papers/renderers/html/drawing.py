"""What drawings inside a page (SVG) are made of.

All lengths are in units of the drawing, which is WIDTH wide whatever the page.
"""

from collections.abc import Iterable, Sequence
from typing import Final

from plan_cli.papers.renderers.html.text import attribute, inline
from plan_cli.papers.text import clean
from plan_cli.papers.tones import COLOURS, Tone
from plan_cli.render.fold import cells, fold

WIDTH: Final = 720
SIZE: Final = 13  # of letters; a Chinese character is as wide
LINE: Final = 17
GAP: Final = 8  # between what stands side by side
BAR: Final = 16  # height of a bar


def figure(caption: str, text: str, drawn: Iterable[str], height: float) -> str:
    """Return a drawing with its caption, and its words for whoever cannot see it."""
    svg = (
        f'<svg viewBox="0 0 {WIDTH} {height:g}" role="img" aria-label="{attribute(text)}"'
        ' xmlns="http://www.w3.org/2000/svg">'
    )
    heading = f"<figcaption>{inline(caption)}</figcaption>" if caption else ""
    return "\n".join([f'<figure class="chart">{heading}', svg, *drawn, "</svg></figure>"])


def area(left: float, top: float, length: float, tone: Tone, height: int = BAR) -> str:
    """Return a filled rectangle."""
    fill = COLOURS[tone].fill
    return (
        f'<rect x="{left:.1f}" y="{top:.1f}" width="{length:.1f}" height="{height}"'
        f' fill="#{fill}"/>'
    )


def words(
    left: float,
    base: float,
    text: str,
    *,
    anchor: str = "start",
    fill: str = "",
    strong: bool = False,
) -> str:
    """Return a line of text that stands on `base`."""
    looks = (f' fill="{fill}"' if fill else "") + (' class="strong"' if strong else "")
    looks += f' text-anchor="{anchor}"' if anchor != "start" else ""
    return f'<text x="{left:.1f}" y="{base:.1f}"{looks}>{attribute(text)}</text>'


def lines(left: float, top: float, height: int, texts: Sequence[str]) -> Iterable[str]:
    """Yield lines of text in the middle of a height."""
    first = top + (height - len(texts) * LINE) / 2 + SIZE
    for number, line in enumerate(texts):
        yield words(left, first + number * LINE, line)


def folded(text: str, width: float) -> list[str]:
    """Return the lines of a text that fit a width."""
    return fold(clean(text), int((width - GAP) / SIZE * 2))


def length_of(text: str) -> float:
    """Return how long a line of text is."""
    return cells(clean(text)) * SIZE / 2
