"""What commands that submit share: they need a writable dataset, and report errors alike."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from plan_cli.cli.console import DataProblemsError, PlanError
from plan_cli.files import reason_of
from plan_cli.i18n import _


def require_writable_dataset(folder: Path) -> None:
    """Refuse the dataset inside the program."""
    from plan_cli.dataset.folder import is_packaged

    if is_packaged(folder):
        raise PlanError(
            _("the built-in dataset can only be read"),
            _("Make one of your own with plan init DIR, and report there."),
        )


@contextmanager
def submission_errors(folder: Path) -> Iterator[None]:
    """Turn errors of a submission into errors of the command."""
    from plan_cli.submit.change import BrokenDatasetError, InvalidSubmissionError
    from plan_cli.submit.submit import BusyError

    try:
        yield
    except BrokenDatasetError as error:
        raise DataProblemsError(error.problems) from error
    except InvalidSubmissionError as error:
        first, *others = error.reasons
        hint = "\n".join([first.hint, *(one.message for one in others)])
        raise PlanError(first.message, hint) from error
    except BusyError as error:
        raise PlanError(
            _("others have been writing to {folder} for two minutes", folder=folder),
            _("Nothing was written. Try again."),
        ) from error
    except OSError as error:
        file, reason = error.filename or folder, reason_of(error)
        raise PlanError(
            _("{file} cannot be written: {reason}", file=file, reason=reason),
            _(
                "Nothing was written. Make a dataset of your own with plan init DIR, or get "
                "permission to write."
            ),
        ) from error
