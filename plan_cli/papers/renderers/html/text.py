"""Text inside HTML."""

from html import escape

from plan_cli.papers.text import clean


def inline(text: str) -> str:
    """Return text that a browser shows as it is, whatever it holds."""
    return escape(clean(text)).replace("\n", "<br>")


def attribute(text: str) -> str:
    """Return text for an attribute in double quotes, or for a text inside SVG."""
    return escape(clean(text).replace("\n", " "))
