"""The options of `plan` itself, those that several commands share, and the dataset they lead to."""

import os
import unicodedata
from collections.abc import Callable, Iterable, Sequence
from datetime import date
from functools import wraps
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, NamedTuple

import typer
from click import ClickException

from plan_cli.cli.console import DataProblemsError, PlanError, WrongUseError
from plan_cli.cli.typed import day
from plan_cli.i18n import N_, _, listed
from plan_cli.words import today

if TYPE_CHECKING:
    from plan_cli.dataset.dataset import Dataset
    from plan_cli.dataset.load import Loaded
    from plan_cli.dataset.names import Directory, Match
    from plan_cli.dataset.plan import Outline


class Session(NamedTuple):
    data: Path | None = None
    no_cache: bool = False

    def folder(self) -> Path:
        """The dataset's folder; wrong use if the one named does not exist."""
        from plan_cli.dataset.folder import DatasetNotFoundError, locate

        try:
            return locate(self.data, os.environ, Path.cwd())
        except DatasetNotFoundError as error:
            hint = _("Name the folder that has plan.yaml in it.")
            raise WrongUseError(str(error), hint) from error

    def dataset(self) -> "Dataset":
        """The dataset for queries; errors in it end the command."""
        if self.no_cache or os.environ.get("PLAN_NO_CACHE"):
            return self.loaded_dataset()
        from plan_cli.dataset import snapshot

        return snapshot.dataset(self.folder(), os.environ, self.loaded)

    def loaded_dataset(self) -> "Dataset":
        """The dataset from its files, for commands that write."""
        dataset = self.loaded().dataset()
        assert dataset is not None  # noqa: S101  (`loaded` has seen to it)
        return dataset

    def loaded(self) -> "Loaded":
        """The loaded files; errors in them end the command."""
        from plan_cli.dataset.load import load
        from plan_cli.problems import in_order
        from plan_cli.rules.engine import QUERY_TIERS, run

        loaded = load(self.folder())
        problems = loaded.problems + run(loaded, QUERY_TIERS)
        errors = [problem for problem in problems if problem.severity == "error"]
        if errors:
            raise DataProblemsError(in_order(errors))
        return loaded


def session_in(context: typer.Context) -> Session:
    session: Session = context.obj
    return session


Offer = tuple[str, str]
"""What is put in, and what is shown beside it."""

_BRACKETS = str.maketrans("()", "（）")  # half-width ones mean something to a shell
_SHOWN = 24  # characters of a wording beside its number


def _offers(
    choose: Callable[["Dataset"], Iterable[Offer]],
) -> Callable[[typer.Context, str], list[Offer]]:
    """Make a completion of a function that lists everything; no dataset, no offers."""

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


def _dataset(ctx: typer.Context) -> "Dataset | None":
    given = ctx.find_root().params
    named = given.get("data")
    try:
        return Session(Path(named) if named else None, bool(given.get("no_cache"))).dataset()
    except ClickException:
        return None


@_offers
def complete_department(dataset: "Dataset") -> Iterable[Offer]:
    for one in dataset.directory.departments:
        yield one.name, one.category
        for other in (*one.aliases, *one.plates):
            yield other, one.name
    for group in dataset.directory.groups:
        yield group.name, ""


@_offers
def complete_section(dataset: "Dataset") -> Iterable[Offer]:
    for entry in dataset.outline.entries:
        if not entry.missing:
            yield entry.code.translate(_BRACKETS), entry.title or ""


@_offers
def complete_item(dataset: "Dataset") -> Iterable[Offer]:
    texts = {row["id"]: row["text"] for row in (*dataset.task_rows, *dataset.indicator_rows)}
    for number in sorted(texts):
        yield str(number), texts[number][:_SHOWN]


@_offers
def complete_category(dataset: "Dataset") -> Iterable[Offer]:
    for category in dict.fromkeys(one.category for one in dataset.directory.departments):
        yield category, ""


