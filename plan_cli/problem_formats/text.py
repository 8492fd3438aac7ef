"""For people: every problem with its line and what to do, grouped by file, and a last line."""

from collections.abc import Iterator, Mapping
from itertools import groupby
from typing import Final

from plan_cli.i18n import _, listed, ngettext
from plan_cli.problem_formats.result import Result, Screen
from plan_cli.problem_formats.sources import Sources
from plan_cli.problems import Problem
from plan_cli.render.text import visible
from plan_cli.vocabulary import severity_label

_INDENT: Final = "    "
_NARROWEST: Final = 20  # cells that an excerpt takes, however small the terminal
_STYLES: Final = {"error": "1;31", "warning": "1;33", "note": "1;36", "place": "1"}


def render(result: Result, screen: Screen) -> str:
    """Return the problems file by file; files have a heading where there are several."""
    if not result.problems:
        return result.clean + "\n"
    files = result.files()
    sources = Sources()
    blocks: list[str] = []
    for file, problems in groupby(result.problems, key=lambda problem: problem.file):
        found = list(problems)
        if len(files) > 1:
            blocks.append(_painted(_heading(file, found), "place", screen))
        blocks += ["\n".join(_problem(problem, sources, screen)) for problem in found]
    return "\n\n".join([*blocks, summary(result)]) + "\n"


def summary(result: Result) -> str:
    """Return how many problems there are, in how many files, and how grave they are."""
    problems = len(result.problems)
    files = len(result.files())
    return _("{problems} in {files}: {kinds}.").format(
        problems=ngettext("{number} problem", "{number} problems", problems).format(
            number=problems
        ),
        files=ngettext("{number} file", "{number} files", files).format(number=files),
        kinds=_kinds(result.counts()),
    )


def _heading(file: str, problems: list[Problem]) -> str:
    return _("{file}: {kinds}").format(file=visible(file), kinds=_kinds(Result(problems).counts()))


def _kinds(counts: Mapping[str, int]) -> str:
    texts = {
        "error": ngettext("{number} error", "{number} errors", counts["error"]),
        "warning": ngettext("{number} warning", "{number} warnings", counts["warning"]),
        "note": ngettext("{number} note", "{number} notes", counts["note"]),
    }
    return listed(texts[name].format(number=number) for name, number in counts.items() if number)


def _problem(problem: Problem, sources: Sources, screen: Screen) -> Iterator[str]:
    yield from _head(problem, screen)
    yield from _excerpt(problem, sources.line_of(problem), screen)
    yield from (_INDENT + line for line in _folded(visible(problem.hint), screen))


def _head(problem: Problem, screen: Screen) -> Iterator[str]:
    """Yield where and what; on a terminal, a message that is too long goes below the place.

    A place is never folded: terminals make links of it.
    """
    from plan_cli.render.fold import cells  # not where there is no problem

    start = problem.span.start
    place = visible(f"{problem.file}:{start.line}:{start.column}")
    label, rule = severity_label(problem.severity), f"[{problem.rule}]"
    message = visible(problem.message).replace("\n", " ")
    painted = f"{_painted(place, 'place', screen)}: {_painted(label, problem.severity, screen)}"
    if not screen.terminal or cells(f"{place}: {label} {rule} {message}") <= screen.width:
        yield f"{painted} {rule} {message}"
        return
    yield f"{painted} {rule}"
    yield from (_INDENT + line for line in _folded(message, screen))


def _excerpt(problem: Problem, line: str | None, screen: Screen) -> Iterator[str]:
    if line is None:
        return
    from plan_cli.problem_formats.excerpt import excerpt

    start, end = problem.span.start, problem.span.end
    gutter = f"{start.line:>5} | "
    last = end.column if end.line == start.line else len(line) + 1
    width = max(screen.width - len(gutter), _NARROWEST)
    shown = excerpt(line, start.column, last, width)
    yield gutter + shown.text
    yield " " * (len(gutter) - 2) + "| " + _painted_carets(shown.carets, problem, screen)


def _painted_carets(carets: str, problem: Problem, screen: Screen) -> str:
    blank = len(carets) - len(carets.lstrip())
    return carets[:blank] + _painted(carets[blank:], problem.severity, screen)


def _folded(text: str, screen: Screen) -> list[str]:
    """Return the lines of `text`, with room left for their indentation."""
    from plan_cli.render.fold import cells, fold

    room = max(screen.width - len(_INDENT), _NARROWEST)
    if cells(text) <= room:
        return [text] if text else []
    return [line.strip() for line in fold(text, room)]


def _painted(text: str, style: str, screen: Screen) -> str:
    return f"\x1b[{_STYLES[style]}m{text}\x1b[0m" if screen.colour else text
