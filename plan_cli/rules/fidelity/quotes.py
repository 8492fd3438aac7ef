"""Every quote stands, word for word, where it says that it was taken from."""

import re
from collections.abc import Iterator
from typing import Final

from plan_cli.dataset.yaml import Path
from plan_cli.i18n import _
from plan_cli.notice.model import Paragraph
from plan_cli.rules.context import Context
from plan_cli.rules.rule import Finding, register


@register("fidelity.quotes", needs=("plan",))
def quotes(context: Context) -> Iterator[Finding]:
    """Every quote stands, word for word, where it says that it was taken from.

    A target's quote is a part of its item's wording, as published; the quotes of the plan's rules
    and counts stand in the paragraphs of the notice. Every such paragraph below a heading is quoted
    by something in plan.yaml. A quote is of whole clauses. The finding points at the first
    character that is not there.

    PASS: tasks.yaml
            - id: "6.2"
              quote: 新增高新技术企业20户以上
    FAIL: tasks.yaml
            - id: "6.2"
              quote: 新增高新企业20户以上  # <--
    """
    for one in context.targets:
        wording = context.wording(one.entry)
        if one.target.quote not in wording:
            number = one.entry.item.id
            message = _("the quote is not in the wording of item {number}", number=number)
            hint = _("Copy the words from the item's text.")
            part = _strange_part(one.target.quote, [wording])
            yield one.finding(("quote",), message, hint, part=part)
        elif _is_cut(wording, one.target.quote):
            yield one.finding(("quote",), *_cut())
    if context.notice is not None:
        yield from _check_plan(context, context.notice.paragraphs)


def _check_plan(context: Context, paragraphs: tuple[Paragraph, ...]) -> Iterator[Finding]:
    texts = [paragraph.text for paragraph in paragraphs]
    for index, rule in enumerate(context.plan.rules):
        where = [p.text for p in paragraphs if p.section == rule.section]
        holder = next((p.section for p in paragraphs if rule.quote in p.text), None)
        if holder is None or any(rule.quote in text for text in where):
            yield from _check_quote(("rules", index, "quote"), rule.quote, where, texts)
        else:
            message = _("the quote is in section {section}", section=holder)
            yield Finding("plan", ("rules", index, "section"), message, _("Correct the section."))
    yield from _check_unquoted(context, paragraphs)
    yield from _check_quote(("counts", "quote"), context.plan.counts.quote, texts, texts)


def _check_quote(path: Path, quote: str, where: list[str], texts: list[str]) -> Iterator[Finding]:
    text = next((text for text in where if quote in text), None)
    if text is None:
        message = _("the quote is not in the notice")
        hint = _("Copy the words from the published text.")
        yield Finding("plan", path, message, hint, part=_strange_part(quote, texts))
    elif _is_cut(text, quote) or _lacks_full_stop(text, quote):
        yield Finding("plan", path, *_cut())


def _check_unquoted(context: Context, paragraphs: tuple[Paragraph, ...]) -> Iterator[Finding]:
    """Paragraphs below a heading that no rule quotes."""
    quotes = [context.plan.counts.quote, *(rule.quote for rule in context.plan.rules)]
    sections = {rule.section for rule in context.plan.rules if not _stands(rule.quote, paragraphs)}
    for paragraph in paragraphs:
        if paragraph.section is None or "。" not in paragraph.text or paragraph.section in sections:
            continue
        if not any(quote in paragraph.text for quote in quotes) and _stands(quotes[0], paragraphs):
            message = _("no rule quotes line {line} of the notice", line=paragraph.line)
            where = {"section": paragraph.section}
            hint = _("Record the rule that the paragraph in section {section} sets.", **where)
            yield Finding("plan", ("rules",), message, hint, at_key=True)


def _stands(quote: str, paragraphs: tuple[Paragraph, ...]) -> bool:
    return any(quote in paragraph.text for paragraph in paragraphs)


def _cut() -> tuple[str, str]:
    return _("the quote begins or ends within a clause"), _("Copy the whole words.")


def _strange_part(quote: str, texts: list[str]) -> tuple[int, int]:
    """The part of a quote that no text has."""
    start = max(_common_start(quote, text) for text in texts) if texts else 0
    return start, len(quote)


def _common_start(quote: str, text: str) -> int:
    """How many of the first characters of `quote` occur in `text`, by bisection."""
    low, high = 0, len(quote)
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if quote[:middle] in text else (low, middle - 1)
    return low


_STOPS: Final = ",，。;；:：、(（"
_ENDS: Final = ",，。;；:：、()（）"
# A quote may begin within a clause with its figure (领域[5项…), or with the word before it.
_FIGURE: Final = re.compile("[0-9０-９]+(?![0-9０-９]*年)[^0-9０-９年]|至少|剩余")
_ONWARD: Final = ("和", "对", "并", "及", "以")


def _is_cut(text: str, quote: str) -> bool:
    """Whether a quote in `text` lacks its first or last characters."""
    start = text.find(quote)
    end = start + len(quote)
    return start >= 0 and (_is_cut_before(text, start, quote) or _is_cut_behind(text, end, quote))


def _is_cut_before(text: str, start: int, quote: str) -> bool:
    if start == 0 or text[start - 1] in _STOPS:
        return quote[0] in _STOPS
    return text[start - 1].isdigit() or _FIGURE.match(quote) is None


def _is_cut_behind(text: str, end: int, quote: str) -> bool:
    if quote[-1] in _ENDS:
        return quote[-1] in _STOPS and quote[-1] != "。"
    return end < len(text) and text[end] not in _ENDS and not text.startswith(_ONWARD, end)


def _lacks_full_stop(text: str, quote: str) -> bool:
    """Whether a quote begins with a sentence of `text` and stops before its full stop."""
    start = text.find(quote)
    begins = start == 0 or (start > 0 and text[start - 1] == "。")
    return begins and text.startswith("。", start + len(quote))
