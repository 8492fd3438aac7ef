"""The light of an item: the first rule whose conditions all hold."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Literal

from plan_cli.i18n import _, listed

Light = Literal["none", "green", "yellow", "red", "blue"]


@dataclass(frozen=True, slots=True)
class LightRule:
    """A light, and the facts that have to hold (`when`) and may not hold (`unless`) for it."""

    light: Light
    when: tuple[str, ...]
    unless: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Shown:
    """A light with the reason in words."""

    light: Light
    reason: str


def light(facts: Mapping[str, str], rules: Iterable[LightRule]) -> Shown:
    """Return the light that the facts come to.

    Args:
        facts: what holds of the item, each with its words.
        rules: in their order; the first that fits decides.
    """
    for rule in rules:
        if all(fact in facts for fact in rule.when) and not any(
            fact in facts for fact in rule.unless
        ):
            return Shown(rule.light, listed(facts[fact] for fact in rule.when))
    return Shown("none", listed(facts.values()) or _("no rule applies"))
