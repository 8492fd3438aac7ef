"""What a returned workbook remembers of the dataset it was made from."""

from plan_cli.i18n import _
from plan_cli.ledgers import manifest
from plan_cli.ledgers.manifest import Manifest, ManifestError, OtherVersionError
from plan_cli.ledgers.opening import Book, RefusedFileError


def read_manifest(book: Book) -> Manifest:
    """Return what a workbook remembers of the dataset.

    Raises:
        RefusedFileError: it is no work list, one of another version, or what it remembers was
            changed.
    """
    sheet = next((one for one in book.sheets if one.name == manifest.SHEET_NAME), None)
    if sheet is None:
        raise RefusedFileError(
            _("it is no work list of plan worklist"),
            _("Send back the work list (.xlsx) that plan worklist has made, filled in."),
        )
    rows = sorted(row for row, column in sheet.cells if column == 1)
    try:
        return manifest.read([sheet.text(row, 1) for row in rows])
    except OtherVersionError as error:
        raise RefusedFileError(
            _("it was made by another version of the program ({format})").format(
                format=error.format
            ),
            _("Make a new work list, and copy what was filled in into it."),
        ) from error
    except ManifestError as error:
        raise RefusedFileError(
            _("the sheet {name} is not as it was made").format(name=manifest.SHEET_NAME),
            _("Copy what was filled in into the work list as it was sent out."),
        ) from error
