"""The yearly assessment by the notice's own rules, with the working shown.

`assess` is asked about a year; there is a module for each rule: `binding` (一票否优), `bonus`
(goals for 2035 reached early), `tasks` (what leads had to finish), `goals` (what departments had
set themselves). `convert` also compares two assessments, one of them with what is only assumed.
Nothing here writes, knows Typer or a screen; the rules are explained in `docs/assessment.md`.
"""

from plan_cli.assessment.assess import Assessed, assess
from plan_cli.assessment.lines import Line, Part
from plan_cli.assessment.year import AssessedYear

__all__ = ["Assessed", "AssessedYear", "Line", "Part", "assess"]
