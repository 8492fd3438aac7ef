"""Bring everything that is made from the code up to date: `python -m scripts refresh`.

The catalogues of messages, the JSON Schemas, the template of Word documents, the pages of rules and
of commands, the returned work list of the made-up city, and the examples in the documents. A second
run changes nothing. The exit status is 1 while messages wait for their Chinese.
"""

import argparse
import sys
from pathlib import Path
from typing import Final

from scripts import examples, messages, reference, returned, rules, schemas, template

_MODULES: Final = (schemas, template, rules, reference, returned, examples)
"""Each has `refresh()`; the documents come last, as their examples print all the others."""


def refresh(click_and_typer: list[Path]) -> list[str]:
    """Bring everything up to date; return the messages that wait for a translator."""
    waiting = messages.refresh(click_and_typer)  # first: the others print Chinese
    for module in _MODULES:
        module.refresh()
    return waiting


def main() -> int:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(prog="python -m scripts", description=__doc__)
    commands = parser.add_subparsers(required=True)
    command = commands.add_parser("refresh", help="bring everything up to date")
    command.add_argument(
        "folders",
        nargs="*",
        type=Path,
        metavar="FOLDER",
        help="where further releases of click and typer are (pip install --target)",
    )
    waiting = refresh(parser.parse_args().folders)
    sys.stdout.writelines(f"waits for its Chinese in {line}\n" for line in waiting)
    return 1 if waiting else 0


if __name__ == "__main__":
    sys.exit(main())
