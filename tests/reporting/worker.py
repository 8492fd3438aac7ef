"""A process that hands in reports: `python -m tests.reporting.worker FOLDER NAME COUNT LENGTH`."""

import sys
from pathlib import Path

from tests.reporting.samples import fields, hand_in_anew


def main(folder: str, name: str, count: str, length: str) -> None:
    for number in range(int(count)):
        done = hand_in_anew(Path(folder), fields(f"{name} 第{number}次" + "。" * int(length)))
        sys.stdout.write(done.id + "\n")
        sys.stdout.flush()


if __name__ == "__main__":
    main(*sys.argv[1:])
