"""The Chinese catalogues: brought up to date with the code, and compiled.

`plan.po` gets exactly the messages of `plan_cli`: new ones come without a translation, or with
that of a similar message, marked fuzzy; those no longer used are dropped. `messages.po` gets the
messages of click and typer and loses none, as several releases of them are supported and each has
words of its own; further folders may be named where some are (`pip install --target`). Messages
stand in the order of their English, so that code can move without a difference to read.
"""

import inspect
import sys
from collections.abc import Iterable, Iterator
from contextlib import redirect_stderr
from io import StringIO
from pathlib import Path
from typing import Final

import click
import typer
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

ROOT: Final = Path(__file__).resolve().parents[1]
LOCALE: Final = ROOT / "plan_cli" / "locale"
CATALOGUES: Final = LOCALE / "zh_CN" / "LC_MESSAGES"
PLAN: Final = CATALOGUES / "plan.po"
FRAMEWORK: Final = CATALOGUES / "messages.po"

_KEYWORDS: Final[dict[str, tuple[int, ...] | None]] = {
    "_": None,
    "N_": None,
    "gettext": None,
    "ngettext": (1, 2),
}
# No dates and no names: a header that never changes makes no differences to read.
HEADER: Final = r"""msgid ""
msgstr ""
"Project-Id-Version: govplan\n"
"Language: zh_CN\n"
"MIME-Version: 1.0\n"
"Content-Type: text/plain; charset=utf-8\n"
"Content-Transfer-Encoding: 8bit\n"
"Plural-Forms: nplurals=1; plural=0;\n"

"""


def messages_in(packages: Iterable[Path]) -> Catalog:
    """Return the messages that the Python files of `packages` look up."""
    found = Catalog()
    with redirect_stderr(StringIO()) as told:
        for package in packages:
            for name, line, message, _comments, context in extract_from_dir(
                package, method_map=[("**.py", "python")], keywords=_KEYWORDS
            ):
                found.add(message, None, [(f"{package.name}/{name}", line)], context=context)
    # An f-string is the value of a placeholder; ruff (INT001) sees to it that no message is one.
    warnings = told.getvalue().splitlines(keepends=True)
    sys.stderr.writelines(line for line in warnings if "Skipping f-string" not in line)
    return found


def plan_messages() -> Catalog:
    """Return our own messages, with the titles and paragraphs of the rules' manuals."""
    from plan_cli.rules.engine import all_rules
    from plan_cli.rules.manual import read_manual

    found = messages_in([ROOT / "plan_cli"])
    for rule in all_rules():
        for number, message in enumerate(read_manual(rule.manual).messages()):
            found.add(message, None, [(f"plan_cli/rules/{rule.tier}/", number)])
    return found


def framework_messages(folders: Iterable[Path] = ()) -> Catalog:
    """Return the messages of the click and typer that are installed, and of those in `folders`."""
    installed = [Path(inspect.getfile(module)).parent for module in (click, typer)]
    further = [folder / name for folder in folders for name in ("click", "typer")]
    return messages_in(installed + [package for package in further if package.is_dir()])


def read(path: Path) -> Catalog:
    """Read a catalogue; an empty one where there is none yet."""
    if not path.exists():
        return Catalog(locale="zh_CN")
    with path.open("rb") as readable:
        return read_po(readable, locale="zh_CN", abort_invalid=True)


def entries(catalogue: Catalog) -> Iterator[Message]:
    """Yield the messages of a catalogue without its header."""
    return (message for message in catalogue if message.id)


def update_plan() -> Catalog:
    """Bring `plan.po` up to date, and return it."""
    catalogue = read(PLAN)
    catalogue.update(plan_messages())
    _write(PLAN, catalogue)
    return catalogue


def update_framework(folders: Iterable[Path] = ()) -> Catalog:
    """Add to `messages.po` what it lacks, and return it."""
    catalogue = read(FRAMEWORK)
    for message in entries(framework_messages(folders)):
        if catalogue.get(message.id, message.context) is None:
            catalogue.add(message.id, flags=message.flags, context=message.context)
    _write(FRAMEWORK, catalogue)
    return catalogue


def _write(path: Path, catalogue: Catalog) -> None:
    for message in catalogue:  # a comment that told what a message was before it was translated
        message.user_comments = [one for one in message.user_comments if not one.startswith("|")]
    path.parent.mkdir(parents=True, exist_ok=True)
    with path.open("wb") as writable:
        writable.write(HEADER.encode())
        write_po(
            writable,
            catalogue,
            width=0,
            include_lineno=False,
            omit_header=True,
            sort_output=True,
            ignore_obsolete=True,
        )


def translations(message: Message) -> tuple[str, ...]:
    """Return all forms of a message's translation."""
    string = message.string or ""
    return (string,) if isinstance(string, str) else tuple(string)


def is_open(message: Message) -> bool:
    """Return whether a message waits for a translator."""
    return message.fuzzy or not all(translations(message))


def refresh(folders: Iterable[Path] = ()) -> list[str]:
    """Update both catalogues and compile them; return the messages that wait for a translator."""
    from hatch_build import compile_catalogues

    updated = {PLAN: update_plan(), FRAMEWORK: update_framework(folders)}
    compile_catalogues(LOCALE)
    return [
        f"{path.name}: {message.id}"
        for path, catalogue in updated.items()
        for message in entries(catalogue)
        if is_open(message)
    ]
