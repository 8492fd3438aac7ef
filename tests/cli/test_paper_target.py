"""Where papers go, and in which format: said before any work is done."""

import sys
from pathlib import Path

import pytest

from plan_cli.cli.console import PlanError, WrongUseError
from plan_cli.cli.papers import paper_target
from plan_cli.papers.blocks import Paper
from plan_cli.papers.formats import PaperFormat

PAPERS = [Paper("题", ())]


@pytest.mark.parametrize(
    ("name", "begins"), [("a.md", b"# "), ("a.HTM", b"<!DOCTYPE"), ("a.docx", b"PK")]
)
def test_the_name_says_the_format(tmp_path: Path, name: str, begins: bytes) -> None:
    paper_target(None, tmp_path / name).write(PAPERS)
    assert (tmp_path / name).read_bytes().startswith(begins)


def test_without_a_file_it_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    paper_target(None, None).write(PAPERS)
    assert capsys.readouterr().out == "# 题\n"
    paper_target(PaperFormat.HTML, None).write(PAPERS)
    assert capsys.readouterr().out.startswith("<!DOCTYPE html>")


@pytest.mark.parametrize(
    ("format_", "name"),
    [
        (PaperFormat.DOCX, None),
        (None, "paper"),
        (None, "paper.doc"),
        (PaperFormat.DOCX, "paper.html"),
    ],
)
def test_wrong_use(tmp_path: Path, format_: PaperFormat | None, name: str | None) -> None:
    with pytest.raises(WrongUseError) as found:
        paper_target(format_, tmp_path / name if name else None)
    assert found.value.hint


def test_a_paper_is_overwritten_only_if_somebody_says_so(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text("mine", encoding="utf-8")
    with pytest.raises(PlanError, match="already exists"):
        paper_target(None, file)
    assert file.read_text(encoding="utf-8") == "mine"
    paper_target(None, file, force=True).write(PAPERS)
    assert file.read_text(encoding="utf-8") == "# 题\n"


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(PlanError, match="cannot be written"):
        paper_target(None, tmp_path / "none" / "a.md").write(PAPERS)


def test_a_missing_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in [one for one in sys.modules if one.startswith("plan_cli.papers.docx")]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.setitem(sys.modules, "docx", None)
    with pytest.raises(PlanError, match="python-docx is not installed") as found:
        paper_target(None, Path("a.docx"))
    assert "govplan[office]" in found.value.hint
