"""What is said about each fault of a YAML file, and what to do about it."""

from typing import Final

from plan_cli.i18n import N_

WORDS: Final[dict[str, tuple[str, str]]] = {
    # The file as a whole
    "too-large": (N_("The file is larger than {limit} bytes."),
        N_("Split the file into smaller ones.")),
    "too-deep": (N_("Lists and records are nested more than {limit} levels deep."),
        N_("Make the structure flatter.")),
    "too-many-nodes": (N_("The file has more than {limit} keys and values."),
        N_("Split the file into smaller ones.")),
    "too-many-faults": (N_("There are more problems after this one."),
        N_("Correct those listed here first, then check again.")),
    "empty-document": (N_("The file is empty: it holds no data."),
        N_("Write the data, or delete the file if it is not needed.")),
    "second-document": (N_("A second YAML document begins here."),
        N_("Keep one document in a file: remove the line “---” or move the rest elsewhere.")),
    "directive": (N_("Lines that begin with “%” (YAML directives) are not accepted."),
        N_("Remove the line.")),
    # Encoding and characters
    "not-utf8": (N_("The file is not in UTF-8."),
        N_("Save the file again with the encoding UTF-8.")),
    "not-utf8/likely": (N_("The file is not in UTF-8."),
        N_("It is probably in {encoding}: save it again with the encoding UTF-8.")),
    "tab": (N_("There is a TAB character here."),
        N_('Use spaces. A TAB inside a text is written \\t, between double quotes (").')),
    "lone-carriage-return": (N_("There is a carriage return without a line feed here."),
        N_("Save the file with Unix (LF) or Windows (CRLF) line endings.")),
    "byte-order-mark": (N_("There is an invisible byte order mark (U+FEFF) here."),
        N_("Delete the character.")),
    "line-separator": (N_("There is an invisible line separator ({code_point}) here."),
        N_("Delete the character or begin a new line.")),
    "lone-surrogate": (N_("There is half a character ({code_point}) here."),
        N_("Delete it and type the character again.")),
    "control-character": (N_("There is a control character ({code_point}) here."),
        N_("Delete the character.")),
    "control-character/escaped": (
        N_("This text contains an escape for a character that cannot be printed."),
        N_("Remove the escape; only \\t and \\n may stand for invisible characters.")),
    # Keys
    "duplicate-key": (N_("The key “{key}” occurs twice; it is already on line {line}."),
        N_("Remove or rename one of the two.")),
    "empty-key": (N_("The key before the colon is missing."),
        N_("Write a key, or put the text between quotes if the colon belongs to it.")),
    "explicit-key": (N_("A question mark is used here to mark a key."),
        N_("Write the key as “key: value”; put a text that begins with “?” between quotes.")),
    "collection-key": (N_("A key must be a text, not a list or a record."),
        N_("Write the key as “key: value”; put a text with brackets between quotes.")),
    "merge-key": (N_("Merge keys (“<<”) are not accepted."), N_("Write the fields out in full.")),
    # What makes a file hard to read for people and unsafe for programs
    "anchor": (N_("Anchors (“&{name}”) are not accepted."),
        N_("Write the value out in full; put a text that begins with “&” between quotes.")),
    "alias": (N_("Aliases (“*{name}”) are not accepted."),
        N_("Write the value out in full; put a text that begins with “*” between quotes.")),
    "tag": (N_("Tags (“{name}”) are not accepted."),
        N_("Remove the tag; put a text that begins with “!” between quotes.")),
    "flow-question-mark": (N_("A text within brackets has a question mark but no quotes."),
        N_("Put the text between quotes.")),
    "tight-comment": (N_("There is no space between this comment and the “|” or “>” before it."),
        N_("Put a space before “#”.")),
    # What is no YAML
    "syntax-error": (N_("This is not valid YAML: {problem}."),
        N_("Check indentation, colons, brackets and quotes here and just above.")),
    "syntax-error/quote": (N_("The quotation mark opened on line {line} is not closed."),
        N_("Close it with the same mark; a quotation mark within the text is doubled or escaped.")),
    "syntax-error/bracket": (
        N_("The bracket opened on line {line} is not closed, or a comma is missing."),
        N_("Separate the values by commas and close the bracket.")),
    "syntax-error/no-colon": (N_("There is no colon after this key."),
        N_("Write “key: value”, with a space after the colon.")),
    "syntax-error/indentation": (N_("This line does not fit the structure above it."),
        N_("Check its indentation, and that keys are written “key: value” and items “- item”.")),
    "syntax-error/stray-colon": (N_("There is a colon here that cannot be understood."),
        N_("Put the text between quotes if the colon belongs to it, or begin a new line.")),
    "syntax-error/tight-colon": (N_("A colon touches the bracket or comma behind it."),
        N_("Put a space after the colon, or the text between quotes.")),
    "syntax-error/dash": (N_("A list cannot begin here."),
        N_("Begin the list on a new line; put a text that begins with “-” between quotes.")),
    "syntax-error/beginning": (N_("A value cannot begin with this character."),
        N_("Put the text between quotes.")),
    "syntax-error/escape": (N_("There is an unknown escape after the backslash."),
        N_("Write a backslash as \\\\ between double quotes, or use single quotes.")),
    "syntax-error/after-end": (N_("There is more text after the end of the document."),
        N_("Check the indentation here and brackets and quotes just above.")),
    "syntax-error/no-value": (
        N_("A value is missing here, or there is an unexpected character."),
        N_("Write the value, or put it between quotes.")),
    "syntax-error/block-head": (
        N_("Only an indentation (1 to 9) and “+” or “-” may follow “|” or “>”."),
        N_("Begin the text on the next line; put a text that begins with “|” between quotes.")),
    "syntax-error/name": (N_("A name is expected after “&” or “*”."),
        N_("Put a text that begins with “&” or “*” between quotes.")),
}  # fmt: skip
"""Message and hint by the code of the fault; behind a slash stands a case of it."""

SYNTAX: Final = (
    ("could not find expected ':'", "syntax-error/no-colon"),
    ("did not find expected (key|'-' indicator)", "syntax-error/indentation"),
    ("mapping values are not allowed", "syntax-error/stray-colon"),
    ("found unexpected ':'", "syntax-error/tight-colon"),
    ("sequence entries are not allowed", "syntax-error/dash"),
    ("cannot start any token", "syntax-error/beginning"),
    ("escape|hexdecimal", "syntax-error/escape"),
    ("<document start>", "syntax-error/after-end"),
    ("node content", "syntax-error/no-value"),
    ("chomping|indentation indicator|comment or (a )?line break", "syntax-error/block-head"),
    ("expected alphabetic or numeric character", "syntax-error/name"),
)
"""The cases of a syntax error by what libyaml says; the first that fits counts."""
