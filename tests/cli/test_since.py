"""`plan validate --since`: what was handed in is still there, as it was."""

import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.conftest import Run

pytestmark = pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
FILE = Path("progress", "市统计局.yaml")


def git(folder: Path, *arguments: str) -> None:
    environment = {key: value for key, value in os.environ.items() if not key.startswith("GIT_")}
    subprocess.run(
        [
            *("git", "-C", str(folder), "-c", "user.name=a", "-c", "user.email=a@example.org"),
            *("-c", "core.autocrlf=false", "-c", "commit.gpgsign=false", *arguments),
        ],
        check=True,
        capture_output=True,
        env=environment,
    )


@pytest.fixture
def kept(damaged: Path) -> Path:
    """A dataset in a repository, with everything committed."""
    git(damaged.parent, "init")
    git(damaged.parent, "add", ".")
    git(damaged.parent, "commit", "-m", "x")
    return damaged


def change(kept: Path, old: str, new: str) -> None:
    text = (kept / FILE).read_text(encoding="utf-8")
    assert old in text
    (kept / FILE).write_text(text.replace(old, new, 1), encoding="utf-8", newline="")


def test_what_is_added_is_fine(plan: Run, kept: Path) -> None:
    assert plan("--data", str(kept), "validate", "--since", "HEAD").exit_code == 0
    typed = ("report", "102", "--by", "gxj", "--status", "blocked")
    assert plan("--data", str(kept), *typed).exit_code == 0
    result = plan("--data", str(kept), "validate", "--since", "HEAD")
    assert (result.exit_code, result.stderr) == (0, "")


def test_other_line_ends_and_comments_are_fine(plan: Run, kept: Path) -> None:
    raw = (kept / FILE).read_bytes()
    (kept / FILE).write_bytes(raw.replace(b"\n", b"\r\n") + b"# \xe7\x94\xb2\r\n")
    assert plan("--data", str(kept), "validate", "--since", "HEAD").exit_code == 0


@pytest.mark.parametrize(
    ("old", "new", "line", "part"),
    [
        ("value: 6.0", "value: 6.1", 8, "xftbmv has changed since HEAD: value"),
        ("  value: 6.0\n", "  value: 6.0\n  note: 甲\n", 15, "xftbmv has changed since HEAD: note"),
        ("id: n135h0", "id: n135h1", 1, "n135h0 of HEAD no longer exists"),
    ],
)
def test_a_change_is_found(plan: Run, kept: Path, old: str, new: str, line: int, part: str) -> None:
    change(kept, old, new)
    result = plan("--data", str(kept), "validate", "--since", "HEAD")
    assert result.exit_code == 1
    found = [one for one in result.stdout.split("\n") if "[progress.since]" in one]
    assert len(found) == 1
    assert part in found[0]
    place = re.search(r"市统计局\.yaml:(\d+):\d+: ", found[0])
    assert place is not None
    assert (kept / FILE).read_text("utf-8").count("\n") > int(place[1])
    if "note" not in new:
        assert int(place[1]) == line


def test_a_file_that_is_gone_and_one_that_moved(plan: Run, kept: Path) -> None:
    (kept / FILE).unlink()
    result = plan("--data", str(kept), "validate", "--since", "HEAD")
    assert result.exit_code == 1
    assert result.stdout.count("[progress.since]") == 4
    shutil.rmtree(kept / "progress")
    assert plan("--data", str(kept), "validate").exit_code == 0
    assert plan("--data", str(kept), "validate", "--since", "HEAD").exit_code == 1


def test_what_did_not_stand_then_may_go(plan: Run, kept: Path) -> None:
    typed = ("report", "102", "--by", "gxj", "--status", "blocked")
    assert plan("--data", str(kept), *typed).exit_code == 0
    git(kept, "add", ".")
    git(kept, "commit", "-m", "y")
    (kept / "progress" / "市工信局.yaml").unlink()
    assert plan("--data", str(kept), "validate", "--since", "HEAD~1").exit_code == 0
    assert plan("--data", str(kept), "validate", "--since", "HEAD").exit_code == 1


@pytest.mark.parametrize("revision", ["nosuch", "--help", "-h", ""])
def test_a_revision_that_is_none(plan: Run, kept: Path, revision: str) -> None:
    result = plan("--data", str(kept), "validate", f"--since={revision}")
    assert (result.exit_code, result.stdout) == (2, "")
    assert "cannot be read" in result.stderr


def test_no_repository(plan: Run, damaged: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LC_ALL", "C")
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(damaged.parent))
    result = plan("--data", str(damaged), "validate", "--since", "HEAD")
    assert (result.exit_code, "not a git repository" in result.stderr) == (2, True)


def test_no_git(plan: Run, damaged: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    result = plan("--data", str(damaged), "validate", "--since", "HEAD")
    assert (result.exit_code, "git is not installed" in result.stderr) == (2, True)
