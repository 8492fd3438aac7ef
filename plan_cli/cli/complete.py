"""What the shell offers while a command is typed: names, codes and numbers from the dataset."""

import unicodedata
from collections.abc import Callable, Iterable
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from plan_cli.cli.framework import ClickException
from plan_cli.cli.session import Session

if TYPE_CHECKING:
    from plan_cli.dataset.answers import Answers

Offer = tuple[str, str]
"""What is put in, and what is shown beside it."""

_BRACKETS = str.maketrans("()", "（）")  # half-width ones mean something to a shell
_SHOWN = 24  # characters of a wording beside its number


def _offers(
    choose: Callable[["Answers"], Iterable[Offer]],
) -> Callable[[typer.Context, str], list[Offer]]:
    """Make a completion of a function that lists all there is; without a dataset it offers none."""

    @wraps(choose)
    def complete(ctx: typer.Context, incomplete: str) -> list[Offer]:
        dataset = _dataset(ctx)
        if dataset is None:
            return []
        begun = unicodedata.normalize("NFKC", incomplete)
        return [
            offer
            for offer in choose(dataset)
            if unicodedata.normalize("NFKC", offer[0]).startswith(begun)
        ]

    complete.__annotations__ = {"ctx": typer.Context, "incomplete": str}
    del complete.__wrapped__  # the framework reads the signature
    return complete


def _dataset(ctx: typer.Context) -> "Answers | None":
    given = ctx.find_root().params
    named = given.get("data")
    try:
        return Session(Path(named) if named else None, bool(given.get("no_cache"))).answers()
    except ClickException:
        return None


@_offers
def complete_department(dataset: "Answers") -> Iterable[Offer]:
    """Offer departments by name and by alias, plates, and groups."""
    for listed in dataset.directory.departments:
        yield listed.name, listed.category
        for other in (*listed.aliases, *listed.plates):
            yield other, listed.name
    for group in dataset.directory.groups:
        yield group.name, ""


@_offers
def complete_section(dataset: "Answers") -> Iterable[Offer]:
    """Offer the codes of parts and sections."""
    for entry in dataset.outline.entries:
        if not entry.missing:
            yield entry.code.translate(_BRACKETS), entry.title or ""


@_offers
def complete_item(dataset: "Answers") -> Iterable[Offer]:
    """Offer the numbers of items."""
    texts = {row["id"]: row["text"] for row in (*dataset.task_rows, *dataset.indicator_rows)}
    for number in sorted(texts):
        yield str(number), texts[number][:_SHOWN]


@_offers
def complete_category(dataset: "Answers") -> Iterable[Offer]:
    """Offer the categories of departments."""
    for category in dict.fromkeys(one.category for one in dataset.directory.departments):
        yield category, ""
