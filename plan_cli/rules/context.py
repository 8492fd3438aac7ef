"""The dataset as rules see it."""

from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING, Final, Literal

from plan_cli.dataset.dataset import Assigned
from plan_cli.dataset.load import Loaded, plain
from plan_cli.dataset.models import Departments, Indicator, Task
from plan_cli.dataset.names import Directory, Reference, Unresolved, resolve_list
from plan_cli.dataset.plan_models import Plan
from plan_cli.queries.duties import has_part
from plan_cli.rules.rule import Entry, TargetEntry, Tier
from plan_cli.words import OPEN_LIST

if TYPE_CHECKING:  # a query does not read the notice
    from plan_cli.dataset.files import FileKey
    from plan_cli.dataset.published import Published
    from plan_cli.notice.model import Clause, Duty, Notice
    from plan_cli.rules.consistency.pairs import Pairs
    from plan_cli.rules.names import Usage

_MOST_RESOLVED: Final = 5000  # duties


def charged(item: Task | Indicator) -> list[str]:
    """Return the departments and groups that an item names, in their order."""
    return [item.lead, *item.support] if isinstance(item, Task) else [item.responsible]


class Context:
    """The dataset as rules see it; only files that could be read are in it."""

    def __init__(self, loaded: Loaded, tiers: frozenset[Tier] = frozenset()) -> None:
        self.loaded = loaded
        self.tiers = tiers
        self._resolved: dict[int, list[Reference | Unresolved]] = {}

    def resolved(self, duty: "Duty") -> list[Reference | Unresolved]:
        """Return whom a duty of the notice names.

        Several rules ask; of a notice that is very large it is worked out anew, as it takes memory.
        """
        known = self._resolved.get(id(duty))
        if known is not None:
            return known
        written = [Reference(body.name, body.plate) for body in duty.bodies]
        resolved = resolve_list(written, self.directory)
        if len(self._resolved) < _MOST_RESOLVED:
            self._resolved[id(duty)] = resolved
        return resolved

    def spelled_out(self, duty: "Duty") -> tuple[str, ...]:
        """Return whom a duty names as the data names them; what is unresolved is like nobody."""
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

    @cached_property
    def usage(self) -> "Usage":
        """Who is named where."""
        from plan_cli.rules.names import Usage

        return Usage(self)

    @cached_property
    def pairs(self) -> "Pairs":
        """Targets of one metric that are at odds, and what is recorded of them."""
        from plan_cli.rules.consistency.pairs import Pairs

        return Pairs(self)

    def year(self, key: Literal["base", "start", "end", "vision"]) -> int:
        """Return a year of the plan; where a rule tells that it is wrong, the one of the notice."""
        recorded: int = getattr(self.plan.horizon, key)
        return self._stated_years.get(key, recorded)

    @cached_property
    def _stated_years(self) -> dict[str, int]:
        if "fidelity" not in self.tiers:
            return {}
        from plan_cli.rules.fidelity.horizon import stated_horizon

        return stated_horizon(self)

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
    def readable_targets(self) -> list[TargetEntry]:
        """The targets whose keys go together and whose quote stands in the notice.

        Of the others there is something to correct first, and what else they say may follow from
        it.
        """
        from plan_cli.rules.schema.target_shape import faults

        return [
            one
            for one in self.targets
            if one.target.quote in self.wording(one.entry)
            and not any(True for _fault in faults(one.target))
        ]

    @cached_property
    def published(self) -> "Published":
        """The published text, as far as it can be read."""
        from plan_cli.dataset.published import Published, read_published

        if self.loaded.plan is None:
            return Published("", failure="")
        texts = {entry.item.text: entry.item.text for entry in self.entries}
        return read_published(self.loaded.folder, self.plan.source.file, texts)

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
        """Sections whose kind is not that of the notice, where a rule tells of that."""
        if "fidelity" not in self.tiers:
            return frozenset()
        from plan_cli.rules.fidelity.section_kinds import stated_kinds

        kinds = stated_kinds(self)
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
        """Return an item's number; where a rule tells that it is wrong, the one of the notice."""
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
