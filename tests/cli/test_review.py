"""`plan review`: the papers for the meetings, read as those who get them read them."""

import re
import shutil
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from plan_cli import i18n
from plan_cli.i18n import Language
from tests.conftest import ROOT, Run

SAMPLE = ("--data", str(ROOT / "examples" / "made-up-city"))
REAL = ("--data", str(ROOT / "data"))
FINDINGS = "快于|滞后|受阻"


def paper(plan: Run, *arguments: str, language: Language = "en") -> str:
    i18n.activate(language)
    result = plan(*arguments)
    assert result.exit_code == 0, result.stderr
    return str(result.stdout)


def part(text: str, title: str) -> str:
    """Return the part of a paper under a heading that ends in `title`."""
    found = re.search(rf"^## [^\n]*{title}\n(.*?)(?=^## |\Z)", text, re.MULTILINE | re.DOTALL)
    assert found is not None, title
    return found[1]


def numbers(words: str) -> set[int]:
    """Return the numbers that a reference such as 1—3、5 stands for."""
    found: set[int] = set()
    for piece in words.split("、"):
        first, _dash, last = piece.partition("—")
        found |= set(range(int(first), int(last or first) + 1))
    return found


def test_the_parts_of_a_paper(plan: Run) -> None:
    text = paper(plan, *SAMPLE, "review", "2023")
    assert re.findall(r"^## (.*)$", text, re.MULTILINE) == [
        "一、总体情况",
        "二、约束性指标",
        "三、预期性指标",
        "四、各章节任务",
        "五、进展较快和已经完成的事项",
        "六、滞后和受阻的事项",
        "七、逾期的事项",
        "八、未报送的事项",
        "九、各部门情况",
        "十、与2022年相比",
        "附件1：各部门应报未报和逾期事项",
        "附件2：本材料依据的报送",
    ]


@pytest.mark.parametrize(
    ("period", "meeting"),
    [
        ("2023H1", "每半年组织召开1次目标任务对标分析专题会"),
        ("2023", "每年组织召开1次目标任务年度总结专题会"),
    ],
)
def test_it_quotes_the_order_for_the_meeting(plan: Run, period: str, meeting: str) -> None:
    for data in (SAMPLE, REAL):
        assert f"“{meeting}”" in paper(plan, *data, "review", period)


