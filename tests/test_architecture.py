"""The rooms of the program: who may know whom, and how large they may be.

Imports are read out of the source, those inside functions included; those for types alone are not.
"""

import ast
from collections.abc import Iterator
from functools import cache
from itertools import groupby
from pathlib import Path

import pytest

from tests.conftest import ROOT

FLOORS = (
    ("i18n",),
    ("files", "text", "words"),
    ("notice",),
    ("dataset.yaml", "dataset.yaml_words", "problems"),
    ("dataset",),
    ("judgement",),
    ("queries",),
    ("rules",),
    ("submit", "assessment"),
    ("listings", "problem_formats"),
    ("papers",),
    ("worklists",),
    ("cli",),
    ("commands",),
    ("app",),
    ("__main__",),
)
"""Rooms from the ground up: each knows those below it, and those on its floor."""

LIBRARIES = {
    "typer": {"cli", "commands", "app"},
    "click": {"cli", "commands", "app"},
    "rich": {"listings"},
    "pydantic": {"dataset"},
    "pydantic_core": {"dataset"},
    "openpyxl": {"worklists"},
    "defusedxml": {"worklists"},
    "docx": {"papers"},
}
"""Libraries, and the rooms that know them."""

MODELS = {"plan_cli.dataset.models", "plan_cli.dataset.plan_models"}
LARGEST = 400
"""Lines of a module."""
SMALL = 40
"""Lines below which a module with one reader belongs to it, commands and rules aside."""


@cache
def modules() -> dict[str, Path]:
    """Return the modules of the program by their dotted names."""
    names = {path: path.relative_to(ROOT).with_suffix("") for path in ROOT.glob("plan_cli/**/*.py")}
    return {".".join(name.parts).removesuffix(".__init__"): path for path, name in names.items()}


@cache
def imports() -> dict[str, set[str]]:
    """Return what each module imports when it runs: modules of ours, and names of others."""
    return {
        name: set(_imported(ast.parse(path.read_text(encoding="utf-8")))) - {name}
        for name, path in modules().items()
    }


def _imported(node: ast.AST) -> Iterator[str]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test):
            continue
        if isinstance(child, ast.Import):
            yield from (alias.name for alias in child.names)
        elif isinstance(child, ast.ImportFrom):
            assert child.module is not None
            assert not child.level, "imports are absolute"
            for alias in child.names:
                below = f"{child.module}.{alias.name}"
                yield below if below in modules() else child.module
        yield from _imported(child)


def room(module: str) -> str:
    """Return the room of a module: the longest name in the table that it begins with."""
    parts = module.split(".")[1:]
    known = {name for floor in FLOORS for name in floor}
    names = (".".join(parts[:length]) for length in range(len(parts), 0, -1))
    return next((name for name in names if name in known), module)


def circles(edges: dict[str, set[str]]) -> list[list[str]]:
    """Return the sets of modules that reach each other."""
    reached: dict[str, set[str]] = {}
    for start in edges:
        reached[start], waiting = set(), [start]
        while waiting:
            new = (edges[waiting.pop()] & edges.keys()) - reached[start]
            reached[start] |= new
            waiting += new
    within = sorted(
        sorted(other for other in reached[one] if one in reached[other])
        for one in edges
        if one in reached[one]
    )
    return [circle for circle, _same in groupby(within)]


def test_circles_are_seen() -> None:
    edges = {"a": {"b"}, "b": {"c", "x"}, "c": {"b"}, "d": {"a"}}
    assert circles(edges) == [["b", "c"]]


def test_every_module_has_a_room() -> None:
    known = {name for floor in FLOORS for name in floor}
    assert [one for one in modules() if room(one) not in known] == ["plan_cli"]


def test_no_import_circles() -> None:
    assert circles(imports()) == []


def test_no_arrow_upwards() -> None:
    floor = {name: number for number, names in enumerate(FLOORS) for name in names}
    upwards = [
        f"{one} -> {other}"
        for one, others in imports().items()
        for other in sorted(others & modules().keys() - {"plan_cli"})
        if one != "plan_cli" and floor[room(other)] > floor[room(one)]
    ]
    assert upwards == []


@pytest.mark.parametrize("library", LIBRARIES)
def test_a_library_stays_in_its_rooms(library: str) -> None:
    knowing = {
        one: name
        for one, others in imports().items()
        for name in others
        if name.partition(".")[0] == library
    }
    assert knowing
    assert [one for one in knowing if room(one) not in LIBRARIES[library]] == []


def test_models_are_seen_where_records_are_checked() -> None:
    seeing = [one for one, others in imports().items() if others & MODELS]
    assert seeing
    assert [one for one in seeing if room(one) not in {"dataset", "rules", "submit"}] == []


def test_no_module_is_small_and_for_one_other() -> None:
    lonely = [
        one
        for one, path in modules().items()
        if path.name != "__init__.py"
        and room(one) not in {"commands", "rules"}
        and lines(path) < SMALL
        and sum(one in others for others in imports().values()) == 1
    ]
    assert lonely == []


def test_no_module_is_large() -> None:
    assert [one for one, path in modules().items() if lines(path) > LARGEST] == []


def lines(path: Path) -> int:
    return path.read_text(encoding="utf-8").count("\n")
