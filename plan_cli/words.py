"""The words of the data as people read them, and as they may type them."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime, timedelta, timezone
from typing import Final

from plan_cli.i18n import N_, _

OPEN_LIST: Final = "等"
"""Ends an open list of supporting departments, and stands for whoever else is called in."""

KINDS: Final = {"positioning": "目标定位", "vision": "远景目标", "measure": "重要举措"}
ROLES: Final = {"lead": "牵头", "support": "配合"}
STATUSES: Final = {
    "not_started": "未启动",
    "in_progress": "推进中",
    "blocked": "受阻",
    "done": "已完成",
    "terminated": "中止",
}
NATURES: Final = {"estimate": "预计", "preliminary": "快报", "final": "终值"}
"""What may be typed for a kind, a role and so on: the word of the data, or that of the notice."""

STATES: Final = {"unreported": "未报告"} | STATUSES
"""How a task stands: by its lead's last report, `unreported` where there is none."""
ALERTS: Final = {"overdue": "逾期", "near_due": "临近期限", "stale": "超期未报"}
"""What is computed beside the state, and may be asked for like one."""
LIGHTS: Final = {"red": "红灯", "yellow": "黄灯", "blue": "蓝灯", "green": "绿灯", "none": "无灯"}


_DAY: Final = re.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}")


def read_word(typed: str, words: Mapping[str, str]) -> str | None:
    """The word of the data for `typed`, in either language; None if there is none."""
    text = typed.strip().lower()
    if text in words:
        return text
    meant = {typed.strip(), f"{typed.strip()}灯"}  # 红 is 红灯
    return next((word for word, chinese in words.items() if chinese in meant), None)


def _labels(words: Mapping[str, str]) -> Callable[[str], str]:
    return lambda word: _(words[word])


role_label: Final = _labels({"lead": N_("leads"), "support": N_("supports")})
_STATUS_LABELS: Final = {
    "not_started": N_("not started"),
    "in_progress": N_("in progress"),
    "blocked": N_("blocked"),
    "done": N_("done"),
    "terminated": N_("terminated"),
}
status_label: Final = _labels(_STATUS_LABELS)
nature_label: Final = _labels(
    {"estimate": N_("estimate"), "preliminary": N_("preliminary"), "final": N_("final")}
)
severity_label: Final = _labels(
    {"error": N_("error"), "warning": N_("warning"), "note": N_("note")}
)
kind_label: Final = _labels(
    {
        "positioning": N_("positioning (目标定位)"),
        "vision": N_("vision (远景目标)"),
        "measure": N_("measure (重要举措)"),
    }
)
state_label: Final = _labels(
    _STATUS_LABELS
    | {
        "unreported": N_("not reported"),
        "reported": N_("values reported"),
        "overdue": N_("overdue"),
        "near_due": N_("near its due date"),
        "stale": N_("report overdue"),
    }
)
verdict_label: Final = _labels(
    {
        "early": N_("reached early"),
        "met": N_("met"),
        "ahead": N_("ahead"),
        "on_track": N_("on track"),
        "behind": N_("behind"),
        "missed": N_("missed"),
        "unknown": N_("unknown"),
    }
)
light_label: Final = _labels(
    {
        "red": N_("red"),
        "yellow": N_("yellow"),
        "blue": N_("blue"),
        "green": N_("green"),
        "none": N_("no light"),
    }
)


def binding_label(*, binding: bool) -> str:
    return _("binding indicator (约束性)") if binding else _("expected indicator (预期性)")


_PARTS_OF_YEAR: Final = {
    "H1": N_("{year}H1"),
    "H2": N_("{year}H2"),
    "Q1": N_("{year}Q1"),
    "Q2": N_("{year}Q2"),
    "Q3": N_("{year}Q3"),
    "Q4": N_("{year}Q4"),
}


def period_label(period: str) -> str:
    """A period, a span of years or a day as people read it: 2023H2 is 2023年下半年."""
    if _DAY.fullmatch(period):
        return day_label(date.fromisoformat(period))
    year, part = period[:4], period[4:]
    if part in _PARTS_OF_YEAR:
        return _(_PARTS_OF_YEAR[part], year=year)
    if part.startswith("-"):
        return _("{year}-{month:02}", year=year, month=int(part[1:]))
    return _("{years}", years=period)


def day_label(day: date) -> str:
    return _("{year}-{month:02}-{day:02}", year=day.year, month=day.month, day=day.day)


_CHINA: Final = timezone(timedelta(hours=8))


def today() -> date:
    """The current day in China (UTC+8)."""
    return datetime.now(_CHINA).date()
