"""Values of arguments and options: read, asked for on a terminal, or refused."""

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, TypeVar

import typer

from plan_cli.cli.console import PlanError, WrongUseError, can_ask
from plan_cli.i18n import _, listed
from plan_cli.words import read_word

if TYPE_CHECKING:
    from plan_cli.dataset.dataset import Dataset

Answer = TypeVar("Answer")


def given_or_asked(
    typed: str | None, option: str, question: str, read: Callable[[str], Answer]
) -> Answer:
    """Read what was typed for an option; without it, ask for it on a terminal.

    `read` raises a `WrongUseError` where it cannot read a text.
    """

    def read_answer(answer: str) -> Answer:
        try:
            return read(answer)
        except PlanError as error:  # the question is asked again
            raise typer.BadParameter(f"{error.message} {error.hint}".strip()) from error

    if typed is not None:
        return read(typed)
    if not can_ask():
        raise WrongUseError(
            _("{option} is missing", option=option),
            _("Needed: {question}.", question=question),
        )
    answer: Answer = typer.prompt(question, value_proc=read_answer, err=True)
    return answer


def word(option: str, words: Mapping[str, str]) -> Callable[[str], str]:
    """A reader of one of `words`, in either language."""

    def read(typed: str) -> str:
        found = read_word(typed, words)
        if found is not None:
            return found
        raise WrongUseError(
            _("{option} cannot be “{value}”", option=option, value=typed),
            _("Allowed: {words}.", words=choices(words)),
        )

    return read


def choices(words: Mapping[str, str]) -> str:
    """Words in both languages, as a list in a sentence."""
    return listed(f"{english} ({chinese})" for english, chinese in words.items())


def day(option: str, typed: str, *, future: bool = False) -> date:
    from plan_cli.text import narrow
    from plan_cli.words import today

    plain = narrow(typed).strip()
    try:
        found = date.fromisoformat(plain)
    except ValueError:
        found = None
    if found is None or found.isoformat() != plain:
        check_characters(typed)
        raise WrongUseError(
            _("{option} cannot be “{value}”", option=option, value=typed),
            _("Write the day as YYYY-MM-DD."),
        )
    if found > today() and not future:
        raise WrongUseError(
            _("{date} is in the future", date=found), _("Today is {date}.", date=today())
        )
    return found


def check_characters(typed: str) -> None:
    """Raise a WrongUseError that names a character which only looks like a plain one."""
    from plan_cli.problems import Refusal
    from plan_cli.submit.typed_figures import check_characters as check

    try:
        check(typed)
    except Refusal as error:
        raise WrongUseError(error.message, error.hint) from error


def text(option: str, typed: str) -> str:
    """A text for the data: not empty, no invisible characters."""
    from plan_cli.dataset.yaml import is_clean
    from plan_cli.text import shows_something

    plain = typed.replace("\r\n", "\n").strip()
    if not plain:
        raise WrongUseError(
            _("{option} is empty", option=option), _("Write the text, or leave it out.")
        )
    if not (is_clean(plain.replace("\t", " ")) and shows_something(plain)):
        raise WrongUseError(
            _("{option} has a character that cannot be shown", option=option),
            _("Type the text instead of copying it."),
        )
    return plain


def read_number(typed: str, dataset: "Dataset") -> int:
    """The number of an existing item."""
    (number,) = read_numbers([typed], dataset)
    return number


def read_numbers(typed: Sequence[str], dataset: "Dataset") -> list[int]:
    """The numbers of existing items."""
    from plan_cli.text import narrow

    known = {str(row["id"]): row["id"] for row in (*dataset.task_rows, *dataset.indicator_rows)}
    first, last = min(known.values()), max(known.values())
    range_ = _("Items are numbered {first} to {last}.", first=first, last=last)
    plain: list[str] = []
    for text in typed:
        number = narrow(text).strip()
        if not (number.isascii() and number.isdecimal()):
            check_characters(text)
            raise WrongUseError(_("“{value}” is not the number of an item", value=text), range_)
        plain.append(number.lstrip("0") or "0")
    unknown = sorted(set(plain) - known.keys(), key=lambda number: (len(number), number))
    if unknown:
        raise PlanError(_("there is no item {numbers}", numbers=listed(unknown)), range_)
    return [known[number] for number in plain]
