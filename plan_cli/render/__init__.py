"""Turns a listing into output: one module a format, chosen by name.

A renderer takes a listing and a stream and writes; adding one is a module and a line in `FORMATS`.
"""

from importlib import import_module
from typing import Final

from plan_cli.render.listing import Column, Listing, Output, Renderer

FORMATS: Final = {
    "table": "plan_cli.render.table",
    "json": "plan_cli.render.json",
}

__all__ = ["FORMATS", "Column", "Listing", "Output", "Renderer", "renderer"]


def renderer(name: str) -> Renderer:
    """Return the renderer called `name`; its module is imported only now."""
    chosen: Renderer = import_module(FORMATS[name]).render
    return chosen
