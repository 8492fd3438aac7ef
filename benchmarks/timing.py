"""How long things take: pyperf runs and times them, here they only take turns."""

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any, Final, Protocol

_ONCE: Final = ("--quiet", "--processes=1", "--values=1", "--warmups=0", "--loops=1")


class Subject(Protocol):
    """What is timed."""

    @property
    def environment(self) -> Mapping[str, str]:
        """Variables that it runs with."""

    def pyperf(self) -> list[str]:
        """Return pyperf and its subcommand."""

    def measured(self) -> list[str]:
        """Return what pyperf is to run."""


@dataclass(frozen=True, slots=True)
class Command:
    """A program that is run as a whole, its start and its end included."""

    arguments: Sequence[str]
    environment: Mapping[str, str] = field(default_factory=dict)

    def pyperf(self) -> list[str]:
        """Return pyperf and its subcommand."""
        return [sys.executable, "-m", "pyperf", "command"]

    def measured(self) -> list[str]:
        """Return what pyperf is to run."""
        return ["--", *self.arguments]


@dataclass(frozen=True, slots=True)
class Statement:
    """A line of Python, with what is done before the clock starts."""

    python: str
    setup: str
    line: str
    environment: Mapping[str, str] = field(default_factory=dict)

    def pyperf(self) -> list[str]:
        """Return pyperf and its subcommand."""
        return [self.python, "-m", "pyperf", "timeit"]

    def measured(self) -> list[str]:
        """Return what pyperf is to run."""
        return ["--setup", self.setup, self.line]


@dataclass(frozen=True, slots=True)
class Pair:
    """Medians over pairs of runs: the seconds of both, and how many times the other ours took."""

    ours: float
    yardstick: float
    ratio: float


def compare(ours: Subject, yardstick: Subject, rounds: int) -> Pair:
    """Time two subjects in alternating pairs, each of them first in every other one.

    Each runs once before that, so that files are in memory and snapshots are made.
    """
    once(ours)
    once(yardstick)
    times: list[tuple[float, float]] = []
    for number in range(rounds):
        if number % 2:
            other = once(yardstick)
            times.append((once(ours), other))
        else:
            one = once(ours)
            times.append((one, once(yardstick)))
    return Pair(
        ours=median(one for one, _other in times),
        yardstick=median(other for _one, other in times),
        ratio=median(one / other for one, other in times),
    )


def once(subject: Subject) -> float:
    """Return the seconds that one run takes."""
    found = _run(subject)
    return float(found["benchmarks"][0]["runs"][-1]["values"][0])


def peak_memory(command: Command) -> int:
    """Return the bytes of memory that a command holds at most."""
    return int(_run(command)["metadata"]["command_max_rss"])


def _run(subject: Subject) -> dict[str, Any]:
    inherit = f"--inherit-environ={','.join(['PATH', *subject.environment])}"
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / "times.json"
        subprocess.run(  # noqa: S603  (what is measured)
            [*subject.pyperf(), *_ONCE, inherit, f"--output={output}", *subject.measured()],
            env={**os.environ, **subject.environment},
            stdout=subprocess.DEVNULL,
            check=True,
        )
        found: dict[str, Any] = json.loads(output.read_text(encoding="utf-8"))
    return found
