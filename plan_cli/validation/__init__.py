"""`plan validate` without its command line: what is checked, and what of it is reported."""

from plan_cli.validation.run import Selection, find_problems
from plan_cli.validation.scope import OutsideError, Scope

__all__ = ["OutsideError", "Scope", "Selection", "find_problems"]
