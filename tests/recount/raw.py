"""The files of a dataset as they are, and what follows from them on a day."""

from datetime import date
from functools import cached_property
from pathlib import Path
from typing import Any

import yaml

Record = dict[str, Any]


class _Loader(yaml.SafeLoader):
    """Leaves days and figures the texts that they are."""


_Loader.yaml_implicit_resolvers = {
    first: [(tag, rule) for tag, rule in rules if not tag.endswith((":timestamp", ":float"))]
    for first, rules in yaml.SafeLoader.yaml_implicit_resolvers.items()
}


def read(path: Path) -> Any:
    return yaml.load(path.read_text("utf-8"), _Loader)  # noqa: S506  (a SafeLoader)


def bare(name: str) -> str:
    """市发改局〈科技局〉 is 市发改局."""
    return name.partition("〈")[0]


def day(text: str) -> date:
    return date.fromisoformat(text)


class Raw:
    """A dataset as its files have it."""

    def __init__(self, folder: Path) -> None:
        self.plan: Record = read(folder / "plan.yaml")
        self.indicators: list[Record] = read(folder / "indicators.yaml")
        self.tasks: list[Record] = read(folder / "tasks.yaml")
        self.departments: dict[str, Record] = {
            one["name"]: one for one in read(folder / "departments.yaml")["departments"]
        }
        self.reports = _reports(folder)
        self.goals = _goals(folder)

    @property
    def items(self) -> list[Record]:
        return [*self.indicators, *self.tasks]

    @cached_property
    def deadlines(self) -> dict[str, date]:
        return {one["period"]: day(one["by"]) for one in self.plan["follow_up"]["deadlines"]}

    def heirs(self, name: str, on: date) -> list[str]:
        """Who has the duties of a department on a day."""
        listed = self.departments.get(bare(name), {})
        gone = "successors" in listed and day(listed.get("valid_until", "0001-01-01")) < on
        if not gone:
            return [bare(name)]
        found = [heir for one in listed["successors"] for heir in self.heirs(one, on)]
        return list(dict.fromkeys(found))

    def holders(self, item: Record, on: date) -> list[str]:
        return self.heirs(item.get("lead") or item["responsible"], on)

    def standing(self, on: date) -> list[Record]:
        """The reports of a day: dated by then, and not replaced by one that is."""
        known = [one for one in self.reports if day(one["date"]) <= on]
        replaced = {one.get("replaces") for one in known}
        return [one for one in known if one["id"] not in replaced]

    def deciding(self, item: Record, on: date) -> list[Record]:
        """The reports that decide: of an indicator all, of a task its lead's."""
        reports = [one for one in self.standing(on) if one["item"] == item["id"]]
        if "lead" not in item:
            return reports
        lead = bare(item["lead"])
        return [one for one in reports if one["by"] in (lead, *self.heirs(lead, day(one["date"])))]

    def state(self, task: Record, on: date) -> str:
        reports = self.deciding(task, on)
        return str(reports[-1]["status"]) if reports else "unreported"


def _reports(folder: Path) -> list[Record]:
    found = [
        (one["date"], path.stem, place, {"by": path.stem, **one})
        for path in folder.glob("progress/*.yaml")
        for place, one in enumerate(read(path) or ())
    ]
    return [one for *_key, one in sorted(found, key=lambda entry: entry[:3])]


def _goals(folder: Path) -> list[Record]:
    return [
        {"year": int(path.parent.name), "by": path.stem, **one}
        for path in sorted(folder.glob("annual/*/*.yaml"))
        for one in read(path) or ()
    ]
