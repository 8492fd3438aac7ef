"""The dataset as rules see it."""

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Literal

from plan_cli.dataset.dataset import Assigned
from plan_cli.dataset.load import Loaded, plain
from plan_cli.dataset.models import Departments, Indicator, Target, Task
from plan_cli.dataset.names import Directory, Reference, Unresolved, resolve_list
from plan_cli.dataset.plan_models import Plan
from plan_cli.dataset.yaml import Mark, Span
from plan_cli.queries.duties import has_part
from plan_cli.rules.names import Usage
from plan_cli.rules.notice_facts import stated_horizon, stated_kinds
from plan_cli.rules.rule import Entry, Finding, TargetEntry, Tier
from plan_cli.rules.targets import Pairs, shape_faults
from plan_cli.words import OPEN_LIST

if TYPE_CHECKING:  # a query does not read the notice
    from collections.abc import Mapping

    from plan_cli.dataset.files import DataFile
    from plan_cli.dataset.folder import FileKey
    from plan_cli.dataset.published import Published
    from plan_cli.notice.model import Clause, Duty, Notice


def charged(item: Task | Indicator) -> list[str]:
    return [item.lead, *item.support] if isinstance(item, Task) else [item.responsible]


class Context:
    """The dataset as rules see it; only files that could be read are in it."""

    def __init__(self, loaded: Loaded, tiers: frozenset[Tier] = frozenset()) -> None:
        self.loaded = loaded
        self.tiers = tiers
        self._resolved: dict[int, list[Reference | Unresolved]] = {}

    @cached_property
    def files(self) -> "Mapping[str, DataFile]":
        """All data files by key, including reports and annual goals."""
        found = {str(key): file for key, file in self.loaded.files.items()}
        found |= {f"progress/{by}": one.file for by, one in self.loaded.progress.items()}
        return found | {f"annual/{key}": one.file for key, one in self.loaded.annual.items()}

    def place(self, finding: Finding) -> tuple[str, Span]:
        """The shown file name of a finding, and its place there."""
        if isinstance(finding.path, Mark):
            return self.published.shown, Span(finding.path, finding.path)
        file = self.files[finding.file]
        if finding.part:
            return file.shown, file.place_inside(finding.path, *finding.part)
        return file.shown, file.place(finding.path, key=finding.at_key)

    def is_mended(self, finding: Finding) -> bool:
        """Whether a finding is at or below a mended place."""
        path = finding.path
        return any((finding.file, path[:end]) in self.loaded.mended for end in range(len(path) + 1))

    def resolved(self, duty: "Duty") -> list[Reference | Unresolved]:
        if id(duty) not in self._resolved:
            written = [Reference(body.name, body.plate) for body in duty.bodies]
            self._resolved[id(duty)] = resolve_list(written, self.directory)
        return self._resolved[id(duty)]

    def spelled_out(self, duty: "Duty") -> tuple[str, ...]:
        """Canonical names of a duty's bodies; unresolved ones equal no name."""
        return tuple(map(str, self.resolved(duty)))

    @property
    def plan(self) -> Plan:
        """Rules that use it name `plan` in `needs`."""
        assert self.loaded.plan is not None  # noqa: S101  (guaranteed by `needs`)
        return self.loaded.plan

    @property
    def departments(self) -> Departments:
        """Rules that use it name `departments` in `needs`."""
        assert self.loaded.departments is not None  # noqa: S101  (guaranteed by `needs`)
        return self.loaded.departments

    @cached_property
    def directory(self) -> Directory:
        return Directory.of(plain(self.departments.model_dump()))

    @property
    def reporters(self) -> list[str]:
        return [one.department for one in self.plan.reporting.any_indicator]

    @cached_property
    def assigned(self) -> Assigned:
        return {(a.item, a.group): a.members for a in self.loaded.assignments.values()}

    def has_part(self, by: str, item: Task | Indicator, day: date) -> bool:
        names, assigned = charged(item), self.assigned
        if isinstance(item, Indicator):
            assigned = {}
        elif item.support_open:
            names.append(OPEN_LIST)
        return has_part(by, item.id, names, self.directory, assigned, day)

    def may_report(self, by: str, item: Task | Indicator, day: date) -> bool:
        if isinstance(item, Indicator) and by in self.reporters:
            return True
        return self.has_part(by, item, day)

    def who_may_report(self, item: Task | Indicator) -> list[str]:
        others = self.reporters if isinstance(item, Indicator) else []
        return list(dict.fromkeys([*charged(item), *others]))

    @cached_property
    def usage(self) -> Usage:
        return Usage(self)

    @cached_property
    def pairs(self) -> Pairs:
        return Pairs(self.targets, self.plan.discrepancies)

    def year(self, key: Literal["base", "start", "end", "vision"]) -> int:
        """A year of the plan; the notice's, where a rule finds the recorded one wrong."""
        recorded: int = getattr(self.plan.horizon, key)
        return self.stated_horizon.get(key, recorded) if "fidelity" in self.tiers else recorded

    @cached_property
    def stated_horizon(self) -> dict[str, int]:
        return stated_horizon(self.published.text or "") if self.notice else {}

    @cached_property
    def stated_kinds(self) -> dict[str, str | None]:
        return stated_kinds(self.notice) if self.notice else {}

    @cached_property
    def items(self) -> dict[int, Task | Indicator]:
        return {self.number(entry): entry.item for entry in self.entries}

    @cached_property
    def entries(self) -> list[Entry]:
        return [
            *(Entry("indicators", *one) for one in self.loaded.indicators.items()),
            *(Entry("tasks", *one) for one in self.loaded.tasks.items()),
        ]

    @cached_property
    def targets(self) -> list[TargetEntry]:
        return [
            TargetEntry(entry, index, target)
            for entry in self.entries
            for index, target in enumerate(entry.item.targets)
        ]

    @cached_property
    def target_by_id(self) -> dict[str, Target]:
        return {one.target.id: one.target for one in self.targets}

    @cached_property
    def readable_targets(self) -> list[TargetEntry]:
        """Targets with a valid shape and a quote from the notice; others need correction first."""
        return [
            one
            for one in self.targets
            if one.target.quote in self.wording(one.entry)
            and next(shape_faults(one.target), None) is None
        ]

    @cached_property
    def published(self) -> "Published":
        from plan_cli.dataset.published import Published, read_published

        if self.loaded.plan is None:
            return Published("", failure="")
        return read_published(self.loaded.folder, self.plan.source.file)

    @property
    def notice(self) -> "Notice | None":
        return self.published.notice

    @cached_property
    def as_published(self) -> bool:
        """Whether the text has the recorded checksum; then the data is at fault."""
        return self.loaded.plan is not None and self.published.sha256 == self.plan.source.sha256

    @cached_property
    def clauses(self) -> "dict[int, Clause]":
        """Clauses by number; the first where a number occurs twice."""
        found: dict[int, Clause] = {}
        for clause in self.notice.clauses if self.notice else ():
            found.setdefault(clause.number, clause)
        return found

    @cached_property
    def wrong_kinds(self) -> frozenset[str]:
        """Sections whose kind is not the notice's, where a rule finds that."""
        if "fidelity" not in self.tiers:
            return frozenset()
        kinds = self.stated_kinds
        return frozenset(
            section.code
            for section in self.plan.sections
            if section.code in kinds and kinds[section.code] != section.kind
        )

    @cached_property
    def misnumbered(self) -> "dict[tuple[FileKey, int], Clause]":
        """Items with the wording of a clause whose number is not in the data."""
        present = {entry.item.id for entry in self.entries}
        absent = {c.text: c for number, c in self.clauses.items() if number not in present}
        return {
            (entry.file, entry.index): absent[entry.item.text]
            for entry in self.entries
            if entry.item.text in absent
        }

    def number(self, entry: Entry) -> int:
        """An item's number; the notice's, where a rule finds the recorded one wrong."""
        if "fidelity" not in self.tiers:
            return entry.item.id
        misnumbered = self.misnumbered.get((entry.file, entry.index))
        return misnumbered.number if misnumbered else entry.item.id

    def clause_of(self, entry: Entry) -> "Clause | None":
        """The clause of an item, by its wording if its number is wrong."""
        if self.misnumbered and (entry.file, entry.index) in self.misnumbered:
            return self.misnumbered[entry.file, entry.index]
        return self.clauses.get(entry.item.id)

    def wording(self, entry: Entry) -> str:
        """An item's wording in the notice, or in the data if there is no notice."""
        clause = self.clause_of(entry)
        return clause.text if clause else entry.item.text
