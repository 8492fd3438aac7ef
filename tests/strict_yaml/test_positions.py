from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from plan_cli.strict_yaml.model import DEFAULT_LIMITS, Mark, Path, Span
from plan_cli.strict_yaml.positions import Positions
from plan_cli.strict_yaml.reading import parse, parse_with
from plan_cli.strict_yaml.survey import Survey

from .documents import ANY_DOCUMENT, lists

PARSERS = pytest.mark.parametrize("use_c", [None, False], ids=["best", "python"])

TEXT = """\
# 注
a: 1
名称: "𠀀𠀀" # c
𠀀名: x
b: [1, 2.50, {c: 'x', d, e: }]
list:
  - x: 1
    y:
      - p
      -

  -
  - ''
text: |
  one
  two
last:
"""


def span(line: int, column: int, end_line: int, end_column: int) -> Span:
    return Span(Mark(line, column), Mark(end_line, end_column))


@PARSERS
@pytest.mark.parametrize(
    ("path", "value", "key"),
    [
        ((), span(2, 1, 17, 6), None),
        (("a",), span(2, 4, 2, 5), span(2, 1, 2, 2)),
        (("名称",), span(3, 5, 3, 9), span(3, 1, 3, 3)),
        (("𠀀名",), span(4, 5, 4, 6), span(4, 1, 4, 3)),
        (("b",), span(5, 4, 5, 31), span(5, 1, 5, 2)),
        (("b", 1), span(5, 8, 5, 12), None),
        (("b", 2), span(5, 15, 5, 30), None),  # a record begins at its first key
        (("b", 2, "c"), span(5, 18, 5, 21), span(5, 15, 5, 16)),
        (("b", 2, "d"), span(5, 24, 5, 24), span(5, 23, 5, 24)),
        (("b", 2, "e"), span(5, 28, 5, 28), span(5, 26, 5, 27)),
        (("list",), span(7, 3, 13, 7), span(6, 1, 6, 5)),
        (("list", 0), span(7, 5, 10, 8), None),
        (("list", 0, "y"), span(9, 7, 10, 8), span(8, 5, 8, 6)),
        (("list", 0, "y", 1), span(10, 8, 10, 8), None),
        (("list", 1), span(12, 4, 12, 4), None),
        (("list", 2), span(13, 5, 13, 7), None),
        (("text",), span(14, 7, 17, 1), span(14, 1, 14, 5)),
        (("last",), span(17, 6, 17, 6), span(17, 1, 17, 5)),
    ],
)
def test_places_of_keys_and_values(
    path: Path, value: Span, key: Span | None, use_c: bool | None
) -> None:
    positions = Positions(TEXT, use_c=use_c)

    assert positions.value(path) == value
    assert positions.key(path) == key


def test_windows_line_endings_do_not_move_anything() -> None:
    unix, windows = Positions(TEXT), Positions(TEXT.replace("\n", "\r\n"))

    for path in Survey(TEXT, DEFAULT_LIMITS).values:
        assert windows.value(path) == unix.value(path)


@pytest.mark.parametrize("path", [("x",), ("a", "x"), ("b", 9), ("b", "c"), (0,), ("list", -1)])
def test_unknown_paths_are_nowhere(path: Path) -> None:
    positions = Positions(TEXT)

    assert positions.value(path) is None
    assert positions.key(path) is None


@pytest.mark.parametrize(
    "text", ["", "a: [", "[" * 99, "a\tb", "\x00", "a: 1\n---\nb: 1", "[a]: 1"]
)
def test_a_text_with_faults_does_no_harm(text: str) -> None:
    assert Positions(text).key(("nowhere",)) is None


@given(ANY_DOCUMENT)
def test_every_value_that_is_read_has_a_place(text: str) -> None:
    parsed = parse(text)
    if parsed.faults:
        return
    positions = Positions(text)
    todo: list[tuple[Path, object]] = [((), parsed.value)]
    while todo:
        path, value = todo.pop()
        place = positions.value(path)
        assert place is not None
        assert place.start <= place.end
        if isinstance(value, list):
            todo.extend(((*path, index), item) for index, item in enumerate(value))
        if isinstance(value, dict):
            for key, item in value.items():
                assert positions.key((*path, key)) is not None
                todo.append(((*path, key), item))


def test_marks_in_comments_do_not_slow_down_the_search_for_a_colon() -> None:
    text = "{a " + "# " * 200 + "\n}"

    assert Positions(text).value(("a",)) == span(1, 3, 1, 3)


@PARSERS
@given(text=st.one_of(ANY_DOCUMENT, lists()))
def test_places_in_an_entry_are_those_in_the_whole_text(text: str, use_c: bool | None) -> None:
    parsed = parse_with(text, use_c=use_c)
    if parsed.faults:
        return
    survey = Survey(text, DEFAULT_LIMITS, use_c)
    positions = Positions(text, parsed.ends, use_c=use_c)

    for path, place in survey.values.items():
        if path:  # that of the whole list has all places looked for
            assert positions.value(path) == place, path
    for path, place in survey.keys.items():
        assert positions.key(path) == place, path
    assert positions.value(()) == survey.values[()]


def test_an_entry_is_looked_for_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "# 注\n- a: 1\n  b: [x]\n- a: 2\n\n  # c\n  b: [y]\n-\n- 'z'\n"
    read: list[str] = []

    def spy(text: str, *arguments: Any) -> Survey:
        read.append(text)
        return Survey(text, *arguments)

    monkeypatch.setattr("plan_cli.strict_yaml.survey.Survey", spy)
    positions = Positions(text, parse(text).ends)

    assert positions.value((1, "b", 0)) == span(7, 7, 7, 8)
    assert positions.key((1, "b")) == span(7, 3, 7, 4)
    assert read == ["- a: 2\n\n  # c\n  b: [y]\n"]
    assert positions.value((3,)) == span(9, 3, 9, 6)
    assert positions.value((9,)) is None
