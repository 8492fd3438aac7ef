"""A direction that words give is the one in the data, and says that it is stated.

以上, 不低于 and 至少 are `at_least`; 大于, 超过 and 突破 `more_than`; 以内, 以下 and 前三
`at_most`; 左右 is `about`; 3-5 `between`. The words count where they touch the target's own
figure: 50亿元以上项目8个 says nothing of the 8. Without such a word, the direction is
`inferred`, and of two targets of one metric, measure and value none may say the opposite.

PASS: tasks.yaml

        - id: "6.2"
          direction: at_least
          direction_basis: stated

FAIL: tasks.yaml

        - id: "6.2"
          direction: more_than  # <--

FAIL: tasks.yaml

        - id: "6.2"
          direction_basis: inferred  # <--
"""

from collections.abc import Iterator

from plan_cli.dataset.models import Target
from plan_cli.i18n import _
from plan_cli.rules.context import Context
from plan_cli.rules.fidelity.quantities import Quantity, stated
from plan_cli.rules.rule import Finding, register


@register("fidelity.directions", needs=("plan",))
def check(context: Context) -> Iterator[Finding]:
    for one in context.readable_targets:
        quantity = stated(one.target)
        fault = _fault(one.target, quantity) or _opposite(one.target, context.target_by_id)
        if fault is not None:
            key, message = fault
            yield one.finding((key,), message, _("Check it against the quote."))


def _fault(target: Target, quantity: Quantity | None) -> tuple[str, str] | None:
    if target.value is None or (quantity is None and target.unit_basis == "stated"):
        return None  # fidelity.figures finds that
    direction = quantity.direction if quantity else _bare_direction(target)
    if direction is None:
        if target.direction_basis == "stated":
            return "direction_basis", _("no word at the figure states a direction")
        return None
    if target.direction == direction and target.direction_basis == "stated":
        return None
    key = "direction_basis" if target.direction == direction else "direction"
    return key, _("the quote states the direction {direction}", direction=direction)


def _bare_direction(target: Target) -> str | None:
    """Return the direction that words state for a figure without its unit (突破百亿)."""
    words = {"突破": "more_than", "超过": "more_than", "大于": "more_than", "以上": "at_least"}
    return next((direction for word, direction in words.items() if word in target.quote), None)


def _opposite(target: Target, known: dict[str, Target]) -> tuple[str, str] | None:
    own = target.measure, target.unit, target.value
    for other in (known[other] for other in target.same_as if other in known):
        alike = own == (other.measure, other.unit, other.value)
        if alike and {target.direction, other.direction} == {"at_least", "at_most"}:
            message = _("target {other} of the same metric has the opposite one", other=other.id)
            return "direction", message
    return None
