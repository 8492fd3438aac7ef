import re
from collections.abc import Iterator
from pathlib import Path
from string import Formatter

import pytest
from babel.messages.catalog import Catalog, Message

from scripts import messages

# Field names of a message, as `str.format` and `%` see them; {} has an empty name.
_PERCENT = re.compile(r"%\((\w+)\)[a-z]")

PLAN = messages.read(messages.PLAN)
FRAMEWORK = messages.read(messages.FRAMEWORK)


class Anything(str):
    """A value for any field: it can be shown, and any attribute of it too."""

    __slots__ = ()

    def __getattr__(self, name: str) -> "Anything":
        return Anything(name)


class Fields(dict[str, Anything]):
    """A value for every name that the message has."""

    def __missing__(self, name: str) -> Anything:
        return Anything(name)


def forms(message: Message) -> tuple[str, ...]:
    return (message.id,) if isinstance(message.id, str) else tuple(message.id)


def keys(catalogue: Catalog) -> set[str]:
    """Return what gettext looks messages up by: for a plural message, its singular."""
    return {forms(message)[0] for message in messages.entries(catalogue)}


def fields(text: str) -> set[str]:
    braces = {
        name for _text, name, _spec, _conversion in Formatter().parse(text) if name is not None
    }
    return braces | set(_PERCENT.findall(text))


def all_entries() -> Iterator[Message]:
    yield from messages.entries(PLAN)
    yield from messages.entries(FRAMEWORK)


def with_fields() -> list[Message]:
    return [message for message in all_entries() if any(map(fields, forms(message)))]


def test_our_catalogue_has_exactly_our_messages() -> None:
    extracted = {forms(message) for message in messages.entries(messages.plan_messages())}
    translated = {forms(message) for message in messages.entries(PLAN)}

    assert extracted, "nothing was extracted"
    assert extracted - translated == set(), "run: python -m scripts refresh"
    assert translated - extracted == set(), "run: python -m scripts refresh"


def test_the_frameworks_catalogue_has_all_messages_of_click_and_typer() -> None:
    extracted = keys(messages.framework_messages())

    assert "Usage:" in extracted
    assert extracted - keys(FRAMEWORK) == set(), "run: python -m scripts refresh"


@pytest.mark.parametrize("catalogue", [PLAN, FRAMEWORK], ids=["plan", "messages"])
def test_every_message_is_translated(catalogue: Catalog) -> None:
    waiting = [message.id for message in messages.entries(catalogue) if messages.is_open(message)]

    assert waiting == []
    assert dict(catalogue.obsolete) == {}


@pytest.mark.parametrize("path", [messages.PLAN, messages.FRAMEWORK], ids=["plan", "messages"])
def test_the_header_names_no_person_and_no_day(path: Path) -> None:
    assert path.read_text("utf-8").startswith(messages.HEADER)


def test_a_second_update_changes_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("PLAN", "FRAMEWORK"):
        copy = tmp_path / getattr(messages, name).name
        copy.write_bytes(getattr(messages, name).read_bytes())
        monkeypatch.setattr(messages, name, copy)

    messages.update_plan()
    messages.update_framework()
    once = [path.read_bytes() for path in sorted(tmp_path.iterdir())]
    messages.update_plan()
    messages.update_framework()

    assert [path.read_bytes() for path in sorted(tmp_path.iterdir())] == once


def test_a_translation_has_the_fields_of_its_message() -> None:
    # A translated plural has one form for all numbers: it fits one of the English two.
    differing = [
        (message.id, translation)
        for message in with_fields()
        for translation in messages.translations(message)
        if fields(translation) not in map(fields, forms(message))
    ]

    assert with_fields()
    assert differing == []


def test_a_translation_has_no_fields_where_its_message_has_none() -> None:
    without = [message for message in all_entries() if not any(map(fields, forms(message)))]

    assert [m.id for m in without if any(map(fields, messages.translations(m)))] == []


def can_be_filled_in(message: Message, translation: str) -> bool:
    try:
        if message.python_format:
            return bool(translation % Fields())
        filled = Formatter().vformat(translation, (Anything("value"),), Fields())
    except (ValueError, LookupError, TypeError):
        return False
    return bool(filled) and "{" not in filled


def test_a_translation_can_be_filled_in() -> None:
    broken = [
        (message.id, translation)
        for message in with_fields()
        for translation in messages.translations(message)
        if not can_be_filled_in(message, translation)
    ]

    assert broken == []


def test_translations_use_chinese_punctuation() -> None:
    half_width = re.compile(r"[\u4e00-\u9fff][,;:?!](?![\d.…])")
    # “用法：” stands beside headings whose half-width colon click writes itself; wording that
    # is quoted from the notice keeps the notice's punctuation.
    quoted = re.compile(r"“[^”]*”|\[甲, 乙\]|^用法：$")

    found = [
        translation
        for message in all_entries()
        for translation in messages.translations(message)
        if half_width.search(quoted.sub("", translation))
    ]

    assert found == []


def test_translations_end_as_their_messages_do() -> None:
    differing = [
        message.id
        for message in messages.entries(PLAN)
        for translation in messages.translations(message)
        if forms(message)[0].removesuffix("...").endswith(".") != translation.endswith("。")
        and forms(message)[0] != "No."
    ]

    assert differing == []
