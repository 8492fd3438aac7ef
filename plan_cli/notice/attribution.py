"""The attribution bracket at the end of a clause, by an explicit grammar.

    attribution = "(" duty { "," duty } ")"
    duty        = label ":" list
    label       = ( "牵头" | "配合" | "责任" ) ( "部门" | "单位" )
    list        = entry { ( "、" | "," ) entry }
    entry       = [ name [ "〈" plate "〉" ] ] [ "等" ]

Punctuation counts in half and in full width alike. 等 leaves the list of its duty open, wherever
in it it stands: towns may follow it (`…商务局等,店张街道、南位镇`).
"""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from plan_cli.i18n import _
from plan_cli.notice.model import Attribution, Body, Duty, Fault, Role

_OPENING: Final = "(（"
_CLOSING: Final = ")）"
_END_OF_CLAUSE: Final = "。.．;；"
_ETC: Final = "等"
_ROLES: Final[dict[str, Role]] = {"牵头": "lead", "配合": "support", "责任": "responsible"}
_LABEL: Final = re.compile(r"\s*((牵头|配合|责任)(?:部门|单位))\s*[:：]\s*")
_DUTY: Final = re.compile(rf"[(（]{_LABEL.pattern}")
_SEGMENT: Final = re.compile(r"\s*([^、,，]*)")
_ENTRY: Final = re.compile(
    r"(?P<name>[^\s()（）〈〉<>＜＞《》:：;；]*?)"
    r"(?:\s*[〈<＜](?P<plate>[^\s()（）〈〉<>＜＞]+)[〉>＞])?(?:\s*(?P<etc>等))?"
)


class Split(NamedTuple):
    """A clause cut into wording and attribution (None if it cannot be read)."""

    wording: str
    attribution: Attribution | None
    faults: tuple[Fault, ...]


def mentions_duty(text: str) -> re.Match[str] | None:
    """Find the label of a duty right after an opening bracket."""
    return _DUTY.search(text)


def split_clause(clause: str, line: int, column: int) -> Split:
    """Cut `clause` into wording and attribution; `column` is where it starts in its line.

    The attribution is the last bracket; only the punctuation that ends a sentence may follow it.
    """
    bracket = _last_bracket(clause)
    if bracket is None or not mentions_duty(clause[bracket[0] : bracket[1]]):
        return _unattributed(clause, line, column + _meant(clause, bracket))
    start, end = bracket
    wording, rest = clause[:start], clause[end:]
    if rest.strip(_END_OF_CLAUSE):
        return _unattributed(clause, line, column + end)
    if earlier := mentions_duty(wording):
        message = _("the clause has two attribution brackets")
        hint = _("Only the last bracket of a clause says who is in charge; merge the two.")
        fault = Fault(line, column + earlier.start(), message, hint)
        return Split(wording + rest, None, (fault,))
    attribution, faults = _read_bracket(clause[start + 1 : end - 1], line, column + start)
    return Split(wording + rest, attribution, faults)


def _unattributed(clause: str, line: int, column: int) -> Split:
    message = _("the clause does not end in an attribution such as (牵头部门:…,配合部门:…)")
    hint = _("Check the bracket at the end of the clause and its labels.")
    return Split(clause, None, (Fault(line, column, message, hint),))


def _meant(clause: str, bracket: tuple[int, int] | None) -> int:
    """Where an attribution may be meant: at a label, or at a bracket that ends the clause."""
    if duty := mentions_duty(clause):
        return duty.start()
    if bracket is not None and not clause[bracket[1] :].strip(_END_OF_CLAUSE):
        return bracket[0]
    return 0


def _last_bracket(text: str) -> tuple[int, int] | None:
    """Start and end of the last outermost bracket."""
    last = max(map(text.rfind, _CLOSING))
    start = max(text.rfind(opening, 0, last) for opening in _OPENING) if last >= 0 else -1
    if start >= 0 and not any(closing in text[start:last] for closing in _CLOSING):
        return start, last + 1  # nothing is nested in it
    depth, end = 0, None
    for index in range(len(text) - 1, -1, -1):
        if text[index] in _CLOSING:
            end = index + 1 if depth == 0 else end
            depth += 1
        elif text[index] in _OPENING and depth:
            depth -= 1
            if depth == 0 and end is not None:
                return index, end
    return None


def _read_bracket(
    inner: str, line: int, column: int
) -> tuple[Attribution | None, tuple[Fault, ...]]:
    """Read the text between the brackets; `column` is that of the opening bracket."""
    duties: list[Duty] = []
    faults: list[Fault] = []
    for offset, segment in _segments(inner):
        place = column + 1 + offset
        label = _LABEL.match(segment)
        if label:
            duties.append(Duty(_ROLES[label[2]], label[1], (), False, place + label.start(1)))
            place += label.end()
            segment = segment[label.end() :]  # noqa: PLW2901  (what is left is the first entry)
        if not duties:
            message = _("the attribution does not begin with a role such as 牵头部门:")
            hint = _("Known roles: 牵头部门, 配合部门, 责任部门, each also with 单位, and a colon.")
            faults.append(Fault(line, place, message, hint))
            continue
        entry, duty = _ENTRY.fullmatch(segment), duties[-1]
        if entry is not None and entry["name"]:
            body = Body(entry["name"], entry["plate"], place)
            duty = duty._replace(bodies=(*duty.bodies, body))
        elif entry is None or entry["plate"] or not entry["etc"]:
            faults.append(Fault(line, place, *_unreadable(segment.strip())))
        if entry is not None and entry["etc"]:
            duty = duty._replace(open_ended=True)
        duties[-1] = duty
    faults += _check_duties(duties, line)
    return (None if faults else Attribution(tuple(duties), column)), tuple(faults)


def _segments(inner: str) -> Iterator[tuple[int, str]]:
    """Yield the text between separators, stripped, with its offset."""
    offset = 0
    while offset <= len(inner):
        segment = _SEGMENT.match(inner, offset)
        assert segment is not None  # noqa: S101  (the pattern matches the empty string)
        yield segment.start(1), segment[1].rstrip()
        offset = segment.end() + 1


def _check_duties(duties: list[Duty], line: int) -> Iterator[Fault]:
    seen: set[Role] = set()
    for duty in duties:
        if duty.role in seen:
            message = _("the label {label} occurs twice in one attribution", label=duty.label)
            yield Fault(line, duty.column, message, _("Give each role one list."))
        if not duty.bodies:
            message = _("no name follows {label}", label=duty.label)
            yield Fault(line, duty.column, message, _("Add at least one name after the label."))
        seen.add(duty.role)


def _unreadable(text: str) -> tuple[str, str]:
    if not text:
        hint = _("Remove one separator, or add the name.")
        return _("a name is missing between two separators"), hint
    hint = _("A name may be followed by a plate in 〈〉 and by 等; known roles end in a colon.")
    return _("“{text}” cannot be read as a name", text=text), hint
