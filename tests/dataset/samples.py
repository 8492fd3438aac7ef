"""Rows as small as tests of queries need them."""

from plan_cli.dataset.rows import IndicatorRow, TargetRow, TaskRow


def target(due: int | None) -> TargetRow:
    return {
        "id": "1.1",
        "quote": "甲",
        "metric": "甲",
        "measure": None,
        "direction": None,
        "direction_basis": None,
        "value": None,
        "upper": None,
        "unit": None,
        "unit_basis": "stated",
        "value_unstated": False,
        "due": due,
        "due_basis": None,
        "same_as": [],
        "note": None,
    }


def task(
    number: int,
    lead: str = "市别局",
    *support: str,
    section: str = "一",
    kind: str = "measure",
    text: str = "建甲。",
    due: tuple[int | None, ...] = (),
) -> TaskRow:
    return {
        "id": number,
        "kind": kind,
        "section": section,
        "text": text,
        "lead": lead,
        "support": list(support),
        "support_open": False,
        "targets": [target(year) for year in due],
        "note": None,
    }


def indicator(
    number: int, responsible: str, *, binding: bool = False, text: str = "建甲。"
) -> IndicatorRow:
    return {
        "id": number,
        "section": "二(一)",
        "text": text,
        "binding": binding,
        "responsible": responsible,
        "targets": [],
        "note": None,
    }
