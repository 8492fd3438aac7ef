"""Tier `syntax`: manuals of what the YAML reader refuses; ⟨…⟩ names an invisible character."""

from typing import Final

from plan_cli.rules.rule import RULES, Rule

_MANUALS: Final = {
    # the file as a whole
    "file": """A dataset has its files, and they can be read.

plan.yaml, departments.yaml, indicators.yaml and tasks.yaml have to be there.
""",
    "not-utf8": """A file is in UTF-8.

Other encodings, such as GB18030, turn into other characters on another computer.
""",
    "empty-document": """A file holds data.

FAIL: file.yaml
    # only a comment
""",
    "second-document": """A file holds one document.

FAIL: file.yaml
    a: 1
    ---  # <--
    b: 2
""",
    "directive": """A file has no YAML directives.

PASS: file.yaml
    a: 1
FAIL: file.yaml
    %YAML 1.1  # <--
    ---
    a: 1
""",
    "syntax-error": """A file is YAML.

PASS: file.yaml
    quote: "到2025年: 3个"
FAIL: file.yaml
    quote: 到2025年: 3个  # <--
""",
    "too-large": """A file has no more than 64 MiB.

A larger one is not the work of people, and would take the memory of the computer.
""",
    "too-deep": """Lists and records are nested no more than 32 levels deep.""",
    "too-many-nodes": """A file holds no more than five million keys and values.""",
    "too-many-faults": """A file has few enough faults to list them all.

After 200 the list ends; correct those, then check again.
""",
    # characters that have no place in a file
    "tab": """A file has spaces, and no TAB.

Editors show a TAB as any number of spaces, and readers of YAML do not agree on it.

PASS: file.yaml
    a: 1
FAIL: file.yaml
    a:⟨TAB⟩1  # <--
""",
    "lone-carriage-return": """Lines end in LF or CRLF.

PASS: file.yaml
    a: 1⟨CR⟩
    b: 2
FAIL: file.yaml
    a: 1⟨CR⟩b: 2  # <--
""",
    "byte-order-mark": """A file has no byte order mark within its text.

PASS: file.yaml
    a: 市财政局
FAIL: file.yaml
    a: 市财政局⟨U+FEFF⟩  # <--
""",
    "line-separator": """A file has no line breaks that nobody sees.

FAIL: file.yaml
    a: 市财政局⟨U+2028⟩  # <--
""",
    "lone-surrogate": """A file has no halves of characters.

FAIL: file.yaml
    a: 市财政局⟨U+D800⟩  # <--
""",
    "control-character": """A file has no control characters, nor escapes for them.

PASS: file.yaml
    a: "two\\nlines"
FAIL: file.yaml
    a: 市财政局⟨U+0007⟩  # <--
FAIL: file.yaml
    a: "\\a"  # <--
""",
    # what surprises people in YAML
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

RULES.extend(Rule(f"syntax.{code}", None, manual) for code, manual in _MANUALS.items())
