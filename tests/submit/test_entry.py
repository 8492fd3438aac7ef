"""Lines of a report: every reader of YAML gets out what was put in, and ids are stable."""

import re

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from plan_cli.dataset.models import ID_PATTERN, Report
from plan_cli.dataset.yaml import is_clean
from plan_cli.dataset.yaml_reader import parse
from plan_cli.submit.record import entry_lines, new_id, normal_id
from plan_cli.text import shows_something

TEXTS = st.text(min_size=1).filter(
    lambda text: is_clean(text.replace("\t", " ")) and shows_something(text)
)
ODD = [
    *("yes", "null", "~", "- a", "a: b", "a #b", "#a", "[a]", "{a}", "2023", "1e5", "a:", "“甲”"),
    *(
        '"',
        "'",
        "\\",
        "a\nb",
        "a\tb",
        "2023-01-01",
        "*a",
        "&a",
        "!a",
        "%a",
        "@a",
        "`a`",
        "? a",
        " a",
    ),
]


def report(text: str) -> Report:
    found = Report.model_validate(
        {
            "id": "k3m9qx",
            "item": 1,
            "date": "2024-03-01",
            "status": "done",
            "values": [{"target": "1.1", "value": 5}],
            "progress": text,
            "evidence": [text, "http://例/?a=b#c"],
        }
    )
    assert isinstance(found, Report)
    return found


def check(text: str) -> None:
    lines = "\n".join(entry_lines(report(text))) + "\n"
    read = parse(lines)
    assert read.faults == []
    assert isinstance(read.value, list)
    assert Report.model_validate(read.value[0]) == report(text)
    (other,) = yaml.safe_load(lines)
    assert (other["progress"], other["evidence"][0]) == (text, text)


@pytest.mark.parametrize("text", ODD)
def test_odd_texts_read_back(text: str) -> None:
    check(text)


@given(TEXTS)
def test_any_text_reads_back_in_any_reader(text: str) -> None:
    check(text)


def test_the_lines() -> None:
    assert entry_lines(report("建成3个")) == [
        "- id: k3m9qx",
        "  item: 1",
        "  date: 2024-03-01",
        "  status: done",
        "  values:",
        '    - target: "1.1"',
        "      value: 5",
        "  progress: 建成3个",
        "  evidence:",
        "    - 建成3个",
        "    - http://例/?a=b#c",
    ]


def test_an_id_is_drawn_from_what_is_said() -> None:
    first = new_id("甲", {"item": 1}, ())
    assert re.fullmatch(ID_PATTERN, first)
    assert new_id("甲", {"item": 1}, ()) == first
    assert len({first, new_id("乙", {"item": 1}, ()), new_id("甲", {"item": 2}, ())}) == 3
    second = new_id("甲", {"item": 1}, {first})
    assert re.fullmatch(ID_PATTERN, second)
    assert second != first


def test_an_id_may_be_typed_as_it_is_read() -> None:
    assert normal_id(" K3M9QO ") == "k3m9q0"
    assert normal_id("kil000") == "k11000"
