"""Looking messages up in a compiled catalogue is what the standard library would do."""

import struct
from gettext import GNUTranslations
from pathlib import Path

import pytest

from plan_cli.catalogue import Catalogue
from plan_cli.i18n import LOCALE

PATH = LOCALE / "zh_CN" / "LC_MESSAGES" / "plan.mo"


@pytest.fixture(scope="module")
def catalogue() -> Catalogue:
    return Catalogue(PATH)


@pytest.fixture(scope="module")
def standard() -> GNUTranslations:
    with PATH.open("rb") as file:
        return GNUTranslations(file)


def test_every_message_is_found(catalogue: Catalogue, standard: GNUTranslations) -> None:
    messages = [key for key in standard._catalog if key]  # type: ignore[attr-defined]
    assert len(messages) > 1000
    for key in messages:
        if isinstance(key, tuple):
            singular, _number = key
            assert catalogue.gettext(singular) == standard.gettext(singular)
        else:
            assert catalogue.gettext(key) == standard.gettext(key)


@pytest.mark.parametrize("number", [0, 1, 2, 100])
def test_so_are_those_with_a_plural(
    catalogue: Catalogue, standard: GNUTranslations, number: int
) -> None:
    for singular, plural in (("{number} task", "{number} tasks"), ("no such thing", "things")):
        expected = standard.ngettext(singular, plural, number)
        assert catalogue.ngettext(singular, plural, number) == expected


@pytest.mark.parametrize("message", ["", "no such message", "\uffff", "{number}", "{number} task"])
def test_others_stay_as_they_are(
    catalogue: Catalogue, standard: GNUTranslations, message: str
) -> None:
    if message:
        assert catalogue.gettext(message) == standard.gettext(message)


@pytest.mark.parametrize("content", [b"", b"x", b"\xde\x12\x04", b"\0" * 28])
def test_what_is_no_catalogue_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "plan.mo"
    path.write_bytes(content)
    with pytest.raises(ValueError, match=r"plan\.mo"):
        Catalogue(path)


def test_it_does_not_matter_which_way_numbers_are_written(tmp_path: Path) -> None:
    raw = PATH.read_bytes()
    number, originals, translations = struct.unpack_from("<3I", raw, 8)
    end = max(originals, translations) + 8 * number
    swapped = b"".join(raw[place : place + 4][::-1] for place in range(0, end, 4)) + raw[end:]
    path = tmp_path / "plan.mo"
    path.write_bytes(swapped)

    other = Catalogue(path)
    assert other.gettext("List tasks: whose, in which section, due when.") == (
        Catalogue(PATH).gettext("List tasks: whose, in which section, due when.")
    )
    assert other.gettext("Error: {message}") != "Error: {message}"
