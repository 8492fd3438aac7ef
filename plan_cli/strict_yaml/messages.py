"""What is said about each fault, and what to do about it."""

from typing import Final

from plan_cli.i18n import _
from plan_cli.strict_yaml.model import Fault, Mark, Span

_MAX_SHOWN: Final = 40


def _shown(text: str) -> str:
    """Return `text` on one line and short enough for a message."""
    line = " ".join(text.split())
    return line if len(line) <= _MAX_SHOWN else line[: _MAX_SHOWN - 1] + "…"


def _code_point(character: str) -> str:
    return f"U+{ord(character):04X}"


# The file as a whole


def too_large(limit: int) -> Fault:
    """Tell that the file has more bytes than are read."""
    span = Span(Mark(1, 1), Mark(1, 1))
    message = _("The file is larger than {limit} bytes.", limit=limit)
    return Fault("too-large", span, message, _("Split the file into smaller ones."))


def too_deep(span: Span, limit: int) -> Fault:
    """Tell that lists and records lie too deep within each other."""
    message = _("Lists and records are nested more than {limit} levels deep.", limit=limit)
    return Fault("too-deep", span, message, _("Make the structure flatter."))


def too_many_nodes(span: Span, limit: int) -> Fault:
    """Tell that the file has more values than are read."""
    message = _("The file holds more than {limit} keys and values.", limit=limit)
    return Fault("too-many-nodes", span, message, _("Split the file into smaller ones."))


def too_many_faults(span: Span) -> Fault:
    """Tell that the list of faults ends here, but not the faults."""
    message = _("There are more problems after this one.")
    hint = _("Correct those listed here first, then check again.")
    return Fault("too-many-faults", span, message, hint)


def empty_document() -> Fault:
    """Tell that there is nothing in the file."""
    span = Span(Mark(1, 1), Mark(1, 1))
    message = _("The file is empty: it holds no data.")
    hint = _("Write the data, or delete the file if it is not needed.")
    return Fault("empty-document", span, message, hint)


def second_document(span: Span) -> Fault:
    """Tell that a second document begins."""
    message = _("A second YAML document begins here.")
    hint = _("Keep one document in a file: remove the line “---” or move the rest elsewhere.")
    return Fault("second-document", span, message, hint)


def directive(span: Span) -> Fault:
    """Tell that a `%` line stands before the document."""
    message = _("Lines that begin with “%” (YAML directives) are not accepted.")
    return Fault("directive", span, message, _("Remove the line."))


# Encoding and characters


def not_utf8(span: Span, likely: str | None) -> Fault:
    """Tell that the bytes are not UTF-8, and what they may be instead."""
    message = _("The file is not in UTF-8.")
    hint = _("Save the file again with the encoding UTF-8.")
    if likely:
        hint = _(
            "It is probably in {encoding}: save it again with the encoding UTF-8.", encoding=likely
        )
    return Fault("not-utf8", span, message, hint)


def tab(span: Span) -> Fault:
    """Tell that there is a TAB."""
    message = _("There is a TAB character here.")
    hint = _('Use spaces. A TAB inside a text is written \\t, between double quotes (").')
    return Fault("tab", span, message, hint)


def lone_carriage_return(span: Span) -> Fault:
    """Tell that a line ends in CR alone."""
    message = _("There is a carriage return without a line feed here.")
    hint = _("Save the file with Unix (LF) or Windows (CRLF) line endings.")
    return Fault("lone-carriage-return", span, message, hint)


def byte_order_mark(span: Span) -> Fault:
    """Tell that there is an invisible U+FEFF."""
    message = _("There is an invisible byte order mark (U+FEFF) here.")
    return Fault("byte-order-mark", span, message, _("Delete the character."))


def line_separator(span: Span, character: str) -> Fault:
    """Tell that there is a line break that editors do not show as one."""
    message = _(
        "There is an invisible line separator ({code_point}) here.",
        code_point=_code_point(character),
    )
    return Fault("line-separator", span, message, _("Delete the character or begin a new line."))


