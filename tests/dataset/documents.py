"""Texts that are YAML, or nearly: for rules that hold for all of them."""

from hypothesis import strategies as st

REALISTIC = """# 规划
version: 1
items:
  - id: a-1
    name: "国内 \\"生产\\" 总值"
    note: 'it''s'
    tags: [经济, 'b', {k: v, "q": 1}, {e: }]
    text: |
      line one

      line two
    folded: >-
      one
      two
    url: https://x.cn/?a=1
    empty:
  - id: b
    𠀀𠀀: one two
      three # c
    n: -1.50
"""

_PIECES = (
    *"-?:,[]{}#&*!|>'\"%@`\\=~+",
    *(" ", " ", "  ", "\n", "\n", "\n  ", "\r\n", "\t", "\x85", "\ufeff", "\u3000", "\xa0"),
    *("a", "b", "1", "-1", "1.5", "中", "🀄", "null", "'a'", '"b"', "\\n", "<<", "---", "..."),
    *("- ", ": ", "a: ", "- a\n", "|\n", "|-\n", "|2\n", ">+\n", " #c", "# c\n", "\n\n"),
)

YAMLISH = st.lists(st.sampled_from(_PIECES), max_size=14).map("".join)


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """Return the realistic file with a few pieces put in or taken out."""
    text = REALISTIC
    for _ in range(draw(st.integers(1, 4))):
        start = draw(st.integers(0, len(text)))
        piece = draw(st.lists(st.sampled_from(_PIECES), max_size=2).map("".join))
        text = text[:start] + piece + text[start + draw(st.sampled_from([0, 0, 1, 2, 5])) :]
    return text.replace("\n", "\r\n") if draw(st.integers(0, 9)) == 0 else text


_WORDS = st.sampled_from(
    [
        *("a", "b c", "'q'", '"d"', "1", "-1.5", "", "true", "x#y", "a:b", "中文", '"\\n"'),
        *("a?b", "?", "-", "a,b", "''", "a\n b", "'a\n\n b'", '"a\\\n  b"', "&a", "!", "*a"),
        *("-a", ":a", "[]", "{}", "a ", "a #c", "<<", "http://a/b"),
    ]
)
_GAPS = st.sampled_from(["", "", " ", "\n  ", " #c\n  "])


def _in_brackets(values: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Return lists and records in brackets, with anything between the values."""
    spaced = st.tuples(_GAPS, values, _GAPS).map("".join)
    colon = st.sampled_from([":", ": ", " :", " : "])
    pair = st.tuples(spaced, colon, spaced).map("".join)
    inner = st.lists(st.one_of(spaced, pair), max_size=3).map(",".join)
    return st.one_of(inner.map("[{}]".format), inner.map(lambda text: "{" + text + "}"))


_FLOW = st.recursive(_WORDS, _in_brackets, max_leaves=6)


@st.composite
def structured(draw: st.DrawFn, depth: int = 0, indent: int = 0) -> str:
    """Return lists and records by indentation, which is now and then wrong."""
    kind = draw(st.sampled_from(["flow", "list", "record", "block"])) if depth < 3 else "flow"
    if kind == "flow":
        return draw(_FLOW) + draw(st.sampled_from(["", "\n", " ", "\n\n", " # c\n"]))
    if kind == "block":
        head = draw(st.sampled_from(["|", ">", "|-", ">+", "|2", "| #c", ">#"]))
        lines = st.lists(st.sampled_from(["t", "- x", "a: b", "", "# c", " z "]), max_size=3)
        return head + "\n" + "".join(" " * (indent + 2) + line + "\n" for line in draw(lines))
    start = "-" if kind == "list" else draw(st.sampled_from(["a:", "b:", "'k':", "中 :", ":"]))
    text = "\n" if depth and draw(st.booleans()) else ""
    for _ in range(draw(st.integers(1, 3))):
        gap = draw(st.sampled_from([" ", "  ", "\n" + " " * (indent + 2)]))
        child = draw(structured(depth + 1, indent + draw(st.sampled_from([0, 1, 2, 2]))))
        key = start if kind == "list" else draw(st.sampled_from(["", "x", "y"])) + start
        text += " " * indent + key + gap + child + draw(st.sampled_from(["\n", "", "\n\n"]))
    return text


@st.composite
def lists(draw: st.DrawFn) -> str:
    """Return lists of records and whatever else, with comments and blank lines between them."""
    indent = draw(st.sampled_from(["", "", "  "]))
    text = draw(st.sampled_from(["", "# c\n", "---\n", "\n", "--- # c\n"]))
    for _ in range(draw(st.integers(1, 5))):
        entry = draw(
            st.sampled_from(
                [
                    *(
                        "a: 1\n{}  b: 中",
                        "a\n{}  b",
                        "'q'",
                        "[x, {y: 1}]",
                        "",
                        "|\n{}    t\n{}    u",
                    ),
                    *(
                        "- x\n{}  - y",
                        "a:\n{}    - b: 1",
                        "a:\n{}  - b",
                        "{a: 1}",
                        "a: # c\n{}   b",
                    ),
                    *(
                        "\n{}   a: 1",
                        " a: |\n{}    t\n\n",
                        "# c\n{}  a: 1",
                        "a: >-\n{}    t\n{}  b: 1",
                    ),
                ]
            )
        )
        text += f"{indent}- {entry.replace('{}', indent)}"
        text += draw(st.sampled_from(["\n", "\n", "\n\n", " # c\n", "\n# c\n", "\n     # c\n"]))
    return text


ANY_DOCUMENT = st.one_of(YAMLISH, damaged(), structured(), _FLOW)
