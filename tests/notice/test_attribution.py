"""Clauses and what is read from them: every file in `examples/` is a case.

A file holds a notice, a line `---`, and its clauses as they should be read. A `▲` stands before
each character at which something cannot be read; it is no part of the notice.
"""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plan_cli.notice.model import Attribution, Clause, Duty
from plan_cli.notice.reader import read_notice

EXAMPLES = sorted((Path(__file__).parent / "examples").glob("*.txt"))
MARK = "▲"
ROLES = {"牵头": "lead", "配合": "support", "责任": "responsible"}
FULL_WIDTH = {ord(mark): chr(ord(mark) + 0xFEE0) for mark in "0123456789(),:.<>*"}


def marked(text: str) -> list[tuple[int, int]]:
    """Return line and column of every mark, as if the marks were not there."""
    places = []
    for number, line in enumerate(text.split("\n"), start=1):
        pieces = line.split(MARK)
        places += [(number, len("".join(pieces[:i])) + 1) for i in range(1, len(pieces))]
    return places


def shown(clause: Clause) -> str:
    number = f"{clause.number}*" if clause.starred else str(clause.number)
    duties = clause.attribution.duties if clause.attribution else ()
    return "\n".join([f"{number} {clause.text}", *(shown_duty(duty) for duty in duties)])


def shown_duty(duty: Duty) -> str:
    bodies = [f"{body.name}〈{body.plate}〉" if body.plate else body.name for body in duty.bodies]
    return f"{duty.role} {duty.label}: {' | '.join(bodies + ['等'] * duty.open_ended)}"


@pytest.mark.parametrize("path", EXAMPLES, ids=lambda path: path.stem)
def test_example(path: Path) -> None:
    text, _, expected = path.read_text("utf-8").partition("\n---\n")

    notice = read_notice(text.replace(MARK, ""))

    assert sorted((fault.line, fault.column) for fault in notice.faults) == marked(text)
    assert "\n".join(shown(clause) for clause in notice.clauses) == expected.strip()


def attribution_of(text: str) -> Attribution:
    notice = read_notice(text)
    assert notice.faults == ()
    attribution = notice.clauses[-1].attribution
    assert attribution is not None
    return attribution


def test_columns_of_bracket_labels_and_bodies() -> None:
    text = "一、甲\n1.建( 牵头部门: 甲局,配合部门:乙局〈丙局〉、 丁局等,戊镇)"
    line = text.split("\n")[1]

    attribution = attribution_of(text)

    assert attribution.column == line.index("(") + 1
    assert [duty.column for duty in attribution.duties] == [
        line.index("牵") + 1,
        line.index("配") + 1,
    ]
    bodies = [body for duty in attribution.duties for body in duty.bodies]
    assert [body.column for body in bodies] == [
        line.index(name) + 1 for name in ("甲局", "乙局", "丁局", "戊镇")
    ]


def test_the_first_duty_with_one_of_the_roles_asked_for() -> None:
    attribution = attribution_of("1.建。(责任部门:甲局,配合部门:乙局)")

    assert attribution.duty("lead", "responsible") is attribution.duties[0]
    assert attribution.duty("support") is attribution.duties[1]
    assert attribution.duty("lead") is None


def wide(text: str) -> str:
    """Return `text` with its digits and punctuation in full width."""
    return text.translate(FULL_WIDTH)


def either(*choices: str) -> st.SearchStrategy[str]:
    return st.sampled_from(choices)


NAMES = st.text("市县发改财政局镇办园区", min_size=1, max_size=6)
WORDINGS = st.lists(
    either(
        "建", "5个", "。", ",", "、", ":", "等", " 乙", "(分)", "(PM2.5)", "县(市)", "牵头部门:"
    ),
    max_size=8,
).map(lambda parts: "到" + "".join(parts))


@st.composite
def duties(draw: st.DrawFn) -> tuple[str, str]:
    """A duty as written, and as `shown_duty` shows it."""
    role, office = draw(either(*ROLES)), draw(either("部门", "单位"))
    written, read = [], []
    open_ended = False
    for _ in range(draw(st.integers(1, 4))):
        name, plate = draw(NAMES), draw(st.none() | NAMES)
        etc = draw(st.booleans())
        brackets = draw(either("〈〉", "<>", wide("<>")))
        read.append(f"{name}〈{plate}〉" if plate else name)
        bracketed = f"{brackets[0]}{plate}{brackets[1]}" if plate else ""
        written.append(name + bracketed + "等" * etc)
        open_ended |= etc
    text = draw(either(":", wide(":")))
    for entry in written:
        text += entry + draw(either("、", ",", wide(",")))
    expected = f"{ROLES[role]} {role}{office}: {' | '.join(read + ['等'] * open_ended)}"
    return role + office + text[:-1], expected


@given(
    WORDINGS,
    st.lists(duties(), min_size=1, max_size=3, unique_by=lambda duty: duty[1][:4]),
    either("()", wide("()")),
    either(",", wide(",")),
    either("", "。", ".", wide(".")),
)
@settings(max_examples=150, deadline=None)
def test_what_the_grammar_writes_reads_back(
    wording: str, written: list[tuple[str, str]], brackets: str, comma: str, stop: str
) -> None:
    inner = comma.join(text for text, _ in written)

    notice = read_notice(f"1.{wording}{brackets[0]}{inner}{brackets[1]}{stop}")

    assert notice.faults == ()
    assert shown(notice.clauses[0]) == "\n".join(
        [f"1 {wording}{stop}", *(expected for _, expected in written)]
    )


@given(WORDINGS, st.lists(duties(), min_size=1, max_size=3), either("", "*"))
@settings(max_examples=100, deadline=None)
def test_full_width_reads_as_half_width_does(
    wording: str, written: list[tuple[str, str]], star: str
) -> None:
    half = f"{star}1.{wording}({','.join(text for text, _ in written)})"

    one, other = read_notice(half), read_notice(wide(half))

    (narrow,), (broad,) = one.clauses, other.clauses
    assert (broad.number, broad.starred) == (narrow.number, narrow.starred) == (1, bool(star))
    assert broad.text == wide(narrow.text)
    assert broad.attribution == narrow.attribution
    assert [fault.column for fault in other.faults] == [fault.column for fault in one.faults]
