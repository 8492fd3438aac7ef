from pathlib import Path as FilePath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan_cli.dataset.files import DataFile
from plan_cli.dataset.yaml import START, Mark, Path, Span, Value
from plan_cli.dataset.yaml_reader import parse

from .documents import ANY_DOCUMENT, REALISTIC, lists

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


def read(text: str) -> DataFile:
    parsed = parse(text)
    assert not parsed.faults
    return DataFile(FilePath("a.yaml"), "a.yaml", text, parsed.value, parsed.places)


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
def test_places_of_keys_and_values(path: Path, value: Span, key: Span | None) -> None:
    file = read(TEXT)

    assert file.place(path) == value
    assert file.place(path, key=True) == (key or value)


def test_windows_line_endings_do_not_move_anything() -> None:
    unix, windows = read(TEXT), read(TEXT.replace("\n", "\r\n"))

    for path in parse(TEXT).places:
        assert windows.place(path) == unix.place(path)
        assert windows.place(path, key=True) == unix.place(path, key=True)


@pytest.mark.parametrize(
    ("path", "holder"),
    [
        (("x",), ()),
        (("a", "x"), ("a",)),
        (("b", 9), ("b",)),
        (("b", "c"), ("b",)),
        ((0,), ()),
        (("list", 0, "z", 1), ("list", 0)),
    ],
)
def test_what_is_not_there_has_the_place_of_what_holds_it(path: Path, holder: Path) -> None:
    file = read(TEXT)

    assert file.at(path) is None
    assert file.place(path) == file.place(path, key=True) == file.place(holder)


def test_a_file_without_a_value_has_its_start() -> None:
    assert DataFile(FilePath("a.yaml"), "a.yaml", "", []).place((0, "id"), key=True) == START


def text_at(text: str, place: Span) -> str:
    lines = text.split("\n")
    (line, start), (end_line, end) = place
    if line == end_line:
        return lines[line - 1][start - 1 : end - 1]
    return "\n".join(
        [lines[line - 1][start - 1 :], *lines[line : end_line - 1], lines[end_line - 1][: end - 1]]
    )


@pytest.mark.parametrize(
    ("text", "start", "end", "found"),
    [
        ("k: 市发改局〈科技局〉", 4, 9, "〈科技局〉"),
        ("k: '𠀀it''s'", 3, 5, "''s"),
        ('k: "a\\tb\\u4e2dc"', 1, 4, "\\tb\\u4e2d"),
        ("k: a b\n  c d", 4, 5, "c"),
        ('k: "a\\\n  b"', 1, 2, "b"),
        ("k: 'ab'", 2, 3, ""),
        ("k: |\n  ab\n", 0, 1, "|\n  ab\n"),
    ],
)
def test_places_of_characters_within_a_value(text: str, start: int, end: int, found: str) -> None:
    assert text_at(text, read(text).place_inside(("k",), start, end)) == found


@given(st.one_of(ANY_DOCUMENT, lists()))
def test_every_value_that_is_read_has_a_place(text: str) -> None:
    parsed = parse(text)
    if parsed.faults:
        return
    file = read(text)
    todo: list[tuple[Path, Value]] = [((), parsed.value)]
    while todo:
        path, value = todo.pop()
        assert path in parsed.places
        place = file.place(path)
        assert Mark(1, 1) <= place.start <= place.end
        assert place.end.line <= text.count("\n") + 1
        if isinstance(value, list):
            todo.extend(((*path, index), item) for index, item in enumerate(value))
        if isinstance(value, dict):
            todo.extend(((*path, key), item) for key, item in value.items())
            assert all(file.place((*path, key), key=True).end <= place.end for key in value)
        if isinstance(value, str) and value:
            inside = file.place_inside(path, 0, len(value))
            assert place.start <= inside.start <= inside.end <= place.end


def test_marks_in_comments_do_not_slow_down_the_search_for_a_colon() -> None:
    text = "{a " + "# " * 200 + "\n}"

    assert read(text).place(("a",)) == span(1, 3, 1, 3)


def test_a_realistic_file_is_read_with_either_line_ending() -> None:
    unix, windows = parse(REALISTIC), parse(REALISTIC.replace("\n", "\r\n"))

    assert not unix.faults
    assert repr(unix.value) == repr(windows.value)
