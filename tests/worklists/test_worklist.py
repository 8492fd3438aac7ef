"""`plan worklist`: whose, for which year, where to; what is refused and why."""

import sys
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import load_workbook

from plan_cli import i18n
from tests.conftest import DATA, Run

AS_OF = ("--as-of", "2023-07-01")


@pytest.fixture
def worklist(plan: Run) -> Run:
    return lambda *arguments: plan("--data", str(DATA), "worklist", *arguments)


def test_a_workbook(worklist: Run, tmp_path: Path) -> None:
    path = tmp_path / "工作清单.xlsx"
    result = worklist("--dept", "gxj", "--year", "2023", "--output", str(path), *AS_OF)
    assert (result.exit_code, result.stdout) == (0, "")
    assert f"Written: {path}" in result.stderr
    book = load_workbook(BytesIO(path.read_bytes()))
    assert str(book["牵头"]["A1"].value).endswith("——市工信局2023年")


def test_without_a_name_it_is_called_after_department_and_year(
    worklist: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert worklist("--dept", "市工信局", *AS_OF).exit_code == 0
    assert [path.name for path in tmp_path.iterdir()] == ["市工信局2023年工作清单.xlsx"]


def test_after_the_plan_has_ended_its_last_year_is_meant(
    worklist: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert worklist("--dept", "市工信局", "--as-of", "2030-01-01").exit_code == 0
    assert [path.name for path in tmp_path.iterdir()] == ["市工信局2025年工作清单.xlsx"]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("suffix", [".xlsx", ".docx", ".md", ".html"])
def test_it_is_chinese_whatever_the_program_speaks(
    worklist: Run, tmp_path: Path, suffix: str, language: i18n.Language
) -> None:
    i18n.activate("zh")
    first, second = tmp_path / f"1{suffix}", tmp_path / f"2{suffix}"
    assert worklist("--dept", "gxj", "-o", str(first), *AS_OF).exit_code == 0
    i18n.activate(language)
    assert worklist("--dept", "gxj", "-o", str(second), *AS_OF).exit_code == 0
    assert i18n.active_language() == language
    if suffix != ".docx":  # the time it was made is in it
        assert first.read_bytes() == second.read_bytes()


def test_as_a_paper(worklist: Run, tmp_path: Path) -> None:
    path = tmp_path / "清单.md"
    assert worklist("--dept", "gxj", "-o", str(path), *AS_OF).exit_code == 0
    text = path.read_text(encoding="utf-8")
    assert (
        "| 序号 | 工作任务 | 牵头单位 | 配合单位 | 完成时限 | 目标 | 年度目标 | 年度目标值 |"
        in text
    )
    assert "102.1 到2025年,建成3000个5G基站" in text
    assert "进展情况" not in text


@pytest.mark.slow
def test_all_departments(worklist: Run, tmp_path: Path) -> None:
    folder = tmp_path / "清单"
    result = worklist("--all", str(folder), *AS_OF)
    assert (result.exit_code, result.stdout) == (0, "")
    assert f"77 work lists written: {folder}" in result.stderr
    names = {path.name for path in folder.iterdir()}
    assert len(names) == 77
    assert "桑镇2023年工作清单.xlsx" in names
    again = worklist("--all", str(folder), *AS_OF)
    assert again.exit_code == 1
    assert "77 files already exist" in again.stderr


def test_some_departments(worklist: Run, tmp_path: Path) -> None:
    result = worklist("--all", str(tmp_path), "--dept", "桑镇", "--dept", "gxj", *AS_OF)
    assert "2 work lists written" in result.stderr
    (tmp_path / "桑镇2023年工作清单.xlsx").unlink()
    again = worklist("--all", str(tmp_path), "--dept", "桑镇", "--dept", "gxj", *AS_OF)
    assert "1 file already exists: 市工信局2023年工作清单.xlsx" in again.stderr
    assert len(list(tmp_path.iterdir())) == 1


def test_what_is_there_is_kept(worklist: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.xlsx"
    path.write_bytes(b"kept")
    result = worklist("--dept", "gxj", "-o", str(path), *AS_OF)
    assert (result.exit_code, path.read_bytes()) == (1, b"kept")
    assert "--force" in result.stderr
    assert worklist("--dept", "gxj", "-o", str(path), "--force", *AS_OF).exit_code == 0
    assert path.read_bytes().startswith(b"PK")


@pytest.mark.parametrize(
    ("arguments", "code", "told"),
    [
        ([], 2, "a work list is for one department"),
        (["--dept", "gxj", "--dept", "桑镇"], 2, "a work list is for one department"),
        (["--dept", "gxj", "--year", "2030"], 2, "The plan's years are 2021 to 2025."),
        (["--dept", "gxj", "--year", "2030年"], 2, "The plan's years are 2021 to 2025."),
        (["--dept", "gxj", "--year", "二三"], 2, "--year cannot be “二三”"),
        (["--dept", "gxj", "-o", "a.xls"], 2, "Let it end in .xlsx, .docx, .md, .html."),
        (["--all", "a", "-o", "a.xlsx"], 2, "two places"),
        (["--dept", "市统计办"], 1, "Did you mean 市统计局"),
        (["--dept", "各镇办"], 1, "各镇办 is a group"),
        (["--dept", "swj"], 1, "fits several: 市税务局, 市商务局"),
    ],
)
def test_what_cannot_be(
    worklist: Run,
    arguments: list[str],
    code: int,
    told: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.chdir(tmp_path)
    result = worklist(*arguments)
    assert (result.exit_code, list(tmp_path.iterdir())) == (code, [])
    assert told in result.stderr


def test_a_plate_has_the_list_of_its_department(worklist: Run, tmp_path: Path) -> None:
    result = worklist("--dept", "科技局", "-o", str(tmp_path / "a.md"), *AS_OF)
    assert result.exit_code == 0
    assert "市发改局 bears the plate 科技局" in result.stderr


@pytest.mark.slow
def test_a_department_that_has_ended(plan: Run, damaged: Path, tmp_path: Path) -> None:
    path = damaged / "departments.yaml"
    ended = "  - name: 市乡村振兴局\n    valid_until: 2023-05-31\n    successors: [市农业农村局]\n"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("  - name: 市乡村振兴局\n", ended), encoding="utf-8")
    result = plan("--data", str(damaged), "worklist", "--dept", "市乡村振兴局", *AS_OF)
    assert result.exit_code == 1
    assert "市乡村振兴局 existed until 2023-05-31\nIts duties went to: 市农业农村局." in (
        result.stderr
    )
    out = tmp_path / "清单"
    assert plan("--data", str(damaged), "worklist", "--all", str(out), *AS_OF).exit_code == 0
    assert len(list(out.iterdir())) == 76


def test_a_text_that_no_cell_holds(plan: Run, own: Path, tmp_path: Path) -> None:
    path = own / "annual" / "2023" / "市工信局.yaml"
    path.write_text('- item: 6\n  goal: "编号_x0041_"\n', encoding="utf-8")
    target = tmp_path / "a.xlsx"
    result = plan("--data", str(own), "worklist", "--dept", "gxj", "-o", str(target), *AS_OF)
    assert (result.exit_code, target.exists()) == (1, False)
    assert (
        "a workbook cannot hold a text of 市工信局: spreadsheets read _x0041_ as another"
        in result.stderr
    )

    folder = tmp_path / "清单"
    result = plan("--data", str(own), "worklist", "--all", str(folder), *AS_OF)
    assert (result.exit_code, folder.exists()) == (1, False)


def test_without_the_package_that_writes_workbooks(
    worklist: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    result = worklist("--dept", "gxj", "-o", str(tmp_path / "a.xlsx"), *AS_OF)
    assert result.exit_code == 1
    assert "openpyxl is not installed" in result.stderr
    assert "pip install 'govplan[office]'" in result.stderr


def test_a_folder_that_cannot_be_made(worklist: Run, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    result = worklist("--all", str(tmp_path / "file" / "a"), "--dept", "gxj", *AS_OF)
    assert result.exit_code == 1
    assert "cannot be written" in result.stderr
