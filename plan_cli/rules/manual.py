"""The manual of a rule, read from its docstring: a title, paragraphs that say why, examples.

An example is indented by four below a line `PASS: file` or `FAIL: file`; `# <--` marks the line
where the rule finds something. The tests run every example.
"""

import re
from dataclasses import dataclass
from typing import Final, Literal

from plan_cli.i18n import _

MARKER: Final = "  # <--"
_HEADER: Final = re.compile(r"^(PASS|FAIL): (\S+)$", re.MULTILINE)
_PARAGRAPHS: Final = re.compile(r"\n\s*\n")
_INDENT: Final = 4


@dataclass(frozen=True, slots=True)
class Example:
    kind: Literal["PASS", "FAIL"]
    file: str
    text: str


@dataclass(frozen=True, slots=True)
class Manual:
    """Title and paragraphs are messages of the catalogue, in English here."""

    title: str
    paragraphs: tuple[str, ...] = ()
    examples: tuple[Example, ...] = ()

    def messages(self) -> tuple[str, ...]:
        """The texts to translate."""
        return (self.title, *self.paragraphs)

    def translated(self) -> "Manual":
        return Manual(_(self.title), tuple(_(text) for text in self.paragraphs), self.examples)


def read_manual(docstring: str) -> Manual:
    prose, *rest = _HEADER.split(docstring)
    paragraphs = [" ".join(text.split()) for text in _PARAGRAPHS.split(prose) if text.strip()]
    title, *further = paragraphs or [""]
    examples = tuple(
        _example(kind, file, text)
        for kind, file, text in zip(rest[::3], rest[1::3], rest[2::3], strict=True)
    )
    return Manual(title, tuple(further), examples)


def _example(kind: str, file: str, text: str) -> Example:
    lines = [line[_INDENT:] for line in text.strip("\n").split("\n")]
    while lines and not lines[-1].strip():
        lines.pop()
    return Example("PASS" if kind == "PASS" else "FAIL", file, "\n".join(lines) + "\n")
