"""Options that several commands share, and how what is typed for them is read."""

from typing import Annotated

import typer

from plan_cli.cli.complete import complete_department
from plan_cli.cli.errors import PlanError
from plan_cli.dataset.sections import Outline, SectionProblem
from plan_cli.i18n import _, listed
from plan_cli.naming import Directory, Match, NameProblem, find_department

DeptOption = Annotated[
    list[str] | None,
    typer.Option(
        "--dept",
        "-d",
        metavar=_("NAME"),
        help=_(
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
        metavar=_("TEXT"),
        help=_("Only items whose wording has this text in it; case and width do not matter."),
    ),
]


def find_departments(typed: list[str] | None, directory: Directory) -> tuple[Match, ...]:
    """Return the departments meant; an unknown or ambiguous name ends the command."""
    found = [find_department(text, directory) for text in typed or ()]
    return tuple(_department(match) for match in found)


def _department(found: Match | NameProblem) -> Match:
    if isinstance(found, Match):
        return found
    if found.candidates:
        raise PlanError(
            _("“{name}” fits several: {names}").format(
                name=found.text, names=listed(found.candidates)
            ),
            _("Type more of the name, or give --dept once for each."),
        )
    hint = (
        _("Did you mean {names}?").format(names=listed(found.suggestions))
        if found.suggestions
        else _("A part of a name will do, such as 工信.")
    )
    raise PlanError(
        _("there is no department or group {name}").format(name=f"“{found.text}”"), hint
    )


def find_sections(typed: str | None, outline: Outline) -> frozenset[str] | None:
    """Return the codes of the sections meant; an unknown or ambiguous one ends the command."""
    if typed is None:
        return None
    found = outline.find(typed)
    if not isinstance(found, SectionProblem):
        return found
    if found.missing:
        raise PlanError(
            _("the published text has no heading {code}").format(code=found.text),
            _("Its items stand under {section}.").format(section=found.stands_under),
        )
    if found.candidates:
        raise PlanError(
            _("“{name}” fits several: {names}").format(
                name=found.text, names=listed(found.candidates)
            ),
            _("Type more of the title, or the code in front of it."),
        )
    codes = " ".join(entry.code for entry in outline.entries if not entry.missing)
    raise PlanError(
        _("there is no section {code}").format(code=f"“{found.text}”"),
        _("Sections: {codes}; a word of a title will do too.").format(codes=codes),
    )
