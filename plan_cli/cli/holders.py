"""Who has the duties of departments on a day: those that were asked for, or their successors."""

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from plan_cli.cli.errors import PlanError
from plan_cli.cli.options import find_departments
from plan_cli.i18n import _, listed

if TYPE_CHECKING:
    from plan_cli.naming import Directory


def find_holders(
    typed: Sequence[str], directory: "Directory", day: date
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return who has the duties of the departments meant, and what is to be said about that.

    A group stands for its members. An unknown or ambiguous name ends the command, and so does a
    group of which nobody has said who it is: it is nobody, and not everybody.
    """
    names: dict[str, None] = {}
    remarks: list[str] = []
    for match in find_departments(list(typed), directory):
        members = directory.group_by_name[match.name].members if match.is_group else (match.name,)
        if not members:
            raise PlanError(
                _("nobody has said who {group} are").format(group=match.name),
                _("Name a department."),
            )
        for name in members:
            heirs = directory.heirs(name, day)
            names |= dict.fromkeys(heirs)
            if heirs != (name,):
                words = _("{name} existed until {day}; its duties went to {heirs}")
                ended = directory.by_name[name].valid_until
                remarks.append(words.format(name=name, day=ended, heirs=listed(heirs)))
    return tuple(names), tuple(remarks)
