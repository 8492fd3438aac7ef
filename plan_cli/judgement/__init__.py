"""How targets and items stand on a day: pure functions over plain values.

`judge` is asked about a target, `item` about an item and its light. Nothing here reads files or
knows YAML; verdicts come with their sentences in the active language. The formulas are explained
in `docs/judgement.md`.
"""
