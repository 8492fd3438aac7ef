"""The yearly assessment by the notice's own rules, with the working shown.

`assess` is asked about a year; there is a module for each rule: `binding` (一票否优), `bonus`
(goals for 2035 reached early), `tasks` (what leads had to finish), `goals` (what departments had
set themselves). The rules are explained in `docs/assessment.md`.
"""
