"""Tier `fidelity`: the data says what the published notice says, to the character."""

from plan_cli.rules.fidelity import (
    attribution,
    counts,
    coverage,
    directions,
    figures,
    horizon,
    known_from,
    measures,
    metadata,
    outline,
    promises,
    quotes,
    section_kinds,
    source,
    wording,
    years,
)

RULES = (
    source.RULE,
    metadata.RULE,
    horizon.RULE,
    outline.RULE,
    section_kinds.RULE,
    coverage.RULE,
    counts.RULE,
    wording.RULE,
    attribution.RULE,
    known_from.RULE,
    quotes.RULE,
    figures.RULE,
    years.RULE,
    directions.RULE,
    measures.RULE,
    promises.RULE,
)
