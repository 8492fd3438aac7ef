import re
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plan_cli.dataset.yaml import Limits, Mark, Value
from plan_cli.dataset.yaml_reader import parse

from .documents import ANY_DOCUMENT

WORDS = [
    ("true", True),
    ("false", False),
    ("null", None),
    ("~", None),
    ("", None),
    ("0", 0),
    ("-0", 0),
    ("42", 42),
    ("-42", -42),
    ("1.50", Decimal("1.50")),
    ("-0.0", Decimal("-0.0")),
    ("9" * 30, int("9" * 30)),
    ("9" * 31, "9" * 31),
    ("1." + "0" * 28, Decimal("1." + "0" * 28)),
    ("1." + "0" * 29, "1." + "0" * 29),
    *[
        (text, text)
        for text in (
            *("no", "yes", "on", "off", "True", "FALSE", "NULL", "Null", "y", "n"),
            *("010", "00", "+1", "1e5", "1.", ".5", "-.5", "0x1F", "0o7", "1_000", "1,000"),
            *("12:30", "2022-07-28", "2022-07-28T10:00:00Z", ".inf", ".nan", "--1", "1a"),
            *("１", "٣", "中文", "a b", "=", "1.2.3", "50%", "-a"),
        )
    ],
]


@pytest.mark.parametrize(("text", "value"), WORDS)
def test_meaning_of_unquoted_words(text: str, value: Value) -> None:
    parsed = parse(f"key: {text}\n")

    assert parsed.faults == []
    assert repr(parsed.value) == repr({"key": value})


@pytest.mark.parametrize("quoted", ["'{}'", '"{}"', "|-\n  {}", ">-\n  {}"])
@pytest.mark.parametrize("text", ["true", "null", "~", "1", "1.5", "<<", "a b"])
def test_quoted_and_block_scalars_are_text(quoted: str, text: str) -> None:
    assert parse("key: " + quoted.format(text)).value == {"key": text}


@pytest.mark.parametrize("key", ["50", "1.50", "true", "null", "~", "010", "'50'", '"<<"'])
def test_keys_are_text_as_written(key: str) -> None:
    parsed = parse(f"{key}: 1\n")

    assert parsed.faults == []
    assert parsed.value == {key.strip("'\""): 1}


def test_a_document_may_be_a_single_null() -> None:
    assert parse("null\n").faults == []
    assert parse("~").value is None


def test_escapes_for_tab_and_line_feed_are_text() -> None:
    assert parse('"a\\tb\\nc"').value == "a\tb\nc"


def test_windows_line_endings_do_not_reach_the_values() -> None:
    text = "a: |\r\n  one\r\n  two\r\nb:\r\n  - 1\r\n"

    assert parse(text).value == {"a": "one\ntwo\n", "b": [1]}


@given(st.integers(min_value=-(10**29) + 1, max_value=10**30 - 1))
def test_whole_numbers_are_read_as_written(number: int) -> None:
    assert parse(f"- {number}").value == [number]


@given(st.decimals(min_value=-(10**9), max_value=10**9, places=4))
def test_decimals_keep_every_digit(number: Decimal) -> None:
    assert repr(parse(f"{number:f}").value) == repr(number)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc", "Zl", "Zp"]), max_size=40))
def test_single_quotes_keep_any_text_on_a_line(text: str) -> None:
    text = re.sub("[\ufeff\ufffe\uffff]", "", text)

    assert parse("k: '" + text.replace("'", "''") + "'").value == {"k": text}


