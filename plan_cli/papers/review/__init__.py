"""Papers for the meetings that the notice orders; `docs/reviews.md` explains their parts."""
