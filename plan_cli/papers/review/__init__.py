"""Papers for the meetings that the notice orders; `docs/reviews.md` explains them.

`facts` are the figures of the day; `paper` puts together the parts that the others write.
"""
