"""How targets and items stand on a day: pure functions over values; see `docs/judgement.md`."""
