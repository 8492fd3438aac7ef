"""What commands print does not depend on whether a snapshot is there."""

import itertools
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from typer.testing import CliRunner

from plan_cli import i18n
from plan_cli.app import app
from tests.conftest import DATA, ROOT, Run

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
]


@pytest.mark.parametrize("arguments", WARM, ids=" ".join)
def test_an_answer_from_a_snapshot_loads_little(plan: Run, arguments: list[str]) -> None:
    plan("tasks")

    done = subprocess.run(
        [sys.executable, "-c", CODE, *arguments],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    table = not {"--json", "--format"} & set(arguments)
    assert done.stderr.splitlines()[-1] == ("rich" if table else "")


def test_every_query_is_tested() -> None:
    assert {arguments[0] for arguments in WARM} == set(QUERIES)


def test_no_other_command_knows_of_it() -> None:
    """Those that check, write, or make papers read the dataset itself."""
    folder = ROOT / "plan_cli" / "commands"
    asking = {path.stem for path in folder.glob("*.py") if ".answers()" in path.read_text("utf-8")}
    assert asking == set(QUERIES)


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

    monkeypatch.setattr("plan_cli.snapshot.answers", unwanted)
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
        assert "“measur” is none of the words allowed here" in err

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
