"""Whatever lies in a dataset's folder: a problem that says what it is, no crash and no hang."""

import json
import os
import signal
import socket
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

from plan_cli.app import app
from plan_cli.dataset.yaml import DEFAULT_LIMITS

PATIENCE = 60  # seconds after which a run counts as hanging; none takes one
AS_ROOT = os.name == "nt" or os.geteuid() == 0

Place = tuple[str, int, int, str]


@pytest.fixture(autouse=True)
def _no_hang() -> Iterator[None]:
    """End a test that waits for ever, where the system has alarms."""
    if os.name == "nt":
        yield
        return

    def ring(*_arguments: object) -> None:
        pytest.fail("it hangs")

    before = signal.signal(signal.SIGALRM, ring)
    signal.alarm(PATIENCE)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


def validate(folder: Path, *arguments: str) -> tuple[int, bytes]:
    """Return how it ended and what it printed."""
    line = ["--data", str(folder), "validate", *arguments]
    result = CliRunner(catch_exceptions=False).invoke(app, line, prog_name="plan")
    assert result.stderr_bytes == b""
    return result.exit_code, result.stdout_bytes


def problems(folder: Path) -> list[dict[str, Any]]:
    status, printed = validate(folder, "--format", "json")
    found: list[dict[str, Any]] = json.loads(printed)["problems"]
    assert status == (1 if found else 0)
    return found


def in_file(folder: Path, name: str) -> list[dict[str, Any]]:
    return [p for p in problems(folder) if Path(p["file"]).absolute() == folder / name]


@dataclass(frozen=True)
class Case:
    """Bytes in place of tasks.yaml: the one problem there, by rule and place, and its words."""

    name: str
    content: Callable[[bytes], bytes]
    rule: str
    place: tuple[int, int]
    words: str

    def __str__(self) -> str:
        return self.name


def _bomb(_real: bytes) -> bytes:
    lines = [b"a0: &a0 [x, x]"]
    lines += [b"a%d: &a%d [%s]" % (n, n, b", ".join([b"*a%d" % (n - 1)] * 9)) for n in range(1, 30)]
    return b"\n".join(lines)


CASES = [
    Case("deep lists", lambda _: b"[" * 5000 + b"]" * 5000, "too-deep", (1, 33), "32 levels"),
    Case("deep, not closed", lambda _: b"[" * 5000, "too-deep", (1, 33), "32 levels"),
    Case("deep records", lambda _: b"{a: " * 5000, "too-deep", (1, 129), "32 levels"),
    Case(
        "deep by indentation",
        lambda _: b"".join(b" " * n + b"a:\n" for n in range(5000)),
        "too-deep",
        (33, 33),
        "32 levels",
    ),
    Case("aliases upon aliases", _bomb, "anchor", (1, 5), "Anchors"),
    Case("a tag", lambda _: b"- id: !!python/object/apply:os.system [x]\n", "tag", (1, 7), "Tags"),
    Case(
        "NUL", lambda real: real[:200] + b"\0" + real[200:], "control-character", (0, 0), "U+0000"
    ),
    Case("NUL alone", lambda _: b"\0", "control-character", (1, 1), "U+0000"),
    Case(
        "GBK",
        lambda real: real.decode().encode("gb18030"),
        "not-utf8",
        (2, 6),
        "not in UTF-8",
    ),
    Case("UTF-16", lambda real: real.decode().encode("utf-16"), "not-utf8", (1, 1), "not in UTF-8"),
    Case("half a character", lambda real: real[:98], "not-utf8", (0, 0), "not in UTF-8"),
    Case("empty", lambda _: b"", "empty-document", (1, 1), "is empty"),
    Case("only a comment", lambda _: b"# x\n", "empty-document", (1, 1), "is empty"),
    Case("only blanks", lambda _: b" \n\n", "empty-document", (1, 1), "is empty"),
    Case("an open quote", lambda _: b"- id: 'x\n- id: 2\n", "syntax-error", (3, 1), "line 1"),
    Case("an escape", lambda _: b"- \x1b[2J\n", "control-character", (1, 3), "U+001B"),
]


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_hostile_file(damaged: Path, case: Case) -> None:
    path = damaged / "tasks.yaml"
    path.write_bytes(case.content(path.read_bytes()))
    first, *_rest = in_file(damaged, "tasks.yaml")
    assert first["rule"] == f"syntax.{case.rule}"
    assert case.words in first["message"]
    if case.place != (0, 0):
        assert (first["line"], first["column"]) == case.place
    text = validate(damaged)[1].decode()
    assert "\x1b" not in text
    assert "\0" not in text


