"""What a target asks for: on which side of which figure a value is good."""

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Final

from plan_cli.judgement.figures import exact

if TYPE_CHECKING:
    from plan_cli.dataset.rows import TargetRow

_LOWER_IS_BETTER: Final = frozenset({"at_most", "less_than"})
_STRICT: Final = frozenset({"more_than", "less_than"})


@dataclass(frozen=True, slots=True)
class Goal:
    """A target with a figure.

    Attributes:
        id: the target's id.
        value: the figure.
        direction: as in the data.
        upper: the upper end of `between`.
        unit: of all its figures.
        due: the year by whose end it is due, None where none is stated.
        about: how far a value may be from an `about` figure, as a share of that figure.
    """

    id: str
    value: Decimal
    direction: str
    upper: Decimal | None = None
    unit: str | None = None
    due: int | None = None
    about: Decimal = Decimal(0)

    @property
    def sign(self) -> int:
        """1 where more is better, -1 where less is."""
        return -1 if self.direction in _LOWER_IS_BETTER else 1

    @property
    def strict(self) -> bool:
        """Whether the figure itself is not enough (大于, 小于)."""
        return self.direction in _STRICT

    def better_by(self, value: Decimal, other: Decimal) -> Decimal:
        """Return how much better `value` is than `other`; below zero where it is worse."""
        return self.sign * (value - other)

    def compare(self, value: Decimal, planned: Decimal) -> int:
        """Return 1, 0 or -1: better than planned, as planned, worse."""
        better, slack = self.better_by(value, planned), self._slack(planned)
        return (better > slack) - (better < -slack)

    def reached(self, value: Decimal) -> bool:
        """Say whether a value is what the target asks for, or better.

        For `between` the lower end counts, for `about` the lower edge: what a range promises to
        reach is its lower end.
        """
        better = self.better_by(value, self.value) + self._slack(self.value)
        return better > 0 if self.strict else better >= 0

    def kept(self, value: Decimal) -> bool:
        """Say whether a value is within what is to be kept: both ends of a range count."""
        if not self.reached(value):
            return False
        if self.direction == "between" and self.upper is not None:
            return value <= self.upper
        if self.direction == "about":
            return value <= self.value + self._slack(self.value)
        return True

    def _slack(self, figure: Decimal) -> Decimal:
        return abs(figure) * self.about if self.direction == "about" else Decimal(0)


def goal_of(target: "TargetRow", about: Decimal) -> Goal | None:
    """Return what a target asks for; None where it has no figure."""
    if target["value"] is None or target["direction"] is None:
        return None
    upper = target["upper"]
    return Goal(
        id=target["id"],
        value=exact(target["value"]),
        direction=target["direction"],
        upper=None if upper is None else exact(upper),
        unit=target["unit"],
        due=target["due"],
        about=about,
    )
