"""Rules: what has to hold beyond the shape of single values, by tier."""
