"""What was measured on, as far as it says something about the figures."""

import os
import platform
from pathlib import Path

from benchmarks.environment import PEERS, SYSTEM_PEERS, Environment, system_program, system_version

_OURS = ("typer", "click", "pydantic", "PyYAML")


def described(plan: Environment, peers: Environment) -> str:
    """Return the machine and the versions, in a paragraph."""
    ours = [f"{name} {plan.version(name)}" for name in ("govplan", *_OURS)]
    others = [f"{name} {peers.version(name)}" for name in PEERS]
    others += [
        f"{name} {system_version(path)}" for name in SYSTEM_PEERS if (path := system_program(name))
    ]
    return (
        f"{_processor()}, {os.cpu_count()} cores, {platform.system()} {_release()}, "
        f"{platform.python_implementation()} {platform.python_version()}. "
        f"{', '.join(ours)}. {', '.join(others)}.\n"
    )


def _processor() -> str:
    """Return the name of the processor."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8").split("\n")
    except OSError:
        return platform.processor() or platform.machine()
    names = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return names[0] if names else platform.machine()


def _release() -> str:
    return ".".join(platform.release().split("-")[0].split(".")[:2])
