"""When a snapshot is made, and when it is as if there were none."""

import os
import shutil
import stat
import time
from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from plan_cli.dataset.answers import Answers
from plan_cli.dataset.dataset import Dataset
from plan_cli.dataset.load import load
from plan_cli.dataset.lookup import Match
from plan_cli.queries.select import TaskFilter, names_meant, select_indicators, select_tasks
from plan_cli.snapshot import sources
from plan_cli.snapshot.store import answers
from tests.conftest import ROOT

DAY = date(2024, 6, 30)
POSIX = os.name == "posix"
AS_ROOT = not POSIX or os.geteuid() == 0


PARTS = (
    *("folder", "notice_file", "directory", "outline", "judging", "task_rows", "indicator_rows"),
    *("report_rows", "goal_rows", "made", "assigned", "discrepancies", "units"),
)


def loaded(folder: Path) -> Dataset:
    dataset = load(folder).dataset()
    assert dataset is not None
    return dataset


def assert_same(found: Answers, dataset: Dataset) -> None:
    """See that everything that can be asked is answered as the dataset would."""
    for part in PARTS:
        assert getattr(found, part) == getattr(dataset, part), part
    for name in dataset.directory.by_name:
        asked = TaskFilter(departments=(Match(name),), include_indefinite=True)
        names = names_meant(asked.departments, dataset.directory, DAY)
        tasks = [
            select_tasks(rows, asked, dataset.directory, DAY, dataset.assigned)
            for rows in (found.tasks_naming(names), dataset.task_rows)
        ]
        assert tasks[0] == tasks[1]
        indicators = [
            select_indicators(rows, dataset.directory, DAY, departments=asked.departments)
            for rows in (found.indicators_naming(names), dataset.indicator_rows)
        ]
        assert indicators[0] == indicators[1]


