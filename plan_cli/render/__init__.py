"""Turns listings into text: one module a format, chosen by name.

A renderer takes listings and a page and returns text; adding one is a module and a line in
`FORMATS`. Where the text goes, and in which encoding, is not its business.
"""

from importlib import import_module
from typing import Final

from plan_cli.render.listing import Column, Listing, Page, Renderer

FORMATS: Final = {
    "table": "plan_cli.render.table",
    "json": "plan_cli.render.json",
    "csv": "plan_cli.render.csv",
    "markdown": "plan_cli.render.markdown",
}

__all__ = ["FORMATS", "Column", "Listing", "Page", "Renderer", "renderer"]


def renderer(name: str) -> Renderer:
    """Return the renderer called `name`; its module is imported only now."""
    chosen: Renderer = import_module(FORMATS[name]).render
    return chosen
