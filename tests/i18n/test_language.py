import pytest

from plan_cli.i18n import Language, _, activate, choose_language, ngettext


@pytest.mark.parametrize(
    ("environ", "expected"),
    [
        ({}, "zh"),
        ({"LANG": ""}, "zh"),
        ({"LANG": "C"}, "zh"),
        ({"LANG": "C.UTF-8"}, "zh"),
        ({"LC_ALL": "POSIX"}, "zh"),
        ({"LANG": "fr_FR.UTF-8"}, "zh"),
        ({"LANG": "zh_CN.UTF-8"}, "zh"),
        ({"LANG": "zh_TW.UTF-8"}, "zh"),
        ({"LANG": "en_US.UTF-8"}, "en"),
        ({"LANG": "EN_GB"}, "en"),
        ({"PLAN_LANG": "en"}, "en"),
        ({"PLAN_LANG": "zh_CN"}, "zh"),
        ({"PLAN_LANG": "en", "LC_ALL": "zh_CN.UTF-8"}, "en"),
        ({"PLAN_LANG": "zh", "LC_ALL": "en_US.UTF-8", "LANG": "en_US.UTF-8"}, "zh"),
        ({"PLAN_LANG": "fr", "LC_ALL": "en_US.UTF-8"}, "en"),
        ({"PLAN_LANG": "", "LANG": "en_US.UTF-8"}, "en"),
        ({"LC_ALL": "en_US.UTF-8", "LC_MESSAGES": "zh_CN.UTF-8"}, "en"),
        ({"LC_ALL": "zh_CN.UTF-8", "LANG": "en_US.UTF-8"}, "zh"),
        ({"LC_ALL": "", "LC_MESSAGES": "en_US.UTF-8", "LANG": "zh_CN.UTF-8"}, "en"),
        ({"LC_ALL": "C", "LANG": "en_US.UTF-8"}, "en"),
        ({"LC_CTYPE": "en_US.UTF-8", "LANGUAGE": "en"}, "zh"),
    ],
)
def test_the_first_variable_that_names_a_language_decides(
    environ: dict[str, str], expected: Language
) -> None:
    assert choose_language(environ) == expected


def test_english_is_what_stands_in_the_code() -> None:
    activate("en")

    assert _("No.") == "No."
    assert ngettext("{number} task", "{number} tasks", 1) == "{number} task"
    assert ngettext("{number} task", "{number} tasks", 2) == "{number} tasks"
