"""Reminder slips (催办单): what a department has to report or to bring to an end, why, since when."""
