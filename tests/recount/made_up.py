"""Reports at random over a copy of a dataset: corrections, late ones, forecasts, successors."""

from collections import defaultdict
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from random import Random
from typing import Any, Final

from tests.recount.raw import Raw, Record, bare

_STATES: Final = ("not_started", "in_progress", "in_progress", "blocked", "done", "terminated")
_SHARES: Final = ("0", "0.5", "0.9", "0.95", "1", "1.05", "1.2")
_LETTERS: Final = "abcdefghjkmnpqrstvwxyz"


class _Made:
    """What has been handed in so far, in the order of time."""

    def __init__(self, raw: Raw, chance: Random) -> None:
        self.raw, self.chance = raw, chance
        self.files: dict[str, list[Record]] = defaultdict(list)
        self.finals: set[tuple[str, str]] = set()
        self.corrected: set[str] = set()
        self.last = ""

    def add(self, by: str, on: date, fields: Record) -> None:
        key = (fields.get("target", ""), fields.get("period", ""))
        if fields.get("nature") == "final" and key in self.finals:
            return
        report = {"id": self._id(), "date": on.isoformat(), **fields}
        before = [one for one in self.files[by] if _alike(one, report)]
        before = [one for one in before if one["id"] not in self.corrected]
        if before and self.chance.random() < 0.4:
            report["replaces"] = self.chance.choice(before)["id"]
            self.corrected.add(report["replaces"])
        elif fields.get("nature") == "final":
            self.finals.add(key)
        self.files[by].append(report)

    def _id(self) -> str:
        number = sum(len(reports) for reports in self.files.values())
        return self.chance.choice(_LETTERS) + f"{number:05}"


def _alike(one: Record, other: Record) -> bool:
    return all(one.get(key) == other.get(key) for key in ("item", "target", "period", "nature"))


def hand_in(folder: Path, seed: int, number: int) -> None:
    """Put reports of the years of the plan in the place of those that there are."""
    raw, chance = Raw(folder), Random(seed)  # noqa: S311  (nothing secret)
    made = _Made(raw, chance)
    some = chance.sample(raw.tasks, min(len(raw.tasks), number // 4))
    for on in sorted(_days(raw, chance, number)):
        if chance.random() < 0.6:
            made.add(*_on_task(raw, chance, chance.choice(some), on))
        else:
            _on_indicator(made, chance.choice(raw.indicators), on)
    for path in folder.glob("progress/*.yaml"):
        path.unlink()
    for by, reports in made.files.items():
        text = "".join(f"- {_flow(report)}\n" for report in reports)
        (folder / "progress" / f"{by}.yaml").write_text(text, "utf-8")


def _days(raw: Raw, chance: Random, number: int) -> list[date]:
    """Days of which many are a deadline or the day after one."""
    edges = [by + timedelta(after) for by in raw.deadlines.values() for after in (0, 1)]
    first = date(2022, 7, 1)
    return [
        chance.choice(edges) if chance.random() < 0.4 else first + timedelta(chance.randrange(1500))
        for _ in range(number)
    ]


def _on_task(raw: Raw, chance: Random, task: Record, on: date) -> tuple[str, date, Record]:
    by = chance.choice(raw.heirs(task["lead"], on))
    others = [bare(one) for one in task.get("support", ()) if bare(one) in raw.departments]
    if others and chance.random() < 0.2:
        by = chance.choice(raw.heirs(chance.choice(others), on))
    fields: Record = {"item": task["id"], "status": chance.choice(_STATES)}
    fields["values"] = [
        {"target": target["id"], "value": _figure(target, chance)}
        for target in task.get("targets", ())
        if "value" in target and "direction" in target and chance.random() < 0.6
    ]
    if fields["status"] in ("done", "terminated", "blocked"):
        fields |= {"evidence": ["甲"], "progress": "乙", "problems": "丙"}
    return by, on, {key: value for key, value in fields.items() if value}


def _on_indicator(made: _Made, indicator: Record, on: date) -> None:
    raw, chance = made.raw, made.chance
    target = chance.choice(indicator["targets"])
    if "value" not in target:
        return
    year = min(on.year - chance.choice((1, 1, 2)), 2025)
    forecast = chance.random() < 0.2
    fields = {
        "item": indicator["id"],
        "target": target["id"],
        "period": chance.choice([str(year)] * 3 + ["2020", f"{year}H1"]),
        "value": _figure(target, chance),
        "nature": "estimate" if forecast else chance.choice(("preliminary", "final")),
        "evidence": ["甲"],
    }
    by = chance.choice([indicator["responsible"], "市统计局"])
    made.add(chance.choice(raw.heirs(by, on)), on, fields)


def _figure(target: Record, chance: Random) -> str:
    return format(Decimal(str(target["value"])) * Decimal(chance.choice(_SHARES)), "f")


def _flow(value: Any, key: str = "") -> str:
    if isinstance(value, dict):
        return "{" + ", ".join(f"{name}: {_flow(one, name)}" for name, one in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(_flow(one) for one in value) + "]"
    return f'"{value}"' if key in ("id", "replaces", "target", "period") else str(value)
