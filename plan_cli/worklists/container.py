"""The archive of a workbook: checked for kind, size and parts that could do harm."""

import stat
import zipfile
import zlib
from collections.abc import Iterator, Mapping
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING, Final
from xml.etree.ElementTree import ParseError

from plan_cli.files import reason_of
from plan_cli.i18n import N_, _
from plan_cli.papers.formats import need
from plan_cli.problems import Refusal

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_CHECK_NAME: Final = N_("Check the name, and whether it is open in another program.")
_SAVE_AS_XLSX: Final = N_("Open it and save it as .xlsx.")
_SEND_THE_LIST_BACK: Final = N_("Send back the filled-in work list (.xlsx) made by plan worklist.")

DAMAGED: Final = N_("it is damaged"), N_("Ask for it to be sent again.")
TOO_LARGE: Final = (
    N_("it is far larger than a work list"),
    N_("Fill in the original work list, without pictures or copies of other files."),
)
NO_WORK_LIST: Final = N_("it is not a work list made by plan worklist"), _SEND_THE_LIST_BACK
_NO_FILE: Final = N_("it is not a file"), _CHECK_NAME
_NO_WORKBOOK: Final = N_("it is not a workbook"), _SEND_THE_LIST_BACK
_OLD_WORKBOOK: Final = N_("it is an old workbook (.xls)"), _SAVE_AS_XLSX
_BINARY: Final = N_("it is a binary workbook (.xlsb)"), _SAVE_AS_XLSX
_OPEN_DOCUMENT: Final = N_("it is an OpenDocument spreadsheet (.ods)"), _SAVE_AS_XLSX
_TEMPLATE: Final = N_("it is a template"), _SAVE_AS_XLSX
_ENCRYPTED: Final = N_("it is encrypted"), N_("Open it with its password and save it without one.")
_MACROS: Final = (
    N_("it has macros or controls in it"),
    N_("Fill in the original work list, and save it as .xlsx."),
)
_EMBEDDED: Final = (
    N_("it has other files embedded in it"),
    N_("Take them out; name them under 佐证 and send them separately."),
)
_LINKED: Final = (
    N_("it is linked to other files or to databases"),
    N_("Break the links, and type the figures as text."),
)
_ENTITIES: Final = (
    N_("it declares a document type, which no spreadsheet program does"),
    N_("Do not open it; ask who sent it."),
)


def refusal(words: tuple[str, str]) -> Refusal:
    message, hint = words
    return Refusal(_(message), _(hint))


LARGEST_FILE: Final = 8 * 2**20
LARGEST_CONTENT: Final = 64 * 2**20
MOST_PARTS: Final = 500
HIGHEST_RATIO: Final = 200
"""A work list is some 30 kB, 300 kB unpacked, in 12 parts; spreadsheets pack XML 5 to 60 times."""

_ZIP: Final = b"PK\x03\x04"
_OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED_PACKAGE: Final = "EncryptedPackage".encode("utf-16-le")
_ENCRYPTED_FLAG: Final = 0x1
_ODS: Final = b"application/vnd.oasis.opendocument.spreadsheet"
_CONTENT_TYPES: Final = "[Content_Types].xml"


def open_container(path: Path) -> Mapping[str, bytes]:
    """Parts of a workbook by their names.

    Raises:
        Refusal: the file is no workbook, or unpacks to more than a work list could.
    """
    content = _read(path)
    if content.startswith(_OLE):
        raise refusal(_ENCRYPTED if _ENCRYPTED_PACKAGE in content else _OLD_WORKBOOK)
    if not content.startswith(_ZIP):
        raise refusal(_NO_WORKBOOK)
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            _check_entries(archive, len(content))
            parts = {info.filename: archive.read(info) for info in archive.infolist()}
    except (zipfile.BadZipFile, zlib.error, NotImplementedError, EOFError, ValueError) as error:
        raise refusal(DAMAGED) from error
    _check_kind(parts)
    return parts


