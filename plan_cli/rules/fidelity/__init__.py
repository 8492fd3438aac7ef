"""Tier `fidelity`: the data says what the published notice says, to the character."""

from plan_cli.rules.fidelity import (
    attribution,
    coverage,
    figures,
    metadata,
    outline,
    quotes,
    source,
    wording,
)

RULES = (
    source.RULE,
    metadata.RULE,
    outline.RULE,
    coverage.RULE,
    wording.RULE,
    attribution.RULE,
    quotes.RULE,
    figures.RULE,
)
