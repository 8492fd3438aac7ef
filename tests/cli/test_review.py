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
FINDINGS = {"en": "ahead|behind|done|in progress|blocked|on track|past due", "zh": "快于|滞后|受阻"}


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
    """Return the numbers that a reference such as 1–3, 5 stands for."""
    found: set[int] = set()
    for piece in re.split("[,、]", words):
        first, _dash, last = piece.strip().partition("–" if "–" in piece else "—")
        found |= set(range(int(first), int(last or first) + 1))
    return found


def test_the_parts_of_a_paper(plan: Run) -> None:
    text = paper(plan, *SAMPLE, "review", "2023")
    assert re.findall(r"^## (.*)$", text, re.MULTILINE) == [
        "1. Overall",
        "2. Binding indicators",
        "3. Expected indicators",
        "4. Tasks by section",
        "5. Ahead, reached and done",
        "6. Behind and blocked",
        "7. What is past its date",
        "8. Not reported",
        "9. The departments",
        "10. Change since 2022",
        "Annex 1: What every department owes",
        "Annex 2: Reports that this paper rests on",
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
    assert "reported by 2023-07-31, the deadline for 2023H1." in text
    asked = paper(plan, *SAMPLE, "review", "2023H1", "--as-of", "2023-08-31")
    assert "reported by 2023-08-31, the day that was asked for." in asked
    monkeypatch.setattr("plan_cli.today.today", lambda: date(2023, 7, 10))
    early = paper(plan, *SAMPLE, "review", "2023H1")
    assert "reported by 2023-07-10, today; 2023H1 may still be reported." in early


def test_the_overall_figures(plan: Run) -> None:
    found = part(paper(plan, *SAMPLE, "review", "2023"), "Overall")
    assert (
        "The plan has 9 indicators, 4 of them binding. 8 have been reported on: 3 ahead," in found
    )
    assert "Nothing has been reported on the other one; how it stands is unknown." in found
    assert "The leads of 10 have reported: 7 in progress, 1 blocked, 2 done" in found
    assert "1 task was due and, by what is reported, is not done" in found


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("period", ["2022H2", "2023H1", "2023"])
@pytest.mark.parametrize("data", [SAMPLE, REAL])
def test_sentences_with_figures_name_their_reports(
    plan: Run, data: tuple[str, str], period: str, language: Language
) -> None:
    text = paper(plan, *data, "review", period, language=language)
    body = text.split("## Annex" if language == "en" else "## 附件")[0]
    prose = [line for line in body.splitlines() if line and line[0] not in "|#>*"]
    for sentence in re.split(r"(?<=[。.]) ?", " ".join(prose)):
        if re.search(FINDINGS[language], sentence) and re.search(r"\d", sentence):
            unknown = "unknown" in sentence or "不明" in sentence
            assert unknown or re.search(r"\\\[[^\]]+\\\][.。]?$", sentence), sentence


@pytest.mark.parametrize("period", ["2022H2", "2023H1", "2023"])
def test_every_number_leads_to_a_report(plan: Run, period: str) -> None:
    text = paper(plan, *SAMPLE, "review", period)
    annex = part(text, "Reports that this paper rests on")
    listed = {int(one) for one in re.findall(r"^\| (\d+) \|", annex, re.MULTILINE)}
    cited: set[int] = set()
    for words in re.findall(r"\\\[([\d, –]+)\\\]", text):
        cited |= numbers(words)
    assert cited
    assert listed == set(range(1, len(listed) + 1))
    assert cited <= listed


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize("data", [SAMPLE, REAL])
def test_nothing_is_counted_that_there_is_not(
    plan: Run, data: tuple[str, str], language: Language
) -> None:
    text = paper(plan, *data, "review", "2023", language=language)
    prose = "\n".join(line for line in text.splitlines() if not line.startswith("|"))
    assert not re.search(r"(?<![\d.,〕])0 ?(?:[a-z]|项|个(?!百))", prose.replace("0号", ""))


@pytest.mark.parametrize("period", ["2022H2", "2023H1", "2023"])
@pytest.mark.parametrize("data", [SAMPLE, REAL])
def test_chinese_periods_are_whole_words(plan: Run, data: tuple[str, str], period: str) -> None:
    text = paper(plan, *data, "review", period, language="zh").split("## 附件2")[0]
    assert not re.search(r"\d{4}(H[12]|Q[1-4])", text)
    assert re.findall(r"(?<![\d〔.])20[23]\d(?![\d年—、])", re.sub(r"“[^”]*”", "", text)) == []


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_gap_is_said_once(plan: Run, language: Language) -> None:
    text = paper(plan, *SAMPLE, "review", "2023", language=language)
    for line in text.splitlines():
        gaps = re.findall(r"[\d.]+ percentage points?|[\d.]+个百分点", line)
        assert len(gaps) == len(set(gaps)), line


def test_what_is_unknown_is_neither_failure_nor_zero(plan: Run) -> None:
    text = paper(plan, *REAL, "review", "2023", "--as-of", "2024-03-31")
    binding = part(text, "Binding indicators")
    assert "Nothing has been reported on them; how they stand is unknown." in binding
    assert binding.count("| no value | none | unknown | there is no value yet |") == 7
    late = part(text, "What is past its date")
    assert "2 tasks were due, and nothing is reported; whether they are done is unknown." in late
    assert "no indicator is behind the plan" in part(text, "Behind and blocked")


def test_what_every_department_owes(plan: Run) -> None:
    text = paper(plan, *SAMPLE, "review", "2023")
    rows = [line for line in part(text, "What every department owes").splitlines()[5:] if line]
    assert rows == [
        "| 市发改局 |  |  |  | 4, 20 |",
        "| 市农业农村局 |  |  |  | 9 |",
        "| 市商务局 |  |  |  | 18 |",
        "| 市水利局 |  | 17 |  |  |",
        "| 市生态环境局 |  |  | 10 |  |",
        "| 乙镇 | 19 |  |  | 19 |",
    ]


def test_the_change_since_the_period_before(plan: Run) -> None:
    found = part(paper(plan, *SAMPLE, "review", "2023"), "Change since 2022")
    assert "This compares 2024-01-31 with 2023-01-31, the deadline for 2022H2" in found
    assert "| Tasks: done | 0 | 2 | +2 |" in found
    assert "| 14 | 到2023年，建成5G基站600个。 | 市工信局 | in progress | done |" in found


def test_a_half_year_in_chinese(plan: Run) -> None:
    text = paper(plan, *SAMPLE, "review", "2023年上半年", language="zh")
    assert text.startswith("# 2023年上半年目标任务对标分析材料\n")
    assert text == paper(plan, *SAMPLE, "review", "2023H1", language="zh")
    assert "| 2 | 全市生产总值<br>到2025年6.5% | 市发改局 | 6.6%<br>（快报） |" in text


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("2023Q1",), "Write a half-year or a year"),
        (("last",), "Write a half-year or a year"),
        (("2019",), "lies before the plan"),
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
    assert "This paper is for that meeting" not in text
    assert "It rests on what was reported by 2023-07-31" in text
