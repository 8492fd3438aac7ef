"""Runs the examples in the documents and puts today's output below each.

An example is a block marked `console`. Its lines that begin with `$` are run one after the other,
in a copy of the datasets, so that they may write: `$ plan …`, to which `| head -N` may be added,
and `$ cd FOLDER`, which holds for the blocks that follow it. `python scripts/examples.py` rewrites
the documents; the tests fail where that would change one.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]
DOCUMENTS: Final = {
    "README.md": "en",
    "README.zh-CN.md": "zh",
    "examples/README.md": "en",
    "examples/README.zh-CN.md": "zh",
    "docs/assessment.md": "en",
}
_DATASETS: Final = ("data", "examples")
_BLOCK: Final = re.compile(r"```console\n(\$ .*?)```", re.DOTALL)
_HEAD: Final = re.compile(r" \| head -(\d+)$")


def refreshed(text: str, language: str) -> str:
    """Return a document with the output of every example as it is today."""
    with tempfile.TemporaryDirectory() as place:
        for name in _DATASETS:
            shutil.copytree(ROOT / name, Path(place, name))
        reader = _Reader(Path(place), language)
        return _BLOCK.sub(lambda block: reader.follow(block[1]), text)


class _Reader:
    """Somebody who types in what a document says, line by line."""

    def __init__(self, folder: Path, language: str) -> None:
        self.folder, self.language = folder, language

    def follow(self, block: str) -> str:
        """Return a block with what its commands print below each."""
        lines = [
            line
            for command in re.findall(r"^\$ (.+)$", block, re.MULTILINE)
            for line in (f"$ {command}", *self._run(command))
        ]
        return "\n".join(["```console", *lines, "```"])

    def _run(self, command: str) -> Iterator[str]:
        program, *arguments = shlex.split(_HEAD.sub("", command))
        if program == "cd":
            self.folder = (self.folder / arguments[0]).resolve(strict=True)
            return
        if program != "plan":
            raise ValueError(f"not an example that can be run: {command}")
        lines = [line.rstrip() for line in self._printed(arguments).rstrip("\n").split("\n")]
        head = _HEAD.search(command)
        yield from lines[: int(head[1])] if head else lines

    def _printed(self, arguments: list[str]) -> str:
        """Return what a terminal of 80 columns would show."""
        result = subprocess.run(  # noqa: S603  (our own documents)
            [sys.executable, "-m", "plan_cli", *arguments],
            cwd=self.folder,
            env={
                **os.environ,
                "PLAN_LANG": self.language,
                "COLUMNS": "80",
                "PYTHONPATH": str(ROOT),
                "PYTHONIOENCODING": "utf-8",
                "GITHUB_ACTIONS": "",
            },
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            encoding="utf-8",
            check=False,
        )
        if "Traceback (most recent call last)" in result.stdout:
            raise RuntimeError(f"plan {shlex.join(arguments)} broke down:\n{result.stdout}")
        return result.stdout


def main() -> None:
    """Refresh every document in place."""
    for name, language in DOCUMENTS.items():
        path = ROOT / name
        text = refreshed(path.read_text(encoding="utf-8"), language)
        path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
