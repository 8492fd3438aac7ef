"""A snapshot changes no answer, is good for one set of bytes only, and never does any harm."""

import itertools
import json
import os
import shutil
import stat
import subprocess
import sys
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from plan_cli import i18n
from plan_cli.app import app
from plan_cli.dataset import snapshot
from plan_cli.dataset.dataset import Dataset
from plan_cli.dataset.folder import checksum
from plan_cli.dataset.load import Loaded, load
from plan_cli.dataset.snapshot import cache_folder, snapshot_path
from tests.conftest import DATA, ROOT, Run

POSIX = os.name == "posix"
AS_ROOT = not POSIX or os.geteuid() == 0


@pytest.fixture(autouse=True)
def cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder that snapshots are kept in; it is not there yet."""
    folder = tmp_path / "cache"
    monkeypatch.setenv("PLAN_CACHE", str(folder))
    monkeypatch.delenv("PLAN_NO_CACHE")
    return folder


SAMPLE = ROOT / "examples" / "made-up-city"
DATASETS = [DATA, SAMPLE, ROOT / "tests" / "cases" / "base"]

FORMATS = [[], ["--json"], ["--format", "csv"], ["--format", "markdown"], ["--wide"]]
DEPTS = [[], *(["--dept", name] for name in ("市工信局", "fgj", "乙镇", "各镇办", "科技局", "x"))]
DAYS = [[], ["--as-of", "2024-06-30"], ["--as-of", "2026-01-31"]]

QUERIES: dict[str, list[list[list[str]]]] = {
    "tasks": [
        [*DEPTS, ["--dept", "市发改局", "--dept", "市财政局"]],
        [[], ["--role", "lead"], ["--role", "support"]],
        [[], ["--section", "三"], ["--section", "三(五)"]],
        [[], ["--due", "2025"], ["--due", "none"], ["--grep", "产业"], ["--kind", "measure"]],
        [[], ["--status", "overdue"], ["--status", "done"], ["--light", "red"]],
        [[], ["--include-indefinite"]],
        DAYS,
        FORMATS,
    ],
    "indicators": [[[], ["--binding"], ["--expected"]], DEPTS, [[], ["--status"]], DAYS, FORMATS],
    "show": [[["1"], ["2", "1"], ["16"], ["9999"]], [[], ["--explain"]], DAYS, FORMATS],
    "departments": [[[], ["--category", "镇办"], ["--category", "x"]], FORMATS],
    "sections": [FORMATS],
    "status": [
        [[], *(["--by", by] for by in ("section", "department", "light", "binding", "due"))],
        DEPTS,
        DAYS,
        FORMATS,
    ],
    "assignments": [DEPTS, [[], ["--assigned"], ["--unassigned"]], [[], ["--open-lists"]], FORMATS],
    "history": [[[], ["16"], ["1"], ["9999"], ["x"]], DEPTS, DAYS, FORMATS],
    "assess": [[["2023"], ["2030"]], [[], ["--explain"]], DEPTS, DAYS, FORMATS],
}
"""The commands that a snapshot answers, with what may follow them: one of each list."""


def _lines() -> st.SearchStrategy[list[str]]:
    chosen = [
        st.tuples(*(st.sampled_from(several) for several in options)).map(
            lambda picked, name=name: [name, *itertools.chain(*picked)]  # type: ignore[misc]
        )
        for name, options in QUERIES.items()
    ]
    return st.one_of(*chosen)


@pytest.fixture
def _both_languages() -> Iterator[None]:
    yield
    i18n.activate("en")


def printed(folder: Path, arguments: list[str], *options: str) -> tuple[int, bytes, bytes]:
    """Return how a command ended, and all that it wrote."""
    line = ["--data", str(folder), *options, *arguments]
    result = CliRunner().invoke(app, line, prog_name="plan")
    return result.exit_code, result.stdout_bytes, result.stderr_bytes


@pytest.mark.slow
@pytest.mark.usefixtures("_both_languages")
@settings(
    max_examples=int(os.environ.get("PLAN_EXAMPLES", "150")),
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(folder=st.sampled_from(DATASETS), language=st.sampled_from(["zh", "en"]), arguments=_lines())
def test_a_command_prints_the_same(
    folder: Path, language: i18n.Language, arguments: list[str]
) -> None:
    i18n.activate(language)
    expected = printed(folder, arguments, "--no-cache")

    assert printed(folder, arguments) == expected  # makes the snapshot, or is answered from it
    assert printed(folder, arguments) == expected


CODE = """
import sys
from plan_cli.app import run
status = run(sys.argv[1:])
heavy = {"pydantic", "yaml", "rich", "plan_cli.dataset.models", "plan_cli.dataset.load"}
print(*sorted(heavy & set(sys.modules)), file=sys.stderr)
"""

WARM = [
    ["tasks", "--dept", "市工信局"],
    ["tasks", "--dept", "市工信局", "--json"],
    ["tasks", "--status", "overdue", "--as-of", "2025-06-30", "--format", "csv"],
    ["tasks", "--section", "三(五)"],
    ["indicators", "--dept", "市发改局", "--json"],
    ["indicators", "--status"],
    ["show", "50", "29"],
    ["departments", "--json"],
    ["sections"],
    ["status"],
    ["status", "--by", "department", "--dept", "市发改局"],
    ["assignments", "--dept", "市发改局"],
    ["history", "--json"],
    ["assess", "2023"],
    ["review", "2023", "--output", "{folder}/a.md", "--as-of", "2024-03-31"],
    ["remind", "--output", "{folder}/b.md", "--as-of", "2024-03-31"],
]


@pytest.mark.slow
@pytest.mark.parametrize("arguments", WARM, ids=lambda arguments: " ".join(arguments[:3]))
def test_an_answer_from_a_snapshot_loads_little(
    plan: Run, tmp_path: Path, arguments: list[str]
) -> None:
    plan("tasks")

    done = subprocess.run(
        [sys.executable, "-c", CODE, *(one.format(folder=tmp_path) for one in arguments)],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    heavy = set(done.stderr.splitlines()[-1].split())
    assert heavy <= {"rich"}


def test_every_query_is_tested() -> None:
    assert {arguments[0] for arguments in WARM} >= set(QUERIES)


@pytest.mark.parametrize("home", ["nobody", "read-only"])
def test_without_a_home_a_query_is_answered_all_the_same(tmp_path: Path, home: str) -> None:
    folder = tmp_path / home
    if home == "read-only":
        folder.mkdir(mode=0o500)
    unset = ("PLAN_CACHE", "XDG_CACHE_HOME", "LOCALAPPDATA")
    environment = {name: value for name, value in os.environ.items() if name not in unset}
    done = subprocess.run(
        [sys.executable, "-m", "plan_cli", "tasks", "--dept", "市工信局"],
        cwd=ROOT,
        env={**environment, "HOME": str(folder), "USERPROFILE": str(folder)},
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stdout.startswith("市工信局: 45 tasks")
    assert not (tmp_path / "nobody").exists()
    if home == "read-only":
        folder.chmod(0o700)


@pytest.fixture
def own(tmp_path: Path) -> Path:
    return Path(shutil.copytree(SAMPLE, tmp_path / "own"))


@pytest.mark.parametrize("arguments", [["--no-cache", "tasks"], ["tasks"]])
def test_without_a_cache_nothing_is_kept(
    plan: Run, cache: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    if "--no-cache" not in arguments:
        monkeypatch.setenv("PLAN_NO_CACHE", "1")
    assert plan(*arguments).exit_code == 0
    assert not cache.exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ["validate"],
        ["report", "1", "--by", "市工信局", "--status", "in_progress", "--dry-run"],
        ["init", "new"],
        ["rules"],
        ["schema"],
    ],
    ids=" ".join,
)
def test_what_checks_or_writes_knows_of_no_snapshot(
    plan: Run, own: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str]
) -> None:
    def unwanted(*_arguments: object) -> None:
        raise AssertionError

    monkeypatch.setattr("plan_cli.dataset.snapshot.dataset", unwanted)
    monkeypatch.chdir(own)
    assert plan("--data", str(own), *arguments).exit_code == 0


def test_what_has_broken_since_is_told(plan: Run, own: Path) -> None:
    def tasks() -> tuple[int, str, str]:
        result = plan("--data", str(own), "tasks", "--dept", "市工信局")
        return result.exit_code, result.stdout, result.stderr

    sound = tasks()
    path = own / "tasks.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("kind: measure", "kind: measur", 1), encoding="utf-8")
    for _ in range(2):
        status, out, err = tasks()
        assert (status, out) == (1, "")
        assert "“measur” is not one of the allowed words" in err

    path.write_text(text, encoding="utf-8")
    assert tasks() == sound
    assert sound[0] == 0


def test_completion_is_quick_too(plan: Run) -> None:
    plan("tasks")
    environment = {
        **os.environ,
        "_PLAN_COMPLETE": "complete_bash",
        "COMP_WORDS": "plan show 11",
        "COMP_CWORD": "2",
    }
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "plan_cli"],
        cwd=ROOT,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.stdout.split("\n")[:3] == ["11", "110", "111"]
    assert "pydantic" not in done.stderr


def test_the_checks_before_a_query_read_no_notice(monkeypatch: pytest.MonkeyPatch) -> None:
    """Were it read, its checksum would have to be among those of a snapshot."""
    from plan_cli.dataset.load import load
    from plan_cli.rules.engine import QUERY_TIERS, run

    def unwanted(*_arguments: object) -> None:
        raise AssertionError

    monkeypatch.setattr("plan_cli.dataset.published.read_published", unwanted)
    for folder in DATASETS:
        assert [one for one in run(load(folder), QUERY_TIERS) if one.severity == "error"] == []


def loaded(folder: Path) -> Dataset:
    dataset = load(folder).dataset()
    assert dataset is not None
    return dataset


class Loader:
    """Loads a dataset, and counts how often."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.times = 0

    def __call__(self) -> Loaded:
        self.times += 1
        return load(self.folder)

    def ask(self) -> Dataset:
        return snapshot.dataset(self.folder, os.environ, self)

    def loads(self) -> bool:
        """Ask for everything there is; say whether the dataset had to be loaded for it."""
        before = self.times
        assert self.ask() == loaded(self.folder)
        return self.times > before


