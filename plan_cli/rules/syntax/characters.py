"""Manuals of characters that have no place in a file, by the code of the fault.

Invisible characters are shown by their names in angle brackets.
"""

from typing import Final

CHARACTERS: Final = {
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
}
