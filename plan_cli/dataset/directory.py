"""Turns `departments.yaml` into the directory that names are looked up in."""

from typing import TYPE_CHECKING

from plan_cli.naming import Directory, Group, Listed

if TYPE_CHECKING:
    from plan_cli.model import Departments


def build_directory(departments: "Departments") -> Directory:
    """Index the departments and groups of the file."""
    return Directory(
        departments=tuple(
            Listed(
                name=record.name,
                category=record.category,
                aliases=record.aliases,
                plates=record.plates,
                full_name=record.full_name,
                full_name_basis=record.full_name_basis,
                valid_until=record.valid_until,
                successors=record.successors,
            )
            for record in departments.departments
        ),
        groups=tuple(
            Group(record.name, record.indefinite, record.members, record.may_include)
            for record in departments.groups
        ),
        prefixes=departments.prefixes,
        shared_aliases={shared.alias: shared.departments for shared in departments.shared_aliases},
    )
