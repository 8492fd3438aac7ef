"""What the parsers say about broken YAML, put plainly."""

import re
from collections.abc import Callable
from typing import Any, Final

import yaml

from plan_cli.i18n import _
from plan_cli.strict_yaml.findings import characters_at
from plan_cli.strict_yaml.messages import empty_key, flow_question_mark, syntax_error, tight_comment
from plan_cli.strict_yaml.model import Fault, Span

_Words = tuple[str, str]


def _bad_indentation() -> _Words:
    return (
        _("This line does not fit the structure above it."),
        _("Check its indentation, and that keys are written “key: value” and items “- item”."),
    )


def _unclosed_quote(line: int) -> _Words:
    return (
        _("The quotation mark opened on line {line} is not closed.", line=line),
        _("Close it with the same mark; a quotation mark within the text is doubled or escaped."),
    )


def _unclosed_bracket(line: int) -> _Words:
    return (
        _("The bracket opened on line {line} is not closed, or a comma is missing.", line=line),
        _("Separate the values by commas and close the bracket."),
    )


def _missing_colon() -> _Words:
    return (
        _("There is no colon after this key."),
        _("Write “key: value”, with a space after the colon."),
    )


def _stray_colon() -> _Words:
    return (
        _("There is a colon here that cannot be understood."),
        _("Put the text between quotes if the colon belongs to it, or begin a new line."),
    )


def _tight_colon() -> _Words:
    return (
        _("A colon touches the bracket or comma behind it."),
        _("Put a space after the colon, or the text between quotes."),
    )


def _misplaced_dash() -> _Words:
    return (
        _("A list cannot begin here."),
        _("Begin the list on a new line; put a text that begins with “-” between quotes."),
    )


def _bad_beginning() -> _Words:
    return (
        _("A value cannot begin with this character."),
        _("Put the text between quotes."),
    )


def _bad_escape() -> _Words:
    return (
        _("There is an unknown escape after the backslash."),
        _("Write a backslash as \\\\ between double quotes, or use single quotes."),
    )


def _no_value() -> _Words:
    return (
        _("A value is missing here, or a character stands where none is expected."),
        _("Write the value, or put it between quotes."),
    )


def _bad_block_head() -> _Words:
    return (
        _("Only an indentation (1 to 9) and “+” or “-” may follow “|” or “>”."),
        _("Begin the text on the next line; put a text that begins with “|” between quotes."),
    )


def _more_after_end() -> _Words:
    return (
        _("There is more text after the end of the document."),
        _("Check the indentation here and brackets and quotes just above."),
    )


def _bad_name() -> _Words:
    return (
        _("A name is expected after “&” or “*”."),
        _("Put a text that begins with “&” or “*” between quotes."),
    )


# The words of both parsers. The first that fits counts.
_PLAIN_WORDS: Final[tuple[tuple[str, Callable[[], _Words]], ...]] = (
    (r"could not find expected ':'", _missing_colon),
    (r"expected <block end>|did not find expected (key|'-' indicator)", _bad_indentation),
    (r"mapping values are not allowed", _stray_colon),
    (r"found unexpected ':'", _tight_colon),
    (r"sequence entries are not allowed", _misplaced_dash),
    (r"cannot start any token", _bad_beginning),
    (r"escape|hexdecimal", _bad_escape),
    (r"<document start>", _more_after_end),
    (r"node content", _no_value),
    (r"chomping|indentation indicator|comment or (a )?line break", _bad_block_head),
    (r"expected alphabetic or numeric character", _bad_name),
)
_NO_KEY: Final = r"expected key|node content|expected <block end>"
_PART_OF_WORD: Final = re.compile(r"[^\s\[\]{},]")
_TOO_DEEP: Final = "exceeded maximum nesting depth"
_QUOTED: Final = "while scanning a quoted scalar"
_IN_BRACKETS: Final = ("while parsing a flow sequence", "while parsing a flow mapping")


def gave_up(error: yaml.YAMLError) -> bool:
    """Say whether libyaml (0.2.6 and later) went no deeper while it looked ahead."""
    return getattr(error, "problem", None) == _TOO_DEEP


def syntax_fault(error: yaml.YAMLError, text: str) -> Fault:
    """Return the fault for what a parser could not read in `text`."""
    problem = str(getattr(error, "problem", None) or error)
    context = getattr(error, "context", None)
    problem_mark = getattr(error, "problem_mark", None)
    context_mark = getattr(error, "context_mark", None)
    mark = problem_mark or context_mark
    if context == "while scanning a simple key":
        mark = context_mark or mark  # the key, not whatever comes after it
    # libyaml looks for the end of a file on a line of its own, which may not be there.
    offset = min(mark.index, len(text)) if mark else 0
    span = characters_at(text, offset, 1 if offset < len(text) else 0)
    if re.search("chomping.*'#'", problem):  # libyaml lets it pass, the checks do not
        return tight_comment(span)
    if text[offset : offset + 1] == ":" and re.search(_NO_KEY, problem):
        return empty_key(span)
    if text[offset : offset + 1] == "?" and context in _IN_BRACKETS:  # libyaml reads on
        return flow_question_mark(_word_at(text, offset))
    return syntax_error(span, *_words(problem, context, context_mark))


def _word_at(text: str, offset: int) -> Span:
    """Return the place of the word around an offset, within brackets."""
    start = offset
    while start and _PART_OF_WORD.match(text, start - 1):
        start -= 1
    end = offset
    while _PART_OF_WORD.match(text, end):
        end += 1
    return characters_at(text, start, end - start)


def _words(problem: str, context: str | None, context_mark: Any) -> _Words:
    if context_mark and context == _QUOTED and "unexpected" in problem:
        return _unclosed_quote(context_mark.line + 1)
    if context_mark and context in _IN_BRACKETS:
        return _unclosed_bracket(context_mark.line + 1)
    for pattern, words in _PLAIN_WORDS:
        if re.search(pattern, problem):
            return words()
    message = _("This is not valid YAML: {problem}.", problem=problem)
    return message, _("Check indentation, colons, brackets and quotes here and just above.")
