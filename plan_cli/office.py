"""Packages that only office documents need."""

from importlib import import_module
from typing import Final

EXTRA: Final = "govplan[office]"


class OfficePackageMissingError(Exception):
    """A package of the extra `office` is not installed."""

    def __init__(self, package: str) -> None:
        super().__init__(package)
        self.package = package


def need(module: str, package: str) -> None:
    """Import a module of an optional package, or raise OfficePackageMissingError."""
    try:
        import_module(module)
    except ImportError as error:
        raise OfficePackageMissingError(package) from error
