"""What a notice says, as values. Lines and columns count from 1, columns in characters."""

from typing import Literal, NamedTuple

Role = Literal["lead", "support", "responsible"]


class Fault(NamedTuple):
    line: int
    column: int
    message: str
    hint: str


class Body(NamedTuple):
    """A body as the notice writes it: `发改局〈科技局〉` has the name 发改局, the plate 科技局."""

    name: str
    plate: str | None
    column: int


class Duty(NamedTuple):
    """One role and its bodies, in the published order; `open_ended`: the list ends in 等."""

    role: Role
    label: str
    bodies: tuple[Body, ...]
    open_ended: bool
    column: int


class Attribution(NamedTuple):
    """The bracket at the end of a clause: who leads, supports, is responsible."""

    duties: tuple[Duty, ...]
    column: int

    def duty(self, *roles: Role) -> Duty | None:
        """The first duty with one of `roles`."""
        return next((duty for duty in self.duties if duty.role in roles), None)


class Clause(NamedTuple):
    """A numbered item; `text` excludes number, star and attribution."""

    number: int
    starred: bool
    section: str | None
    text: str
    attribution: Attribution | None
    line: int
    column: int

    @property
    def duties(self) -> tuple[Duty, ...]:
        return self.attribution.duties if self.attribution else ()


class Heading(NamedTuple):
    """A heading of the outline: `三` for a part, `三(五)` for a section of it."""

    code: str
    title: str
    line: int


class Paragraph(NamedTuple):
    """Unnumbered text; `section` is None before the first heading."""

    text: str
    section: str | None
    line: int


class Notice(NamedTuple):
    """A whole notice; `metadata` is the table at the head of the published page."""

    metadata: dict[str, str]
    headings: tuple[Heading, ...]
    clauses: tuple[Clause, ...]
    paragraphs: tuple[Paragraph, ...]
    faults: tuple[Fault, ...]
