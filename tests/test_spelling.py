"""What a misspelt word may have been meant to be."""

from plan_cli.text import closest


def test_the_closest_comes_first() -> None:
    assert closest("sction", ("text", "section", "sections")) == ("section", "sections")
    assert closest("xyz", ("text", "section")) == ()


def test_how_many_and_how_close_can_be_said() -> None:
    assert closest("sction", ("section", "sections"), 1) == ("section",)
    assert closest("sction", ("section",), 3, 0.99) == ()