@pytest.mark.parametrize("cut", [30, 400, 5_003, 50_001, -2])
def test_a_truncated_file_is_wrong(damaged: Path, cut: int) -> None:
    path = damaged / "tasks.yaml"
    path.write_bytes(path.read_bytes()[:cut])
    assert problems(damaged)


def only(folder: Path, name: str = "tasks.yaml") -> dict[str, Any]:
    (found,) = in_file(folder, name)
    assert (found["rule"], found["line"], found["column"]) == ("syntax.file", 1, 1)
    return found


def replaced(folder: Path, name: str = "tasks.yaml") -> Path:
    """Take a file away; return where it was."""
    path = folder / name
    path.unlink()
    return path


def test_nothing(damaged: Path) -> None:
    replaced(damaged)
    assert only(damaged)["message"] == "the file is missing"


def test_a_folder(damaged: Path) -> None:
    replaced(damaged).mkdir()
    assert only(damaged)["message"] == "this is a folder, not a file"


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege on Windows")
class TestUnix:
    def test_a_link_to_nothing(self, damaged: Path) -> None:
        replaced(damaged).symlink_to("nosuch.yaml")
        assert only(damaged)["message"] == "this link does not lead to a file"

    def test_links_in_a_circle(self, damaged: Path) -> None:
        replaced(damaged).symlink_to("tasks.yaml")
        assert "cannot be read" in only(damaged)["message"]

    def test_a_link_to_a_folder(self, damaged: Path) -> None:
        replaced(damaged).symlink_to("/")
        assert only(damaged)["message"] == "this is a folder, not a file"

    def test_a_named_pipe(self, damaged: Path) -> None:
        os.mkfifo(replaced(damaged))
        assert only(damaged)["message"] == "this is a named pipe, not a file"

    def test_a_socket(self, damaged: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        path = replaced(damaged)
        monkeypatch.chdir(damaged)  # the path of a socket has to be short
        with socket.socket(socket.AF_UNIX) as server:
            server.bind(path.name)
            assert only(damaged)["message"] == "this is a socket, not a file"

    def test_a_device_without_end(self, damaged: Path) -> None:
        replaced(damaged).symlink_to("/dev/zero")
        assert only(damaged)["message"] == "this is a device, not a file"

    def test_a_terminal(self, damaged: Path) -> None:
        replaced(damaged).symlink_to("/dev/tty")
        assert only(damaged)["message"] == "this is a device, not a file"

    @pytest.mark.skipif(AS_ROOT, reason="root may read everything")
    def test_an_unreadable_file(self, damaged: Path) -> None:
        (damaged / "tasks.yaml").chmod(0)
        assert "permission denied" in only(damaged)["message"]

    def test_a_named_pipe_as_the_published_text(self, damaged: Path) -> None:
        os.mkfifo(replaced(damaged, "source/xingping-2022-20.txt"))
        assert "named pipe" in the_source(damaged)["message"]


def test_a_file_beyond_the_limit_is_not_read(damaged: Path) -> None:
    with (damaged / "tasks.yaml").open("r+b") as file:
        file.truncate(1 << 40)  # a terabyte of holes
    (found,) = in_file(damaged, "tasks.yaml")
    assert found["rule"] == "syntax.too-large"
    assert str(DEFAULT_LIMITS.max_bytes) in found["message"]


def test_the_optional_file_is_looked_at_all_the_same(damaged: Path) -> None:
    path = damaged / "assignments.yaml"
    path.unlink(missing_ok=True)
    path.mkdir()
    assert only(damaged, "assignments.yaml")["message"] == "this is a folder, not a file"


def name_source(folder: Path, name: str) -> None:
    path = folder / "plan.yaml"
    text = path.read_text(encoding="utf-8")
    text = text.replace("file: source/xingping-2022-20.txt", f"file: {name}", 1)
    path.write_text(text, encoding="utf-8", newline="")


def the_source(folder: Path) -> dict[str, Any]:
    """Return what is said about the published text, at the place that names it."""
    (found,) = [p for p in problems(folder) if p["rule"] == "fidelity.source"]
    lines = (folder / "plan.yaml").read_text(encoding="utf-8").split("\n")
    assert Path(found["file"]) == folder / "plan.yaml"
    assert lines[found["line"] - 1].startswith("  file: ")
    assert found["column"] == len("  file: ") + 1
    return found


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("../outside.txt", "leads out"),
        ("source/../../outside.txt", "leads out"),
        ("/etc/passwd", "leads out"),
        ("C:\\Windows\\win.ini", "leads out"),
        ("C:/Windows/win.ini", "leads out"),
        ("..\\outside.txt", "leads out"),
        ('"//server/share/x"', "leads out"),
        ("source", "is a folder"),
        (".", "is a folder"),
        ("source/nosuch.txt", "is missing"),
        ("source/xingping-2022-20.txt/x", "cannot be read"),
        ("x" * 5000, "cannot be read"),
    ],
)
def test_a_hostile_path_to_the_published_text(damaged: Path, name: str, words: str) -> None:
    (damaged.parent / "outside.txt").write_text("x", encoding="utf-8")
    name_source(damaged, name)
    assert words in the_source(damaged)["message"]


