"""Worked examples of every measure: a line in a file of `examples/` is a case."""

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, Final

import pytest
import yaml

from plan_cli.judgement.judge import judge
from plan_cli.judgement.measures import MEASURES
from tests.judgement.samples import HORIZON, MIDWAY, target, values

FOLDER: Final = Path(__file__).with_name("examples")
_UNITS: Final = {"annual_growth": "%", "cumulative_reduction": "%"}
_PERCENT: Final = "%"


def cases() -> list[Any]:
    found = []
    for path in sorted(FOLDER.glob("*.yaml")):
        text = path.read_text(encoding="utf-8")
        for case in yaml.load(text, Loader=yaml.BaseLoader):  # noqa: S506  (everything is text)
            case.setdefault("measure", "annual_growth" if "growth" in path.stem else "level_reach")
            found.append(pytest.param(case, id=f"{path.stem}: {case['case']}"))
    return found


@pytest.mark.parametrize("case", cases())
def test_example(case: dict[str, Any]) -> None:
    measure, due = case["measure"], case.get("due", "2025")
    asked = target(
        measure=measure or None,
        direction=case.get("direction", "at_least") or None,
        value=Decimal(case["value"]) if case["value"] else None,
        upper=Decimal(case["upper"]) if "upper" in case else None,
        unit=case.get("unit", _UNITS.get(measure, "个")),
        due=int(due) if due else None,
    )
    day = date.fromisoformat(case["as_of"]) if "as_of" in case else MIDWAY
    found = judge(asked, values(*case.get("values", []), day=date(2021, 1, 1)), HORIZON, day)
    assert found.verdict == case["verdict"], found.reason
    assert found.reason
    assert found.forecast == (case.get("forecast") == "yes")
    if "text" in case:
        assert found.value_text == case["text"]
    if "gap" in case:
        assert found.gap_text == case["gap"]
    if "planned" in case:
        assert found.planned == Decimal(case["planned"])
    if "needed" in case:
        assert found.needed_text == case["needed"]
    if "missing" in case:
        assert found.missing == tuple(map(int, case["missing"]))


def test_every_measure_has_examples() -> None:
    assert set(MEASURES) <= {parameter.values[0]["measure"] for parameter in cases()}