def test_it_says_by_which_day_it_looks(plan: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    text = paper(plan, *SAMPLE, "review", "2023H1")
    assert "依据截至2023年7月31日（2023年上半年的报送期限）的报送。" in text
    asked = paper(plan, *SAMPLE, "review", "2023H1", "--as-of", "2023-08-31")
    assert "依据截至2023年8月31日（指定的日期）的报送。" in asked
    monkeypatch.setattr("plan_cli.words.today", lambda: date(2023, 7, 10))
    early = paper(plan, *SAMPLE, "review", "2023H1")
    assert "依据截至2023年7月10日（今天）的报送；2023年上半年的报送期限还没有到。" in early


def test_the_overall_figures(plan: Run) -> None:
    found = part(paper(plan, *SAMPLE, "review", "2023"), "总体情况")
    assert "方案有指标9项，其中约束性指标4项。已有报送的8项：快于预期3项、" in found
    assert "其余1项没有报送，情况不明。" in found
    assert "牵头单位已有报送的10项：推进中7项、受阻1项、已完成2项" in found
    assert "已过期限、从报送看还没有完成的任务1项" in found


@pytest.mark.parametrize("period", ["2022H2", "2023H1", "2023"])
@pytest.mark.parametrize("data", [SAMPLE, REAL])
def test_sentences_with_figures_name_their_reports(
    plan: Run, data: tuple[str, str], period: str
) -> None:
    body = paper(plan, *data, "review", period).split("## 附件")[0]
    prose = [line for line in body.splitlines() if line and line[0] not in "|#>*"]
    for sentence in re.split(r"(?<=[。.]) ?", " ".join(prose)):
        if re.search(FINDINGS, sentence) and re.search(r"\d", sentence):
            assert "不明" in sentence or re.search(r"\\\[[^\]]+\\\]。?$", sentence), sentence


@pytest.mark.parametrize("period", ["2022H2", "2023H1", "2023"])
def test_every_number_leads_to_a_report(plan: Run, period: str) -> None:
    text = paper(plan, *SAMPLE, "review", period)
    annex = part(text, "本材料依据的报送")
    listed = {int(one) for one in re.findall(r"^\| (\d+) \|", annex, re.MULTILINE)}
    cited: set[int] = set()
    for words in re.findall(r"\\\[([\d、—]+)\\\]", text):
        cited |= numbers(words)
    assert cited
    assert listed == set(range(1, len(listed) + 1))
    assert cited <= listed


@pytest.mark.parametrize("data", [SAMPLE, REAL])
def test_nothing_is_counted_that_there_is_not(plan: Run, data: tuple[str, str]) -> None:
    text = paper(plan, *data, "review", "2023")
    prose = "\n".join(line for line in text.splitlines() if not line.startswith("|"))
    assert not re.search(r"(?<![\d.,〕])0(?:项|个(?!百))", prose.replace("0号", ""))


@pytest.mark.parametrize("period", ["2022H2", "2023H1", "2023"])
@pytest.mark.parametrize("data", [SAMPLE, REAL])
def test_chinese_periods_are_whole_words(plan: Run, data: tuple[str, str], period: str) -> None:
    text = paper(plan, *data, "review", period).split("## 附件2")[0]
    assert not re.search(r"\d{4}(H[12]|Q[1-4])", text)
    assert re.findall(r"(?<![\d〔.])20[23]\d(?![\d年—、])", re.sub(r"“[^”]*”", "", text)) == []


def test_a_gap_is_said_once(plan: Run) -> None:
    text = paper(plan, *SAMPLE, "review", "2023")
    for line in text.splitlines():
        gaps = re.findall(r"[\d.]+个百分点", line)
        assert len(gaps) == len(set(gaps)), line


def test_what_is_unknown_is_neither_failure_nor_zero(plan: Run) -> None:
    text = paper(plan, *REAL, "review", "2023", "--as-of", "2024-03-31")
    binding = part(text, "约束性指标")
    assert "均没有报送，情况不明。" in binding
    assert binding.count("| 无数值 | 无 | 无法判断 | 还没有数据 |") == 7
    late = part(text, "逾期的事项")
    assert "已过期限、没有任何报送的任务2项，是否完成不明。" in late
    assert "没有滞后的指标" in part(text, "滞后和受阻的事项")


def test_what_every_department_owes(plan: Run) -> None:
    text = paper(plan, *SAMPLE, "review", "2023")
    rows = [line for line in part(text, "各部门应报未报和逾期事项").splitlines()[5:] if line]
    assert rows == [
        "| 市发改局 |  |  |  | 4、20 |",
        "| 市农业农村局 |  |  |  | 9 |",
        "| 市商务局 |  |  |  | 18 |",
        "| 市水利局 |  | 17 |  |  |",
        "| 市生态环境局 |  |  | 10 |  |",
        "| 乙镇 | 19 |  |  | 19 |",
    ]


def test_the_change_since_the_period_before(plan: Run) -> None:
    found = part(paper(plan, *SAMPLE, "review", "2023"), "与2022年相比")
    assert "将2024年1月31日的情况与2023年1月31日（2022年下半年的报送期限）的情况相比较" in found
    assert "| 任务：已完成 | 0 | 2 | +2 |" in found
    assert "| 14 | 到2023年，建成5G基站600个。 | 市工信局 | 推进中 | 已完成 |" in found


@pytest.mark.parametrize("format_", ["markdown", "html"])
@pytest.mark.parametrize("data", [SAMPLE, REAL])
def test_a_paper_is_in_chinese_whatever_the_program_speaks(
    plan: Run, data: tuple[str, str], format_: str
) -> None:
    asked = (*data, "review", "2023", "--as-of", "2024-02-05", "--format", format_)
    assert paper(plan, *asked, language="en") == paper(plan, *asked, language="zh")


def test_a_half_year(plan: Run) -> None:
    text = paper(plan, *SAMPLE, "review", "2023年上半年")
    assert text.startswith("# 2023年上半年目标任务对标分析材料\n")
    assert text == paper(plan, *SAMPLE, "review", "2023H1")
    assert "| 2 | 全市生产总值<br>到2025年6.5% | 市发改局 | 6.6%<br>（快报） |" in text


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("2023Q1",), "Write a half-year or a year"),
        (("last",), "Write a half-year or a year"),
        (("2019",), "is before the plan"),
        (("2025H1",), "no deadline for 2025H1"),
        (("2023H2", "--as-of", "2023-06-30"), "had not begun"),
        (("2023", "--as-of", "soon"), "YYYY-MM-DD"),
        (("2023", "--format", "docx"), "--output"),
    ],
)
def test_wrong_use(plan: Run, arguments: tuple[str, ...], words: str) -> None:
    result = plan(*SAMPLE, "review", *arguments)
    assert (result.exit_code, result.stdout) == (2, "")
    assert words in result.stderr


@pytest.mark.parametrize("language", ["en", "zh"])
def test_files(plan: Run, tmp_path: Path, language: Language) -> None:
    for suffix in ("md", "html", "docx"):
        file = tmp_path / f"paper.{suffix}"
        paper(plan, *SAMPLE, "review", "2023", "--output", str(file), language=language)
        assert file.stat().st_size > 5000
        assert plan(*SAMPLE, "review", "2023", "--output", str(file)).exit_code == 1
    document: Any = Document(BytesIO((tmp_path / "paper.docx").read_bytes()))
    headings = [one.text for one in document.paragraphs if one.style.name == "Heading 1"]
    markdown = (tmp_path / "paper.md").read_text(encoding="utf-8")
    assert headings == re.findall(r"^## (.*)$", markdown, re.MULTILINE)


def test_a_plan_without_the_rules_and_binding_indicators(plan: Run, tmp_path: Path) -> None:
    """A dataset of one's own may have neither; the paper does without."""
    folder = Path(shutil.copytree(ROOT / "examples" / "made-up-city", tmp_path / "data"))
    path = folder / "plan.yaml"
    path.write_text(
        path.read_text(encoding="utf-8").replace("half_year_meeting", "some_meeting"), "utf-8"
    )
    text = paper(plan, "--data", str(folder), "review", "2023H1")
    assert "为会议准备本材料" not in text
    assert "依据截至2023年7月31日" in text
