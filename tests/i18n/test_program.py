"""The program as it is installed: with the catalogues that the build hook compiles."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from hatch_build import compile_catalogues
from scripts.messages import ROOT

Speak = Callable[..., str]

_VARIABLES = ("PLAN_LANG", "LANGUAGE", "LC_ALL", "LC_MESSAGES", "LANG")


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the package whose catalogues have just been compiled."""
    folder = tmp_path_factory.mktemp("installed")
    ignored = shutil.ignore_patterns("__pycache__", "*.mo")
    copy = shutil.copytree(ROOT / "plan_cli", folder / "plan_cli", ignore=ignored)
    written = compile_catalogues(copy / "locale")
    assert sorted(path.name for path in written) == ["messages.mo", "plan.mo"]
    return folder


@pytest.fixture
def speak(folder: Path) -> Speak:
    """Run `plan` under some variables; return all that it prints."""

    def run(*arguments: str, **variables: str) -> str:
        environ = {name: value for name, value in os.environ.items() if name not in _VARIABLES}
        done = subprocess.run(
            [sys.executable, "-m", "plan_cli", *arguments],
            cwd=folder,
            env={**environ, "PYTHONUTF8": "1", **variables},
            capture_output=True,
            encoding="utf-8",
            check=False,
        )
        return done.stdout + done.stderr

    return run


def test_help_is_in_chinese(speak: Speak) -> None:
    shown = speak("--help", PLAN_LANG="zh")

    for words in ("用法：", "选项：", "命令：", "列出任务", "显示本帮助并退出。", "显示版本号。"):
        assert words in shown
    for words in ("Usage", "Options:", "Commands:", "Show this", "List tasks"):
        assert words not in shown


def test_help_is_in_english(speak: Speak) -> None:
    shown = speak("--help", PLAN_LANG="en")

    assert "Usage: plan" in shown
    assert "Show this message and exit." in shown
    assert "List tasks" in shown
    assert "用法" not in shown


@pytest.mark.parametrize(
    ("variables", "usage"),
    [
        ({}, "用法："),
        ({"LANG": "C"}, "用法："),
        ({"LC_ALL": "en_US.UTF-8"}, "Usage:"),
        ({"LC_ALL": "en_US.UTF-8", "PLAN_LANG": "zh"}, "用法："),
        ({"LANGUAGE": "en"}, "用法："),
    ],
)
def test_both_catalogues_go_by_the_same_variables(
    speak: Speak, variables: dict[str, str], usage: str
) -> None:
    assert speak("--help", **variables).startswith(usage)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["nosuch"], "没有 'nosuch' 这个命令。"),
        (["tasks", "--nosuch"], "--nosuch"),
        (["tasks", "--dept"], "选项 '--dept' 后须给出 1 个值。"),
        (["tasks", "--format", "xml"], "'--format' / '-f' 的值无效："),
        (["tasks", "--due", "x"], "--due 的值不能是“x”"),
        (["tasks", "extra"], "多出了无法识别的内容（extra）"),
    ],
)
def test_a_wrong_command_line_is_answered_in_chinese(
    speak: Speak, arguments: list[str], words: str
) -> None:
    shown = speak(*arguments, PLAN_LANG="zh")

    assert words in shown
    assert "错误：" in shown
    assert "Error" not in shown