REFUSALS = [
    # Nothing, too many, and lines around the document
    ("", "empty-document", 1, 1),
    ("\n# only a comment\n\n", "empty-document", 1, 1),
    ("---\n", "empty-document", 1, 1),
    ("a: 1\n---\nb: 2\n", "second-document", 2, 1),
    ("a: 1\n...\n---\nb: 2\n", "second-document", 3, 1),
    ("%YAML 1.1\n---\na: 1\n", "directive", 1, 1),
    ("# c\n\n%TAG ! !x\n---\na: 1\n", "directive", 3, 1),
    ("%UNKNOWN x\n---\na: 1\n", "directive", 1, 1),
    # Keys
    ("a: 1\nb: 2\na: 3\n", "duplicate-key", 3, 1),
    ("- {a: 1, 'a': 2}\n", "duplicate-key", 1, 10),
    ("50: 1\n'50': 2\n", "duplicate-key", 2, 1),
    (": 1\n", "empty-key", 1, 1),
    ("a: 1\n: 2\n", "empty-key", 2, 1),
    ("{: 1}\n", "empty-key", 1, 2),
    ("[: 1]\n", "empty-key", 1, 2),
    ("'': 1\n", "empty-key", 1, 1),
    ("? a\n: 1\n", "explicit-key", 1, 1),
    ("x:\n  ? a\n", "explicit-key", 2, 3),
    ("- ? a\n", "explicit-key", 1, 3),
    ("{? a: 1}\n", "explicit-key", 1, 2),
    ("[a]: 1\n", "collection-key", 1, 1),
    ("x: {{a: 1}: 2}\n", "collection-key", 1, 5),
    ("a:\n  <<: {b: 1}\n", "merge-key", 2, 3),
    # Anchors, aliases, tags
    ("a: &x 1\n", "anchor", 1, 4),
    ("- &x\n  a: 1\n", "anchor", 1, 3),
    ("- &x [1]\n", "anchor", 1, 3),
    ("a: *x\n", "alias", 1, 4),
    ("*x : 1\n", "alias", 1, 1),
    ("a: !t 1\n", "tag", 1, 4),
    ("a: !!str 1\n", "tag", 1, 4),
    ("a: ! 1\n", "tag", 1, 4),
    ("!!map {a: 1}\n", "tag", 1, 1),
    # Characters
    ("a:\t1\n", "tab", 1, 3),
    ("a: 1\n\tb: 2\n", "tab", 2, 1),
    ("a: 名\t\t𠀀 # \n", "tab", 1, 5),
    ("a: 1\rb: 2\n", "lone-carriage-return", 1, 5),
    ("a: 1\r", "lone-carriage-return", 1, 5),
    ("\ufeffa: 1\n", "byte-order-mark", 1, 1),
    ("a: x\ufeff\n", "byte-order-mark", 1, 5),
    ("a: x\x85\n", "line-separator", 1, 5),
    ("a: x\u2028\n", "line-separator", 1, 5),
    ("a: x\u2029\n", "line-separator", 1, 5),
    ("a: \ud800\n", "lone-surrogate", 1, 4),
    ("a: 1\r\nb: \x00\n", "control-character", 2, 4),
    ("a: \x1b[0m\n", "control-character", 1, 4),
    ("a: \x7f\n", "control-character", 1, 4),
    ("a: \uffff\n", "control-character", 1, 4),
    ('a: "\\e[0m"\n', "control-character", 1, 4),
    ('a: "\\0"\n', "control-character", 1, 4),
    ('"\\r": 1\n', "control-character", 1, 1),
    # What readers of YAML read differently
    ("a: |# c\n  x\n", "tight-comment", 1, 5),
    ("a: >2-# c\n  x\n", "tight-comment", 1, 7),
    # Broken
    ("a: [1, 2\n", "syntax-error", 2, 1),
    ("a: 'x\n", "syntax-error", 2, 1),
    ("a: @x\n", "syntax-error", 1, 4),
    ("a: b: c\n", "syntax-error", 1, 5),
    ("a: - b\n", "syntax-error", 1, 4),
    ("- a\nb: 1\n", "syntax-error", 2, 1),
    ("a: 1\nb\n", "syntax-error", 2, 1),
    ("a: |x\n  b\n", "syntax-error", 1, 5),
    ("a: *\n", "syntax-error", 1, 5),
    ("a: 1\n...\nb\n", "syntax-error", 3, 1),
    ("{a}b\n", "syntax-error", 1, 4),
    ("a: ]\n", "syntax-error", 1, 4),
]


@pytest.mark.parametrize(("text", "code", "line", "column"), REFUSALS)
def test_refused_with_its_place(text: str, code: str, line: int, column: int) -> None:
    fault, *rest = parse(text).faults

    assert (fault.code, fault.span.start) == (code, Mark(line, column))
    assert {other.code for other in rest} <= {"collection-key", "lone-carriage-return", code}
    assert fault.message.endswith(".")
    assert fault.hint.endswith(".")


@pytest.mark.parametrize(
    "text",
    [
        *("[a?b]", "[?a]", "[a, ?b]", "{a?: 1}", "[http://x.cn/?a=1]"),
        *("[a:]", "{a:}", "{a:, b: 1}", "[a :]", "{a\n:}"),
        *('"\\ud800"', '"\\ud83d\\ude00"', '"\\U00110000"', '"\\UFFFFFFFF"', '"\\x"'),
    ],
)
def test_refused_within_brackets_and_quotes(text: str) -> None:
    assert parse(text).faults


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("a: why?\nb: ?x\nc: a ? b\n", {"a": "why?", "b": "?x", "c": "a ? b"}),
        ("a: 1 # why ? so\n# ? x\n'?': '? y'\n", {"a": 1, "?": "? y"}),
        ("a: |\n  ? x\n  # y\n", {"a": "? x\n# y\n"}),
        ("a: ['b?', \"c ?\"]\n", {"a": ["b?", "c ?"]}),
        ("--- # c\na: {b: , 'c':}\n...\n", {"a": {"b": None, "c": None}}),
        ("a: | # c\n  x\nb: C#\nc: 1#2\n", {"a": "x\n", "b": "C#", "c": "1#2"}),
        ("'&a': '*b'\n'!c': '%d'\n", {"&a": "*b", "!c": "%d"}),
        ("a: 1\nb:\n  a: 2\n  c: {a: 3}\n", {"a": 1, "b": {"a": 2, "c": {"a": 3}}}),
        ("a:\n- 1\n-\n- - 2\n", {"a": [1, None, [2]]}),
    ],
)
def test_accepted_although_it_looks_alike(text: str, value: object) -> None:
    parsed = parse(text)

    assert not parsed.faults
    assert parsed.value == value


