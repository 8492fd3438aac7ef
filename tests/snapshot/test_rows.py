"""Rows that are read only where more is asked of them than what they are found by."""

import json
from collections.abc import Mapping
from typing import Any

import pytest

from plan_cli.listings.listing import Listing, Page
from plan_cli.listings.plain import as_json, row_text
from plan_cli.snapshot.layout import Packed, pack, unpack
from plan_cli.snapshot.rows import KeptRow, Table

ROWS: list[dict[str, Any]] = [
    {"id": 1, "lead": "市工信局", "text": "甲“乙”\n\x9b", "targets": []},
    {"id": 2, "lead": "市财政局", "text": "", "targets": [{"a": 1.5}]},
]


class Spied(Packed):
    """Counts the rows that are read."""

    read = 0

    def text(self, part: str, place: Any) -> str:
        self.read += 1
        return super().text(part, place)


@pytest.fixture
def packed() -> Spied:
    found = unpack(pack("1", {}, {}, {"tasks": (ROWS, ("id", "lead"))}, row_text), "1", {})
    assert found is not None
    found.__class__ = Spied
    assert isinstance(found, Spied)
    return found


@pytest.fixture
def rows(packed: Spied) -> list[KeptRow]:
    return Table(packed, "tasks", ("id", "lead"), frozenset(ROWS[0]), list).rows()


def test_it_is_like_the_row(rows: list[KeptRow]) -> None:
    for kept, row in zip(rows, ROWS, strict=True):
        assert isinstance(kept, Mapping)
        assert dict(kept) == row
        assert list(kept) == list(row)
        assert {**kept} == row
        assert kept.get("text") == row["text"]
        assert kept.get("nothing") is None


def test_what_it_is_found_by_is_known(rows: list[KeptRow], packed: Spied) -> None:
    assert [row["lead"] for row in rows] == ["市工信局", "市财政局"]
    assert [row.extended({"role": "lead"})["role"] for row in rows] == ["lead", "lead"]
    assert packed.read == 0


def test_it_is_printed_as_it_is_kept(rows: list[KeptRow]) -> None:
    assert as_json([Listing(rows, (), "")], Page()) == as_json([Listing(ROWS, (), "")], Page())


@pytest.mark.parametrize("more", [{"role": "lead"}, {"role": "lead", "via": None}])
def test_further_members_stand_at_its_end(rows: list[KeptRow], more: dict[str, Any]) -> None:
    longer = [row.extended(more) for row in rows]
    plain = [{**row, **more} for row in ROWS]

    assert as_json([Listing(longer, (), "")], Page()) == as_json([Listing(plain, (), "")], Page())
    assert list(map(dict, longer)) == plain


def test_several_listings_are_printed_too(rows: list[KeptRow]) -> None:
    listings = [Listing(rows, (), "", name="a"), Listing([], (), "", name="b")]
    assert json.loads(as_json(listings, Page())) == {"a": ROWS, "b": []}


def test_only_the_rows_that_are_wanted_are_there(packed: Spied) -> None:
    table = Table(packed, "tasks", ("id", "lead"), frozenset(ROWS[0]), list)
    (row,) = table.rows(lambda number, _lead: number == 2)
    assert (row["id"], packed.read) == (2, 0)
