"""Names of departments: what is known, short forms in a list, and what a person types."""

from plan_cli.naming.directory import Directory, Group, Listed, Reference, split_plate
from plan_cli.naming.lookup import Match, NameProblem, find_department
from plan_cli.naming.short_forms import Unresolved, resolve_list

__all__ = [
    "Directory",
    "Group",
    "Listed",
    "Match",
    "NameProblem",
    "Reference",
    "Unresolved",
    "find_department",
    "resolve_list",
    "split_plate",
]