def test_a_duplicate_names_the_line_of_the_first() -> None:
    (fault,) = parse("a: 1\nx:\n  a: 2\n  b: 3\n  a: 4\n").faults

    assert fault.span.start == Mark(5, 3)
    assert "3" in fault.message
    assert "a" in fault.message


def test_all_is_told_in_one_pass() -> None:
    text = "a: &x 1\na: *x\n? d : e\n!t f: !!str g\n<<: {}\nk: [\n"
    faults = parse(text).faults

    assert [(fault.code, fault.span.start.line) for fault in faults] == [
        ("anchor", 1),
        ("duplicate-key", 2),
        ("alias", 2),
        ("explicit-key", 3),
        ("collection-key", 3),
        ("tag", 4),
        ("tag", 4),
        ("merge-key", 5),
        ("syntax-error", 7),
    ]


def test_all_bad_characters_are_told() -> None:
    faults = parse("a:\t1\n\x00\x00b: \x85\n\t").faults

    assert [(f.code, f.span.start, f.span.end.column) for f in faults] == [
        ("tab", Mark(1, 3), 4),
        ("control-character", Mark(2, 1), 3),
        ("line-separator", Mark(2, 6), 7),
        ("tab", Mark(3, 1), 2),
    ]


@pytest.mark.parametrize("text", ["\ta" * 9, "a: 1\n" * 9, "- *a\n" * 9])
def test_a_long_list_of_faults_is_cut_off(text: str) -> None:
    faults = parse(text, Limits(max_faults=3)).faults

    assert len(faults) == 4
    assert faults[-1].code == "too-many-faults"


@pytest.mark.parametrize("opening", ["[", "- ", "{a: "])
def test_endless_nesting_stops_at_the_limit(opening: str) -> None:
    (fault,) = parse(opening * 5000).faults

    assert (fault.code, fault.span.start) == ("too-deep", Mark(1, 32 * len(opening) + 1))


# libyaml 0.2.6 itself goes no deeper than 1,000.
def test_depth_may_reach_the_limit() -> None:
    depth = 300
    limits = Limits(max_depth=depth)
    text = "[" * depth + "]" * depth

    assert not parse(text, limits).faults
    (fault,) = parse(f"[{text}]", limits).faults
    assert (fault.code, fault.span.start) == ("too-deep", Mark(1, depth + 1))


def test_number_of_nodes_is_limited() -> None:
    assert not parse("a: [1, 2]\n", Limits(max_nodes=5)).faults

    (fault,) = parse("a: 1\na: [1,\n 2]\n", Limits(max_nodes=6)).faults
    assert (fault.code, fault.span.start) == ("too-many-nodes", Mark(3, 2))


def test_size_is_limited_in_bytes() -> None:
    assert not parse("名: 1", Limits(max_bytes=6)).faults

    (fault,) = parse("名: 1", Limits(max_bytes=5)).faults
    assert (fault.code, fault.span.start) == ("too-large", Mark(1, 1))


@settings(max_examples=300)
@given(st.one_of(st.text(max_size=60), ANY_DOCUMENT))
def test_any_text_gives_a_value_or_faults_within_it(text: str) -> None:
    for fault in parse(text).faults:
        assert 1 <= fault.span.start.line <= text.count("\n") + 1
        assert fault.span.start.column >= 1
        assert fault.span.start <= fault.span.end


@pytest.mark.parametrize("form", ["{}: 1", "'{}': 1", "[{} : 1]", "{{'{}':1}}", "[{}\n: 1]"])
@pytest.mark.parametrize("character", ["a", "中", "🀄"])
@pytest.mark.parametrize("length", [1018, 1024, 1028])
def test_keys_as_long_as_yaml_allows_are_read_or_refused(
    form: str, character: str, length: int
) -> None:
    parsed = parse(form.format(character * length))

    assert parsed.faults or parsed.value in (
        {character * length: 1},
        [{character * length: 1}],
    )


def test_a_fault_does_not_hide_those_behind_it() -> None:
    text = "a: *x\na: 1\n'': {b: 1}\n<<: {b: 1, b: 2}\n[c]: {d: 1, d: 2}\na: [e?f]\n"

    assert [(fault.code, fault.span.start) for fault in parse(text).faults] == [
        ("alias", Mark(1, 4)),
        ("duplicate-key", Mark(2, 1)),
        ("empty-key", Mark(3, 1)),
        ("merge-key", Mark(4, 1)),
        ("duplicate-key", Mark(4, 12)),
        ("collection-key", Mark(5, 1)),
        ("duplicate-key", Mark(5, 13)),
        ("duplicate-key", Mark(6, 1)),
        ("flow-question-mark", Mark(6, 5)),
    ]
