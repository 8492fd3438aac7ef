"""From bytes to text: UTF-8 and nothing else."""

import codecs
from typing import Final

from plan_cli.strict_yaml import messages
from plan_cli.strict_yaml.characters import mark_at
from plan_cli.strict_yaml.model import DEFAULT_LIMITS, Fault, Limits, Mark, Span

_UTF_16: Final = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


def decode(raw: bytes, limits: Limits = DEFAULT_LIMITS) -> str | Fault:
    """Return the text of a file without a leading byte order mark, or why it is no UTF-8."""
    if len(raw) > limits.max_bytes:
        return messages.too_large(limits.max_bytes)
    body = raw.removeprefix(codecs.BOM_UTF8)
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        readable = body[: error.start].decode("utf-8")
    mark = mark_at(readable, len(readable))
    span = Span(mark, Mark(mark.line, mark.column + 1))
    return messages.not_utf8(span, _likely_encoding(raw))


def _likely_encoding(raw: bytes) -> str | None:
    if raw.startswith(_UTF_16):
        return "UTF-16"
    try:
        raw.decode("gb18030")
    except UnicodeDecodeError:
        return None
    return "GBK"
