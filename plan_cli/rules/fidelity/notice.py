"""The notice as a whole: its text, its metadata, its outline."""

from collections.abc import Iterator
from typing import Final

from plan_cli.dataset.yaml import Mark
from plan_cli.i18n import _
from plan_cli.notice.numerals import numeral, numeral_value
from plan_cli.rules.context import Context
from plan_cli.rules.notice_facts import differing_part
from plan_cli.rules.rule import Finding, register


@register("fidelity.source", needs=("plan",))
def source(context: Context) -> Iterator[Finding]:
    """The published text is there, unchanged since its checksum was recorded, and can be read.

    All other rules of this tier compare the data with it; whoever changes both must change the
    checksum too, and that stands out in a review.

    PASS: plan.yaml
        source:
          file: source/notice.txt
    FAIL: plan.yaml
        source:
          file: source/another.txt  # <--
    """
    published, file = context.published, context.plan.source.file
    if published.failure is not None:
        reason = published.failure
        message = _("the published text {file} cannot be used: {reason}", file=file, reason=reason)
        hint = _("Restore the published notice; the data is checked against it.")
        yield Finding("plan", ("source", "file"), message, hint)
        return
    if published.sha256 != context.plan.source.sha256:
        message = _("the published text {file} does not have the recorded checksum", file=file)
        checksum = published.sha256
        hint = _(
            "Restore it from version control; its SHA-256 is now {checksum}.", checksum=checksum
        )
        yield Finding("plan", ("source", "sha256"), message, hint)
    for fault in context.notice.faults if context.notice else ():
        yield Finding("source", Mark(fault.line, fault.column), fault.message, fault.hint)


_LABELS: Final = {"notice": "名称", "number": "发文字号", "index": "索引号", "issued": "发文日期"}


@register("fidelity.metadata", needs=("plan",))
def metadata(context: Context) -> Iterator[Finding]:
    """Title, numbers, issuer and dates in plan.yaml are those of the published page.

    The table at the head of the page has 名称, 文号, 索引号 and 发文日期; the issuer and the date
    below the notice stand on lines of their own, and so does the title of the plan.

    PASS: plan.yaml
        signed: 2022-07-25
    FAIL: plan.yaml
        signed: 2022-07-28  # <--
    """
    notice, plan = context.notice, context.plan
    if notice is None:
        return
    lines = {paragraph.text for paragraph in notice.paragraphs if paragraph.section is None}
    cells, day = set(notice.metadata.values()), plan.signed
    stated = {
        key: {notice.metadata[label]} if label in notice.metadata else cells
        for key, label in _LABELS.items()
    }
    expected = {
        "title": plan.title in lines,
        "notice": plan.notice in stated["notice"],
        "number": plan.number in stated["number"],
        "index": plan.index in stated["index"],
        "issuer": plan.issuer in lines,
        "signed": f"{day.year}年{day.month}月{day.day}日" in lines,
        "issued": plan.issued.isoformat() in stated["issued"],
    }
    for key, found in expected.items():
        if not found:
            message = _("the published text says otherwise")
            hint = _("Copy it from the head of {file}.", file=plan.source.file)
            yield Finding("plan", (key,), message, hint)


@register("fidelity.horizon", needs=("plan",))
def horizon(context: Context) -> Iterator[Finding]:
    """The years of the plan are those that the notice states.

    第十四个五年规划 runs from 2021 to 2025, and the next ones follow every five years. The base is
    the year that the goals are measured against (较2020年), the vision the year of the long-term
    goals (远景目标时间节点至2035年).

    PASS: plan.yaml
        horizon:
          end: 2025
    FAIL: plan.yaml
        horizon:
          end: 2026  # <--
    """
    for key, year in context.stated_horizon.items():
        if getattr(context.plan.horizon, key) != year:
            message = _("the notice states the year {year}", year=year)
            yield Finding("plan", ("horizon", key), message, _("Follow the published text."))


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
            message, part = _("the published text has no heading {code}", code=section.code), None
            if heading:
                message = _("the published heading is “{title}”", title=heading.title)
                part = differing_part(section.title, heading.title) if section.title else None
            hint = _("Write headings as published, and record lost ones as missing.")
            yield Finding("plan", ("sections", index, "title"), message, hint, part=part)


def _first_difference(codes: list[str], expected: list[str]) -> Finding:
    index = next(
        (i for i, (a, b) in enumerate(zip(codes, expected, strict=False)) if a != b),
        min(len(codes), len(expected)),
    )
    codes_here = " ".join(expected[index : index + 3]) or _("nothing more")
    message = _("the outline should continue with {codes}", codes=codes_here)
    hint = _("Follow the published headings; record lost ones as missing.")
    if index == len(codes):
        return Finding("plan", ("sections",), message, hint, at_key=True)
    return Finding("plan", ("sections", index, "code"), message, hint)


def _with_gaps(codes: list[str]) -> Iterator[str]:
    """The published codes, with the skipped ones in their places."""
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
        kind = stated.get(section.code, section.kind)
        if section.kind == kind:
            continue
        message = _("section {code} has no items, and so no kind", code=section.code)
        if kind:
            message = _(
                "the items of section {code} are of kind {kind}", code=section.code, kind=kind
            )
        hint = _("The headings of the notice state it.")
        yield Finding("plan", ("sections", index, "kind"), message, hint)
