"""The chart of how far indicators are from where the plan would have them."""

from collections.abc import Iterable, Sequence
from typing import Final

from plan_cli.dataset.states import IndicatorStateRow, JudgementRow
from plan_cli.i18n import _, listed, ngettext
from plan_cli.papers.blocks import Block, Note, Pace, PaceChart
from plan_cli.papers.tones import Tone
from plan_cli.papers.wording import sentences
from plan_cli.views.states import forecast_remarks, verdict_text
from plan_cli.vocabulary import period_label

_TONES: Final[dict[str, Tone]] = {
    "early": "good",
    "met": "good",
    "ahead": "good",
    "on_track": "fair",
    "behind": "bad",
    "missed": "bad",
    "unknown": "blank",
}
_MOST: Final = 1.0  # of what was planned; a longer bar is cut


def pace(rows: Sequence[IndicatorStateRow]) -> list[Block]:
    """Return the chart with what has to be said of it; nothing where nothing can be compared."""
    bars = [bar for row in rows for bar in _bars(row)]
    if not bars:
        return []
    chart = PaceChart(
        caption=_("Indicators against the plan"),
        headers=(_("Indicator"), _("To date / planned"), _("Against the plan"), _("Verdict")),
        worse=_("worse"),
        better=_("better"),
        bars=tuple(bars),
        text=_in_words(bars),
    )
    return [chart, Note(_remarks(rows, bars))]


def _bars(row: IndicatorStateRow) -> Iterable[Pace]:
    for target, one in zip(row["targets"], row["judgements"], strict=True):
        if one["value"] is None or one["planned"] is None or one["gap"] is None:
            continue
        yield Pace(
            label=f"{target['metric']}*" if row["binding"] else target["metric"],
            figures=_figures(one),
            share=float(one["gap"]) / abs(float(one["planned"])) if one["planned"] else None,
            verdict=verdict_text(one),
            tone=_TONES[one["verdict"]],
        )


def _figures(one: JudgementRow) -> str:
    return _("{value} / {planned} ({period})").format(
        value=one["value_text"],
        period=period_label(one["period"] or ""),
        planned=one["planned_text"],
    )


def _in_words(bars: Sequence[Pace]) -> str:
    """Return what the chart shows."""
    sides = (
        (_("Better than planned: {names}."), [bar for bar in bars if (bar.share or 0) > 0]),
        (_("As planned: {names}."), [bar for bar in bars if not bar.share]),
        (_("Worse than planned: {names}."), [bar for bar in bars if (bar.share or 0) < 0]),
    )
    return sentences(
        words.format(names=listed(bar.label for bar in side)) for words, side in sides if side
    )


def _remarks(rows: Sequence[IndicatorStateRow], bars: Sequence[Pace]) -> str:
    drawn = len(bars)
    absent = sum(len(row["judgements"]) for row in rows) - drawn
    remarks = [_("Bars are shares of what was planned by then.")]
    if any(row["binding"] for row in rows):
        remarks.append(_("* binding."))
    if any(bar.tone == "blank" for bar in bars):
        remarks.append(_("Grey: there is a value, but no verdict yet."))
    if any(abs(bar.share or 0) > _MOST for bar in bars):
        remarks.append(_("Bars longer than all that was planned are cut."))
    judgements = [one for row in rows for one in row["judgements"] if one["planned"] is not None]
    remarks += [_("{remark}.").format(remark=remark) for remark in forecast_remarks(judgements)]
    if absent:
        remarks.append(
            ngettext(
                "{number} target has no value to compare with the plan, and is not drawn.",
                "{number} targets have no value to compare with the plan, and are not drawn.",
                absent,
            ).format(number=absent)
        )
    return sentences(remarks)
