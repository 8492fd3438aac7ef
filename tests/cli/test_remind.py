"""`plan remind`: slips for who owes something, and only for them."""

import re
import shutil
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document
from docx.oxml.ns import qn

from plan_cli import i18n
from plan_cli.i18n import Language
from tests.conftest import ROOT, Run

SAMPLE = ("--data", str(ROOT / "examples" / "made-up-city"), "remind", "--as-of", "2024-02-05")


def run(plan: Run, *arguments: str, language: Language = "en") -> Any:
    i18n.activate(language)
    result = plan(*arguments)
    assert result.exit_code == 0, result.stderr
    return result


def test_a_slip_for_everybody_who_owes_something(plan: Run) -> None:
    result = run(plan, *SAMPLE)
    assert re.findall(r"^# 催办单（(.*)）$", result.stdout, re.MULTILINE) == [
        *("市发改局", "市农业农村局", "市商务局", "市水利局", "市生态环境局", "乙镇")
    ]
    assert result.stderr == "5 departments have nothing overdue or unreported on 2024-02-05.\n"


def test_a_slip_says_what_why_since_when_and_by_when(plan: Run) -> None:
    text = run(plan, *SAMPLE, "--dept", "乙镇").stdout
    assert "1项已经逾期；1项没有按期报送。" in text
    (row,) = [line for line in text.splitlines() if line.startswith("| 19 |")]
    assert "到2023年，建成乙镇农产品冷链物流中心。" in row
    assert "没有报告完成，2024年1月1日起逾期<br>" in row
    assert "没有报送2023年下半年的情况，2024年2月1日起超期" in row
    assert "2023年7月28日<br>受阻<br>" in row
    assert "最后一个报送期限2024年1月31日（2023年下半年）已过，请即报送。" in text


def test_before_the_last_deadline_a_slip_names_the_next(plan: Run) -> None:
    data = SAMPLE[:2]
    text = run(plan, *data, "remind", "--as-of", "2023-02-10", "--dept", "市水利局").stdout
    assert "请于2023年7月31日（2023年上半年的报送期限）以前报送。" in text
    assert "从未报送，2022年8月1日起超期" in text


def test_indicators_are_reminded_of_like_tasks(plan: Run) -> None:
    text = run(plan, *SAMPLE, "--dept", "市生态环境局").stdout
    assert "| 10 | 细颗粒物（PM2.5）平均浓度40微克/立方米以下。 |" in text
    assert "报送数值；没有数值的，说明原因" in text


def test_a_group_that_is_nobody_is_not_everybody(plan: Run) -> None:
    result = plan(*SAMPLE, "--dept", "相关镇办")
    assert (result.exit_code, result.stdout) == (1, "")
    assert "nobody has said who 相关镇办 are" in result.stderr


def test_a_department_that_is_no_more_is_reminded_through_its_successor(
    plan: Run, tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(SAMPLE[1], tmp_path / "data"))
    listed = (folder / "departments.yaml").read_text("utf-8")
    gone = "  - name: 市水利局\n    valid_until: 2023-06-30\n    successors: [市住建局]\n"
    merged = listed.replace("  - name: 市水利局\n", gone)
    (folder / "departments.yaml").write_text(merged, "utf-8")
    result = run(plan, "--data", str(folder), *SAMPLE[2:], "--dept", "市水利局")
    assert "市住建局：\n" in result.stdout
    assert result.stderr == "市水利局 existed until 2023-06-30; its duties went to 市住建局\n"


def test_a_plate_stands_for_its_department_and_that_is_said(plan: Run) -> None:
    whole, under_plate = (plan(*SAMPLE, "--dept", name) for name in ("市发改局", "科技局"))
    assert under_plate.stdout == whole.stdout
    assert under_plate.stderr == (
        "市发改局 bears the plate 科技局; this is all that 市发改局 answers for.\n" + whole.stderr
    )


def test_a_deadline_of_a_year_that_there_is_not_is_a_fault_of_the_data(
    plan: Run, tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(SAMPLE[1], tmp_path / "data"))
    path = folder / "plan.yaml"
    path.write_text(path.read_text("utf-8").replace("2023H1", "0000H1"), "utf-8")
    for command in (("validate",), SAMPLE[2:]):
        result = plan("--data", str(folder), *command)
        assert result.exit_code == 1
        told = result.stdout + result.stderr
        assert "plan.yaml:124:16: error [schema.wrong-value]" in told
        assert "It has to look like this: 2023H2." in told


