"""Entry point of `plan` and of `python -m plan_cli`."""

import gc
import os
import sys


def main() -> None:
    """Run the command line; exits with the status documented in the README."""
    # A run is short and its memory small: collecting garbage, above all the last time at exit,
    # takes a quarter of it and frees nothing that the system would not.
    gc.disable()
    try:
        _run()
    finally:
        gc.freeze()


def _run() -> None:
    from plan_cli.i18n import activate, choose_language

    activate(choose_language(os.environ))  # before the commands: their help is looked up at import
    for stream in (sys.stdout, sys.stderr):
        # A console that lacks a character shows a replacement instead of ending the program.
        stream.reconfigure(errors="replace")  # type: ignore[union-attr]
    from plan_cli.app import app

    app(prog_name="plan")


if __name__ == "__main__":
    main()
