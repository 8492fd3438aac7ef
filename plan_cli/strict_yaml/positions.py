"""Where keys and values are, for when there is something to report."""

from plan_cli.strict_yaml.model import DEFAULT_LIMITS, Limits, Path, Span


class Positions:
    """The places of keys and values in a text that has been parsed without faults.

    They are found when they are first asked for, by reading the text again.
    """

    def __init__(
        self, text: str, limits: Limits = DEFAULT_LIMITS, *, use_c: bool | None = None
    ) -> None:
        self._text = text
        self._limits = limits
        self._use_c = use_c
        self._found: tuple[dict[Path, Span], dict[Path, Span]] | None = None

    def value(self, path: Path) -> Span | None:
        """Return where the value at `path` is; a record begins at its first key."""
        return self._places()[0].get(path)

    def key(self, path: Path) -> Span | None:
        """Return where the key is that leads to the value at `path`."""
        return self._places()[1].get(path)

    def _places(self) -> tuple[dict[Path, Span], dict[Path, Span]]:
        if self._found is None:
            from plan_cli.strict_yaml.survey import Survey

            survey = Survey(self._text, self._limits, self._use_c)
            self._found = survey.values, survey.keys
        return self._found
