"""What a number format shows is part of what was typed."""

from decimal import Decimal

import pytest

from plan_cli.worklists.number_format import parts_of_day, shown_figure, shown_text


@pytest.mark.parametrize(
    ("code", "value", "shown"),
    [
        ("General", "12", "12"),
        ("0.0", "7.25", "7.25"),
        ('0"吨"', "118000", "118000吨"),
        (r"0\吨", "118000", "118000吨"),
        (r"#,##0\ \吨", "118000", "118000吨"),
        ("[$吨-804]0", "118000", "吨118000"),
        ('0"‰"', "290", "290‰"),
        ('0"%"', "290", "290%"),
        ("0.00%", "0.07", "7%"),
        ('0%"吨"', "0.07", "7%吨"),
        ("[$¥-804]#,##0.00", "12", "¥12"),
        ('"约"0', "12", "约12"),
        ("**0", "12", "*12"),
        ("_ * #,##0.00_ ", "12", "12"),
        ("0.00_ ", "12.5", "12.5"),
        ("[Red]0", "12", "12"),
        ("[$-804]0", "12", "12"),
        (r"0.0_);[Red]\(0.0\)", "-2.5", "-2.5"),
        ("0.0_);(0.0)", "-2.5", "-2.5"),
        ("0;-0", "-2", "-2"),
        ('0"个"', "-2", "-2个"),
        ('0;"减"0', "-2", None),
        ("0;0", "-2", None),
        ("0;[Red]0", "-2", None),
        ('0;-0"吨"', "-2", "-2吨"),
        ('0;-0;"无"', "0", None),
        ("0;-0;;@", "0", None),
        ("0;-0;;@", "3", "3"),
        (";;;", "3", None),
        ("0,", "118000", None),
        ('0.0,"万"', "118000", None),
        ("0,,", "118000", None),
        (r"0\.0,", "118000", None),
        (r"0\.0", "118", None),
        ('0"."0', "118", None),
        ('0.0"x"0', "1.25", None),
        ("0!.0", "118", None),
        ("0.00E+00", "7", None),
        ("# ?/?", "7", None),
        ("0%%", "7", None),
        ("%0", "7", None),
        ("[>100]0", "120", None),
        ('[>100]0"吨";0', "120", None),
        ("0吨", "12", None),
        ("[White]0", "12", None),
        ('0"x', "12", None),
        ("yyyy", "12", None),
    ],
)
def test_a_figure(code: str, value: str, shown: str | None) -> None:
    assert shown_figure(code, Decimal(value)) == shown


@pytest.mark.parametrize(
    ("code", "shown"),
    [
        ("General", "甲"),
        ("0.0", "甲"),
        ("yyyy;@", "甲"),
        ('@"吨"', "甲吨"),
        ('0;0;0;"约"@', "约甲"),
        ('0;0;0;"作废"', None),
        (";;;", None),
        ("@@", None),
    ],
)
def test_a_text(code: str, shown: str | None) -> None:
    assert shown_text(code, "甲") == shown


@pytest.mark.parametrize(
    ("code", "parts"),
    [
        ('yyyy"年"', "year"),
        (r"yyyy\年", "year"),
        ("yyyy年", "year"),
        ("yyyy", "year"),
        ('[$-804]yyyy"年";@', "year"),
        ('[DBNum1][$-804]yyyy"年"m"月";@', "month year"),
        (r"[$-409]mmm\-yy;@", "month year"),
        ("mmmmm-yy", ""),
        ("yyyy/m/d", "day month year"),
        ("yyyy-mm-dd h:mm:ss", "day month year"),
        ("yyyy h:mm", "year"),
        ("m月d日", "day month"),
        ('m"月"', "month"),
        ("aaaa", ""),
        (r"dddd\,\ mmmm\ dd\,\ yyyy", "day month year"),
        ("h:mm AM/PM", ""),
        ('yyyy"年上半年"', ""),
        ('yyyy"年第"m"季度"', ""),
        ("bbbb-mm", ""),
        ("[>1]yyyy", ""),
    ],
)
def test_a_day(code: str, parts: str) -> None:
    assert " ".join(sorted(parts_of_day(code))) == parts
