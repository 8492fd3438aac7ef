"""Entry point of `plan` and of `python -m plan_cli`."""

import codecs
import errno
import gc
import os
import sys
from typing import Final, NoReturn

_INTERRUPTED: Final = 130  # what shells expect after Ctrl-C
_FULL: Final = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO})


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
        _discard_output()
        status = 0
    except OSError as error:
        if error.errno not in _FULL or error.filename is not None:
            raise
        status = _not_written(error)
    gc.freeze()
    sys.exit(status)


def _discard_output() -> None:
    """Send what is still buffered to /dev/null, so that nothing fails again at exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _not_written(error: OSError) -> int:
    """The status where the output cannot be written (plan … > FILE, disk full), after saying so."""
    from plan_cli.cli.console import PlanError
    from plan_cli.files import reason_of
    from plan_cli.i18n import _

    _discard_output()
    message = _("the output cannot be written: {reason}", reason=reason_of(error))
    shown = PlanError(message, _("The output is incomplete. Free some disk space and try again."))
    shown.show()
    return shown.exit_code


def _run() -> int:
    from plan_cli.i18n import activate, choose_language

    activate(choose_language(os.environ))
    _prepare_streams()
    from plan_cli.app import run

    return run(sys.argv[1:])


def _prepare_streams() -> None:
    """Print ? for every cell of a character that the console lacks, so that columns stay."""
    codecs.register_error("plan.replace", _replacement)
    for stream in (sys.stdout, sys.stderr):
        stream.reconfigure(errors="plan.replace")  # type: ignore[union-attr]


def _replacement(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    from plan_cli.text import cells

    return "?" * cells(error.object[error.start : error.end]), error.end


if __name__ == "__main__":
    main()