@pytest.fixture
def loader(own: Path) -> Loader:
    return Loader(own)


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


def test_figures_keep_their_digits(loader: Loader) -> None:
    path = loader.folder / "indicators.yaml"
    text = path.read_text(encoding="utf-8")
    row = next(row for row in loader.ask().indicator_rows if row["targets"][0]["value"] is not None)
    value = row["targets"][0]["value"]
    path.write_text(text.replace(f"value: {value}\n", "value: 2.70\n", 1), encoding="utf-8")

    for _ in range(2):
        figures = [
            target["value"] for row in loader.ask().indicator_rows for target in row["targets"]
        ]
        assert "2.70" in map(str, figures)
        assert {type(one) for one in figures} <= {Decimal, int, type(None)}
    assert loader.times == 2


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
    path.write_text(text.replace("的", "地"), encoding="utf-8")
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
    monkeypatch.setattr(snapshot, "__version__", "99.0")
    assert loader.loads()


def test_so_does_one_whose_files_have_changed(
    loader: Loader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "plan_cli"
    (program / "dataset").mkdir(parents=True)
    (program / "dataset" / "load.py").write_text("a = 1\n")
    monkeypatch.setattr(snapshot, "_PACKAGE", program)
    loader.ask()
    assert not loader.loads()
    (program / "dataset" / "load.py").write_text("a = 22\n")
    assert loader.loads()


def test_a_change_between_loading_and_keeping_is_seen(loader: Loader) -> None:
    """A checkout may come in between: the old answers are not kept for the new bytes."""

    def load_and_change() -> Loaded:
        found = loader()
        _same_size_and_time(loader.folder)
        return found

    before = snapshot.dataset(loader.folder, os.environ, load_and_change)
    assert before != loaded(loader.folder)
    assert loader.loads()
    assert not loader.loads()


def test_so_is_one_in_the_midst_of_loading(loader: Loader, monkeypatch: pytest.MonkeyPatch) -> None:
    from plan_cli.dataset.files import parse_yaml

    def parse_and_change(path: Path, raw: bytes) -> object:
        if path.name == "tasks.yaml":
            _same_size_and_time(loader.folder)
        return parse_yaml(path, raw)

    with monkeypatch.context() as patch:
        patch.setattr("plan_cli.dataset.load.parse_yaml", parse_and_change)
        loader.ask()
    assert loader.loads()
    assert not loader.loads()


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-100])


