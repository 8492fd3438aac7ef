"""Title, numbers, issuer and dates in `plan.yaml` are those of the published page."""

from collections.abc import Iterator
from datetime import date

from plan_cli.i18n import _
from plan_cli.rules.base import Context, Finding, Rule


def check(context: Context) -> Iterator[Finding]:
    """Yield a finding for every fact that the page does not have."""
    notice, plan = context.notice, context.plan
    if notice is None:
        return
    cells = set(notice.metadata.values())
    lines = {paragraph.text for paragraph in notice.paragraphs if paragraph.section is None}
    expected = {
        "title": plan.title in lines,
        "notice": plan.notice in cells,
        "number": plan.number in cells,
        "index": plan.index in cells,
        "issuer": plan.issuer in lines,
        "signed": _chinese(plan.signed) in lines,
        "issued": plan.issued.isoformat() in cells,
    }
    for key, found in expected.items():
        if not found:
            message = _("the published text does not say so")
            hint = _("Copy it from the head of {file}.").format(file=plan.source.file)
            yield Finding("plan", (key,), message, hint)


def _chinese(day: date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


RULE = Rule("fidelity.metadata", "fidelity", check, needs=("plan",))
