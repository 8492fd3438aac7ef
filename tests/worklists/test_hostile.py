"""Files that somebody may send instead of a work list: refused, each with what it is."""

import hashlib
import json
import os
import random
import zipfile
from collections.abc import Callable
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl.workbook import Workbook

from plan_cli.dataset.dataset import Dataset
from plan_cli.problems import Refusal
from plan_cli.worklists import cells
from plan_cli.worklists.cells import open_workbook
from plan_cli.worklists.container import HIGHEST_RATIO, LARGEST_CONTENT, LARGEST_FILE, MOST_PARTS
from plan_cli.worklists.content import work_list
from plan_cli.worklists.manifest import SHEET_NAME, manifest_lines
from plan_cli.worklists.sheet import WHOLE
from plan_cli.worklists.workbook import workbook_bytes
from tests.worklists.conftest import DAY, Collect
from tests.worklists.filling import edited, filled, page_of, replaced, with_parts

SHEET = "xl/worksheets/sheet1.xml"
TYPES = "[Content_Types].xml"
WORKBOOK = "xl/workbook.xml"
DAMAGED = "it is damaged"
LARGE = "it is far larger than a work list"
MACROS = "it has macros or controls in it"
LINKED = "it is linked to other files or to databases"
ENTITIES = "it declares a document type"


def refusal(tmp_path: Path, content: bytes) -> str:
    """Return why a file is refused; it says what to do, too."""
    path = tmp_path / "returned.xlsx"
    path.write_bytes(content)
    with pytest.raises(Refusal) as found:
        open_workbook(path)
    assert found.value.hint
    return found.value.message


def archive(parts: dict[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    file = BytesIO()
    with zipfile.ZipFile(file, "w", method) as new:
        for name, part in parts.items():
            new.writestr(name, part)
    return file.getvalue()


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "it is not a workbook"),
        ("序号,工作任务\n1,甲\n".encode(), "it is not a workbook"),
        (b"\x89PNG\r\n", "it is not a workbook"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "it is an old workbook (.xls)"),
        (
            b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"),
            "it is encrypted",
        ),
        (b"PK\x03\x04 and nothing else", DAMAGED),
        (archive({"a.txt": b"a"}), "it is not a workbook"),
        (archive({TYPES: b"<a/>", "word/document.xml": b"<a/>"}), "it is not a workbook"),
        (archive({TYPES: b"<a/>", "xl/workbook.bin": b""}), "it is a binary workbook (.xlsb)"),
        (
            archive({"mimetype": b"application/vnd.oasis.opendocument.spreadsheet"}),
            "it is an OpenDocument spreadsheet (.ods)",
        ),
    ],
)
def test_what_is_no_workbook(tmp_path: Path, content: bytes, reason: str) -> None:
    assert refusal(tmp_path, content) == reason


