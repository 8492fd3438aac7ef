"""Tier `fidelity`: the data says what the published notice says, to the character."""

# ruff: noqa: F401, I001  (in the order in which the rules run)
from plan_cli.rules.fidelity import (
    notice,
    wording,
    attribution,
    quotes,
    figures,
    years,
    measures,
    promises,
)
