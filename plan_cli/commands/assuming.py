"""What is typed for --assume: an indicator, or one of its targets, and a figure for the year."""

from collections.abc import Sequence
from decimal import Decimal
from typing import TYPE_CHECKING

from plan_cli.cli.errors import PlanError, WrongUseError
from plan_cli.i18n import _, listed

if TYPE_CHECKING:
    from plan_cli.dataset.dataset import Dataset
    from plan_cli.model import Indicator, Target
    from plan_cli.reporting.figures import Typed


def read_assumptions(typed: Sequence[str], dataset: "Dataset") -> dict[str, Decimal]:
    """Return the figures that are assumed, by targets; what makes no sense ends the command."""
    found: dict[str, Decimal] = {}
    for text in typed:
        read = _read(text)
        target = _target(read.target or "", text, dataset)
        _check_unit(read, target)
        if target.id in found:
            raise WrongUseError(
                _("target {id} is assumed twice").format(id=target.id),
                _("Give every target one figure."),
            )
        found[target.id] = Decimal(read.value)
    return found


def _read(text: str) -> "Typed":
    from plan_cli.reporting.figures import FigureError, read_value

    try:
        read = read_value(text)
    except FigureError as error:
        raise WrongUseError(str(error), _how()) from error
    if read.target is None:
        raise WrongUseError(
            _("“{value}” does not say what the figure is of").format(value=text), _how()
        )
    return read


def _how() -> str:
    return _("Type an indicator, or one of its targets, and a figure: --assume 29=13.1")


def _target(name: str, text: str, dataset: "Dataset") -> "Target":
    number = name.partition(".")[0]
    indicators = {str(one.id): one for one in dataset.indicators}
    if number in {str(task.id) for task in dataset.tasks}:
        raise PlanError(
            _("item {item} is a task, and only values of indicators can be assumed").format(
                item=number
            ),
            _("plan indicators lists the indicators."),
        )
    if number not in indicators:
        raise PlanError(
            _("there is no indicator “{name}”").format(name=name),
            _("plan indicators lists the indicators."),
        )
    return _of_indicator(indicators[number], name, text)


def _of_indicator(indicator: "Indicator", name: str, text: str) -> "Target":
    ids = [target.id for target in indicator.targets]
    fitting = [target for target in indicator.targets if name in (target.id, str(indicator.id))]
    if not fitting:
        raise PlanError(
            _("item {item} has no target {id}").format(item=indicator.id, id=name),
            _("It has {names}.").format(names=listed(ids)) if ids else "",
        )
    if len(fitting) > 1:
        figure = text.rpartition("=")[2]
        raise WrongUseError(
            _("item {item} has several targets: {names}").format(
                item=indicator.id,
                names=listed(f"{one.id} {one.metric}" for one in indicator.targets),
            ),
            _("Say which: --assume {id}={figure}").format(id=ids[0], figure=figure),
        )
    if fitting[0].value is None:
        raise PlanError(
            _("target {id} has no figure to compare with").format(id=fitting[0].id),
            _("The notice gives none; nothing would change."),
        )
    return fitting[0]


def _check_unit(read: "Typed", target: "Target") -> None:
    from plan_cli.reporting.figures import FigureError, check_unit

    try:
        check_unit(read, target)
    except FigureError as error:
        raise WrongUseError(str(error), error.hint) from error
