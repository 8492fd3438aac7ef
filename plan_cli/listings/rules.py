"""The rules as people read them: a list, and the manual of one."""

from collections.abc import Sequence
from typing import Final

from plan_cli.i18n import N_, _, ngettext
from plan_cli.listings.listing import Column, Listing, Row
from plan_cli.rules.engine import manual_of
from plan_cli.rules.manual import Example
from plan_cli.rules.rule import Rule, Tier
from plan_cli.words import severity_label


def rules_listing(rules: Sequence[Rule]) -> Listing:
    rows = [_row(rule) for rule in rules]
    columns = (
        Column(_("Rule"), lambda row: str(row["id"])),
        Column(_("Severity"), lambda row: severity_label(row["severity"])),
        Column(_("What has to hold"), lambda row: str(row["title"]), share=1),
    )
    title = ngettext("{number} rule", "{number} rules", len(rows), number=len(rows))
    return Listing(rows, columns, title)


def manual_listing(rule: Rule) -> Listing:
    manual = manual_of(rule)
    examples = [
        {"right": one.kind == "PASS", "file": one.file, "text": one.text} for one in manual.examples
    ]
    row = {**_row(rule), "paragraphs": list(manual.paragraphs), "examples": examples}
    columns = (
        Column(_("Rule"), lambda row: str(row["id"])),
        Column(_("Tier"), lambda row: f"{row['tier']} ({_(_TIERS[row['tier']])})"),
        Column(_("Severity"), lambda row: severity_label(row["severity"])),
        Column(_("What has to hold"), lambda row: str(row["title"]), share=1),
        Column(_("Why"), lambda row: "\n".join(row["paragraphs"]), share=1),
        Column(_("Examples"), lambda _row: "\n".join(map(_example, manual.examples)), share=1),
    )
    return Listing([row], columns, "", layout="records")


def _row(rule: Rule) -> Row:
    title = manual_of(rule).title
    return {"id": rule.id, "tier": rule.tier, "severity": rule.severity, "title": title}


def _example(example: Example) -> str:
    header = N_("right, in {file}") if example.kind == "PASS" else N_("wrong, in {file}")
    return f"{_(header, file=example.file)}\n{example.text}"


_TIERS: Final[dict[Tier, str]] = {
    "syntax": N_("the file can be read"),
    "schema": N_("the record is complete"),
    "reference": N_("what is named exists"),
    "fidelity": N_("the data says what the notice says"),
    "consistency": N_("the notice agrees with itself"),
    "progress": N_("the reports can be relied on"),
    "annual": N_("the annual goals are the department's own"),
}
