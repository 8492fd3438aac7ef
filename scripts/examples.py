"""The examples in the documents, with today's output below each.

An example is a block marked `console`. Its lines that begin with `$` are run one after the other,
in a copy of the datasets, so that they may write: `$ plan …`, to which `| head -N` may be added,
and `$ cd FOLDER`, which holds for the blocks that follow it.
"""

import re
import shlex
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from scripts.program import ROOT, printed_by

DOCUMENTS: Final = {
    "README.md": "en",
    "README.zh-CN.md": "zh",
    "examples/README.md": "en",
    "examples/README.zh-CN.md": "zh",
    "docs/assessment.md": "en",
}
_DATASETS: Final = ("data", "examples")
_BLOCK: Final = re.compile(r"```console\n(\$ .*?)```", re.DOTALL)
_COMMAND: Final = re.compile(r"^\$ (.+)$", re.MULTILINE)
_HEAD: Final = re.compile(r" \| head -(\d+)$")


def refreshed(text: str, language: str) -> str:
    """Return a document with the output of every example as it is today."""
    blocks = [_COMMAND.findall(block[1]) for block in _BLOCK.finditer(text)]
    commands = [_words(command) for block in blocks for command in block]
    with tempfile.TemporaryDirectory() as place:
        for name in _DATASETS:
            shutil.copytree(ROOT / name, Path(place, name))
        outputs = iter(printed_by(commands, language, Path(place)))
    made = iter([_block(block, outputs) for block in blocks])
    return _BLOCK.sub(lambda _block: next(made), text)


def _words(command: str) -> list[str]:
    words = shlex.split(_HEAD.sub("", command))
    if words[0] not in {"plan", "cd"}:
        raise ValueError(f"not an example that can be run: {command}")
    return words


def _block(commands: list[str], outputs: Iterator[str]) -> str:
    """Return a block with what its commands print below each."""
    lines = ["```console"]
    for command, output in zip(commands, outputs, strict=False):
        lines.append(f"$ {command}")
        if not command.startswith("cd "):
            printed = [line.rstrip() for line in output.rstrip("\n").split("\n")]
            head = _HEAD.search(command)
            lines += printed[: int(head[1])] if head else printed
    return "\n".join([*lines, "```"])


def refresh() -> None:
    """Refresh every document in place."""
    for name, language in DOCUMENTS.items():
        path = ROOT / name
        text = refreshed(path.read_text(encoding="utf-8"), language)
        path.write_text(text, encoding="utf-8", newline="\n")
