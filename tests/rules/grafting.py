"""Puts the snippet of an example into a file of the base dataset.

A line `- key: value` finds the entry that begins so, or adds one at the end of the list that it is
in; a line `key: value` takes the place of that key in the entry, with all below it, or is added to
it; a line `key:` finds what is below.
"""

from dataclasses import dataclass

from plan_cli.rules.manual import MARKER


@dataclass
class _Holder:
    indent: int
    start: int


def graft(text: str, snippet: str) -> tuple[str, list[int]]:
    """Return the text with the snippet in it, and the lines that the snippet marks."""
    lines = text.rstrip("\n").split("\n")
    holders = [_Holder(-1, -1)]
    for line in snippet.rstrip("\n").split("\n"):
        bare = line.removesuffix(MARKER)
        indent = len(bare) - len(bare.lstrip())
        while holders[-1].indent >= indent:
            holders.pop()
        at = _graft_line(lines, holders[-1], line, bare, indent)
        if at is not None:
            holders.append(_Holder(indent, at))
    marked = [number for number, line in enumerate(lines, start=1) if line.endswith(MARKER)]
    return "\n".join(lines) + "\n", marked


def _graft_line(lines: list[str], holder: _Holder, line: str, bare: str, indent: int) -> int | None:
    end = _end(lines, holder)
    within = range(holder.start + 1, end)
    if bare.lstrip().startswith("- "):
        found = next((number for number in within if lines[number] == bare), None)
        at = end if found is None else found
        lines[at : at if found is None else at + 1] = [line]
        return at
    key = bare.lstrip().partition(":")[0]
    found = next((n for n in within if lines[n].startswith(f"{' ' * indent}{key}:")), None)
    if found is not None and bare.endswith(":"):
        return found
    first = f"{' ' * (indent - 2)}- {key}:"
    if found is None and holder.start >= 0 and lines[holder.start].startswith(first):
        lines[holder.start] = f"{' ' * (indent - 2)}- {line.lstrip()}"
    elif found is None:
        lines.insert(end, line)
    else:
        lines[found : _end(lines, _Holder(indent, found))] = [line]
    return None


def _end(lines: list[str], holder: _Holder) -> int:
    for number in range(holder.start + 1, len(lines)):
        line = lines[number]
        if line.strip() and len(line) - len(line.lstrip()) <= holder.indent:
            return number
    return len(lines)
