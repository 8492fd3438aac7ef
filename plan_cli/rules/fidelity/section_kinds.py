"""A section's kind is the one that the notice's headings state.

目标定位 holds items of kind positioning, 主要指标 indicators, 远景目标 vision, 重要举措 measures;
a section's own heading says it, or that of its part. A section without items has no kind.

PASS: plan.yaml

      - code: 三(一)
        kind: measure

FAIL: plan.yaml

      - code: 三(一)
        kind: vision  # <--
"""

from collections.abc import Iterator
from typing import Final

from plan_cli.i18n import _
from plan_cli.rules.context import Context
from plan_cli.rules.rule import Finding, Rule

_WORDS: Final = {
    "目标定位": "positioning",
    "远景目标": "vision",
    "主要指标": "indicator",
    "重要举措": "measure",
}


def stated_kinds(context: Context) -> dict[str, str | None]:
    """Return the kind of every published section, as far as headings state it."""
    if context.notice is None:
        return {}
    titles = {heading.code: heading.title for heading in context.notice.headings}
    with_items = {clause.section for clause in context.notice.clauses}
    found: dict[str, str | None] = {}
    for code, title in titles.items():
        part = titles.get(code.partition("(")[0], "")
        stated = _kind_in(title) or _kind_in(part)
        if code not in with_items:
            found[code] = None
        elif stated:
            found[code] = stated
    return found


def _kind_in(title: str) -> str | None:
    return next((kind for word, kind in _WORDS.items() if word in title), None)


def check(context: Context) -> Iterator[Finding]:
    """Yield a finding for every section that has another kind than its heading states."""
    stated = stated_kinds(context)
    for index, section in enumerate(context.plan.sections):
        if section.code not in stated or section.kind == stated[section.code]:
            continue
        kind = stated[section.code]
        message = (
            _("the items of section {code} are of kind {kind}", code=section.code, kind=kind)
            if kind
            else _("section {code} has no items, and so no kind", code=section.code)
        )
        hint = _("The headings of the notice state it.")
        yield Finding("plan", ("sections", index, "kind"), message, hint)


RULE = Rule("fidelity.section-kinds", "fidelity", check, needs=("plan",))