def _read(path: Path) -> bytes:
    """Bytes of a regular file; a pipe or a device would never end."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise refusal(_NO_FILE)
        with path.open("rb") as file:
            content = file.read(LARGEST_FILE + 1)
    except OSError as error:
        message = _("it cannot be read: {reason}", reason=reason_of(error))
        raise Refusal(message, _(_CHECK_NAME)) from error
    if len(content) > LARGEST_FILE:
        raise refusal(TOO_LARGE)
    return content


def _check_entries(archive: zipfile.ZipFile, size: int) -> None:
    infos = archive.infolist()
    names = [info.filename.lower() for info in infos]
    total = sum(info.file_size for info in infos)
    if len(infos) > MOST_PARTS or total > LARGEST_CONTENT or total > size * HIGHEST_RATIO:
        raise refusal(TOO_LARGE)
    if any(info.flag_bits & _ENCRYPTED_FLAG for info in infos):
        raise refusal(_ENCRYPTED)
    odd = any(name.startswith("/") or "\\" in name or ".." in name.split("/") for name in names)
    if odd or len(set(names)) != len(names):
        raise refusal(DAMAGED)


def _check_kind(parts: Mapping[str, bytes]) -> None:
    names = {name.lower() for name in parts}
    if _CONTENT_TYPES.lower() in names and "xl/workbook.xml" in names:
        return
    if "xl/workbook.bin" in names:
        raise refusal(_BINARY)
    raise refusal(_OPEN_DOCUMENT if parts.get("mimetype", b"").startswith(_ODS) else _NO_WORKBOOK)


_DOCTYPES: Final = tuple("<!DOCTYPE".encode(name) for name in ("utf-8", "utf-16-le", "utf-16-be"))
_SHEET_TYPE: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
_FORBIDDEN: Final = (
    (_MACROS, ("vba", "macro", "activex", "customui", "dialogsheet")),
    (_EMBEDDED, ("embeddings/", "oleobject")),
    (_LINKED, ("externallink", "connections.xml", "querytable")),
)
"""What no work list has, by words in the names or the types of parts."""


def check_parts(parts: Mapping[str, bytes]) -> None:
    """Raise a Refusal of macros, embedded files, links and entities."""
    names = [name.lower() for name in parts]
    for element in elements(parts[_CONTENT_TYPES], "Override", "Default"):
        kind = (element.get("ContentType") or "").lower()
        if (element.get("PartName") or "").lower() == "/xl/workbook.xml" and kind != _SHEET_TYPE:
            raise refusal(_MACROS if "macro" in kind else _TEMPLATE)
        names.append(kind)
    for reason, words in _FORBIDDEN:
        if any(word in name for word in words for name in names):
            raise refusal(reason)
    for name, part in parts.items():
        if any(doctype in part for doctype in _DOCTYPES) and name.endswith((".xml", ".rels")):
            raise refusal(_ENTITIES)
        if name.endswith(".rels"):
            _check_relations(part)


def _check_relations(part: bytes) -> None:
    """Refuse links outside; a hyperlink that is typed into a cell is harmless by itself."""
    for element in elements(part, "Relationship"):
        kind = (element.get("Type") or "").lower()
        if element.get("TargetMode") == "External" and not kind.endswith("/hyperlink"):
            raise refusal(_LINKED)


def elements(part: bytes, *tags: str) -> Iterator["Element"]:
    """Elements with these names (without namespace), each when it is complete.

    An element is emptied when the next one is asked for: large parts need little memory.

    Raises:
        Refusal: the part is no XML, or declares a document type or entities.
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
        raise refusal(_ENTITIES) from error
    except (ParseError, ValueError, LookupError) as error:
        raise refusal(DAMAGED) from error


def local(name: str) -> str:
    """A name without its namespace."""
    return name.rpartition("}")[2]


def attribute(element: "Element", name: str) -> str | None:
    """The value of an attribute in any namespace."""
    return next((value for key, value in element.attrib.items() if local(key) == name), None)
