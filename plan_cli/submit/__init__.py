"""Submitting reports and annual goals: checked as the whole dataset is, and written at once."""
