"""Where keys and values are, for when there is something to report."""

from collections.abc import Mapping, Sequence

from plan_cli.strict_yaml.model import DEFAULT_LIMITS, Limits, Mark, Path, Span

_Places = tuple[Mapping[Path, Span], Mapping[Path, Span]]
"""Of values, and of the keys that lead to them."""


class Positions:
    """The places of keys and values in a text that has been parsed without faults.

    They are found when they are first asked for, by reading the text again: of a long list only
    the entry that is asked about, as the places of all take a lot of memory.
    """

    def __init__(
        self,
        text: str,
        ends: Sequence[int] = (),
        limits: Limits = DEFAULT_LIMITS,
        *,
        use_c: bool | None = None,
    ) -> None:
        """Take the text, and where the entries of the list end that it holds (`Parsed.ends`)."""
        self._text = text
        self._ends = ends
        self._limits = limits
        self._use_c = use_c
        self._all: _Places | None = None
        self._entries: dict[int, _Places] = {}

    def value(self, path: Path) -> Span | None:
        """Return where the value at `path` is; a record begins at its first key."""
        return self._find(path, 0)

    def key(self, path: Path) -> Span | None:
        """Return where the key is that leads to the value at `path`."""
        return self._find(path, 1)

    def entry(self, index: int) -> str | None:
        """Return the lines of an entry of the list; None if there is no such entry to be found."""
        if index >= len(self._ends):
            return None
        return self._text[self._start_of(index) : self._ends[index]]

    def _find(self, path: Path, kind: int) -> Span | None:
        entry = path[0] if path else None
        lines = self.entry(entry) if isinstance(entry, int) and self._all is None else None
        if lines is None or not isinstance(entry, int):
            return self._places()[kind].get(path)
        if entry not in self._entries:
            self._entries[entry] = self._survey(lines)
        found = self._entries[entry][kind].get((0, *path[1:]))
        return found and _moved(found, self._line_of(entry) - 1)

    def _places(self) -> _Places:
        if self._all is None:
            self._all = self._survey(self._text)
        return self._all

    def _survey(self, text: str) -> _Places:
        from plan_cli.strict_yaml.survey import Survey

        survey = Survey(text, self._limits, self._use_c)
        return survey.values, survey.keys

    def _start_of(self, entry: int) -> int:
        """Return where the lines of an entry start: right behind the entry before it."""
        if not entry:
            return 0
        end = self._ends[entry - 1]
        line = self._text.rfind("\n", 0, end) + 1
        # The parsers see the end of a list or a record where the next entry begins.
        return line if self._text[line:end].isspace() else end

    def _line_of(self, entry: int) -> int:
        return self._text.count("\n", 0, self._start_of(entry)) + 1


def _moved(span: Span, lines: int) -> Span:
    start, end = span.start, span.end
    return Span(Mark(start.line + lines, start.column), Mark(end.line + lines, end.column))
