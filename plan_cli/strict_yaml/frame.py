"""Where the survey stands within a list or a record."""

from dataclasses import dataclass, field

from plan_cli.strict_yaml.model import Mark, Path, Span


@dataclass(slots=True)
class Frame:
    """A list or a record that is being read."""

    path: Path | None  # None within a key
    is_record: bool
    in_flow: bool
    start: Mark
    end: Mark
    key_end: int = 0  # offset of the end of the last key
    length: int = 0
    awaits_value: bool = False
    key: str | None = None  # None while a list or a record stands in its place
    first_lines: dict[str, int] = field(default_factory=dict)

    @property
    def awaits_key(self) -> bool:
        """Whether a key comes next."""
        return self.is_record and not self.awaits_value

    def next_path(self) -> Path | None:
        """Return the path of what comes next; None for a key and within one."""
        if self.path is None or self.awaits_key:
            return None
        if not self.is_record:
            return (*self.path, self.length)
        return None if self.key is None else (*self.path, self.key)

    def take_key(self, span: Span, key: str | None) -> Path | None:
        """Note a key, None for a list or a record; return the path to its value."""
        if not self.length:
            self.start = span.start
        self.end = span.end
        self.key = key
        self.awaits_value = True
        return self.next_path()

    def take_value(self, span: Span) -> Path | None:
        """Note a value; return the path to it."""
        path = self.next_path()
        self.end = span.end
        self.length += 1
        self.awaits_value = False
        return path
