"""What is measured against what, and how many times as long it may take."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from benchmarks import inputs
from benchmarks.datasets import ITEMS
from benchmarks.environment import ROOT, Environment, run, system_program
from benchmarks.timing import Command, Statement, Subject

_MANY: Final = 21  # pairs of what takes some hundredths of a second
_SOME: Final = 9
_FEW: Final = 5
_SLOW: Final = 3  # pairs of what takes several seconds
_QUICK: Final = 3
"""Pairs of anything where time is short."""

_TASKS: Final = ("tasks", "--dept", inputs.DEPARTMENT)


@dataclass(frozen=True, slots=True)
class Case:
    """Ours, what it is measured by, and the ratio that it may have at most; None for no limit."""

    what: str
    by: str
    ours: Subject
    yardstick: Subject
    pairs: int
    limit: float | None = None


class Cases:
    """All that is measured; inputs are made when they are asked for.

    Args:
        folder: for what is made.
        plan: where `plan` is installed, and pyperf.
        peers: where the others are.
        quick: fewer pairs, and nothing of the largest size.
    """

    def __init__(self, folder: Path, plan: Environment, peers: Environment, *, quick: bool) -> None:
        self._folder = folder
        self._plan = plan
        self._peers = peers
        self._quick = quick
        self._environment = {"PLAN_CACHE": str(folder / "cache"), "PLAN_LANG": "zh"}

    def ours(self) -> Iterator[Case]:
        """Yield what has a limit."""
        yield from self._starts()
        yield from self._readings()
        yield from self._checks()
        if not self._quick:
            yield from self._growth()

    def _starts(self) -> Iterator[Case]:
        """Yield what is mostly starting."""
        python = Command((self._plan.program("python"), "-c", "import yaml"))
        for what, arguments, limit in (
            ("`plan --help`", ("--help",), 2.6),
            (f"`plan {' '.join(_TASKS)} --json`, snapshot there", (*_TASKS, "--json"), 2.8),
            ("the same as a table of 45 rows", _TASKS, 4.5),
            ("the same table without a snapshot", ("--no-cache", *_TASKS), 8.0),
            ("`plan validate`, all tiers", ("validate",), 8.0),
        ):
            yield self._case(what, "`import yaml`", self._on(1, *arguments), python, _MANY, limit)

    def _readings(self) -> Iterator[Case]:
        """Yield the reading of files alone."""
        for copies, limit, pairs in ((1, 0.55, _MANY), (10, 0.45, _SOME), (100, 0.25, _SLOW)):
            if self._quick and copies == inputs.SIZES[-1]:
                continue
            what = f"reading {ITEMS * copies:,} items, with positions, no key twice"
            by = "`yaml.load(…, CSafeLoader)`"
            yield self._case(what, by, *self._readers(copies), pairs, limit)

    def _checks(self) -> Iterator[Case]:
        """Yield checks beside those of tools for the like."""
        schema = str(ROOT / "schema" / "tasks.schema.json")
        for copies, limit, pairs in ((1, 0.55, _SOME), (10, 0.15, _FEW)):
            file = str(inputs.tasks_file(self._folder, copies))
            peer = self._peer("check-jsonschema", "--schemafile", schema, file)
            what = f"`plan validate`, {ITEMS * copies:,} items"
            by = "check-jsonschema, as many tasks, our schema"
            yield self._case(what, by, self._on(copies, "validate"), peer, pairs, limit)
        project = str(inputs.doorstop_project(self._folder, 1))
        peer = self._peer("doorstop", "--project", project)
        what = f"`plan validate`, {ITEMS:,} items"
        yield self._case(what, "doorstop", self._on(1, "validate"), peer, _SOME, 0.3)

    def _growth(self) -> Iterator[Case]:
        """Yield a query over the largest dataset, with a longer answer and with the same."""
        small, large = self._on(1, *_TASKS, "--json"), self._on(100, *_TASKS, "--json")
        what = "a department's tasks as JSON at 21,000 items"
        yield self._case(f"{what}, 4,500 of them", "the same at 210", large, small, _SOME, 3)
        own = inputs.dataset(self._folder, 100, own_departments=True)
        ours = self._command("--data", str(own), *_TASKS, "--json")
        yield self._case(f"{what} and 7,700 departments", "the same at 210", ours, small, _SOME)

    def others(self, copies: int) -> Iterator[Case]:
        """Yield what other tools do with the same items; there is no limit to that."""
        folder = self._folder
        check = self._on(copies, "validate")
        table, rows = self._on(copies, *_TASKS), self._on(copies, *_TASKS, "--json")
        rules = "{extends: relaxed, rules: {line-length: disable}}"
        tasks = str(inputs.tasks_file(folder, copies))
        beancount = str(inputs.beancount_file(folder, copies))
        yield self._case(
            "check", "yamllint", check, self._peer("yamllint", "-d", rules, tasks), _FEW
        )
        yield self._case("check", "bean-check", check, self._peer("bean-check", beancount), _FEW)
        hledger = system_program("hledger")
        if hledger:
            journal = str(inputs.hledger_file(folder, copies))
            peer = Command((hledger, "--file", journal, "check"))
            yield self._case("check", "hledger check", check, peer, _FEW)
        select = "select * from tasks where project = :project"
        asked = (select, "--param", "project", inputs.DEPARTMENT)
        peer = self._peer("sqlite-utils", self._database(copies), *asked)
        yield self._case("query, JSON", "sqlite-utils", rows, peer, _FEW)
        task = system_program("Taskwarrior")
        if task:
            peer = self._taskwarrior(task, copies)
            yield self._case("query, a table", "Taskwarrior list", table, peer, _FEW)

    def large_check(self, *, own_departments: bool) -> Command:
        """Return `plan validate` over the largest dataset."""
        data = inputs.dataset(self._folder, inputs.SIZES[-1], own_departments=own_departments)
        return self._command("--data", str(data), "validate")

    def _case(
        self,
        what: str,
        by: str,
        ours: Subject,
        yardstick: Subject,
        pairs: int,
        limit: float | None = None,
    ) -> Case:
        pairs = min(pairs, _QUICK) if self._quick else pairs
        return Case(what, by, ours, yardstick, pairs, limit)

    def _on(self, copies: int, *arguments: str) -> Command:
        data = inputs.dataset(self._folder, copies)
        return self._command("--data", str(data), *arguments)

    def _command(self, *arguments: str) -> Command:
        return Command((self._plan.program("plan"), *arguments), self._environment)

    def _peer(self, name: str, *arguments: str) -> Command:
        return Command((self._peers.program(name), *arguments))

    def _readers(self, copies: int) -> tuple[Statement, Statement]:
        data = inputs.dataset(self._folder, copies)
        files = (
            f"from pathlib import Path; files = [path.read_bytes() for path in"
            f" sorted(Path({str(data)!r}).rglob('*.yaml'))]; "
        )
        python = self._plan.program("python")
        ours = Statement(
            python,
            f"{files}from plan_cli.dataset.yaml import decode; "
            "from plan_cli.dataset.yaml_reader import parse; parse('a: 1')",
            "[parse(decode(raw)) for raw in files]",
        )
        theirs = Statement(
            python, f"{files}import yaml", "[yaml.load(raw, yaml.CSafeLoader) for raw in files]"
        )
        return ours, theirs

    def _database(self, copies: int) -> str:
        database = str(self._folder / f"{copies}.db")
        rows = str(inputs.task_list(self._folder, copies))
        run(self._peers.program("sqlite-utils"), "insert", database, "tasks", rows, "--pk", "uuid")
        return database

    def _taskwarrior(self, task: str, copies: int) -> Command:
        settings = str(inputs.task_settings(self._folder, copies))
        run(task, f"rc:{settings}", "import", str(inputs.task_list(self._folder, copies)))
        return Command((task, f"rc:{settings}", f"project:{inputs.DEPARTMENT}", "list"))
