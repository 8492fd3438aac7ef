"""Short forms of the notice that departments.yaml cannot explain, each told once."""

from collections.abc import Iterator

from plan_cli.dataset.names import Unresolved, split_plate
from plan_cli.i18n import _, listed
from plan_cli.notice.model import Body, Clause
from plan_cli.rules.context import Context
from plan_cli.rules.names import is_short_for
from plan_cli.rules.rule import Finding, SourceFinding


class Unexplained:
    """Tells of short forms that lead to nobody, or to several.

    While the published text is the one that was recorded, the data is what is wrong: the
    department that an item names in the place of the short form lacks it, or the list of prefixes
    lacks what the department's name has before it.
    """

    def __init__(self, context: Context) -> None:
        self._context = context
        self._told: set[tuple[str, str]] = set()

    def explain(
        self, clause: Clause, body: Body, name: Unresolved, meant: str | None
    ) -> Iterator[Finding | SourceFinding]:
        """Yield a finding about `name`, where the data has `meant` in its place."""
        directory = self._context.directory
        written = split_plate(meant).name if meant is not None else ""
        if (
            name.unknown_plate
            or not self._context.as_published
            or not self._may_mean(written, body)
        ):
            if not self._is_told(name):
                yield SourceFinding(clause.line, body.column, *_unresolved(name))
            return
        prefix = written.removesuffix(body.name)
        at_prefix = written.endswith(body.name) and prefix not in directory.prefixes
        subject = ("prefix", prefix) if at_prefix else (written, body.name)
        if subject in self._told:
            return
        self._told.add(subject)
        if at_prefix:
            message = _("the notice leaves out {prefix}, which is no prefix here", prefix=prefix)
            hint = _(
                "In item {number} {short} is {name}; add the prefix.",
                number=clause.number,
                short=body.name,
                name=written,
            )
            yield Finding("departments", ("prefixes",), message, hint)
            return
        names = [record.name for record in self._context.departments.departments]
        message = _(
            "item {number} of the notice calls it {short}", number=clause.number, short=body.name
        )
        hint = _("Add {short} to the aliases.", short=body.name)
        path = ("departments", names.index(written), "aliases")
        yield Finding("departments", path, message, hint)

    def _may_mean(self, written: str, body: Body) -> bool:
        return written in self._context.directory.by_name and is_short_for(body.name, written)

    def _is_told(self, name: Unresolved) -> bool:
        """Say whether it is told that what the notice means here is not defined."""
        written = split_plate(name.text)
        return any(
            is_short_for(written.name, split_plate(other).name)
            for other in self._context.usage.undefined
        )


def _unresolved(name: Unresolved) -> tuple[str, str]:
    if name.candidates:
        message = _("“{name}” could be {names}", name=name.text, names=listed(name.candidates))
        return message, _("Add the short form as an alias of the one that is meant.")
    message = _("“{name}” is no department or group that is known", name=name.text)
    if name.suggestions:
        return message, _("Did you mean {names}?", names=listed(name.suggestions))
    return message, _("Add it to departments.yaml.")
