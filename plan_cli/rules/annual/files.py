"""A file of annual goals lies in the folder of a year of the plan, named after its department.

The notice has annual goals set year by year until the plan ends, so the years are those from the
plan's first to its last. The department goes by its canonical name, and existed in that year: one
that ended before (`valid_until`) set itself no goals for it, its successors did.

PASS: annual/2023/市工信局.yaml

    - item: 1
      goal: 引进工业企业2家

FAIL: annual/2023/工信局.yaml

    - item: 1  # <--
      goal: 引进工业企业2家

FAIL: annual/2019/市工信局.yaml

    - item: 1  # <--
      goal: 引进工业企业2家
"""

from collections.abc import Iterator

from plan_cli.dataset.load import AnnualFile
from plan_cli.dataset.names import Directory
from plan_cli.i18n import _, listed
from plan_cli.rules.context import Context
from plan_cli.rules.names import unknown_name
from plan_cli.rules.rule import Finding, register


@register("annual.files", needs=("plan", "departments"))
def check(context: Context) -> Iterator[Finding]:
    first, last = context.year("start"), context.year("end")
    for key, file in context.loaded.annual.items():
        if file.year is None or not first <= file.year <= last:
            message = _("“{folder}” is no year of the plan", folder=file.folder or ".")
            hint = _(
                "Annual goals lie in annual/YEAR/, with a year from {first} to {last}.",
                first=first,
                last=last,
            )
            yield Finding(f"annual/{key}", (), message, hint)
        if (fault := _owner_fault(file, context.directory)) is not None:
            yield Finding(f"annual/{key}", (), *fault)


def _owner_fault(file: AnnualFile, directory: Directory) -> tuple[str, str] | None:
    listed_as = directory.by_name.get(file.by)
    if listed_as is None:
        if file.by in directory.group_by_name:
            message = _("{group} is a group, and a group sets no goals", group=file.by)
            return message, _("Name the department that does.")
        return unknown_name(file.by, directory)
    ended = listed_as.valid_until
    if ended is None or file.year is None or ended.year >= file.year:
        return None
    message = _(
        "{name} existed until {date}, and not in {year}", name=file.by, date=ended, year=file.year
    )
    if listed_as.successors:
        hint = _("Its duties went to {names}.", names=listed(listed_as.successors))
        return message, hint
    return message, _("Check the year, and valid_until in departments.yaml.")
