"""What the notice says of itself as a whole: title, number, dates, years of the plan."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from plan_cli.i18n import _
from plan_cli.rules.context import Context
from plan_cli.rules.rule import Finding, register

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
    cells = set(notice.metadata.values())
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
        "signed": _chinese(plan.signed) in lines,
        "issued": plan.issued.isoformat() in stated["issued"],
    }
    for key, found in expected.items():
        if not found:
            message = _("the published text does not say so")
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
            hint = _("Follow the published text.")
            yield Finding("plan", ("horizon", key), message, hint)


def _chinese(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