@pytest.mark.skipif(os.name == "nt", reason="links need a privilege on Windows")
def test_a_link_out_of_the_folder_is_no_published_text(damaged: Path) -> None:
    secret = damaged.parent / "secret.txt"
    secret.write_text("12.秘密(责任部门:市水利局)\n", encoding="utf-8")
    replaced(damaged, "source/xingping-2022-20.txt").symlink_to(secret)
    assert "leads out" in the_source(damaged)["message"]
    assert "秘密".encode() not in validate(damaged)[1]


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        (lambda raw: raw.decode().encode("gb18030"), "not in UTF-8"),
        (lambda _raw: b"\xff\xfe\0", "not in UTF-8"),
    ],
)
def test_a_published_text_that_is_no_text(
    damaged: Path, damage: Callable[[bytes], bytes], words: str
) -> None:
    path = damaged / "source" / "xingping-2022-20.txt"
    path.write_bytes(damage(path.read_bytes()))
    assert words in the_source(damaged)["message"]


@pytest.mark.parametrize(
    "damage",
    [
        lambda raw: raw.replace("。".encode(), b"\0", 1),
        lambda raw: raw[: len(raw) // 2],
        lambda _raw: b"",
        lambda _raw: b"\0" * 1000,
        lambda raw: raw * 3,
        lambda raw: b"(" * 50_000 + raw,
        lambda raw: raw.replace(b"\n", b""),
        lambda raw: raw.replace(b"\n", b"\r"),
    ],
)
def test_a_damaged_published_text_is_noticed(
    damaged: Path, damage: Callable[[bytes], bytes]
) -> None:
    path = damaged / "source" / "xingping-2022-20.txt"
    path.write_bytes(damage(path.read_bytes()))
    assert "fidelity.source" in {problem["rule"] for problem in problems(damaged)}
    assert b"\0" not in validate(damaged)[1]
