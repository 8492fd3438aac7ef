"""Packages that only office documents need: what is told where they are missing."""

from importlib import import_module
from typing import Final

EXTRA: Final = "govplan[office]"


class OfficePackageMissingError(Exception):
    """A package of the extra `office` is not installed; its name is `package`."""

    def __init__(self, package: str) -> None:
        super().__init__(package)
        self.package = package


def need(module: str, package: str) -> None:
    """See to it that a module of an optional package can be imported.

    Raises:
        OfficePackageMissingError: it cannot.
    """
    try:
        import_module(module)
    except ImportError as error:
        raise OfficePackageMissingError(package) from error
