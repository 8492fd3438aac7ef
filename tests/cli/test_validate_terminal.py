"""`plan validate` on a terminal: colours there and only there, and lines that fit."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from plan_cli.text import cells

if sys.platform == "win32":
    pytest.skip("needs pseudo-terminals", allow_module_level=True)

import pty

from tests.cli.test_validate import break_item


def on_terminal(folder: Path, **environment: str) -> str:
    """Run in a terminal of 60 columns; return what it shows, escape sequences and all."""
    leader, follower = pty.openpty()
    unwanted = {"NO_COLOR", "TERM", "COLUMNS"}
    inherited = {name: value for name, value in os.environ.items() if name not in unwanted}
    command = ["--data", str(folder), "validate", "--rule", "reference.departments"]
    with subprocess.Popen(
        [sys.executable, "-m", "plan_cli", *command],
        env={**inherited, "TERM": "xterm", "COLUMNS": "60", "PYTHONUTF8": "1", **environment},
        stdin=follower,
        stdout=follower,
        stderr=follower,
    ):
        os.close(follower)
        shown = b""
        try:
            while part := os.read(leader, 4096):
                shown += part
        except OSError:  # how a terminal says that nobody writes to it any more
            pass
    os.close(leader)
    return shown.decode().replace("\r\n", "\n")


def test_colours(damaged: Path) -> None:
    break_item(damaged)
    shown = on_terminal(damaged)
    assert "\x1b[1;31merror\x1b[0m" in shown
    assert "\x1b[1;31m^^^^^^^^\x1b[0m" in shown


@pytest.mark.parametrize("environment", [{"NO_COLOR": "1"}, {"TERM": "dumb"}])
def test_no_colours(damaged: Path, environment: dict[str, str]) -> None:
    break_item(damaged)
    assert "\x1b" not in on_terminal(damaged, **environment)


def test_every_line_fits(damaged: Path) -> None:
    break_item(damaged)
    lines = on_terminal(damaged, NO_COLOR="1").split("\n")
    assert len(lines) > 5
    assert lines[0].endswith(":38:9: error [reference.departments]")
    assert max(map(cells, lines[1:])) <= 60
