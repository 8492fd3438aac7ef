"""Whatever a file of reports looks like: every byte of it stays, and one report is added."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plan_cli.dataset.load import read_records
from plan_cli.dataset.models import Report
from plan_cli.submit.change import appended
from plan_cli.submit.submit import REPORTS_HEADER
from tests.submit.samples import BY, fields, submit_report

RECORD = (
    "- id: {id}\n"
    "  item: 1\n"
    "  date: 2024-03-01\n"
    "  status: in_progress\n"
    '  progress: "第 {n} 次: 甲"\n'
)
PATH = Path("市工信局.yaml")
NOISE = st.sampled_from(["", "\n", "# 备注\n", "  # 缩进的备注\n", "\n\n"])


@st.composite
def files(draw: st.DrawFn) -> bytes:
    """A file as a person may have left it."""
    text = draw(NOISE)
    indent = draw(st.sampled_from(["", "  "]))
    for number in range(draw(st.integers(0, 3))):
        record = RECORD.format(id=f"k{number:05}", n=number)
        text += "".join(f"{indent}{line}\n" for line in record.splitlines()) + draw(NOISE)
    if draw(st.booleans()):
        text = text.rstrip("\n")
    raw = text.replace("\n", "\r\n" if draw(st.booleans()) else "\n").encode()
    return (b"\xef\xbb\xbf" if draw(st.booleans()) else b"") + raw


@given(files())
def test_every_byte_stays(old: bytes) -> None:
    file, before, problems = read_records(Report, PATH, old)
    assert (problems, file is not None) == ([], True)
    lines = RECORD.format(id="z00000", n=99).splitlines()
    assert file is not None
    new = appended(old, file, REPORTS_HEADER, lines)
    assert new.startswith(old)
    assert new.endswith(b"\n")
    _file, after, problems = read_records(Report, PATH, new)
    assert problems == []
    assert list(after.values())[:-1] == list(before.values())
    assert after[len(before)].id == "z00000"
    if old.count(b"\r\n"):
        assert new.count(b"\n") == new.count(b"\r\n")
    elif old.count(b"\n"):
        assert b"\r" not in new


@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(files())
def test_every_byte_stays_on_disk_too(base: Path, old: bytes) -> None:
    place = base / "progress" / f"{BY}.yaml"
    place.parent.mkdir(exist_ok=True)
    place.write_bytes(old)
    others = {
        path: path.read_bytes() for path in base.rglob("*") if path.is_file() and path != place
    }
    done = submit_report(base, fields())
    assert place.read_bytes() == done.content
    assert done.content.startswith(old)
    assert all(path.read_bytes() == content for path, content in others.items())


@pytest.mark.parametrize(
    "old",
    [
        b"[]\n",
        b"[{id: k00000, item: 1, date: 2024-03-01, status: done, evidence: [a]}]\n",
        b"- id: k00000\n  item: 1\n  date: 2024-03-01\n  status: blocked\n  note: |\n    a",
    ],
)
def test_what_nothing_can_be_added_to_is_left_alone(base: Path, old: bytes) -> None:
    from plan_cli.submit.change import InvalidSubmissionError

    place = base / "progress" / f"{BY}.yaml"
    place.parent.mkdir()
    place.write_bytes(old)
    with pytest.raises(InvalidSubmissionError, match="end of"):
        submit_report(base, fields())
    assert place.read_bytes() == old


def test_a_new_file_has_its_header(base: Path) -> None:
    submit_report(base, fields())
    first, second, third = (base / "progress" / f"{BY}.yaml").read_text("utf-8").split("\n")[:3]
    assert first == "# yaml-language-server: $schema=../../schema/progress.schema.json"
    assert second.startswith(f"# {BY}的报送")
    assert third.startswith("- id: ")
