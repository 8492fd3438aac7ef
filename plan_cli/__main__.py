"""Entry point of `plan` and of `python -m plan_cli`."""

import codecs
import gc
import os
import sys
from typing import Final, NoReturn

_INTERRUPTED: Final = 130  # what shells expect after Ctrl-C


def main() -> NoReturn:
    """Run the command line; exits with the status documented in the README."""
    # A run is short and its memory small: collecting garbage, above all the last time at exit,
    # takes a quarter of it and frees nothing that the system would not.
    gc.disable()
    try:
        status = _run()
    except KeyboardInterrupt:
        status = _INTERRUPTED
    except BrokenPipeError:  # whoever read the output has seen enough: plan … | head
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        status = 0
    gc.freeze()
    sys.exit(status)


def _run() -> int:
    from plan_cli.i18n import activate, choose_language

    activate(choose_language(os.environ))  # before the commands: their help is looked up at import
    _prepare_streams()
    from plan_cli.app import run

    return run(sys.argv[1:])


def _prepare_streams() -> None:
    """Let a console that lacks a character show ? for every cell of it, so that columns stay."""
    codecs.register_error("plan.replace", _replacement)
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="plan.replace")  # type: ignore[union-attr]


def _replacement(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    from plan_cli.render.fold import cells

    return "?" * cells(error.object[error.start : error.end]), error.end


if __name__ == "__main__":
    main()