DeptOption = Annotated[
    list[str] | None,
    typer.Option(
        "--dept",
        "-d",
        metavar=N_("NAME"),
        help=N_(
            "Only what this department has; a name, a short form, pinyin initials (gxj), a plate, "
            "or a part that fits only one. May be given several times."
        ),
        autocompletion=complete_department,
    ),
]
GrepOption = Annotated[
    str | None,
    typer.Option(
        "--grep",
        "-g",
        metavar=N_("TEXT"),
        help=N_("Only items whose wording has this text in it; case and width do not matter."),
    ),
]


def find_departments(typed: list[str] | None, directory: "Directory") -> "tuple[Match, ...]":
    """The departments meant; an unknown or ambiguous name ends the command."""
    return tuple(_find_department(text, directory) for text in typed or ())


def _find_department(typed: str, directory: "Directory") -> "Match":
    from plan_cli.dataset.names import Match, find_department

    found = find_department(typed, directory)
    if isinstance(found, Match):
        return found
    if found.candidates:
        raise PlanError(
            _("“{name}” fits several: {names}", name=found.text, names=listed(found.candidates)),
            _("Type more of the name, or give --dept once for each."),
        )
    hint = (
        _("Did you mean {names}?", names=listed(found.suggestions))
        if found.suggestions
        else _("A part of a name will do, such as 工信.")
    )
    raise PlanError(_("there is no department or group {name}", name=f"“{found.text}”"), hint)


def find_sections(typed: str | None, outline: "Outline") -> frozenset[str] | None:
    """The codes of the sections meant; an unknown or ambiguous one ends the command."""
    if typed is None:
        return None
    from plan_cli.dataset.plan import SectionProblem

    found = outline.find(typed)
    if not isinstance(found, SectionProblem):
        return found
    if found.missing:
        raise PlanError(
            _("the published text has no heading {code}", code=found.text),
            _("Its items stand under {section}.", section=found.stands_under),
        )
    if found.candidates:
        raise PlanError(
            _("“{name}” fits several: {names}", name=found.text, names=listed(found.candidates)),
            _("Type more of the title, or the code in front of it."),
        )
    codes = " ".join(entry.code for entry in outline.entries if not entry.missing)
    raise PlanError(
        _("there is no section {code}", code=f"“{found.text}”"),
        _("Sections: {codes}; a word of a title will do too.", codes=codes),
    )


AsOfOption = Annotated[
    str | None,
    typer.Option(
        metavar="YYYY-MM-DD",
        help=N_("How it stands on this day, by what was reported until then; without it, today."),
    ),
]


def read_day(typed: str | None) -> date:
    """The day meant, today where none is given; wrong use if it is no day."""
    return today() if typed is None else day("--as-of", typed, future=True)


def nobody(group: str) -> PlanError:
    """Error for a group of which nobody has said who it is."""
    return PlanError(_("nobody has said who {group} are", group=group), _("Name a department."))


def find_responsible(
    typed: Sequence[str], directory: "Directory", day: date
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Who has the duties of the departments meant, and remarks on successors.

    A group stands for its members. An unknown or ambiguous name ends the command, and so does a
    group without known members.
    """
    names: dict[str, None] = {}
    remarks: list[str] = []
    for match in find_departments(list(typed), directory):
        members = directory.group_by_name[match.name].members if match.is_group else (match.name,)
        if not members:
            raise nobody(match.name)
        if match.plate is not None:
            remarks.append(
                _(
                    "{name} bears the plate {plate}; this is all that {name} answers for.",
                    name=match.name,
                    plate=match.plate,
                )
            )
        for name in members:
            heirs = directory.heirs(name, day)
            names |= dict.fromkeys(heirs or (name,))
            if heirs != (name,):
                words = _("{name} existed until {day}; its duties went to {heirs}")
                ended, known = (
                    directory.by_name[name].valid_until,
                    listed(heirs) or _("nobody is known"),
                )
                remarks.append(words.format(name=name, day=ended, heirs=known))
    return tuple(names), tuple(remarks)
