"""What the parts of a review share: their shape, and tables of items."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from plan_cli.dataset.rows import TargetRow
from plan_cli.dataset.states import IndicatorStateRow, JudgementRow, StateRow
from plan_cli.i18n import _, listed
from plan_cli.papers.blocks import Block
from plan_cli.papers.review.facts import Facts
from plan_cli.papers.sources import Sources
from plan_cli.views.indicators import target_text
from plan_cli.views.states import verdict_text
from plan_cli.vocabulary import verdict_label

WELL = ("early", "met", "ahead")
BADLY = ("behind", "missed")
_WORST_FIRST = ("missed", "behind", "unknown", "on_track", "ahead", "met", "early")


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a review; its number is given when the paper is put together."""

    title: str
    blocks: tuple[Block, ...]


Write = Callable[[Facts, Sources], Section | None]
"""Writes a part; None where there is nothing that it could be about."""


def metrics(row: IndicatorStateRow) -> str:
    """Return what an indicator measures; one that is binding has a star."""
    names = listed(dict.fromkeys(target["metric"] for target in row["targets"])) or row["text"]
    return f"{names}*" if row["binding"] else names


def figure_of(target: TargetRow) -> str:
    """Return the figure of a target with its unit; nothing where the notice has none."""
    figure = target_text(target)
    return f"{figure}{target['unit'] or ''}" if target["value"] is not None else figure


def is_reported(row: StateRow) -> bool:
    """Say whether anything has been reported on an item."""
    return row["status"] != "unreported"


def worst(row: IndicatorStateRow) -> str:
    """Return the verdict on an indicator as a whole: the worst of those on its targets."""
    verdicts = {one["verdict"] for one in row["judgements"]}
    return next((one for one in _WORST_FIRST if one in verdicts), "unknown")


def verdict_line(row: StateRow, one: JudgementRow) -> str:
    """Return a verdict with its reason; with the target's number where there are several."""
    words = _("{verdict}: {reason}").format(verdict=verdict_text(one), reason=one["reason"])
    return words if len(row["judgements"]) == 1 else f"{one['target']} {words}"


def judged(row: StateRow, verdicts: Sequence[str]) -> list[JudgementRow]:
    """Return the judgements of an item that come to one of some verdicts."""
    return [one for one in row["judgements"] if one["verdict"] in verdicts]


def verdict_counts(rows: Sequence[IndicatorStateRow]) -> str:
    """Return how many indicators come to which verdict; those without any are left out."""
    verdicts = [worst(row) for row in rows]
    return listed(
        counted(verdicts.count(verdict), verdict_label(verdict))
        for verdict in reversed(_WORST_FIRST)
        if verdict in verdicts
    )


def counted(number: int, label: str) -> str:
    """Return a number of something: 3 ahead, 快于预期3项."""
    return _("{number} {label}").format(number=number, label=label)
