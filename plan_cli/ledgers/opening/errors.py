"""Why a file is refused as a whole."""

from plan_cli.i18n import _


class RefusedFileError(Exception):
    """A file that is not read; why, and what its sender can do."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


def damaged() -> RefusedFileError:
    """Return what is told of a file that is not as its kind of file is."""
    return RefusedFileError(_("it is damaged"), _("Have it sent again."))


def too_large() -> RefusedFileError:
    """Return what is told of a file that has more in it than a work list could."""
    return RefusedFileError(
        _("it is far larger than a work list"),
        _("Fill in the work list as it was sent out; pictures and copies do not belong in it."),
    )
