"""The archive that a workbook is: checked for what it is and how large it gets, then unpacked."""

import stat
import zipfile
import zlib
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path
from typing import Final

from plan_cli.i18n import _
from plan_cli.ledgers.opening.errors import RefusedFileError, damaged, too_large
from plan_cli.os_errors import reason_of

LARGEST_FILE: Final = 8 * 2**20
LARGEST_CONTENT: Final = 64 * 2**20
MOST_PARTS: Final = 500
HIGHEST_RATIO: Final = 200
"""A work list is some 30 kB, 300 kB unpacked, in 12 parts; spreadsheets pack XML 5 to 60 times."""

_ZIP: Final = b"PK\x03\x04"
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_PACKAGE: Final = "EncryptedPackage".encode("utf-16-le")
_CONTENT_TYPES: Final = "[Content_Types].xml"
_ENCRYPTED: Final = 0x1


def open_container(path: Path) -> Mapping[str, bytes]:
    """Return the parts of a workbook by their names.

    Raises:
        RefusedFileError: the file is no workbook, or unpacks to more than a work list could.
    """
    content = _read(path)
    if not content.startswith(_ZIP):
        raise _not_a_workbook(content)
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            _check_entries(archive, len(content))
            parts = {info.filename: archive.read(info) for info in archive.infolist()}
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, ValueError) as error:
        raise damaged() from error
    _check_kind(parts)
    return parts


def _read(path: Path) -> bytes:
    """Return the bytes of a file; a pipe or a device would never end."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise _unreadable(_("it is no file"))
        with path.open("rb") as file:
            content = file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise _unreadable(
            _("it cannot be read: {reason}").format(reason=reason_of(error))
        ) from error
    if len(content) > LARGEST_FILE:
        raise too_large()
    return content


def _unreadable(message: str) -> RefusedFileError:
    return RefusedFileError(
        message, _("Check the name, and whether it is open in another program.")
    )


def _check_entries(archive: zipfile.ZipFile, size: int) -> None:
    infos = archive.infolist()
    names = [info.filename.lower() for info in infos]
    total = sum(info.file_size for info in infos)
    if len(infos) > MOST_PARTS or total > LARGEST_CONTENT or total > size * HIGHEST_RATIO:
        raise too_large()
    if any(info.flag_bits & _ENCRYPTED for info in infos):
        raise _encrypted()
    odd = any(name.startswith("/") or "\\" in name or ".." in name.split("/") for name in names)
    if odd or len(set(names)) != len(names):
        raise damaged()


def _check_kind(parts: Mapping[str, bytes]) -> None:
    names = {name.lower() for name in parts}
    if _CONTENT_TYPES.lower() in names and "xl/workbook.xml" in names:
        return
    if "xl/workbook.bin" in names:
        raise _other_kind(_("it is a binary workbook (.xlsb)"))
    if parts.get("mimetype", b"").startswith(b"application/vnd.oasis.opendocument.spreadsheet"):
        raise _other_kind(_("it is an OpenDocument spreadsheet (.ods)"))
    raise RefusedFileError(_("it is no workbook"), _send_the_list_back())


def _not_a_workbook(content: bytes) -> RefusedFileError:
    if content.startswith(_OLE):
        if _ENCRYPTED_PACKAGE in content:
            return _encrypted()
        return _other_kind(_("it is an old workbook (.xls)"))
    return RefusedFileError(_("it is no workbook"), _send_the_list_back())


def _other_kind(message: str) -> RefusedFileError:
    return RefusedFileError(message, _("Open it and save it as .xlsx."))


def _encrypted() -> RefusedFileError:
    return RefusedFileError(
        _("it is encrypted"), _("Open it with its password and save it without one.")
    )


def _send_the_list_back() -> str:
    return _("Send back the work list (.xlsx) that plan worklist has made, filled in.")
