"""The outline of the notice: its headings, and what kind of items stands below each."""

from collections.abc import Iterator

from plan_cli.i18n import _
from plan_cli.notice.numerals import numeral, numeral_value
from plan_cli.rules.context import Context
from plan_cli.rules.fidelity.difference import differing_part
from plan_cli.rules.rule import Finding, register


@register("fidelity.outline", needs=("plan",))
def outline(context: Context) -> Iterator[Finding]:
    """The outline has every published heading, in order and as published; what is lost is recorded.

    Headings count 一, 二, 三 …; a number that the published text skips is a heading lost in
    publication, and the outline has it with `missing: true` and without a title.

    PASS: plan.yaml

          - code: 三(一)
            title: 创新驱动,培育发展新动能

    FAIL: plan.yaml

          - code: 三(一)
            title: 创新驱动，培育发展新动能  # <--

    FAIL: plan.yaml

          - code: 三(三)
            code: 三(四)  # <--
    """
    if context.notice is None:
        return
    published = {heading.code: heading for heading in context.notice.headings}
    expected = list(_with_gaps(list(published)))
    codes = [section.code for section in context.plan.sections]
    if codes != expected:
        yield _first_difference(codes, expected)
    for index, section in enumerate(context.plan.sections):
        heading = published.get(section.code)
        if section.missing != (section.title is None) or section.code not in expected:
            continue  # a fault of the record, or of its code
        if section.title != (heading.title if heading else None):
            message = (
                _("the published heading is “{title}”", title=heading.title)
                if heading
                else _("the published text has no heading {code}", code=section.code)
            )
            hint = _("The outline carries headings as published, and lost ones as missing.")
            part = (
                differing_part(section.title, heading.title) if section.title and heading else None
            )
            yield Finding("plan", ("sections", index, "title"), message, hint, part=part)


def _first_difference(codes: list[str], expected: list[str]) -> Finding:
    index = next(
        (i for i, (a, b) in enumerate(zip(codes, expected, strict=False)) if a != b),
        min(len(codes), len(expected)),
    )
    message = _(
        "the outline should have {codes} from here on",
        codes=" ".join(expected[index : index + 3]) or _("nothing more"),
    )
    hint = _("Follow the published headings; record the ones that were lost as missing.")
    if index == len(codes):
        return Finding("plan", ("sections",), message, hint, at_key=True)
    return Finding("plan", ("sections", index, "code"), message, hint)


def _with_gaps(codes: list[str]) -> Iterator[str]:
    """Yield the published codes, with those that were skipped in their places."""
    last: dict[str, int] = {}
    for code in codes:
        part, _bracket, rest = code.partition("(")
        group = part if rest else ""
        number = numeral_value(rest.removesuffix(")") if rest else part)
        for skipped in range(last.get(group, 0) + 1, number):
            yield f"{group}({numeral(skipped)})" if group else numeral(skipped)
        last[group] = number
        yield code


@register("fidelity.section-kinds", needs=("plan",))
def section_kinds(context: Context) -> Iterator[Finding]:
    """A section's kind is the one that the notice's headings state.

    目标定位 holds items of kind positioning, 主要指标 indicators, 远景目标 vision, 重要举措
    measures; a section's own heading says it, or that of its part. A section without items has no
    kind.

    PASS: plan.yaml

          - code: 三(一)
            kind: measure

    FAIL: plan.yaml

          - code: 三(一)
            kind: vision  # <--
    """
    stated = context.stated_kinds
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
