import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plan_cli.dataset.yaml import Fault, Limits, Mark, Span, decode


def refused(raw: bytes) -> Fault:
    fault = decode(raw)
    assert isinstance(fault, Fault)
    return fault


def test_utf8_is_decoded_and_line_endings_are_kept() -> None:
    assert decode("名称: 𠀀\r\n".encode()) == "名称: 𠀀\r\n"


def test_one_byte_order_mark_at_the_start_is_dropped() -> None:
    assert decode(b"\xef\xbb\xbfa: 1") == "a: 1"
    assert decode(b"\xef\xbb\xbf\xef\xbb\xbfa") == "\ufeffa"


@pytest.mark.parametrize(
    ("raw", "line", "column"),
    [
        (b"\xff", 1, 1),
        (b"a: 1\n\xff", 2, 1),
        ("a: 1\r\n名𠀀".encode() + b"\xff", 2, 3),
        (b"\xef\xbb\xbfab\xff", 1, 3),
        (b"a\xe5\x90", 1, 2),  # cut off within a character
        (b"a\xed\xa0\x80", 1, 2),  # an encoded surrogate
        (b"a\xc0\x80", 1, 2),  # an overlong NUL
    ],
)
def test_the_first_bad_byte_is_named(raw: bytes, line: int, column: int) -> None:
    fault = refused(raw)

    assert fault.code == "not-utf8"
    assert fault.span == Span(Mark(line, column), Mark(line, column + 1))


def test_gbk_is_recognised() -> None:
    fault = refused("version: 1\nname: 名称\n".encode("gbk"))

    assert fault.span.start == Mark(2, 7)
    assert "GBK" in fault.hint


@pytest.mark.parametrize("encoding", ["utf-16-le", "utf-16-be"])
def test_utf16_is_recognised_by_its_mark(encoding: str) -> None:
    fault = refused("\ufeffa: 1".encode(encoding))

    assert fault.span.start == Mark(1, 1)
    assert "UTF-16" in fault.hint


def test_no_encoding_is_named_when_none_is_likely() -> None:
    fault = refused(b"a\xff")

    assert "GBK" not in fault.hint
    assert "UTF-16" not in fault.hint


def test_a_file_over_the_limit_is_not_decoded() -> None:
    fault = decode(b"\xff" * 11, Limits(max_bytes=10))

    assert isinstance(fault, Fault)
    assert fault.code == "too-large"
    assert fault.span.start == Mark(1, 1)


@given(st.binary(max_size=200))
def test_any_bytes_are_decoded_or_refused_within_the_text(raw: bytes) -> None:
    decoded = decode(raw)

    if isinstance(decoded, Fault):
        assert 1 <= decoded.span.start.line <= raw.count(b"\n") + 1
        assert decoded.span.start.column >= 1
    else:
        assert decoded.encode() == raw.removeprefix(b"\xef\xbb\xbf")


def test_naming_the_types_does_not_import_pyyaml() -> None:
    code = (
        "import sys, plan_cli.dataset.yaml, plan_cli.dataset.files\n"
        "print({'yaml', 'pydantic', 'rich', 'typer'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert done.stdout.strip() == "set()"
