"""What of a dataset a snapshot has besides rows, as JSON can hold it, and back."""

from datetime import date
from decimal import Decimal
from typing import Any

from plan_cli.dataset.answers import Judging
from plan_cli.dataset.names import Directory, Group, Listed
from plan_cli.dataset.outline import Outline, OutlineEntry


def directory_value(directory: Directory) -> list[Any]:
    """Return the departments and groups as lists."""
    return [
        [
            [
                one.name,
                one.category,
                one.aliases,
                one.plates,
                one.full_name,
                one.full_name_basis,
                one.valid_until.isoformat() if one.valid_until else None,
                one.successors,
            ]
            for one in directory.departments
        ],
        [[one.name, one.indefinite, one.members, one.may_include] for one in directory.groups],
        directory.prefixes,
        directory.shared_aliases,
    ]


def read_directory(value: Any) -> Directory:
    """Return the departments and groups that lists stand for."""
    departments, groups, prefixes, shared = value
    return Directory(
        departments=tuple(
            Listed(
                name,
                category,
                tuple(aliases),
                tuple(plates),
                full_name,
                basis,
                date.fromisoformat(until) if until else None,
                tuple(successors),
            )
            for name, category, aliases, plates, full_name, basis, until, successors in departments
        ),
        groups=tuple(
            Group(name, indefinite, tuple(members), tuple(may_include))
            for name, indefinite, members, may_include in groups
        ),
        prefixes=tuple(prefixes),
        shared_aliases={alias: tuple(names) for alias, names in shared.items()},
    )


def outline_value(outline: Outline) -> list[Any]:
    """Return the outline as lists."""
    return [[one.code, one.title, one.missing] for one in outline.entries]


def read_outline(value: Any) -> Outline:
    """Return the outline that lists stand for."""
    return Outline(tuple(OutlineEntry(code, title, missing) for code, title, missing in value))


def judging_value(judging: Judging) -> list[Any]:
    """Return how items are judged as lists."""
    horizon, follow_up = judging.horizon, judging.follow_up
    return [
        [horizon.base, horizon.start, horizon.end],
        str(judging.about),
        follow_up.near_due_days,
        [[one.period, one.by.isoformat()] for one in follow_up.deadlines],
        [[one.light, one.when, one.unless] for one in judging.lights],
    ]


def read_judging(value: Any) -> Judging:
    """Return how items are judged, by the lists that stand for it."""
    from plan_cli.judgement.case import Horizon
    from plan_cli.judgement.item import Deadline, FollowUp, LightRule

    (base, start, end), about, days, deadlines, lights = value
    return Judging(
        Horizon(base, start, end),
        Decimal(about),
        FollowUp(days, tuple(Deadline(one, date.fromisoformat(by)) for one, by in deadlines)),
        tuple(LightRule(light, tuple(when), tuple(unless)) for light, when, unless in lights),
    )
