"""Runs `plan validate` over random damage to a dataset: `python -m tests.fuzz.run COUNT SEED`.

Every input comes from the seed and its number alone, so that `--only NUMBER` shows one again. The
last line of the output is a JSON object with the count, the slowest runs (in seconds of the
processor) and what went wrong.
"""

import argparse
import json
import os
import shutil
import sys
import tempfile
import time
import traceback
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import asdict, dataclass
from io import BytesIO, TextIOWrapper
from pathlib import Path
from random import Random
from typing import Any, Final

from tests.annual import set_goals
from tests.fuzz import damage, records

os.environ["PLAN_LANG"] = "en"

from plan_cli.app import app
from plan_cli.commands.validate import ProblemsFormat

DATA: Final = Path(__file__).resolve().parents[2] / "data"
MEMORY: Final = 2 << 30
"""Bytes of address space a run may take, where the system can hold it to that."""


@dataclass(frozen=True)
class Input:
    """One damaged file, and how it was made."""

    number: int
    file: str
    how: str
    format: str
    content: bytes


def make(seed: int, number: int, originals: dict[str, bytes]) -> Input:
    """Return the input of a number."""
    random = Random(f"{seed}/{number}")  # noqa: S311  (no secret)
    file = random.choice(sorted(originals))
    raw, how = originals[file], []
    for _ in range(random.choice([1, 1, 1, 2, 3])):
        if random.random() < 0.12 and file.endswith(".yaml"):
            raw, name = records.grown(random).encode(), "grown"
        elif random.random() < 0.5:
            mutation = random.choice(records.MUTATIONS)
            name = mutation.__name__
            raw = mutation(raw.decode("utf-8", "surrogateescape"), random).encode(
                "utf-8", "surrogateescape"
            )
        else:
            change = random.choice(damage.MUTATIONS)
            name = change.__name__
            raw = change(raw, random)
        how.append(name)
    return Input(number, file, "+".join(how), random.choice(sorted(ProblemsFormat)), raw)


def validate(folder: Path, format_: str) -> tuple[int, bytes]:
    """Run the command in this process; return its exit status and what it prints."""
    printed = TextIOWrapper(BytesIO(), encoding="utf-8", errors="replace")
    with redirect_stdout(printed), redirect_stderr(printed):
        status = app(
            ["--data", str(folder), "validate", "--format", format_],
            prog_name="plan",
            standalone_mode=False,
        )
    printed.flush()
    return status or 0, printed.buffer.getvalue()


def complaint(status: int, printed: bytes, format_: str) -> str | None:
    """Return what is wrong with an answer, whatever the input was."""
    if status not in {0, 1}:
        return f"exit status {status}"
    text = printed.decode("utf-8")
    if any(character in text for character in "\0\x1b\x9b\u202e"):
        return "a control character is printed"
    if format_ in {"json", "sarif"}:
        json.loads(text)
    elif (": error [" in text or "::error" in text) != (status == 1):
        return "the exit status is not what the problems say"
    return None


def run(count: int, seed: int, only: int | None = None) -> dict[str, Any]:
    """Run `count` inputs; return what the last line of the output says."""
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / "data"
        shutil.copytree(DATA, folder)
        set_goals(folder)
        originals = {
            path.relative_to(folder).as_posix(): path.read_bytes()
            for path in folder.rglob("*")
            if path.suffix in {".yaml", ".txt"}
        }
        slowest: list[tuple[float, int, str]] = []
        failures: list[dict[str, Any]] = []
        statuses = [0, 0]
        for number in range(count) if only is None else [only]:
            made = make(seed, number, originals)
            (folder / made.file).write_bytes(made.content)
            started = time.process_time()
            try:
                status, printed = validate(folder, made.format)
                found = complaint(status, printed, made.format)
                statuses[status] += 1
            except Exception:  # noqa: BLE001  (that is what is looked for)
                found = traceback.format_exc()
            slowest.append((time.process_time() - started, number, f"{made.file} {made.how}"))
            slowest = sorted(slowest, reverse=True)[:5]
            if found:
                failures.append({**asdict(made), "content": "", "found": found})
            if only is not None:
                Path("fuzz-input").write_bytes(made.content)
            (folder / made.file).write_bytes(originals[made.file])
    return {
        "count": count,
        "clean": statuses[0],
        "problems": statuses[1],
        "slowest": slowest,
        "failures": failures[:20],
        "failed": len(failures),
        "memory": _peak(),
    }


def _peak() -> int | None:
    try:
        import resource
    except ImportError:
        return None
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:
        return
    resource.setrlimit(resource.RLIMIT_AS, (MEMORY, MEMORY))


def main() -> None:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int)
    parser.add_argument("seed", type=int)
    parser.add_argument("--only", type=int)
    options = parser.parse_args()
    _limit_memory()
    result = run(options.count, options.seed, options.only)
    sys.stdout.write(json.dumps(result, ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
