"""How targets and items stand on a day: pure functions over plain values.

`judge` is asked about a target, `stand` about an item, `light` for the light of one. Nothing here
reads files, knows YAML or a screen; the formulas are explained in `docs/judgement.md`.
"""

from plan_cli.judgement.judge import judge, judge_seen
from plan_cli.judgement.observations import Nature, Observation
from plan_cli.judgement.result import Horizon, Judgement, Verdict

__all__ = ["Horizon", "Judgement", "Nature", "Observation", "Verdict", "judge", "judge_seen"]