class Loader:
    """Loads a dataset, and counts how often."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.times = 0

    def __call__(self) -> Answers:
        self.times += 1
        return loaded(self.folder)

    def ask(self) -> Answers:
        return answers(self.folder, os.environ, self)

    def loads(self) -> bool:
        """Ask for everything there is; say whether the dataset had to be loaded for it."""
        before = self.times
        assert_same(self.ask(), loaded(self.folder))
        return self.times > before


@pytest.fixture
def loader(tmp_path: Path) -> Loader:
    sample = ROOT / "examples" / "made-up-city"
    return Loader(Path(shutil.copytree(sample, tmp_path / "data")))


def only_file(cache: Path) -> Path:
    (path,) = cache.iterdir()
    return path


def test_the_first_question_makes_it_and_the_next_are_answered_from_it(
    loader: Loader, cache: Path
) -> None:
    assert loader.loads()
    made = only_file(cache).read_bytes()

    assert not loader.loads()
    assert only_file(cache).read_bytes() == made


@pytest.mark.skipif(not POSIX, reason="Windows has other rights")
def test_nobody_else_may_read_it(loader: Loader, cache: Path) -> None:
    loader.ask()
    assert stat.S_IMODE(cache.stat().st_mode) == 0o700
    assert stat.S_IMODE(only_file(cache).stat().st_mode) == 0o600


def _append(name: str) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        with (folder / name).open("a", encoding="utf-8") as file:
            file.write("# x\n")

    return change


def _same_size_and_time(folder: Path) -> None:
    path = folder / "tasks.yaml"
    before = path.stat()
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("的", "地", 1), encoding="utf-8")
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))
    assert path.stat().st_size == before.st_size


CHANGES: dict[str, Callable[[Path], object]] = {
    **{
        name: _append(name)
        for name in (
            *("plan.yaml", "departments.yaml", "indicators.yaml", "tasks.yaml"),
            *("assignments.yaml", "progress/市工信局.yaml", "annual/2023/市发改局.yaml"),
        )
    },
    "a figure, and neither size nor time": _same_size_and_time,
    "no assignments any more": lambda folder: (folder / "assignments.yaml").unlink(),
    "one file of reports less": lambda folder: (folder / "progress/市工信局.yaml").unlink(),
    "one file of reports more": lambda folder: (folder / "progress/市水利局.yaml").write_text(
        "[]\n"
    ),
    "one file of goals more": lambda folder: (folder / "annual/2023/市水利局.yaml").write_text(
        "[]\n"
    ),
    "another name": lambda folder: (folder / "progress/市工信局.yaml").rename(
        folder / "progress/市水利局.yaml"
    ),
}


@pytest.mark.parametrize("change", CHANGES.values(), ids=CHANGES.keys())
def test_a_change_of_any_file_makes_it_anew(
    loader: Loader, cache: Path, change: Callable[[Path], object]
) -> None:
    loader.ask()
    change(loader.folder)

    assert loader.loads()
    assert not loader.loads()
    assert only_file(cache)  # the old one is not kept beside it


@pytest.mark.parametrize("name", ["README.md", "notes.txt", "progress/.lock", "source/other.txt"])
def test_other_files_have_no_part_in_it(loader: Loader, name: str) -> None:
    loader.ask()
    (loader.folder / name).write_text("x")
    assert not loader.loads()


def test_another_program_makes_its_own(loader: Loader, monkeypatch: pytest.MonkeyPatch) -> None:
    loader.ask()
    monkeypatch.setattr(sources, "__version__", "99.0")
    sources.program.cache_clear()
    assert loader.loads()
    sources.program.cache_clear()


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-100])


def _flip(path: Path) -> None:
    raw = bytearray(path.read_bytes())
    raw[-raw.index(b"\n") // 2] ^= 1
    path.write_bytes(raw)


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


def _fifo(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


def _link(path: Path) -> None:
    shutil.move(path, path.parent.parent / "elsewhere")
    path.symlink_to(path.parent.parent / "elsewhere")


DAMAGES: dict[str, Callable[[Path], object]] = {
    "empty": lambda path: path.write_bytes(b""),
    "cut off": _cut,
    "a bit": _flip,
    "a foreign file": lambda path: path.write_bytes(b"\x00\xff" * 5000),
    "other JSON": lambda path: path.write_text('{"format": 1, "parts": []}\n'),
}
if POSIX:
    DAMAGES |= {
        "a link": _link,
        "a pipe": _fifo,
        "others may write it": lambda path: path.chmod(0o666),
    }


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES.keys())
def test_a_damaged_one_is_made_again(
    loader: Loader,
    cache: Path,
    damage: Callable[[Path], object],
    capfd: pytest.CaptureFixture[str],
) -> None:
    loader.ask()
    made = only_file(cache).read_bytes()
    damage(only_file(cache))

    assert loader.loads()
    assert only_file(cache).read_bytes() == made
    assert not only_file(cache).is_symlink()
    assert not loader.loads()
    assert capfd.readouterr() == ("", "")


def test_a_folder_in_its_place_is_left_alone(loader: Loader, cache: Path) -> None:
    loader.ask()
    _folder(only_file(cache))

    assert loader.loads()
    assert only_file(cache).is_dir()


@pytest.mark.parametrize("damage", [_cut, _flip])
def test_damage_that_shows_late_does_not_show_at_all(
    loader: Loader, cache: Path, damage: Callable[[Path], None]
) -> None:
    loader.ask()
    damage(only_file(cache))
    assert_same(loader.ask(), loaded(loader.folder))


def test_a_dataset_that_cannot_be_loaded_leaves_none(loader: Loader, cache: Path) -> None:
    def broken() -> Answers:
        raise LookupError

    with pytest.raises(LookupError):
        answers(loader.folder, os.environ, broken)
    assert not cache.exists()


def test_what_changes_while_it_is_read_is_not_kept(loader: Loader, cache: Path) -> None:
    def load_slowly() -> Answers:
        dataset = loader()
        _append("tasks.yaml")(loader.folder)
        return dataset

    answers(loader.folder, os.environ, load_slowly)
    assert not cache.exists()


def test_two_datasets_have_one_each(loader: Loader, cache: Path) -> None:
    other = Loader(Path(shutil.copytree(loader.folder, loader.folder.parent / "other")))
    loader.ask()
    other.ask()

    assert len(list(cache.iterdir())) == 2
    assert not loader.loads()
    assert not other.loads()


class TestWhereNothingCanBeKept:
    def test_without_a_folder(self, loader: Loader, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr("plan_cli.snapshot.store.cache_folder", lambda _environ: None)
        assert loader.loads()
        assert loader.loads()

    def test_a_file_in_its_place(self, loader: Loader, cache: Path) -> None:
        cache.write_text("x")
        assert loader.loads()
        assert loader.loads()
        assert cache.read_text() == "x"

    @pytest.mark.skipif(AS_ROOT, reason="root may write everywhere")
    def test_in_a_folder_that_is_only_read(self, loader: Loader, cache: Path) -> None:
        cache.parent.chmod(0o500)
        try:
            assert loader.loads()
        finally:
            cache.parent.chmod(0o700)

    def test_on_a_full_disk(self, loader: Loader, cache: Path) -> None:
        class Full:
            def __init__(self) -> None:
                raise OSError(28, "No space left on device")

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("plan_cli.snapshot.store.os.fdopen", lambda *_arguments: Full())
            assert loader.loads()
        assert list(cache.iterdir()) == []

    def test_while_another_writes(self, loader: Loader, cache: Path) -> None:
        loader.ask()
        new = only_file(cache).with_suffix(".new")
        only_file(cache).rename(new)

        assert loader.loads()
        assert only_file(cache) == new

    def test_but_not_when_that_was_long_ago(self, loader: Loader, cache: Path) -> None:
        loader.ask()
        new = only_file(cache).with_suffix(".new")
        only_file(cache).rename(new)
        os.utime(new, (time.time() - 3600,) * 2)

        assert loader.loads()
        assert only_file(cache) == new.with_suffix(".json")