def test_what_cannot_be_read(tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="it cannot be read"):
        open_workbook(tmp_path / "none.xlsx")
    with pytest.raises(Refusal, match="it is not a file"):
        open_workbook(tmp_path)


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes with names")
def test_what_would_never_end(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.xlsx")
    with pytest.raises(Refusal, match="it is not a file"):
        open_workbook(tmp_path / "pipe.xlsx")


def test_a_file_that_was_cut_off(tmp_path: Path, blank: bytes) -> None:
    assert refusal(tmp_path, blank[:-100]) == DAMAGED


def test_a_bomb_by_its_size(tmp_path: Path, blank: bytes) -> None:
    with_bomb = with_parts(blank, {"xl/bomb.xml": bytes(LARGEST_CONTENT)})
    assert refusal(tmp_path, with_bomb) == LARGE


def test_a_bomb_by_its_ratio(tmp_path: Path, blank: bytes) -> None:
    with_bomb = with_parts(blank, {"xl/bomb.xml": b" " * 20_000_000})
    assert len(with_bomb) * HIGHEST_RATIO < 20_000_000
    assert refusal(tmp_path, with_bomb) == LARGE


def test_a_bomb_of_many_parts(tmp_path: Path, blank: bytes) -> None:
    many = {f"xl/{number}.xml": b"" for number in range(MOST_PARTS)}
    assert refusal(tmp_path, with_parts(blank, dict(many))) == LARGE


def test_a_file_too_large_to_be_read(tmp_path: Path) -> None:
    assert refusal(tmp_path, b"PK\x03\x04" + bytes(LARGEST_FILE)) == LARGE


def test_a_size_that_is_not_true(tmp_path: Path, blank: bytes) -> None:
    """An archive may say that a part is small; no more than that is unpacked."""
    bomb = archive({TYPES: b"<a/>", WORKBOOK: b" " * 3_000_000})
    told = (3_000_000).to_bytes(4, "little")
    assert bomb.count(told) == 2
    assert refusal(tmp_path, bomb.replace(told, (30_000).to_bytes(4, "little"))) == DAMAGED
    assert blank


def test_an_archive_with_a_password(tmp_path: Path, blank: bytes) -> None:
    flagged = bytearray(blank)
    place = flagged.find(b"PK\x01\x02")
    while place >= 0:
        flagged[place + 8] |= 1
        place = flagged.find(b"PK\x01\x02", place + 4)
    assert refusal(tmp_path, bytes(flagged)) == "it is encrypted"


@pytest.mark.parametrize("name", ["../../etc/passwd", "/etc/passwd", "xl\\a.xml"])
def test_names_that_lead_elsewhere(tmp_path: Path, blank: bytes, name: str) -> None:
    assert refusal(tmp_path, with_parts(blank, {name: b""})) == DAMAGED


def test_two_parts_of_one_name(tmp_path: Path, blank: bytes) -> None:
    assert refusal(tmp_path, with_parts(blank, {SHEET.upper(): b"<a/>"})) == DAMAGED


@pytest.mark.parametrize(
    ("parts", "reason"),
    [
        ({"xl/vbaProject.bin": b"a"}, MACROS),
        ({"xl/macrosheets/sheet1.xml": b"<a/>"}, MACROS),
        ({"xl/activeX/activeX1.xml": b"<a/>"}, MACROS),
        ({"xl/dialogsheets/sheet1.xml": b"<a/>"}, MACROS),
        ({"xl/externalLinks/externalLink1.xml": b"<a/>"}, LINKED),
        ({"xl/connections.xml": b"<a/>"}, LINKED),
        ({"xl/queryTables/queryTable1.xml": b"<a/>"}, LINKED),
        ({"xl/embeddings/oleObject1.bin": b"a"}, "it has other files embedded in it"),
        (
            {TYPES: replaced("spreadsheetml.sheet.main", "spreadsheetml.template.main")},
            "it is a template",
        ),
        (
            {
                TYPES: replaced(
                    "vnd.openxmlformats-officedocument.spreadsheetml.sheet.main",
                    "vnd.ms-excel.sheet.macroEnabled.main",
                )
            },
            MACROS,
        ),
        ({TYPES: replaced("</Types>", '<Override ContentType="a/vbaProject"/></Types>')}, MACROS),
    ],
)
def test_what_no_work_list_has(
    tmp_path: Path, blank: bytes, parts: dict[str, bytes | Callable[[bytes], bytes]], reason: str
) -> None:
    assert refusal(tmp_path, with_parts(blank, parts)) == reason


def relation(kind: str) -> bytes:
    name = "http://schemas.openxmlformats.org"
    return (
        f'<Relationships xmlns="{name}/package/2006/relationships"><Relationship Id="a" '
        f'Type="{name}/officeDocument/2006/relationships/{kind}" Target="https://example.org/" '
        'TargetMode="External"/></Relationships>'
    ).encode()


def test_what_leads_outside(tmp_path: Path, blank: bytes, returned: Collect) -> None:
    name = "xl/worksheets/_rels/sheet1.xml.rels"
    assert refusal(tmp_path, with_parts(blank, {name: relation("externalLinkPath")})) == LINKED
    assert refusal(tmp_path, with_parts(blank, {name: relation("oleObject")})) == LINKED
    # Excel makes a link of an address that is typed.
    assert returned(with_parts(blank, {name: relation("hyperlink")})).outcomes == ()


BILLION = (
    """<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><b>&b;</b>"""
)
OUTSIDE = """<!DOCTYPE a [<!ENTITY a SYSTEM "file:///etc/passwd">]><a>&a;</a>"""


@pytest.mark.parametrize("name", [SHEET, WORKBOOK, "xl/sharedStrings.xml", "xl/styles.xml", TYPES])
@pytest.mark.parametrize("text", [BILLION, OUTSIDE, "<!DOCTYPE a><a/>"])
def test_entities(tmp_path: Path, blank: bytes, name: str, text: str) -> None:
    assert refusal(tmp_path, with_parts(blank, {name: text.encode()})).startswith(ENTITIES)


@pytest.mark.parametrize("encoding", ["utf-16", "utf-16-le", "utf-16-be", "utf-7"])
def test_entities_in_another_encoding(tmp_path: Path, blank: bytes, encoding: str) -> None:
    head = f'<?xml version="1.0" encoding="{encoding}"?>'
    reason = refusal(tmp_path, with_parts(blank, {SHEET: (head + OUTSIDE).encode(encoding)}))
    assert reason.startswith(ENTITIES) or reason == DAMAGED


@pytest.mark.parametrize(
    "change",
    [
        replaced("<sheetData>", "<sheetData><row r='x'><c r='A1'/></row>"),
        replaced("<sheetData>", "<sheetData><row r='1'><c r='A1' t='s'><v>99</v></c></row>"),
        replaced("<sheetData>", "<sheetData><row r='1'><c r='A1' t='s'><v>x</v></c></row>"),
        replaced("<sheetData>", "<sheetData><row r='1'><c r='A1' s='x'><v>1</v></c></row>"),
        replaced("</sheetData>", ""),
        replaced("<worksheet", "<worksheet\x00"),
    ],
)
def test_xml_that_is_not_as_it_should_be(
    tmp_path: Path, blank: bytes, change: Callable[[bytes], bytes]
) -> None:
    assert refusal(tmp_path, with_parts(blank, {SHEET: change})) == DAMAGED


def test_a_sheet_whose_part_is_not_there(tmp_path: Path, blank: bytes) -> None:
    rels = "xl/_rels/workbook.xml.rels"
    changed = with_parts(blank, {rels: replaced("worksheets/sheet1.xml", "worksheets/none.xml")})
    assert refusal(tmp_path, changed) == DAMAGED


def test_more_cells_than_a_list_could_have(
    tmp_path: Path, blank: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cells, "MOST_CELLS", 100)
    assert refusal(tmp_path, blank) == LARGE


def test_areas_of_any_size_cost_nothing(blank: bytes, returned: Collect) -> None:
    whole = "A1:XFD1048576"
    more = (
        f'</sheetData><mergeCells><mergeCell ref="{whole}"/></mergeCells>'
        f'<hyperlinks><hyperlink ref="{whole}" location="a"/></hyperlinks>'
    )
    found = returned(with_parts(blank, {SHEET: replaced("</sheetData>", more)})).outcomes
    assert [one.reason for one in found] == [f"these cells are merged: {whole}"]


def test_elements_within_elements_without_end(tmp_path: Path, blank: bytes) -> None:
    deep = b"<a>" * 100_000 + b"</a>" * 100_000
    path = tmp_path / "returned.xlsx"
    path.write_bytes(with_parts(blank, {SHEET: deep}))
    assert open_workbook(path).sheets[0].cells == {}


def test_a_formula_in_an_input(blank: bytes, returned: Collect) -> None:
    cells = {("牵头", 102, WHOLE, "进展情况"): '=HYPERLINK("https://example.org","点")'}
    found = returned(filled(blank, cells, "General")).outcomes
    assert "this is a formula" in [one.reason for one in found]


def test_a_formula_that_fills_several_cells(blank: bytes, returned: Collect) -> None:
    from openpyxl.worksheet.formula import ArrayFormula

    content = edited(
        blank,
        lambda book: page_of(book, "牵头").__setitem__("L18", ArrayFormula("L18:L19", "=A1:A2")),
    )
    found = returned(content).outcomes
    assert "this is a formula" in [one.reason for one in found]


ANYTHING = st.recursive(
    st.none() | st.booleans() | st.integers(-5, 300) | st.sampled_from(["", "牵头", "item", "6"]),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("ab"), inner),
    max_leaves=4,
)


