"""Title, numbers, issuer and dates in plan.yaml are those of the published page.

The table at the head of the page has 名称, 文号, 索引号 and 发文日期; the issuer and the date below
the notice stand on lines of their own, and so does the title of the plan.

PASS: plan.yaml

    signed: 2022-07-25

FAIL: plan.yaml

    signed: 2022-07-28  # <--
"""

from collections.abc import Iterator
from datetime import date
from typing import Final

from plan_cli.i18n import _
from plan_cli.rules.context import Context
from plan_cli.rules.rule import Finding, register

_LABELS: Final = {"notice": "名称", "number": "发文字号", "index": "索引号", "issued": "发文日期"}


@register("fidelity.metadata", needs=("plan",))
def check(context: Context) -> Iterator[Finding]:
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


def _chinese(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"