def test_whoever_owes_nothing_gets_no_slip(plan: Run, tmp_path: Path) -> None:
    file = tmp_path / "slip.md"
    result = run(plan, *SAMPLE, "--dept", "市工信局", "--output", str(file))
    assert result.stdout == ""
    assert result.stderr == "市工信局: nothing is overdue or unreported on 2024-02-05.\n"
    assert not file.exists()


def test_a_group_stands_for_its_members(plan: Run) -> None:
    result = run(plan, *SAMPLE, "--dept", "各镇办")
    assert "# 催办单（乙镇）" in result.stdout
    assert result.stderr == "甲街道, 丙镇: nothing is overdue or unreported on 2024-02-05.\n"


def test_a_slip_is_in_chinese_whatever_the_program_speaks(plan: Run) -> None:
    text = run(plan, *SAMPLE, "--dept", "乙镇").stdout
    assert text.startswith("# 催办单（乙镇）\n\n乙镇：\n")
    assert "期限为2023年底，没有报告完成，2024年1月1日起逾期" in text
    assert text == run(plan, *SAMPLE, "--dept", "乙镇", language="zh").stdout


def test_each_slip_has_pages_of_its_own(plan: Run, tmp_path: Path) -> None:
    run(plan, *SAMPLE, "--output", str(tmp_path / "slips.docx"))
    document: Any = Document(BytesIO((tmp_path / "slips.docx").read_bytes()))
    assert len(document.sections) == 6
    for section in document.sections:
        assert section._sectPr.find(qn("w:pgNumType")).get(qn("w:start")) == "1"
    assert all(one.text for one in document.paragraphs if one.style.name != "Paper Gap")
    run(plan, *SAMPLE, "--output", str(tmp_path / "slips.html"))
    page = (tmp_path / "slips.html").read_text(encoding="utf-8")
    assert page.count('<article class="paper"') == 6
    assert re.findall(r"counter-increment: sheet(\d)", page) == [str(one) for one in range(1, 7)]


def test_a_file_for_each(plan: Run, tmp_path: Path) -> None:
    run(plan, *SAMPLE, "--all", str(tmp_path))
    names = sorted(path.name for path in tmp_path.iterdir())
    assert len(names) == 6
    assert "reminder-乙镇.docx" in names
    again = plan(*SAMPLE, "--all", str(tmp_path))
    assert again.exit_code == 1
    assert "--force" in again.stderr
    run(plan, *SAMPLE, "--all", str(tmp_path), "--force", "--format", "markdown")
    assert len(list(tmp_path.iterdir())) == 12


def test_one_file_there_already_and_none_is_written(plan: Run, tmp_path: Path) -> None:
    (tmp_path / "reminder-乙镇.docx").write_bytes(b"mine")
    assert plan(*SAMPLE, "--all", str(tmp_path)).exit_code == 1
    assert [path.name for path in tmp_path.iterdir()] == ["reminder-乙镇.docx"]


def test_the_folder_is_made_as_that_of_work_lists_is(plan: Run, tmp_path: Path) -> None:
    run(plan, *SAMPLE, "--all", str(tmp_path / "new" / "slips"))
    assert len(list((tmp_path / "new" / "slips").iterdir())) == 6
    (tmp_path / "file").write_bytes(b"mine")
    result = plan(*SAMPLE, "--all", str(tmp_path / "file"))
    assert (result.exit_code, "Choose a folder" in result.stderr) == (1, True)


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("--all", ".", "--output", "a.md"), "do not go together"),
        (("--format", "docx"), "--output"),
    ],
)
def test_wrong_use(plan: Run, arguments: tuple[str, ...], words: str) -> None:
    result = plan(*SAMPLE, *arguments)
    assert result.exit_code == 2
    assert words in result.stderr


def test_everybody_gets_a_slip_where_nobody_reports(plan: Run) -> None:
    """And nobody is said to owe nothing where that is so of nobody."""
    result = run(plan, "--data", str(ROOT / "data"), "remind", "--as-of", "2026-11-26")
    assert result.stdout.count("# 催办单（") == 39
    assert result.stderr == ""
    assert "最后一个报送期限2026年1月31日（2025年下半年）已过，请即报送。" in result.stdout


def test_it_looks_by_today(plan: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("plan_cli.cli.options.today", lambda: date(2022, 7, 1))
    result = run(plan, *SAMPLE[:2], "remind")
    assert result.stdout == ""
    assert "nothing overdue or unreported on 2022-07-01" in result.stderr
