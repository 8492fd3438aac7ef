"""Where what is measured lives: virtual environments of its own, made for one run."""

import shutil
import subprocess
import sys
import venv
from pathlib import Path
from typing import Final

ROOT: Final = Path(__file__).resolve().parents[1]
PEERS: Final = ("check-jsonschema", "yamllint", "doorstop", "sqlite-utils", "beancount")
"""Tools that do similar work, from PyPI."""

SYSTEM_PEERS: Final = {"Taskwarrior": "task", "hledger": "hledger"}
"""Others, which are measured where they are installed."""


class Environment:
    """A virtual environment."""

    def __init__(self, folder: Path, *packages: str) -> None:
        """Make the environment and install packages: normally, never to be edited."""
        venv.create(folder, with_pip=True)
        self._scripts = folder / ("Scripts" if sys.platform == "win32" else "bin")
        run(self.program("python"), "-m", "pip", "install", "--quiet", *packages)

    def program(self, name: str) -> str:
        """Return the path of a program in it."""
        return shutil.which(name, path=str(self._scripts)) or str(self._scripts / name)

    def version(self, package: str) -> str:
        """Return the version of a package in it."""
        code = f"from importlib.metadata import version; print(version({package!r}))"
        return run(self.program("python"), "-c", code)


def system_program(name: str) -> str | None:
    """Return the path of a program of the system; None where it is not installed."""
    return shutil.which(SYSTEM_PEERS[name])


def system_version(path: str) -> str:
    """Return the version that a program tells, in its last word that has digits."""
    words = run(path, "--version").replace(",", " ").split()
    return next((word for word in words if word[:1].isdigit()), words[0])


def run(*command: str) -> str:
    """Run a program to its end and return what it prints."""
    done = subprocess.run(  # noqa: S603  (programs that were just installed)
        command, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=True
    )
    return done.stdout.strip()
