"""Every target's year is stated where its basis says, and a stated year is a target's year."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from plan_cli.dataset.models import Target
from plan_cli.i18n import _
from plan_cli.notice.model import Paragraph
from plan_cli.rules.context import Context
from plan_cli.rules.quantities import plain
from plan_cli.rules.rule import Finding, TargetEntry, register

_YEAR: Final = re.compile("(?<!较)(?<![0-9])([0-9]{4})年|十四五")
_GENERAL: Final = re.compile("[到至]([0-9]{4})年")
_STOP: Final = "。"


class _Stated(NamedTuple):
    """The nearest year that holds for a target, and its basis."""

    basis: str
    year: int


@register("fidelity.years", needs=("plan",))
def years(context: Context) -> Iterator[Finding]:
    """Every target's year is stated where its basis says, and a stated year is a target's year.

    `stated`: in the quote itself (到2025年; “十四五” means the plan's last year). `carried`:
    earlier in the same sentence. `inferred`: in a sentence before. `paragraph` and `section`: in a
    paragraph of the section, for all its items (确保到2025年全面完成…). A year to compare with
    (较2020年) is no due year.

    PASS: tasks.yaml
            - id: "6.2"
              due: 2025
              due_basis: carried
    FAIL: tasks.yaml
            - id: "6.2"
              due: 2026  # <--
    FAIL: tasks.yaml
            - id: "6.1"
              due_basis: carried  # <--
    """
    end = context.year("end")
    for one in context.readable_targets:
        if (fault := _fault(context, one, _stated(context, one, end))) is not None:
            key, message = fault
            hint = _("Check it against the wording of item {number}.", number=one.entry.item.id)
            yield one.finding((key,), message, hint)


def _stated(context: Context, one: TargetEntry, end: int) -> _Stated | None:
    text, quote = plain(context.wording(one.entry)), plain(one.target.quote)
    if own := _years(quote, end):
        return _Stated("stated", own[-1])
    before = text[: text.find(quote)]
    sentence = before.rfind(_STOP) + 1
    if carried := _years(before[sentence:], end):
        return _Stated("carried", carried[-1])
    if inferred := _years(before[:sentence], end):
        return _Stated("inferred", inferred[-1])
    return None


def _years(text: str, end: int) -> list[int]:
    return [int(match[1]) if match[1] else end for match in _YEAR.finditer(text)]


def _fault(context: Context, one: TargetEntry, stated: _Stated | None) -> tuple[str, str] | None:
    target = one.target
    if target.due is None:
        if stated is None or stated.basis == "inferred":
            return None
        return "due", _("the wording states the year {year}", year=stated.year)
    if target.due_basis in ("paragraph", "section"):
        return _general_fault(context, one, stated)
    if stated is None and str(target.due) in _general_years(context, one):
        return "due_basis", _("the wording states no year before or in the quote")
    return _own_fault(target, stated)


def _own_fault(target: Target, stated: _Stated | None) -> tuple[str, str] | None:
    if stated is None:
        return "due", _("the wording states no year before or in the quote")
    if target.due != stated.year:
        return "due", _("the wording states the year {year}", year=stated.year)
    if target.due_basis != stated.basis:
        return "due_basis", _("the basis of the year is {basis}", basis=stated.basis)
    return None


def _general_fault(
    context: Context, one: TargetEntry, stated: _Stated | None
) -> tuple[str, str] | None:
    if stated is not None:
        return "due_basis", _("the basis of the year is {basis}", basis=stated.basis)
    if context.notice is None:
        return None
    years = _general_years(context, one)
    if not years:
        return "due", _("no paragraph of the section states a year")
    if str(one.target.due) not in years:
        return "due", _("a paragraph of the section states the year {year}", year=years[-1])
    clause = context.clause_of(one.entry)
    heads_items = any(
        f"{one.target.due}年" in paragraph.text
        and clause is not None
        and paragraph.line < clause.line
        for paragraph in _paragraphs(context, one)
    )
    basis = "section" if heads_items else "paragraph"
    if one.target.due_basis != basis:
        return "due_basis", _("the basis of the year is {basis}", basis=basis)
    return None


def _paragraphs(context: Context, one: TargetEntry) -> list[Paragraph]:
    clause = context.clause_of(one.entry)
    section = clause.section if clause else one.entry.item.section
    paragraphs = context.notice.paragraphs if context.notice else ()
    return [paragraph for paragraph in paragraphs if paragraph.section == section]


def _general_years(context: Context, one: TargetEntry) -> list[str]:
    """Return the years that the paragraphs state for all items of the section."""
    texts = [plain(paragraph.text) for paragraph in _paragraphs(context, one)]
    return [year for text in texts for year in _GENERAL.findall(text)]
