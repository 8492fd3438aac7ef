"""Handing in: what is typed is read, checked as the whole dataset is, and appended.

`figures` reads typed values, `entry` writes a record as lines, `append` and `growth` put them at
the end of a file, `hand_in` does it all under a lock (`lock`) or says why not (`errors`);
`own_dataset` makes a dataset that can be written to.
"""
