"""The file of a snapshot: what goes in comes out, and nothing that is damaged does."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan_cli.listings.plain import row_text
from plan_cli.snapshot.layout import FORMAT, DamagedError, Packed, pack, read_row, unpack, with_keys

SOURCES = {"tasks.yaml": "0" * 64}
ROWS = [
    {"id": 1, "who": ["市工信局", "甲\n“乙”"], "figure": Decimal("2.50"), "note": None},
    {"id": 2, "who": ["市工信局"], "figure": Decimal("2.5"), "note": "\udcff"},
    {"id": 3, "who": [], "figure": 7, "note": '{"decimal":'},
]
KEYS = frozenset(ROWS[0])
WHOLE = {"units": {"1.1": "%"}, "notice": "source/a.txt"}


def content() -> bytes:
    return pack("1.0", SOURCES, WHOLE, {"tasks": (ROWS, ("id", "who"))}, row_text)


def opened(raw: bytes) -> Packed:
    packed = unpack(raw, "1.0", SOURCES)
    assert packed is not None
    return packed


def everything(packed: Packed) -> list[Any]:
    table = packed.table("tasks", 2)
    return [
        packed.value("units", dict),
        packed.value("notice", str),
        [found[:2] for found in table],
        [packed.text("tasks", found[2:]) for found in table],
        [read_row(packed.text("tasks", found[2:]), found[2:]) for found in table],
    ]


def test_what_goes_in_comes_out() -> None:
    assert everything(opened(content())) == [
        *WHOLE.values(),
        [[row["id"], row["who"]] for row in ROWS],
        [row_text(row) for row in ROWS],
        ROWS,
    ]


def test_figures_keep_their_digits() -> None:
    figures = [row["figure"] for row in everything(opened(content()))[-1]]
    assert list(map(str, figures)) == ["2.50", "2.5", "7"]
    assert list(map(type, figures)) == [Decimal, Decimal, int]


@pytest.mark.parametrize(
    ("program", "sources"),
    [
        ("1.1", SOURCES),
        ("1.0", {"tasks.yaml": "1" * 64}),
        ("1.0", {}),
        ("1.0", SOURCES | {"assignments.yaml": "0" * 64}),
    ],
)
def test_one_of_other_files_or_another_program_is_none(
    program: str, sources: dict[str, str]
) -> None:
    assert unpack(content(), program, sources) is None


def test_one_of_another_format_is_none() -> None:
    other = content().replace(f'"format":{FORMAT}'.encode(), f'"format":{FORMAT + 1}'.encode())
    assert unpack(other, "1.0", SOURCES) is None


@pytest.mark.parametrize(
    "raw",
    [b"", b"\n", b"null\n", b"[]\n", b"{}\n", b'"a"\n', b"1\n", b"\xff\n", b"[" * 100_000, b"{\n"],
)
def test_what_is_no_snapshot_is_none(raw: bytes) -> None:
    assert unpack(raw, "1.0", SOURCES) is None


@given(st.data())
def test_damage_is_found_or_does_no_harm(data: st.DataObject) -> None:
    raw = bytearray(content())
    for _ in range(data.draw(st.integers(1, 3))):
        place = data.draw(st.integers(0, len(raw) - 1))
        raw[place] = data.draw(st.integers(0, 255))
    raw = raw[: data.draw(st.sampled_from([len(raw), data.draw(st.integers(0, len(raw)))]))]

    packed = unpack(bytes(raw), "1.0", SOURCES)
    if packed is None:
        return
    try:
        found = everything(packed)
    except DamagedError:
        return
    assert found == everything(opened(content()))


@pytest.mark.parametrize("value", [None, 1, "a", {}, [1], [{}], [{"id": 1}], [None], {"a": []}])
def test_a_part_of_another_shape_is_damaged(value: Any) -> None:
    packed = opened(pack("1.0", SOURCES, {"tasks": value}, {}, row_text))

    with pytest.raises(DamagedError):
        packed.value("tasks", lambda rows: with_keys(rows, KEYS) or rows[0])


@pytest.mark.parametrize("value", [None, 1, "a", [1], [[1]], [[1, [], 0]], [{}], [None]])
def test_a_table_of_another_shape_is_damaged(value: Any) -> None:
    packed = opened(pack("1.0", SOURCES, {"tasks": ROWS, "tasks found by": value}, {}, row_text))

    with pytest.raises(DamagedError):
        packed.table("tasks", 2)


@pytest.mark.parametrize("place", [["a", 1, ""], [0, None, ""], [0, 1, None], [], [-1, 9**99, ""]])
def test_a_place_of_another_shape_is_damaged(place: list[Any]) -> None:
    with pytest.raises(DamagedError):
        opened(content()).text("tasks", place)


def test_only_rows_that_are_asked_for_are_read() -> None:
    packed = opened(content().replace(b'"figure": 7', b'"figure": 8'))
    first, second, third = packed.table("tasks", 2)

    assert packed.text("tasks", first[2:]) == row_text(ROWS[0])
    assert packed.text("tasks", second[2:]) == row_text(ROWS[1])
    with pytest.raises(DamagedError):
        packed.text("tasks", third[2:])
