"""The XML in a workbook: parsed without entities, and searched for what no work list needs."""

from collections.abc import Iterator, Mapping
from io import BytesIO
from typing import TYPE_CHECKING, Final
from xml.etree.ElementTree import ParseError

from plan_cli.i18n import _
from plan_cli.ledgers.opening.errors import RefusedFileError, damaged
from plan_cli.office import need

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

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
