"""What libyaml and the parser in Python read is one and the same, or refused in the same words."""

import os

import pytest
from hypothesis import given, settings
from plan_cli.strict_yaml.events import HAVE_C
from plan_cli.strict_yaml.model import DEFAULT_LIMITS
from plan_cli.strict_yaml.reading import parse_with
from plan_cli.strict_yaml.survey import Survey

from .documents import ANY_DOCUMENT, REALISTIC

pytestmark = pytest.mark.skipif(not HAVE_C, reason="PyYAML has no libyaml here")


def assert_same(text: str) -> None:
    fast, slow = (parse_with(text, use_c=use_c) for use_c in (True, False))

    assert fast.faults == slow.faults
    if fast.faults:
        return
    assert repr(fast.value) == repr(slow.value)
    one, other = (Survey(text, DEFAULT_LIMITS, use_c) for use_c in (True, False))
    assert not one.faults
    assert not other.faults
    assert one.values == other.values
    assert one.keys == other.keys


# For a long run: STRICT_YAML_EXAMPLES=50000 pytest tests/strict_yaml/test_both_parsers.py
@settings(max_examples=int(os.environ.get("STRICT_YAML_EXAMPLES", "400")))
@given(ANY_DOCUMENT)
def test_any_document_is_read_alike(text: str) -> None:
    assert_same(text)


@pytest.mark.parametrize("line_break", ["\n", "\r\n"])
def test_a_realistic_file_is_read_alike(line_break: str) -> None:
    text = REALISTIC.replace("\n", line_break)

    assert not parse_with(text).faults
    assert_same(text)


@pytest.mark.parametrize("form", ["{}: 1", "'{}': 1", "[{} : 1]", "{{'{}':1}}", "[{}\n: 1]"])
@pytest.mark.parametrize("character", ["a", "中", "🀄"])
@pytest.mark.parametrize("length", range(1018, 1028))
def test_keys_as_long_as_yaml_allows_are_read_alike(form: str, character: str, length: int) -> None:
    assert_same(form.format(character * length))


@pytest.mark.parametrize(
    "text",
    [
        *("|#", "a: |-# c\n  x", "[a:]", "{1:}", "[a :]", "[a?b]", "[?a]", "{a: }", "[1: ]"),
        *("[{k:\n}]", "a: a\n:?:", "n: 1\n:[:", "{a, b : , c:  #x\n}", "{'a':}", "%X\n---\na"),
        *("a:\n\n\nb:", "-\n-\n", "- - a\n  -\n", "a:\n- b\n-\nc:", "[[], {}, [ ], {a: []}]"),
    ],
)
def test_what_once_differed_is_read_alike_or_refused(text: str) -> None:
    assert_same(text)
