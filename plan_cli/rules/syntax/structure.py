"""Manuals of what surprises people in YAML and is refused, by the code of the fault."""

from typing import Final

STRUCTURE: Final = {
    "duplicate-key": """A record has each key once.

Other readers silently take the last one.

PASS: file.yaml

    lead: 市财政局

FAIL: file.yaml

    lead: 市财政局
    lead: 市工信局  # <--
""",
    "empty-key": """A colon has a key before it.

FAIL: file.yaml

    a: 1
    : 2  # <--
""",
    "explicit-key": """A key is written without a question mark.

FAIL: file.yaml

    ? a  # <--
    : 1
""",
    "collection-key": """A key is a text, not a list or a record.

FAIL: file.yaml

    [a]: 1  # <--
""",
    "merge-key": """Fields are written out, and not merged with `<<`.

FAIL: file.yaml

    a:
      <<: {b: 1}  # <--
""",
    "anchor": """A value is written where it is, and not marked with `&` for use elsewhere.

FAIL: file.yaml

    a: &x 1  # <--
""",
    "alias": """A value is written out, and not taken from elsewhere with `*`.

PASS: file.yaml

    text: "*29.单位GDP能耗"

FAIL: file.yaml

    text: *x  # <--
""",
    "tag": """A value says what it is by itself, without `!`.

FAIL: file.yaml

    a: !!str 1  # <--
""",
    "flow-question-mark": """A text within brackets that has a question mark is between quotes.

PASS: file.yaml

    a: ["何时?"]

FAIL: file.yaml

    a: [何时?]  # <--
""",
    "tight-comment": """A comment does not touch the sign before it.

PASS: file.yaml

    a: | # comment
      text

FAIL: file.yaml

    a: |# <--
      text
""",
}
