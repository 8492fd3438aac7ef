"""The archive that a workbook is: checked for what it is and how large it gets, then unpacked."""

import stat
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Final
from xml.etree.ElementTree import ParseError

from plan_cli.files import reason_of
from plan_cli.i18n import _
from plan_cli.office import need

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element


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
        raise _unreadable(_("it cannot be read: {reason}", reason=reason_of(error))) from error
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


_DOCTYPES: Final = tuple("<!DOCTYPE".encode(name) for name in ("utf-8", "utf-16-le", "utf-16-be"))
_SHEET_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
_MACROS: Final = ("vba", "macro", "activex", "customui", "dialogsheet")
_EMBEDDED: Final = ("embeddings/", "oleobject")
_LINKS: Final = ("externallink", "connections.xml", "querytable")


def elements(part: bytes, *tags: str) -> Iterator["Element"]:
    """Yield the elements with these names (without namespace), each when it is complete.

    An element is emptied when the next one is asked for, so that large parts need little memory.

    Raises:
        RefusedFileError: the part is no XML, or declares a document type or entities.
    """
    need("defusedxml", "defusedxml")
    from defusedxml.common import DefusedXmlException
    from defusedxml.ElementTree import iterparse

    try:
        for _event, element in iterparse(BytesIO(part), forbid_dtd=True):
            if local(element.tag) in tags:
                yield element
                element.clear()
    except DefusedXmlException as error:
        raise _has_entities() from error
    except (ParseError, ValueError, LookupError) as error:
        raise damaged() from error


def local(name: str) -> str:
    """Return the name of an element or attribute without its namespace."""
    return name.rpartition("}")[2]


def attribute(element: "Element", name: str) -> str | None:
    """Return an attribute whatever its namespace."""
    return next((value for key, value in element.attrib.items() if local(key) == name), None)


def check_parts(parts: Mapping[str, bytes]) -> None:
    """See to it that there is nothing in a workbook that runs, reaches out, or hides.

    Raises:
        RefusedFileError: there is.
    """
    names = [name.lower() for name in parts]
    for element in elements(parts["[Content_Types].xml"], "Override", "Default"):
        kind = (element.get("ContentType") or "").lower()
        if (element.get("PartName") or "").lower() == "/xl/workbook.xml" and kind != _SHEET_TYPE:
            raise _has_macros() if "macro" in kind else _no_sheet()
        names.append(kind)
    for words, refusal in ((_MACROS, _has_macros), (_EMBEDDED, _has_files), (_LINKS, _has_links)):
        if any(word in name for word in words for name in names):
            raise refusal()
    for name, part in parts.items():
        if any(doctype in part for doctype in _DOCTYPES) and name.endswith((".xml", ".rels")):
            raise _has_entities()
        if name.endswith(".rels"):
            _check_relations(part)


def _check_relations(part: bytes) -> None:
    """Refuse what leads outside; a link that is typed into a cell leads nowhere by itself."""
    for element in elements(part, "Relationship"):
        kind = (element.get("Type") or "").lower()
        if element.get("TargetMode") == "External" and not kind.endswith("/hyperlink"):
            raise _has_links()


def _has_macros() -> RefusedFileError:
    return RefusedFileError(
        _("it has macros or controls in it"),
        _("Fill in the work list as it was sent out, and save it as .xlsx."),
    )


def _has_files() -> RefusedFileError:
    return RefusedFileError(
        _("it has other files embedded in it"),
        _("Take them out; name them under 佐证 and send them separately."),
    )


def _has_links() -> RefusedFileError:
    return RefusedFileError(
        _("it is linked to other files or to databases"),
        _("Break the links, and type the figures as text."),
    )


def _has_entities() -> RefusedFileError:
    return RefusedFileError(
        _("it declares a document type, which no spreadsheet program does"),
        _("Do not open it; ask who sent it."),
    )


def _no_sheet() -> RefusedFileError:
    return RefusedFileError(_("it is a template"), _("Open it and save it as .xlsx."))
