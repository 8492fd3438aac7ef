import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from plan_cli.strict_yaml.model import Limits, Mark
from plan_cli.strict_yaml.reading import parse, parse_with

from .documents import YAMLISH

PARSERS = pytest.mark.parametrize("use_c", [None, False], ids=["best", "python"])

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
    # What the two parsers read differently
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


@PARSERS
@pytest.mark.parametrize(("text", "code", "line", "column"), REFUSALS)
def test_refused_with_its_place(
    text: str, code: str, line: int, column: int, use_c: bool | None
) -> None:
    fault, *rest = parse_with(text, use_c=use_c).faults

    assert (fault.code, fault.span.start) == (code, Mark(line, column))
    assert {other.code for other in rest} <= {"collection-key", "lone-carriage-return", code}
    assert fault.message.endswith(".")
    assert fault.hint.endswith(".")


@PARSERS
@pytest.mark.parametrize(
    "text",
    [
        *("[a?b]", "[?a]", "[a, ?b]", "{a?: 1}", "[http://x.cn/?a=1]"),
        *("[a:]", "{a:}", "{a:, b: 1}", "[a :]", "{a\n:}"),
        *('"\\ud800"', '"\\ud83d\\ude00"', '"\\U00110000"', '"\\UFFFFFFFF"', '"\\x"'),
    ],
)
def test_refused_by_either_parser(text: str, use_c: bool | None) -> None:
    assert parse_with(text, use_c=use_c).faults


@PARSERS
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
def test_accepted_although_it_looks_alike(text: str, value: object, use_c: bool | None) -> None:
    parsed = parse_with(text, use_c=use_c)

    assert parsed.faults == ()
    assert parsed.value == value


def test_a_duplicate_names_the_line_of_the_first() -> None:
    (fault,) = parse("a: 1\nx:\n  a: 2\n  b: 3\n  a: 4\n").faults

    assert fault.span.start == Mark(5, 3)
    assert "3" in fault.message
    assert "a" in fault.message


@PARSERS
def test_all_is_told_in_one_pass(use_c: bool | None) -> None:
    text = "a: &x 1\na: *x\n? d : e\n!t f: !!str g\n<<: {}\nk: [\n"
    faults = parse_with(text, use_c=use_c).faults

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


@PARSERS
@pytest.mark.parametrize("opening", ["[", "- ", "{a: "])
def test_endless_nesting_stops_at_the_limit(opening: str, use_c: bool | None) -> None:
    (fault,) = parse_with(opening * 5000, use_c=use_c).faults

    assert (fault.code, fault.span.start) == ("too-deep", Mark(1, 32 * len(opening) + 1))


# The parser in Python takes a time that grows with the square of the depth, and libyaml 0.2.6
# itself goes no deeper than 1,000.
@PARSERS
def test_depth_may_reach_the_limit(use_c: bool | None) -> None:
    depth = 300
    limits = Limits(max_depth=depth)
    text = "[" * depth + "]" * depth

    assert not parse_with(text, limits, use_c).faults
    (fault,) = parse_with(f"[{text}]", limits, use_c).faults
    assert (fault.code, fault.span.start) == ("too-deep", Mark(1, depth + 1))


@PARSERS
def test_number_of_nodes_is_limited(use_c: bool | None) -> None:
    assert not parse_with("a: [1, 2]\n", Limits(max_nodes=5), use_c).faults

    (fault,) = parse_with("a: 1\na: [1,\n 2]\n", Limits(max_nodes=6), use_c).faults
    assert (fault.code, fault.span.start) == ("too-many-nodes", Mark(3, 2))


def test_size_is_limited_in_bytes() -> None:
    assert not parse("名: 1", Limits(max_bytes=6)).faults

    (fault,) = parse("名: 1", Limits(max_bytes=5)).faults
    assert (fault.code, fault.span.start) == ("too-large", Mark(1, 1))


@settings(max_examples=300)
@given(st.one_of(st.text(max_size=60), YAMLISH))
def test_any_text_gives_a_value_or_faults_within_it(text: str) -> None:
    for use_c in (None, False):
        for fault in parse_with(text, use_c=use_c).faults:
            assert 1 <= fault.span.start.line <= text.count("\n") + 1
            assert fault.span.start.column >= 1
            assert fault.span.start <= fault.span.end
