"""Handing in reports: what is typed is read, checked as the whole dataset is, and appended.

`figures` reads typed values, `entry` writes a report as lines, `append` puts lines at the end of a
file, `hand_in` does it all under a lock; `own_dataset` makes a dataset that can be written to.
"""
