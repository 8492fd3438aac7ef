"""Reminder slips (催办单): what a department has to report or to finish, why, and since when."""
