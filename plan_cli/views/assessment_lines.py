"""The lines of an assessment: what was asked, what came of it, why, and what it rests on."""

from collections.abc import Iterator

from plan_cli.assessment.line import Part
from plan_cli.i18n import _, listed
from plan_cli.render import Column
from plan_cli.render.listing import Row
from plan_cli.views.assessment_words import result_label
from plan_cli.vocabulary import verdict_label


def line_columns(part: Part, *, explain: bool) -> tuple[Column, ...]:
    """Return the columns of the lines of a part; `explain` shows what each rests on."""
    words = _("Goal") if part == "goals" else _("Wording")
    return (
        Column(_("No."), _number),
        Column(words, _words, share=2),
        Column(_("Result"), _result),
        Column(_("Why"), lambda row: "\n".join(_why(row, explain=explain)), share=3),
    )


def _number(row: Row) -> str:
    """Return the target's id; of several, and of none, the item's number."""
    return row["targets"][0] if len(row["targets"]) == 1 else str(row["item"])


def _words(row: Row) -> str:
    told = list(_wordings(row))
    if row["asked"] and row["part"] != "tasks":
        told.append(row["asked"])
    if row["named"] != row["department"]:
        told.append(_("named: {name}").format(name=row["named"]))
    return "\n".join(told)


def _wordings(row: Row) -> Iterator[str]:
    """Yield the wording; of several targets each with its id, a quote that they share once."""
    quotes = row["words"].split("\n")
    if len(row["targets"]) != len(quotes) or len(quotes) == 1:
        yield row["words"]
        return
    for quote in dict.fromkeys(quotes):
        ids = [one for one, own in zip(row["targets"], quotes, strict=True) if own == quote]
        yield f"{listed(ids)} {quote}"


def _result(row: Row) -> str:
    label = result_label(row)
    if row["before"] in (None, row["result"]):
        return label
    return _("{before}\n→ {after}").format(before=result_label(row, row["before"]), after=label)


def _why(row: Row, *, explain: bool) -> Iterator[str]:
    yield row["reason"]
    if row["pace"] is not None:
        yield _("Plan as a whole: {verdict}: {reason}").format(
            verdict=verdict_label(row["pace"]), reason=row["pace_reason"]
        )
    elif row["pace_reason"]:
        yield _("Figures: {text}").format(text=row["pace_reason"])
    if row["decides"]:
        yield _("To decide it: {what}").format(what=row["decides"])
    yield from _rests_on(row) if explain else _later(row)


def _later(row: Row) -> Iterator[str]:
    """Yield the reports after the last one that counts; where none counts, those since the year."""
    since = row["reported"] or str(row["year"])
    yield from (_left_out(one) for one in row["left_out"] if one["date"] > since)


def _rests_on(row: Row) -> Iterator[str]:
    """Yield what a line rests on, kind by kind; what there is none of is said."""
    none = _("none")
    yield _("Working: {text}").format(text="\n    ".join(["", *row["working"]]).rstrip() or none)
    yield _("Reports: {text}").format(text=listed(row["reports"]) or none)
    yield _("Evidence: {text}").format(text=listed(row["evidence"]) or none)
    if not row["left_out"]:
        yield _("Not used: {text}").format(text=none)
    yield from map(_left_out, row["left_out"])


def _left_out(one: Row) -> str:
    text = _("{report} of {day}: {why}").format(
        report=one["report"], day=one["date"], why=one["why"]
    )
    return _("Not used: {text}").format(text=text)
