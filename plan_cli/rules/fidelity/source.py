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

from collections.abc import Iterator

from plan_cli.dataset.yaml import Mark
from plan_cli.i18n import _
from plan_cli.rules.context import Context
from plan_cli.rules.rule import Finding, register


@register("fidelity.source", needs=("plan",))
def check(context: Context) -> Iterator[Finding]:
    published = context.published
    if published.failure is not None:
        message = _(
            "the published text {file} cannot be used: {reason}",
            file=context.plan.source.file,
            reason=published.failure,
        )
        hint = _("Put the notice back as published; the data is checked against it.")
        yield Finding("plan", ("source", "file"), message, hint)
        return
    if published.sha256 != context.plan.source.sha256:
        message = _(
            "the published text {file} is not the one whose checksum is recorded",
            file=context.plan.source.file,
        )
        hint = _(
            "Restore it from version control; its SHA-256 now is {checksum}.",
            checksum=published.sha256,
        )
        yield Finding("plan", ("source", "sha256"), message, hint)
    for fault in context.notice.faults if context.notice else ():
        place = Mark(fault.line, fault.column)
        yield Finding("source", place, fault.message, fault.hint)
