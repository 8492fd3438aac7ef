"""The listing of returned work lists: what becomes of each entry."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

from plan_cli.i18n import N_, _, listed, ngettext
from plan_cli.listings.listing import Column, Listing, Row
from plan_cli.listings.reports import said_text
from plan_cli.worklists.outcome import Outcome, State
from plan_cli.worklists.submit import Collected

_KEYS: Final = (
    *("file", "department", "year", "sheet", "cell", "item", "target", "kind", "state"),
    *("said", "was", "report", "reason", "hint", "read_as"),
)
"""`said` has the keys of the data, as `was`, the goal that the list was sent out with."""


def collected_listing(
    collected: Sequence[Collected],
    units: Mapping[str, str],
    remarks: tuple[str, ...],
    *,
    failed: bool,
) -> Listing:
    """`units` are those of the targets, by their ids; `failed`: some entry cannot be submitted."""
    names = {
        (one.made.department if one.made else None, one.file): name
        for one, name in zip(collected, names_of(collected), strict=True)
    }
    columns = (
        Column(_("Department"), lambda row: names[row["department"], row["file"]], share=2),
        Column(_("Cell"), lambda row: f"{row['sheet']}\n{row['cell']}".strip()),
        Column(_("No."), lambda row: str(row["target"] or row["item"] or ""), right=True),
        Column(_("State"), lambda row: _(STATES[row["state"]])),
        Column(_("What"), lambda row: _said(row, units), share=4),
        Column(_("Remarks"), _remarks, share=4),
    )
    title = ngettext(
        "{number} work list: {counts}",
        "{number} work lists: {counts}",
        len(collected),
        number=len(collected),
        counts=counts(outcome for one in collected for outcome in one.outcomes),
    )
    rows = [_row(one, outcome) for one in collected for outcome in one.outcomes]
    return Listing(rows, columns, title, remarks=remarks, failed=failed, keys=_KEYS)


def names_of(collected: Sequence[Collected]) -> list[str]:
    """Names of workbooks: the department, with the file where it has several."""
    departments = [one.made.department if one.made else None for one in collected]
    times = Counter(departments)
    return [
        one.file
        if department is None
        else department
        if times[department] == 1
        else _("{department} ({file})", department=department, file=one.file)
        for one, department in zip(collected, departments, strict=True)
    ]


STATES: Final[dict[State, str]] = {
    "new": N_("new"),
    "changed": N_("changed"),
    "handed_in": N_("handed in"),
    "unchanged": N_("in already"),
    "conflict": N_("conflict"),
    "wrong": N_("wrong"),
}


def counts(outcomes: Iterable[Outcome]) -> str:
    numbers = Counter(one.state for one in outcomes)
    found = [f"{_(label)} {numbers[state]}" for state, label in STATES.items() if numbers[state]]
    return listed(found) or _("nothing was filled in")


def _row(collected: Collected, one: Outcome) -> dict[str, Any]:
    made, entry = collected.made, one.entry
    read_as = entry.read_as if entry else ()
    return {
        "file": collected.file,
        "department": made.department if made else None,
        "year": made.year if made else None,
        "sheet": one.place.sheet,
        "cell": one.place.address,
        "item": one.item,
        "target": one.target,
        "kind": entry.kind if entry else None,
        "state": one.state,
        "said": entry.fields if entry else None,
        "was": entry.was if entry else None,
        "report": one.id,
        "reason": one.reason or None,
        "hint": one.hint or None,
        "read_as": [{"cell": str(place), "text": text} for place, text in read_as],
    }


def _said(row: Row, units: Mapping[str, str]) -> str:
    if row["said"] is None:
        return ""
    if row["kind"] == "report":
        day = [row["said"]["date"]] if "date" in row["said"] else []
        return "\n".join([*day, said_text(row["said"], units)])
    year, goal = row["year"], _goal_text(row["said"], units)
    if row["was"] is None:
        return _("Goal for {year}: {goal}", year=year, goal=goal)
    old = _goal_text(row["was"], units)
    return _("Goal for {year}, changed: {old} → {new}", year=year, old=old, new=goal)


def _goal_text(fields: Mapping[str, Any], units: Mapping[str, str]) -> str:
    if fields.get("value") is None:
        return str(fields["goal"])
    figure = f"{fields['value']}{units.get(fields['target'], '')}"
    return _("{goal} ({figure})", goal=fields["goal"], figure=figure)


def _remarks(row: Row) -> str:
    read_as = [
        _("{cell} read as {text}", cell=one["cell"], text=one["text"]) for one in row["read_as"]
    ]
    return "\n".join(line for line in (row["reason"], row["hint"], *read_as) if line)
