"""What the files of a dataset hold: strict, immutable, one field a fact.

A newcomer's order: `plan` (the notice as a whole), `departments`, `items` (tasks and indicators),
`targets`, `assignments`, `reports`, `annual`. The words are those of the vocabulary in
`data/README.md`.
"""

from plan_cli.model.annual import AnnualGoal
from plan_cli.model.assignments import Assignment
from plan_cli.model.departments import Department, DepartmentGroup, Departments, SharedAlias
from plan_cli.model.items import Indicator, Task
from plan_cli.model.plan import (
    Deadline,
    Discrepancy,
    FollowUp,
    JudgementSettings,
    LightSetting,
    Plan,
    PlanRule,
    Reporter,
    Reporting,
    Section,
)
from plan_cli.model.reports import Report, Value
from plan_cli.model.targets import Target

__all__ = [
    "AnnualGoal",
    "Assignment",
    "Deadline",
    "Department",
    "DepartmentGroup",
    "Departments",
    "Discrepancy",
    "FollowUp",
    "Indicator",
    "JudgementSettings",
    "LightSetting",
    "Plan",
    "PlanRule",
    "Report",
    "Reporter",
    "Reporting",
    "Section",
    "SharedAlias",
    "Target",
    "Task",
    "Value",
]
