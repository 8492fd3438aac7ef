"""Files that hold a list of records each, such as those of reports: read whole, told whole."""

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final, TypeVar

from plan_cli.dataset.files import DataFile, parse_yaml
from plan_cli.dataset.raw import read_bytes, shown_path
from plan_cli.dataset.schema import Model, SchemaFault, check
from plan_cli.i18n import _
from plan_cli.problems import START, Problem

_NOTHING: Final = "syntax.empty-document"

_File = TypeVar("_File")


def read_files(
    paths: Iterable[Path],
    key_of: Callable[[Path], str],
    read: Callable[[str, Path, bytes], tuple[_File | None, list[Problem]]],
) -> tuple[dict[str, _File], list[Problem]]:
    """Read files of records; return those that can be read by their keys, and the problems of all.

    Args:
        paths: the files.
        key_of: returns the key of a file.
        read: reads the bytes of a file with a key.
    """
    found: dict[str, _File] = {}
    problems: list[Problem] = []
    for path in paths:
        raw = read_bytes(path)
        if isinstance(raw, Problem):
            problems.append(raw)
            continue
        key = key_of(path)
        file, faults = read(key, path, raw)
        problems += faults
        if file is not None:
            found[key] = file
    return found, problems


def read_records(
    model: type[Model], path: Path, raw: bytes
) -> tuple[DataFile | None, dict[int, Model], list[Problem]]:
    """Read the records that the bytes of a file hold; a file of comments holds none.

    Returns:
        The file, None where it cannot be read; the sound records by their place; the problems.
    """
    read = parse_yaml(path, raw)
    if isinstance(read, list):
        if [problem.rule for problem in read] == [_NOTHING]:
            return DataFile(path, shown_path(path), "", []), {}, []
        return None, {}, read
    if not isinstance(read.value, list):
        message = _("the file does not hold a list of records")
        hint = _("Begin every record with “- ” at the start of a line, or write [] for none.")
        return None, {}, [_problem(read, SchemaFault((), "schema.wrong-value", message, hint))]
    records: dict[int, Model] = {}
    problems: list[Problem] = []
    for index, value in enumerate(read.value):
        checked = check(model, value, (index,))
        if isinstance(checked, list):
            problems += [_problem(read, fault) for fault in checked]
        else:
            records[index] = checked
    read.let_go()
    return read, records, problems


def _problem(file: DataFile, fault: SchemaFault) -> Problem:
    span = file.place(fault.path, key=fault.at_key) if file.text else START
    return Problem(file.shown, span, fault.code, "error", fault.message, fault.hint)
