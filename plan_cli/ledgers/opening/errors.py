"""Why a file is refused as a whole."""


class RefusedFileError(Exception):
    """A file that is not read; why, and what its sender can do."""

    def __init__(self, message: str, hint: str) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
