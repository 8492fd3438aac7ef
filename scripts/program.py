"""Runs `plan` as on a terminal of 80 columns, many command lines in one process.

The language of help pages is chosen when the program starts, so each language has a process.
"""

import json
import os
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]


def printed_by(commands: Iterable[Sequence[str]], language: str, folder: Path = ROOT) -> list[str]:
    """Return what command lines print, errors included: `plan …`, or `cd` to another folder."""
    done = subprocess.run(
        [sys.executable, "-m", "scripts.program"],
        cwd=folder,
        env={
            **os.environ,
            "PYTHONPATH": str(ROOT),
            "PLAN_LANG": language,
            "PLAN_NO_CACHE": "1",
            "COLUMNS": "80",
            "PYTHONIOENCODING": "utf-8",
            "GITHUB_ACTIONS": "",
        },
        input=json.dumps(list(commands)),
        stdout=subprocess.PIPE,
        encoding="utf-8",
        check=True,
    )
    printed: list[str] = json.loads(done.stdout)
    return printed


def _run(command: list[str]) -> str:
    """Run a command line; what the program does not catch ends this process."""
    from contextlib import redirect_stderr, redirect_stdout, suppress
    from io import BytesIO, TextIOWrapper

    from plan_cli.__main__ import main

    if command[0] == "cd":
        os.chdir(command[1])
        return ""
    sys.argv = command
    printed = BytesIO()
    screen = TextIOWrapper(printed, encoding="utf-8", write_through=True)
    with redirect_stdout(screen), redirect_stderr(screen), suppress(SystemExit):
        main()
    return printed.getvalue().decode()


if __name__ == "__main__":
    sys.stdout.write(json.dumps([_run(command) for command in json.load(sys.stdin)]))
