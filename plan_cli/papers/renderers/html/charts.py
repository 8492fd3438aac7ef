"""Charts as drawings inside the page (SVG), each with its words for whoever cannot see it."""

from collections.abc import Iterable, Sequence
from typing import Final

from plan_cli.papers.blocks import Pace, PaceChart, Part, Stack, StackChart
from plan_cli.papers.renderers.html.text import attribute, inline
from plan_cli.papers.scale import longest_share
from plan_cli.papers.text import clean
from plan_cli.papers.tones import COLOURS, Tone
from plan_cli.render.fold import cells, fold

# All lengths are in units of the drawing, which is _WIDTH wide whatever the page.
_WIDTH: Final = 720
_SIZE: Final = 13  # of letters; a Chinese character is as wide
_LINE: Final = 17
_GAP: Final = 8  # between what stands side by side
_BAR: Final = 16  # height of a bar

_LABEL: Final = 190  # of a pace chart
_FIGURES: Final = 210
_VERDICT: Final = 84
_AREA: Final = _WIDTH - _LABEL - _FIGURES - _VERDICT - 2 * _GAP

_STACK_LABEL: Final = 150
_TOTAL: Final = 44


def pace_chart(block: PaceChart) -> str:
    """Return bars to both sides of where the plan would have the values."""
    longest, middle = longest_share(block.bars), _LABEL + _FIGURES + _GAP + _AREA / 2
    verdict = _WIDTH - _VERDICT
    label, figures, bars, verdicts = block.headers
    top = 2 * _LINE + _GAP
    drawn = [
        _text(0, _LINE, label, strong=True),
        _text(_LABEL, _LINE, figures, strong=True),
        _text(middle, _LINE, bars, anchor="middle", strong=True),
        _text(verdict, _LINE, verdicts, strong=True),
        _text(middle - _GAP, 2 * _LINE, f"← {block.worse}", anchor="end"),
        _text(middle + _GAP, 2 * _LINE, f"{block.better} →"),
    ]
    for bar in block.bars:
        height = _height(bar)
        drawn += _pace(bar, top, height, (middle, longest))
        top += height
    axis = (
        f'<line x1="{middle:g}" x2="{middle:g}" y1="{2 * _LINE + _GAP}" y2="{top}" class="axis"/>'
    )
    return _figure(block.caption, block.text, [*drawn, axis], top + _GAP)


def _pace(bar: Pace, top: int, height: int, scale: tuple[float, float]) -> Iterable[str]:
    middle, longest = scale
    base = top + (height + _SIZE) / 2 - 2
    yield f'<line x1="0" x2="{_WIDTH}" y1="{top}" y2="{top}" class="rule"/>'
    yield from _lines(0, top, height, _folded(bar.label, _LABEL))
    yield from _lines(_LABEL, top, height, _folded(bar.figures, _FIGURES))
    yield _text(_WIDTH - _VERDICT, base, bar.verdict)
    if bar.share and longest:
        length = min(abs(bar.share) / longest, 1) * _AREA / 2
        left = middle if bar.share > 0 else middle - length
        yield _area(left, top + (height - _BAR) / 2, length, bar.tone)


def _height(bar: Pace) -> int:
    lines = max(len(_folded(bar.label, _LABEL)), len(_folded(bar.figures, _FIGURES)))
    return lines * _LINE + _GAP


def stack_chart(block: StackChart) -> str:
    """Return a bar for every row, divided into its parts, with a key above."""
    label, total = block.headers
    key, top = _key(block.parts)
    top += _LINE
    drawn = [*key, _text(0, top, label, strong=True)]
    drawn.append(_text(_WIDTH, top, total, anchor="end", strong=True))
    top += _GAP
    most = max((sum(one.counts) for one in block.stacks), default=0)
    for one in block.stacks:
        names = _folded(one.label, _STACK_LABEL)
        height = len(names) * _LINE + _GAP
        drawn += _lines(0, top, height, names)
        drawn += _stack(one, block.parts, top + (height - _BAR) / 2, most)
        drawn.append(
            _text(_WIDTH, top + (height + _SIZE) / 2 - 2, str(sum(one.counts)), anchor="end")
        )
        top += height
    return _figure(block.caption, block.text, drawn, top)


def _stack(one: Stack, parts: Sequence[Part], top: float, most: int) -> Iterable[str]:
    left: float = _STACK_LABEL
    for part, number in zip(parts, one.counts, strict=True):
        if not number:
            continue
        length = number / most * (_WIDTH - _STACK_LABEL - _TOTAL)
        yield _area(left, top, length, part.tone)
        if length > cells(str(number)) * _SIZE / 2 + 2:
            ink = COLOURS[part.tone].ink
            yield _text(
                left + length / 2, top + _SIZE - 1, str(number), anchor="middle", fill=f"#{ink}"
            )
        left += length


def _key(parts: Sequence[Part]) -> tuple[list[str], int]:
    """Return what the colours mean, and where it ends."""
    drawn, left, top = [], 0.0, 0
    for part in parts:
        length = _SIZE + _GAP + _long(part.label) + 2 * _GAP
        if left and left + length > _WIDTH:
            left, top = 0.0, top + _LINE
        drawn.append(_area(left, top + 2, _SIZE, part.tone, height=_SIZE))
        drawn.append(_text(left + _SIZE + _GAP, top + _SIZE, part.label))
        left += length
    return drawn, top + _LINE + _GAP


def _figure(caption: str, text: str, drawn: Iterable[str], height: float) -> str:
    svg = (
        f'<svg viewBox="0 0 {_WIDTH} {height:g}" role="img" aria-label="{attribute(text)}"'
        ' xmlns="http://www.w3.org/2000/svg">'
    )
    heading = f"<figcaption>{inline(caption)}</figcaption>" if caption else ""
    return "\n".join([f'<figure class="chart">{heading}', svg, *drawn, "</svg></figure>"])


def _area(left: float, top: float, length: float, tone: Tone, height: int = _BAR) -> str:
    fill = COLOURS[tone].fill
    return (
        f'<rect x="{left:.1f}" y="{top:.1f}" width="{length:.1f}" height="{height}"'
        f' fill="#{fill}"/>'
    )


def _text(
    left: float,
    base: float,
    text: str,
    *,
    anchor: str = "start",
    fill: str = "",
    strong: bool = False,
) -> str:
    looks = (f' fill="{fill}"' if fill else "") + (' class="strong"' if strong else "")
    looks += f' text-anchor="{anchor}"' if anchor != "start" else ""
    return f'<text x="{left:.1f}" y="{base:.1f}"{looks}>{attribute(text)}</text>'


def _lines(left: float, top: float, height: int, lines: Sequence[str]) -> Iterable[str]:
    """Yield lines of text in the middle of a height."""
    first = top + (height - len(lines) * _LINE) / 2 + _SIZE
    for number, line in enumerate(lines):
        yield _text(left, first + number * _LINE, line)


def _folded(text: str, width: float) -> list[str]:
    return fold(clean(text), int((width - _GAP) / _SIZE * 2))


def _long(text: str) -> float:
    return cells(clean(text)) * _SIZE / 2
