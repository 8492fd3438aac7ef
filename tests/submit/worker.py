"""A process that hands in reports: `python -m tests.submit.worker FOLDER NAME COUNT LENGTH`."""

import sys
from pathlib import Path

from plan_cli.submit.submit import submit
from tests.submit.samples import BY, fields


def main(folder: str, name: str, count: str, length: str) -> None:
    for number in range(int(count)):
        said = fields(f"{name} 第{number}次" + "。" * int(length))
        (identifier,) = submit(Path(folder), BY, [said]).ids
        sys.stdout.write(identifier + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
