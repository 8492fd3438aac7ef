"""Manuals of what can be wrong with a file as a whole, by the code of the fault."""

from typing import Final

FILES: Final = {
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
}
