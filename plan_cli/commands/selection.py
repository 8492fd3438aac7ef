"""Which rules, files and folders `plan validate` is asked for, as they are typed."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from plan_cli.cli.errors import WrongUseError
from plan_cli.i18n import _, listed
from plan_cli.render.text import visible
from plan_cli.rules.registry import suggest_rules
from plan_cli.spelling import closest
from plan_cli.validation import OutsideError, Scope, Selection
from plan_cli.validation.catalogue import all_rules, all_tiers


def read_selection(rules: Iterable[str], tiers: Iterable[str]) -> Selection:
    """Return the rules and tiers meant; an unknown one ends the command."""
    tier_names = all_tiers()
    rule_ids = [card.id for card in all_rules()] if rules else []
    return Selection(
        rules=frozenset(_rule(typed, rule_ids) for typed in rules),
        tiers=frozenset(_tier(typed, tier_names) for typed in tiers),
    )


def read_scope(paths: Sequence[Path], folder: Path) -> Scope:
    """Return the files and folders meant; one outside the dataset ends the command."""
    try:
        return Scope(paths, folder)
    except OutsideError as error:
        raise WrongUseError(
            _("{path} is no part of the dataset in {folder}").format(
                path=visible(str(error.path)), folder=folder
            ),
            _("Name a file or a folder in it, or another dataset with plan --data DIR."),
        ) from error


def _rule(typed: str, known: Sequence[str]) -> str:
    if typed in known:
        return typed
    close = suggest_rules(typed)
    hint = (
        _("Did you mean {names}?").format(names=listed(close))
        if close
        else _("plan rules lists them all.")
    )
    raise WrongUseError(_("there is no rule {id}").format(id=f"“{visible(typed)}”"), hint)


def _tier(typed: str, known: Sequence[str]) -> str:
    if typed in known:
        return typed
    close = closest(typed, tuple(known))
    hint = (
        _("Did you mean {names}?").format(names=listed(close))
        if close
        else _("Tiers: {names}.").format(names=listed(known))
    )
    raise WrongUseError(_("there is no tier “{name}”").format(name=visible(typed)), hint)
