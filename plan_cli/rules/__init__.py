"""Rules: what has to hold beyond the shape of single values. One module a rule, by tier."""
