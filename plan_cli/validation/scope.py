"""What of a dataset is reported: the files and folders that are named."""

from collections.abc import Sequence
from pathlib import Path

from plan_cli.dataset.inventory import FILES
from plan_cli.problems import Problem


class OutsideError(Exception):
    """A path that is no part of the dataset."""

    def __init__(self, path: Path) -> None:
        super().__init__(str(path))
        self.path = path


class Scope:
    """The files and folders of a dataset that are named; all of it if none is."""

    def __init__(self, paths: Sequence[Path], folder: Path) -> None:
        """Take the paths as typed.

        Raises:
            OutsideError: a path is not part of the dataset in `folder`.
        """
        root = folder.resolve()
        named = [(path, _absolute(path)) for path in paths]
        for path, absolute in named:
            if not absolute.is_relative_to(root) or not _is_there(absolute, root):
                raise OutsideError(path)
        self._places = [absolute for _path, absolute in named]

    def has(self, problem: Problem) -> bool:
        """Tell whether a problem lies in what is named."""
        if not self._places:
            return True
        file = _absolute(Path(problem.file))
        return any(file.is_relative_to(place) for place in self._places)


def _is_there(path: Path, root: Path) -> bool:
    """Tell whether there is something at `path`; a file that every dataset has may be missing."""
    return path.exists() or path.is_symlink() or path in {root / name for name in FILES.values()}


def _absolute(path: Path) -> Path:
    """Return where a path leads, but a link at its end as itself."""
    if path.is_dir() or path.name in {"", ".."}:
        return path.resolve()
    return path.parent.resolve() / path.name