def _flip(path: Path) -> None:
    raw = bytearray(path.read_bytes())
    raw[-raw.index(b"\n") // 2] ^= 1
    path.write_bytes(raw)


def _sealed(body: bytes) -> bytes:
    return checksum(body).encode() + b"\n" + body


def _without_content(path: Path) -> bytes:
    whole = json.loads(path.read_bytes().partition(b"\n")[2])
    del whole["content"]["plan"]["title"]
    return _sealed(json.dumps(whole).encode())


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
    "nothing of a dataset": lambda path: path.write_bytes(_sealed(b'{"content":{}}')),
    "no record": lambda path: path.write_bytes(_sealed(b"[1]")),
    "nested too deep": lambda path: path.write_bytes(_sealed(b"[" * 100_000)),
    "no content": lambda path: path.write_bytes(_without_content(path)),
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


@given(data=st.data())
@settings(
    max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_no_damage_changes_an_answer(loader: Loader, cache: Path, data: st.DataObject) -> None:
    expected = loader.ask()
    raw = bytearray(only_file(cache).read_bytes())
    raw[data.draw(st.integers(0, len(raw) - 1))] ^= data.draw(st.integers(1, 255))
    only_file(cache).write_bytes(raw)
    assert loader.ask() == expected


def test_a_dataset_that_cannot_be_loaded_leaves_none(loader: Loader, cache: Path) -> None:
    def broken() -> Loaded:
        raise LookupError

    with pytest.raises(LookupError):
        snapshot.dataset(loader.folder, os.environ, broken)
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
        monkeypatch.setattr("plan_cli.dataset.snapshot.cache_folder", lambda _environ: None)
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
            patch.setattr("plan_cli.dataset.snapshot.os.fdopen", lambda *_arguments: Full())
            assert loader.loads()
        assert list(cache.iterdir()) == []


@pytest.fixture
def home(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setattr(Path, "home", lambda: tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("system", "environ", "folder"),
    [
        ("linux", {}, ".cache/govplan"),
        ("linux", {"XDG_CACHE_HOME": ""}, ".cache/govplan"),
        ("linux", {"XDG_CACHE_HOME": "relative"}, ".cache/govplan"),
        ("darwin", {"XDG_CACHE_HOME": "/x"}, "Library/Caches/govplan"),
        ("win32", {}, "AppData/Local/govplan"),
    ],
)
def test_it_is_the_users_folder_for_what_can_be_made_again(
    monkeypatch: pytest.MonkeyPatch, home: Path, system: str, environ: dict[str, str], folder: str
) -> None:
    monkeypatch.setattr(sys, "platform", system)
    assert cache_folder(environ) == home / folder


@pytest.mark.parametrize(
    ("system", "variable"), [("linux", "XDG_CACHE_HOME"), ("win32", "LOCALAPPDATA")]
)
def test_the_system_may_name_another(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, system: str, variable: str
) -> None:
    monkeypatch.setattr(sys, "platform", system)
    assert cache_folder({variable: str(tmp_path)}) == tmp_path / "govplan"


def test_and_so_may_the_user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert cache_folder({"PLAN_CACHE": "here", "XDG_CACHE_HOME": "/x"}) == tmp_path / "here"


@pytest.mark.parametrize("system", ["linux", "darwin", "win32"])
def test_without_a_home_there_is_none(monkeypatch: pytest.MonkeyPatch, system: str) -> None:
    def home() -> Path:
        raise RuntimeError

    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setattr(Path, "home", home)
    assert cache_folder({}) is None


@pytest.mark.parametrize("system", ["linux", "darwin", "win32"])
def test_nor_where_the_home_is_not_there(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, system: str
) -> None:
    monkeypatch.setattr(sys, "platform", system)
    monkeypatch.setattr(Path, "home", lambda: tmp_path / "nobody")
    assert cache_folder({}) is None


def test_a_dataset_has_one_file_however_it_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "data").mkdir()
    monkeypatch.chdir(tmp_path)
    named = snapshot_path(tmp_path, Path("data"))

    assert named == snapshot_path(tmp_path, tmp_path / "x" / ".." / "data")
    assert named != snapshot_path(tmp_path, tmp_path)
    assert named.parent == tmp_path
