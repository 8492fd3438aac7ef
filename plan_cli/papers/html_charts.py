"""Text inside HTML."""

from collections.abc import Iterable, Sequence
from html import escape
from typing import Final

from plan_cli.papers.blocks import COLOURS, Pace, PaceChart, Part, Stack, StackChart, Tone
from plan_cli.papers.layout import longest_share
from plan_cli.text import cells, clean, fold


def inline(text: str) -> str:
    """Return text that a browser shows as it is, whatever it holds."""
    return escape(clean(text)).replace("\n", "<br>")


def attribute(text: str) -> str:
    """Return text for an attribute in double quotes, or for a text inside SVG."""
    return escape(clean(text).replace("\n", " "))


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


_LABEL: Final = 190
_FIGURES: Final = 210
_VERDICT: Final = 84
_AREA: Final = WIDTH - _LABEL - _FIGURES - _VERDICT - 2 * GAP


def pace_chart(block: PaceChart) -> str:
    """Return bars to both sides of where the plan would have the values."""
    longest, middle = longest_share(block.bars), _LABEL + _FIGURES + GAP + _AREA / 2
    verdict = WIDTH - _VERDICT
    label, figures, bars, verdicts = block.headers
    top = 2 * LINE + GAP
    drawn = [
        words(0, LINE, label, strong=True),
        words(_LABEL, LINE, figures, strong=True),
        words(middle, LINE, bars, anchor="middle", strong=True),
        words(verdict, LINE, verdicts, strong=True),
        words(middle - GAP, 2 * LINE, f"← {block.worse}", anchor="end"),
        words(middle + GAP, 2 * LINE, f"{block.better} →"),
    ]
    for bar in block.bars:
        height = _height(bar)
        drawn += _pace(bar, top, height, (middle, longest))
        top += height
    axis = f'<line x1="{middle:g}" x2="{middle:g}" y1="{2 * LINE + GAP}" y2="{top}" class="axis"/>'
    return figure(block.caption, block.text, [*drawn, axis], top + GAP)


def _pace(bar: Pace, top: int, height: int, scale: tuple[float, float]) -> Iterable[str]:
    middle, longest = scale
    base = top + (height + SIZE) / 2 - 2
    yield f'<line x1="0" x2="{WIDTH}" y1="{top}" y2="{top}" class="rule"/>'
    yield from lines(0, top, height, folded(bar.label, _LABEL))
    yield from lines(_LABEL, top, height, folded(bar.figures, _FIGURES))
    yield words(WIDTH - _VERDICT, base, bar.verdict)
    if bar.share and longest:
        length = min(abs(bar.share) / longest, 1) * _AREA / 2
        left = middle if bar.share > 0 else middle - length
        yield area(left, top + (height - BAR) / 2, length, bar.tone)


def _height(bar: Pace) -> int:
    most = max(len(folded(bar.label, _LABEL)), len(folded(bar.figures, _FIGURES)))
    return most * LINE + GAP


_STACK_LABEL: Final = 150
_TOTAL: Final = 44


def stack_chart(block: StackChart) -> str:
    """Return a bar for every row, divided into its parts, with a key above."""
    label, total = block.headers
    key, top = _key(block.parts)
    top += LINE
    drawn = [*key, words(0, top, label, strong=True)]
    drawn.append(words(WIDTH, top, total, anchor="end", strong=True))
    top += GAP
    most = max((sum(one.counts) for one in block.stacks), default=0)
    for one in block.stacks:
        names = folded(one.label, _STACK_LABEL)
        height = len(names) * LINE + GAP
        drawn += lines(0, top, height, names)
        drawn += _stack(one, block.parts, top + (height - BAR) / 2, most)
        drawn.append(
            words(WIDTH, top + (height + SIZE) / 2 - 2, str(sum(one.counts)), anchor="end")
        )
        top += height
    return figure(block.caption, block.text, drawn, top)


def _stack(one: Stack, parts: Sequence[Part], top: float, most: int) -> Iterable[str]:
    left: float = _STACK_LABEL
    for part, number in zip(parts, one.counts, strict=True):
        if not number:
            continue
        length = number / most * (WIDTH - _STACK_LABEL - _TOTAL)
        yield area(left, top, length, part.tone)
        if length > length_of(str(number)) + 2:
            ink = COLOURS[part.tone].ink
            yield words(
                left + length / 2, top + SIZE - 1, str(number), anchor="middle", fill=f"#{ink}"
            )
        left += length


def _key(parts: Sequence[Part]) -> tuple[list[str], int]:
    """Return what the colours mean, and where it ends."""
    drawn, left, top = [], 0.0, 0
    for part in parts:
        length = SIZE + GAP + length_of(part.label) + 2 * GAP
        if left and left + length > WIDTH:
            left, top = 0.0, top + LINE
        drawn.append(area(left, top + 2, SIZE, part.tone, height=SIZE))
        drawn.append(words(left + SIZE + GAP, top + SIZE, part.label))
        left += length
    return drawn, top + LINE + GAP