@pytest.mark.slow
@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(value=ANYTHING, seed=st.integers(0, 2**32))
def test_what_a_list_remembers_may_be_forged(
    returned: Collect, dataset: Dataset, value: object, seed: int
) -> None:
    """A checksum can be worked out anew; what is not as it should be is refused all the same."""
    chance = random.Random(seed)  # noqa: S311  (damage, not secrets)
    made = work_list(dataset, "市公安局", 2023, DAY)
    lines = [json.loads(line) for line in manifest_lines(made)[1:-1]]
    place: Any = chance.choice(lines)
    while True:
        key = chance.choice(list(place) if isinstance(place, dict) else range(len(place)))
        if not isinstance(place[key], dict | list) or not place[key] or chance.random() < 0.3:
            break
        place = place[key]
    place[key] = value
    forged = [json.dumps(line, ensure_ascii=False) for line in lines]
    forged.append(hashlib.sha256("\n".join(forged).encode()).hexdigest())

    def forge(book: Workbook) -> None:
        page = page_of(book, SHEET_NAME)
        for number, line in enumerate(forged, 2):
            page.cell(number, 1).value = line

    first = next(row for row in made.sheets[-1].rows if row.target is not None)
    cells = {("指标", first.item, str(first.target), "年度目标"): "甲"}
    for one in returned(edited(filled(workbook_bytes(made), cells), forge)).outcomes:
        assert one.state in ("new", "changed", "conflict", "wrong")


