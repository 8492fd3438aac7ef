"""Handing in: what is typed is read, checked as the whole dataset is, and appended."""
