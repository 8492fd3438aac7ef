"""Languages: English in the code, Chinese from the catalogue.

`plan.po` holds our own messages, `messages.po` those of click, which asks gettext's default
domain.
"""

import gettext as _gettext
import os
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import Final, Literal

Language = Literal["zh", "en"]

LOCALE: Final = Path(__file__).with_name("locale")
_CATALOGUE_NAMES: Final[dict[Language, str]] = {"zh": "zh_CN", "en": "en"}
_VARIABLES: Final = ("PLAN_LANG", "LC_ALL", "LC_MESSAGES", "LANG")

_active: _gettext.NullTranslations | None = None
_language: Language = "zh"


def choose_language(environ: Mapping[str, str]) -> Language:
    """PLAN_LANG, then the locale variables, then Chinese; `C` and `fr_FR` are skipped."""
    for variable in _VARIABLES:
        value = environ.get(variable, "").lower()
        if value.startswith("zh"):
            return "zh"
        if value.startswith("en"):
            return "en"
    return "zh"


def activate(language: Language) -> None:
    global _active, _language  # noqa: PLW0603  (one program speaks one language at a time)
    name, _language = _CATALOGUE_NAMES[language], language
    _active = _gettext.translation("plan", LOCALE, [name], fallback=True)
    os.environ["LANGUAGE"] = name  # what gettext itself, and so the framework, goes by
    _gettext.bindtextdomain("messages", str(LOCALE))


def active_language() -> Language:
    _translations()
    return _language


@contextmanager
def speaking(language: Language) -> Iterator[None]:
    """Speak `language` inside the block, as papers for Chinese offices do; then as before."""
    before = active_language()
    activate(language)
    try:
        yield
    finally:
        activate(before)


def _translations() -> _gettext.NullTranslations:
    if _active is None:
        activate(choose_language(os.environ))
    assert _active is not None  # noqa: S101  (activate has just set it)
    return _active


def _(message: str, /, **values: object) -> str:
    """`message` in the active language, with `values` in its placeholders."""
    text = _translations().gettext(message)
    return text.format(**values) if values else text


def ngettext(singular: str, plural: str, number: int, /, **values: object) -> str:
    text = _translations().ngettext(singular, plural, number)
    return text.format(**values) if values else text


def N_(message: str) -> str:  # noqa: N802  (gettext's own name)
    """Mark a message of a table for the catalogue; `_` translates it at its use."""
    return message


def listed(words: Iterable[str]) -> str:
    """A list in a sentence: `a, b` in English, `a、b` in Chinese."""
    return _(", ").join(words)
