"""What a department has filled in: rows found by what they are about, cells read for what they say.

`made` reads what the workbook remembers, `rows` finds its rows, `untouched` and `outdated` say what
is not as it was; `cells` and `days` read what was typed, `entries` makes reports and goals of it.
What is wrong is a value: sheet, cell, reason, what to do.
"""