def lone_surrogate(span: Span, character: str) -> Fault:
    """Tell that there is half a character."""
    message = _("There is half a character ({code_point}) here.", code_point=_code_point(character))
    return Fault("lone-surrogate", span, message, _("Delete it and type the character again."))


def control_character(span: Span, character: str) -> Fault:
    """Tell that there is a character that cannot be printed."""
    message = _(
        "There is a control character ({code_point}) here.", code_point=_code_point(character)
    )
    return Fault("control-character", span, message, _("Delete the character."))


def escaped_control_character(span: Span) -> Fault:
    """Tell that an escape in a quoted text makes a character that cannot be printed."""
    message = _("This text contains an escape for a character that cannot be printed.")
    hint = _("Remove the escape; only \\t and \\n may stand for invisible characters.")
    return Fault("control-character", span, message, hint)


# Keys


def duplicate_key(span: Span, key: str, first_line: int) -> Fault:
    """Tell that a record has the key already."""
    message = _(
        "The key “{key}” occurs twice; it is already on line {line}.",
        key=_shown(key),
        line=first_line,
    )
    return Fault("duplicate-key", span, message, _("Remove or rename one of the two."))


def empty_key(span: Span) -> Fault:
    """Tell that a key is empty."""
    message = _("The key before the colon is missing.")
    hint = _("Write a key, or put the text between quotes if the colon belongs to it.")
    return Fault("empty-key", span, message, hint)


def explicit_key(span: Span) -> Fault:
    """Tell that a key is written with a question mark."""
    message = _("A question mark is used here to mark a key.")
    hint = _("Write the key as “key: value”; put a text that begins with “?” between quotes.")
    return Fault("explicit-key", span, message, hint)


def collection_key(span: Span) -> Fault:
    """Tell that a list or a record stands where a key should be."""
    message = _("A key must be a text, not a list or a record.")
    hint = _("Write the key as “key: value”; put a text with brackets between quotes.")
    return Fault("collection-key", span, message, hint)


def merge_key(span: Span) -> Fault:
    """Tell that `<<` is used."""
    message = _("Merge keys (“<<”) are not accepted.")
    return Fault("merge-key", span, message, _("Write the fields out in full."))


# What makes a file hard to read for people and unsafe for programs


def anchor(span: Span, name: str) -> Fault:
    """Tell that `&name` is used."""
    message = _("Anchors (“&{name}”) are not accepted.", name=_shown(name))
    hint = _("Write the value out in full; put a text that begins with “&” between quotes.")
    return Fault("anchor", span, message, hint)


def alias(span: Span, name: str) -> Fault:
    """Tell that `*name` is used."""
    message = _("Aliases (“*{name}”) are not accepted.", name=_shown(name))
    hint = _("Write the value out in full; put a text that begins with “*” between quotes.")
    return Fault("alias", span, message, hint)


def tag(span: Span, name: str) -> Fault:
    """Tell that `!name` is used."""
    message = _("Tags (“{name}”) are not accepted.", name=_shown(name))
    hint = _("Remove the tag; put a text that begins with “!” between quotes.")
    return Fault("tag", span, message, hint)


def flow_question_mark(span: Span) -> Fault:
    """Tell that a text within brackets has a bare question mark."""
    message = _("A text within brackets has a question mark but no quotes.")
    return Fault("flow-question-mark", span, message, _("Put the text between quotes."))


def tight_comment(span: Span) -> Fault:
    """Tell that a comment touches the `|` or `>` before it."""
    message = _("There is no space between this comment and the “|” or “>” before it.")
    return Fault("tight-comment", span, message, _("Put a space before “#”."))


def syntax_error(span: Span, message: str, hint: str) -> Fault:
    """Tell that the file is no YAML."""
    return Fault("syntax-error", span, message, hint)
