"""The papers for the meetings that the notice orders: every half-year, and at the end of a year.

`term` says which period a review is about and by which day, `facts` how everything stood then;
every other module writes one part of the paper from the facts. `docs/reviews.md` explains them.
"""
