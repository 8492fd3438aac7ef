"""What a department has filled in: rows found by what they are about, cells read for what they say.

`rows` finds the rows of a returned workbook and what was done to them, `cells` reads what was
typed, `entries` makes reports and goals of it. What is wrong is a value: sheet, cell, reason, what
to do.
"""
