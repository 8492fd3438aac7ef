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
    """Return the departments and groups that an item names, in their order."""
    return [item.lead, *item.support] if isinstance(item, Task) else [item.responsible]


class Context:
    """The dataset as rules see it; only files that could be read are in it."""

    def __init__(self, loaded: Loaded, tiers: frozenset[Tier] = frozenset()) -> None:
        self.loaded = loaded
        self.tiers = tiers
        self._resolved: dict[int, list[Reference | Unresolved]] = {}

    @cached_property
    def files(self) -> "Mapping[str, DataFile]":
        """All files of data by their keys, those of reports and of annual goals among them."""
        found = {str(key): file for key, file in self.loaded.files.items()}
        found |= {f"progress/{by}": one.file for by, one in self.loaded.progress.items()}
        return found | {f"annual/{key}": one.file for key, one in self.loaded.annual.items()}

    def place(self, finding: Finding) -> tuple[str, Span]:
        """Return the file of a finding, as shown to the user, and where in it."""
        if isinstance(finding.path, Mark):
            return self.published.shown, Span(finding.path, finding.path)
        file = self.files[finding.file]
        if finding.part:
            return file.shown, file.place_inside(finding.path, *finding.part)
        return file.shown, file.place(finding.path, key=finding.at_key)

    def is_mended(self, finding: Finding) -> bool:
        """Tell whether a finding is at a place that was mended, or below one."""
        path = finding.path
        return any((finding.file, path[:end]) in self.loaded.mended for end in range(len(path) + 1))

    def resolved(self, duty: "Duty") -> list[Reference | Unresolved]:
        """Return whom a duty of the notice names; several rules ask."""
        if id(duty) not in self._resolved:
            written = [Reference(body.name, body.plate) for body in duty.bodies]
            self._resolved[id(duty)] = resolve_list(written, self.directory)
        return self._resolved[id(duty)]

    def spelled_out(self, duty: "Duty") -> tuple[str, ...]:
        """Return whom a duty names as the data names them; what is unresolved equals no name."""
        return tuple(map(str, self.resolved(duty)))

    @property
    def plan(self) -> Plan:
        """The plan; rules that use it name `plan` in `needs`."""
        assert self.loaded.plan is not None  # noqa: S101  (guaranteed by `needs`)
        return self.loaded.plan

    @property
    def departments(self) -> Departments:
        """The departments' file; rules that use it name `departments` in `needs`."""
        assert self.loaded.departments is not None  # noqa: S101  (guaranteed by `needs`)
        return self.loaded.departments

    @cached_property
    def directory(self) -> Directory:
        """The departments, indexed by name."""
        return Directory.of(plain(self.departments.model_dump()))

    @property
    def reporters(self) -> list[str]:
        """Who may report any indicator."""
        return [one.department for one in self.plan.reporting.any_indicator]

    @cached_property
    def assigned(self) -> Assigned:
        """Who is meant by groups and open lists, by item and group."""
        return {(a.item, a.group): a.members for a in self.loaded.assignments.values()}

    def has_part(self, by: str, item: Task | Indicator, day: date) -> bool:
        """Say whether a department has a part in an item; see `duties.has_part`."""
        names, assigned = charged(item), self.assigned
        if isinstance(item, Indicator):
            assigned = {}
        elif item.support_open:
            names.append(OPEN_LIST)
        return has_part(by, item.id, names, self.directory, assigned, day)

    def may_report(self, by: str, item: Task | Indicator, day: date) -> bool:
        """Say whether a department may report on an item: it has a part, or reports them all."""
        if isinstance(item, Indicator) and by in self.reporters:
            return True
        return self.has_part(by, item, day)

    def who_may_report(self, item: Task | Indicator) -> list[str]:
        """Return who may report on an item, as the data names them."""
        others = self.reporters if isinstance(item, Indicator) else []
        return list(dict.fromkeys([*charged(item), *others]))

    @cached_property
    def usage(self) -> Usage:
        """Who is named where."""
        return Usage(self)

    @cached_property
    def pairs(self) -> Pairs:
        """Targets of one metric that are at odds, and what is recorded of them."""
        return Pairs(self.targets, self.plan.discrepancies)

    def year(self, key: Literal["base", "start", "end", "vision"]) -> int:
        """Return a year of the plan; where a rule finds that it is wrong, the one of the notice."""
        recorded: int = getattr(self.plan.horizon, key)
        return self.stated_horizon.get(key, recorded) if "fidelity" in self.tiers else recorded

    @cached_property
    def stated_horizon(self) -> dict[str, int]:
        """The years that the notice states, as far as it does."""
        return stated_horizon(self.published.text or "") if self.notice else {}

    @cached_property
    def stated_kinds(self) -> dict[str, str | None]:
        """The kinds of the sections that the notice states, as far as it does."""
        return stated_kinds(self.notice) if self.notice else {}

    @cached_property
    def items(self) -> dict[int, Task | Indicator]:
        """The items by their numbers."""
        return {self.number(entry): entry.item for entry in self.entries}

    @cached_property
    def entries(self) -> list[Entry]:
        """All items, indicators and tasks, in the order of the files."""
        indicators = self.loaded.indicators.items()
        tasks = self.loaded.tasks.items()
        return [
            *(Entry("indicators", index, item) for index, item in indicators),
            *(Entry("tasks", index, item) for index, item in tasks),
        ]

    @cached_property
    def targets(self) -> list[TargetEntry]:
        """All targets, in the order of the files."""
        return [
            TargetEntry(entry, index, target)
            for entry in self.entries
            for index, target in enumerate(entry.item.targets)
        ]

    @cached_property
    def target_by_id(self) -> dict[str, Target]:
        """The targets by their ids."""
        return {one.target.id: one.target for one in self.targets}

    @cached_property
    def readable_targets(self) -> list[TargetEntry]:
        """The targets whose keys go together and whose quote stands in the notice.

        The others have something to correct first, and what else they say may follow from it.
        """
        return [
            one
            for one in self.targets
            if one.target.quote in self.wording(one.entry)
            and next(shape_faults(one.target), None) is None
        ]

    @cached_property
    def published(self) -> "Published":
        """The published text, as far as it can be read."""
        from plan_cli.dataset.published import Published, read_published

        if self.loaded.plan is None:
            return Published("", failure="")
        return read_published(self.loaded.folder, self.plan.source.file)

    @property
    def notice(self) -> "Notice | None":
        """The notice as read from the published text; None where that cannot be read."""
        return self.published.notice

    @cached_property
    def as_published(self) -> bool:
        """Whether the text is the one that was recorded: the data is then what is wrong."""
        return self.loaded.plan is not None and self.published.sha256 == self.plan.source.sha256

    @cached_property
    def clauses(self) -> "dict[int, Clause]":
        """The notice's clauses by number, the first where a number stands twice."""
        found: dict[int, Clause] = {}
        for clause in self.notice.clauses if self.notice else ():
            found.setdefault(clause.number, clause)
        return found

    @cached_property
    def wrong_kinds(self) -> frozenset[str]:
        """Sections whose kind is not that of the notice, where a rule finds that."""
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
        """Items that have the wording of a clause that is in the data under no number."""
        present = {entry.item.id for entry in self.entries}
        absent = {c.text: c for number, c in self.clauses.items() if number not in present}
        return {
            (entry.file, entry.index): absent[entry.item.text]
            for entry in self.entries
            if entry.item.text in absent
        }

    def number(self, entry: Entry) -> int:
        """Return an item's number; where a rule finds that it is wrong, the one of the notice."""
        if "fidelity" not in self.tiers:
            return entry.item.id
        misnumbered = self.misnumbered.get((entry.file, entry.index))
        return misnumbered.number if misnumbered else entry.item.id

    def clause_of(self, entry: Entry) -> "Clause | None":
        """Return the clause that an item is, by its wording where its number is wrong."""
        if self.misnumbered and (entry.file, entry.index) in self.misnumbered:
            return self.misnumbered[entry.file, entry.index]
        return self.clauses.get(entry.item.id)

    def wording(self, entry: Entry) -> str:
        """Return what the notice says in an item, or what the data says if there is no notice."""
        clause = self.clause_of(entry)
        return clause.text if clause else entry.item.text
