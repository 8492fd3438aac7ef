"""The file of a snapshot: what goes in comes out, and nothing that is damaged does."""

from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan_cli.snapshot.layout import (
    FORMAT,
    DamagedError,
    Packed,
    checksum,
    pack,
    unpack,
    with_keys,
)

SOURCES = {"tasks.yaml": "0" * 64}
ROWS = [
    {"id": 1, "who": ["市工信局", "甲\n“乙”"], "figure": Decimal("2.50"), "note": None},
    {"id": 2, "who": ["市工信局"], "figure": Decimal("2.5"), "note": "\udcff"},
    {"id": 3, "who": [], "figure": 7, "note": '{"decimal":'},
]
KEYS = frozenset(ROWS[0])
WHOLE = {"units": {"1.1": "%"}, "notice": "source/a.txt"}


def content() -> bytes:
    return pack("1.0", SOURCES, WHOLE, {"tasks": (ROWS, lambda row: row["who"])})


def opened(raw: bytes) -> Packed:
    packed = unpack(raw, "1.0", SOURCES)
    assert packed is not None
    return packed


def everything(packed: Packed) -> list[Any]:
    names = ["市工信局", "甲\n“乙”", "市财政局"]
    return [
        packed.value("units", dict),
        packed.value("notice", str),
        packed.value("tasks", list),
        *(packed.rows("tasks", [name], KEYS) for name in names),
        packed.rows("tasks", names, KEYS),
    ]


def test_what_goes_in_comes_out() -> None:
    first, second, _third = ROWS
    assert everything(opened(content())) == [
        *WHOLE.values(),
        ROWS,
        [first, second],
        [first],
        [],
        [first, second],
    ]


def test_figures_keep_their_digits() -> None:
    figures = [row["figure"] for row in opened(content()).value("tasks", list)]
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
    packed = opened(pack("1.0", SOURCES, {"tasks": value}, {}))

    with pytest.raises(DamagedError):
        packed.value("tasks", lambda rows: with_keys(rows, KEYS) or rows[0])


@pytest.mark.parametrize("places", ["null", "7", "[1]", "[null]", "[[0,1]]", '[[0,"",""]]', "{}x"])
def test_an_index_of_another_shape_is_damaged(places: str) -> None:
    index = {"市工信局": None}
    raw = pack("1.0", SOURCES, {"tasks": ROWS, "tasks index": index}, {})
    line = f'{{\n"市工信局":{places}\n}}\n'.encode()
    old = b'{"\xe5\xb8\x82\xe5\xb7\xa5\xe4\xbf\xa1\xe5\xb1\x80":null}\n'
    raw = raw.replace(old, line).replace(
        f'{len(old)},"{checksum(old)}"'.encode(), f'{len(line)},"{checksum(line)}"'.encode()
    )
    assert line in raw

    with pytest.raises(DamagedError):
        opened(raw).rows("tasks", ["市工信局"], KEYS)


def test_only_rows_that_bear_a_name_are_read() -> None:
    raw = content().replace(b'"id":3', b'"id":4')  # without a name, and damaged
    packed = opened(raw)

    assert packed.rows("tasks", ["市工信局"], KEYS) == ROWS[:2]
    with pytest.raises(DamagedError):
        packed.value("tasks", list)
