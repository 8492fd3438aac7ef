"""What the system says of a file comes in the reader's language."""

import errno

from plan_cli import i18n
from plan_cli.files import reason_of


def test_a_common_reason_in_both_languages() -> None:
    error = PermissionError(errno.EACCES, "Permission denied", "a.xlsx")
    assert reason_of(error) == "permission denied"
    i18n.activate("zh")
    assert reason_of(error) == "没有权限"


def test_a_rare_reason_as_the_system_has_it() -> None:
    assert reason_of(OSError(errno.EIO, "Input/output error")) == "Input/output error"
    assert reason_of(OSError("no number")) == "no number"