@settings(
    max_examples=150,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(seed=st.integers(0, 2**32))
def test_damage_of_any_kind_is_refused_or_told(
    tmp_path: Path, returned: Collect, seed: int
) -> None:
    """Whatever bytes are changed, what comes out is a list, or why there is none."""
    chance = random.Random(seed)  # noqa: S311  (damage, not secrets)
    parts = {
        TYPES: b'<Types><Override PartName="/xl/workbook.xml" ContentType="application/'
        b'vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>',
        "xl/_rels/workbook.xml.rels": b'<R><Relationship Id="1" Target="worksheets/s.xml"/></R>',
        WORKBOOK: b'<w><sheets><sheet name="a" id="1"/></sheets></w>',
        "xl/sharedStrings.xml": b"<sst><si><t>a_x0041_</t></si></sst>",
        "xl/styles.xml": b'<s><numFmt numFmtId="170" formatCode="0%"/><cellXfs>'
        b'<xf numFmtId="170"/></cellXfs></s>',
        "xl/worksheets/s.xml": b'<w><cols><col min="1" max="2" hidden="1"/></cols><row r="1">'
        b'<c r="A1" t="s" s="0"><v>0</v></c><c><v>7</v></c></row><mergeCell ref="A1:B2"/></w>',
    }
    name = chance.choice(list(parts))
    part = bytearray(parts[name])
    for _change in range(chance.randint(1, 4)):
        place = chance.randrange(len(part))
        part[place : place + chance.randint(0, 3)] = chance.randbytes(chance.randint(0, 2))
        part += b" "
    parts[name] = bytes(part)
    content = bytearray(archive(parts))
    if chance.random() < 0.3:
        content[chance.randrange(len(content))] = chance.randrange(256)
    found = returned(bytes(content))
    assert [one.state for one in found.outcomes] == ["wrong"]
    assert tmp_path
