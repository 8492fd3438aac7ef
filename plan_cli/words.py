"""The words of the data as people read them, and as they may type them."""

import re
from collections.abc import Mapping
from datetime import date
from typing import Final

from plan_cli.i18n import _

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
LIGHTS: Final = {
    "red": "红灯",
    "yellow": "黄灯",
    "blue": "蓝灯",
    "green": "绿灯",
    "none": "无灯",
}


_DAY: Final = re.compile(r"\d{4}-\d{2}-\d{2}")


def read_word(typed: str, words: Mapping[str, str]) -> str | None:
    """Return the word of the data that `typed` is, in either language; None if it is none."""
    text = typed.strip().lower()
    if text in words:
        return text
    meant = {typed.strip(), f"{typed.strip()}灯"}  # 红 is 红灯
    return next((word for word, chinese in words.items() if chinese in meant), None)


def role_label(role: str) -> str:
    """Return a role as people read it."""
    return {"lead": _("leads"), "support": _("supports")}[role]


def status_label(status: str) -> str:
    """Return how a task stands as people read it."""
    return {
        "not_started": _("not started"),
        "in_progress": _("in progress"),
        "blocked": _("blocked"),
        "done": _("done"),
        "terminated": _("terminated"),
    }[status]


def nature_label(nature: str) -> str:
    """Return how firm a figure is as people read it."""
    return {
        "estimate": _("estimate"),
        "preliminary": _("preliminary"),
        "final": _("final"),
    }[nature]


def severity_label(severity: str) -> str:
    """Return how grave a problem is as people read it."""
    return {"error": _("error"), "warning": _("warning"), "note": _("note")}[severity]


def kind_label(kind: str) -> str:
    """Return a task's kind as people read it."""
    return {
        "positioning": _("positioning (目标定位)"),
        "vision": _("vision (远景目标)"),
        "measure": _("measure (重要举措)"),
    }[kind]


def binding_label(*, binding: bool) -> str:
    """Return an indicator's kind as people read it."""
    return _("binding indicator (约束性)") if binding else _("expected indicator (预期性)")


def state_label(state: str) -> str:
    """Return how an item stands as people read it."""
    words = {
        "unreported": _("not reported"),
        "reported": _("values reported"),
        "overdue": _("overdue"),
        "near_due": _("near its due date"),
        "stale": _("report overdue"),
    }
    return words[state] if state in words else status_label(state)


def verdict_label(verdict: str) -> str:
    """Return a verdict on a target as people read it."""
    return {
        "early": _("reached early"),
        "met": _("met"),
        "ahead": _("ahead"),
        "on_track": _("on track"),
        "behind": _("behind"),
        "missed": _("missed"),
        "unknown": _("unknown"),
    }[verdict]


def period_label(period: str) -> str:
    """Return a period, a span of years or a day as people read it: 2023H2 is 2023年下半年."""
    if _DAY.fullmatch(period):
        return day_label(date.fromisoformat(period))
    year, part = period[:4], period[4:]
    words = {
        "H1": _("{year}H1"),
        "H2": _("{year}H2"),
        "Q1": _("{year}Q1"),
        "Q2": _("{year}Q2"),
        "Q3": _("{year}Q3"),
        "Q4": _("{year}Q4"),
    }
    if part in words:
        return words[part].format(year=year)
    if part.startswith("-"):
        return _("{year}-{month:02}", year=year, month=int(part[1:]))
    return _("{years}", years=period)


def day_label(day: date) -> str:
    """Return a day as people read it in a sentence."""
    return _("{year}-{month:02}-{day:02}", year=day.year, month=day.month, day=day.day)


def light_label(light: str) -> str:
    """Return a light as people read it."""
    return {
        "red": _("red"),
        "yellow": _("yellow"),
        "blue": _("blue"),
        "green": _("green"),
        "none": _("no light"),
    }[light]
