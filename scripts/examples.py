"""Runs the examples in the documents and puts today's output below each.

An example is a block marked `console` whose first line is `$ plan …`; `| head -N` may follow.
`python scripts/examples.py` rewrites the documents; the tests fail where that would change one.
"""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]
DOCUMENTS: Final = {"README.md": "en", "README.zh-CN.md": "zh"}
_EXAMPLE: Final = re.compile(r"```console\n\$ (plan [^\n]+)\n.*?```", re.DOTALL)
_HEAD: Final = re.compile(r" \| head -(\d+)$")


def refreshed(text: str, language: str) -> str:
    """Return a document with the output of every example as it is today."""
    return _EXAMPLE.sub(lambda match: _block(match[1], language), text)


def _block(command: str, language: str) -> str:
    return f"```console\n$ {command}\n{_output(command, language)}```"


def _output(command: str, language: str) -> str:
    """Return what a terminal of 80 columns would show, without the blanks that end its lines."""
    head = _HEAD.search(command)
    arguments = shlex.split(_HEAD.sub("", command))[1:]
    result = subprocess.run(  # noqa: S603  (our own documents)
        [sys.executable, "-m", "plan_cli", *arguments],
        cwd=ROOT,
        env={
            **os.environ,
            "PLAN_LANG": language,
            "COLUMNS": "80",
            "PYTHONIOENCODING": "utf-8",
            "GITHUB_ACTIONS": "",
        },
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    if "Traceback (most recent call last)" in result.stdout:
        raise RuntimeError(f"{command} broke down:\n{result.stdout}")
    lines = [line.rstrip() for line in result.stdout.rstrip("\n").split("\n")]
    return "\n".join(lines[: int(head[1])] if head else lines) + "\n"


def main() -> None:
    """Refresh every document in place."""
    for name, language in DOCUMENTS.items():
        path = ROOT / name
        if path.exists():
            text = refreshed(path.read_text(encoding="utf-8"), language)
            path.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
