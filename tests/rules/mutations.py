"""Kinds of fault that a person may make in the real data, each planted at a random place.

A kind takes the text of its file and a random generator, and returns the changed text with the
numbers of the lines where the fault may be told; None where the place drawn has nothing to change.
"""

import re
from collections.abc import Callable
from random import Random
from typing import Final, NamedTuple

from tests import annual

TASKS, INDICATORS = "tasks.yaml", "indicators.yaml"
PLAN, DEPARTMENTS = "plan.yaml", "departments.yaml"
ANNUAL: Final = annual.NAME
NOTICE: Final = "source/xingping-2022-20.txt"

Planted = tuple[str, set[int]]
Plant = Callable[[str, Random], Planted | None]


class Kind(NamedTuple):
    """A kind of fault; `files` are those it can be planted in, `told_in` where it is told."""

    name: str
    files: tuple[str, ...]
    plant: Plant


def line_of(text: str, offset: int) -> int:
    """Return the number of the line at `offset`."""
    return text.count("\n", 0, offset) + 1


def draw(pattern: str, text: str, random: Random) -> re.Match[str] | None:
    """Return one of the places that fit, or None."""
    found = list(re.finditer(pattern, text, re.MULTILINE))
    return random.choice(found) if found else None


def replaced(text: str, match: re.Match[str], new: str, group: int = 1) -> Planted:
    """Return the text with a group of `match` replaced, and the line of the change."""
    start, end = match.span(group)
    return text[:start] + new + text[end:], {line_of(text, start)}


def record_start(text: str, offset: int, item: str = "- id: ") -> int:
    """Return the number of the line where the record around `offset` begins."""
    return line_of(text, text.rfind(f"\n{item}", 0, offset) + 1)


def typo(word: str, random: Random) -> str:
    """Return a word with one character changed, lost or doubled."""
    place = random.randrange(len(word))
    return random.choice(
        [
            word[:place] + "囍" + word[place + 1 :],
            word[:place] + word[place + 1 :],
            word[:place] + word[place] + "囍" + word[place + 1 :],
        ]
    )


def changes(pattern: str, change: Callable[[str, Random], str]) -> Plant:
    """Make a plant that changes the first group of a random match."""

    def plant(text: str, random: Random) -> Planted | None:
        match = draw(pattern, text, random)
        if match is None:
            return None
        new = change(match[1], random)
        return None if new == match[1] else replaced(text, match, new)

    return plant


def drops(pattern: str, at: str = "- id: ") -> Plant:
    """Make a plant that takes a random line out; told at its record."""

    def plant(text: str, random: Random) -> Planted | None:
        match = draw(pattern, text, random)
        if match is None:
            return None
        start, end = match.span()
        holder = line_of(text, text.rfind(f"\n{at}", 0, start) + 1)
        return text[:start] + text[end + 1 :], {holder, line_of(text, start)}

    return plant


def other(*words: str) -> Callable[[str, Random], str]:
    """Make a change into another of `words`."""
    return lambda word, random: random.choice([w for w in words if w != word])


def digits(word: str, random: Random) -> str:
    """Change one digit of a figure."""
    places = [place for place, character in enumerate(word) if character.isdigit()]
    place = random.choice(places)
    new = random.choice([d for d in "123456789" if d != word[place]])
    return word[:place] + new + word[place + 1 :]


def whole_typo(word: str, random: Random) -> str:
    """Make a typo in text that may be quoted."""
    inner = word.strip('"')
    changed = typo(inner, random)
    return word.replace(inner, changed) if changed else word


def swap(word: str, random: Random) -> str:
    """Exchange two neighbours of a list."""
    names = word.split(", ")
    place = random.randrange(len(names) - 1)
    names[place], names[place + 1] = names[place + 1], names[place]
    return ", ".join(names)


def shorten(word: str, random: Random) -> str:
    """Take a name out of a list."""
    names = word.split(", ")
    names.pop(random.randrange(len(names)))
    return ", ".join(names)


def lengthen(word: str, random: Random) -> str:
    """Put a known name into a list."""
    names = word.split(", ")
    names.insert(
        random.randrange(len(names) + 1), random.choice(["市信访局", "市档案局", "市妇联"])
    )
    return ", ".join(names)


def drop_item(text: str, random: Random) -> Planted | None:
    """Take a whole item out; told at the one that follows, or at the last."""
    match = draw(r"^- id: \d+\n(?:(?!- id: ).*\n?)*", text, random)
    assert match
    changed = text[: match.start()] + text[match.end() :]
    before = changed.rfind("\n- id: ", 0, match.start())
    line = line_of(text, match.start())
    return changed, {line if match.end() < len(text) else line_of(text, before + 1)}


def swap_items(text: str, random: Random) -> Planted | None:
    """Exchange two neighbouring items."""
    records = list(re.finditer(r"^- id: \d+\n(?:(?!- id: ).*\n?)*", text, re.MULTILINE))
    place = random.randrange(len(records) - 1)
    one, two = records[place], records[place + 1]
    changed = text[: one.start()] + two[0].rstrip("\n") + "\n" + one[0] + text[two.end() :]
    first = line_of(text, one.start())
    return changed, {first, first + two[0].rstrip("\n").count("\n") + 1}


def drop_target(text: str, random: Random) -> Planted | None:
    """Take a target with a figure or a year out; told at the next one, the list or the wording."""
    match = draw(r'^    - id: "\d+\.\d+"\n(?:      .*\n?)*', text, random)
    if match is None or not re.search(r"^      (value|due): ", match[0], re.MULTILINE):
        return None
    if re.search(r"due_basis: section|value_unstated", match[0]):
        return None  # 翻一番 of two metrics, 44: nothing else confirms how many targets there are
    changed = text[: match.start()] + text[match.end() :]
    head = text.rfind("\n- id: ", 0, match.start())
    wording = line_of(text, text.index("\n  text: ", head) + 1)
    line = line_of(text, match.start())
    quote = re.search(r"^      quote: .*$", match[0], re.MULTILINE)
    assert quote
    sharing = {line_of(changed, m.start()) for m in re.finditer(re.escape(quote[0]), changed)}
    return changed, {wording, line, line - 1} | sharing


def other_figure(text: str, random: Random) -> Planted | None:
    """Give a target another of the figures in its quote."""
    match = draw(r"^      quote: (.*)\n(?:      .*\n)*?      value: (\S+)$", text, random)
    assert match
    figures = [f for f in re.findall(r"\d+(?:\.\d+)?", match[1]) if f != match[2]]
    if not figures or "- id:" in match[0] or "upper" in text[match.end() : match.end() + 20]:
        return None
    return replaced(text, match, random.choice(figures), group=2)


def drop_section(text: str, random: Random) -> Planted | None:
    """Take a section out of the outline."""
    match = draw(r"^  - code: .*\n(?:    .*\n)*", text, random)
    assert match
    line = line_of(text, match.start())
    header = line_of(text, text.index("\nsections:") + 1)
    return text[: match.start()] + text[match.end() :], {line, header}


def drop_department(text: str, random: Random) -> Planted | None:
    """Take a department out; told where it should be defined."""
    part = text[: text.index("\ngroups:") + 1]
    match = draw(r"^  - name: (.*)\n(?:    .*\n)*", part, random)
    assert match
    changed = text[: match.start()] + text[match.end() :]
    towns = line_of(changed, changed.index("\n    members: [东城街道") + 1)
    shared = {
        line_of(changed, m.start())
        for m in re.finditer(r"^  - \{alias.*" + match[1], changed, re.MULTILINE)
    }
    header = line_of(text, text.index("\ndepartments:") + 1)
    return changed, {header, towns} | shared


def rename(first: str, last: str) -> Plant:
    """Make a plant that misspells a name within a part of departments.yaml."""

    def plant(text: str, random: Random) -> Planted | None:
        start, end = text.index(f"\n{first}:"), text.index(f"\n{last}:")
        match = draw(r"^  - name: (.*)$", text[start:end], random)
        assert match
        if match[1] == "人行兴平支行":  # the notice writes 人行: found, but at the use
            return None
        place = start + match.start(1)
        new = typo(match[1], random)
        changed = text[:place] + new + text[place + len(match[1]) :]
        return changed, {line_of(text, place)}

    return plant


def initials_of_another(text: str, random: Random) -> Planted | None:
    """Give a department the initials of another; told at one of the two."""
    match = draw(r"^    aliases: .*?([a-z]+)\]$", text, random)
    taken = draw(r"^    aliases: .*?([a-z]+)\]$", text, random)
    if not match or not taken or match[1] == taken[1]:
        return None
    changed, lines = replaced(text, match, taken[1])
    return changed, {*lines, line_of(text, taken.start())}


def set_again(text: str, random: Random) -> Planted | None:
    """Set a goal of a target twice."""
    match = draw(r"^- item: .*\n  target: (.*)\n(?:  .*\n)*", text, random)
    assert match
    return text + match[0], {line_of(text, len(text)) + 1}


def drop_target_of_goal(text: str, random: Random) -> Planted | None:
    """Take away the target that the figure of a goal is of; told at the figure."""
    match = draw(r"^  target: .*\n(?=  goal: .*\n  value)", text, random)
    assert match
    return text[: match.start()] + text[match.end() :], {line_of(text, match.start()) + 1}


SECTIONS = ("一", "二(一)", "二(二)", "三(一)", "三(二)", "三(五)", "三(七)", "三(三)", "五")
MEASURES = ("level_reach", "level_hold", "annual_growth", "cumulative_count", "per_year", "rank")
DIRECTIONS = ("at_least", "more_than", "at_most", "less_than", "about")
BASES = ("stated", "carried", "inferred", "paragraph", "section")
ITEMS = (TASKS, INDICATORS)
NEEDED = "section|text|kind|lead|binding|responsible"
NEEDED_BY_TARGET = "quote|metric|unit|direction|direction_basis|due|due_basis"

KINDS = (
    Kind("a typo in a wording", ITEMS, changes(r"^  text: (.*)$", whole_typo)),
    Kind("an item in another section", ITEMS, changes(r"^  section: (.*)$", other(*SECTIONS))),
    Kind("another kind", (TASKS,), changes(r"^  kind: (.*)$", other("vision", "measure"))),
    Kind("a typo in the lead", (TASKS,), changes(r"^  lead: (.*)$", typo)),
    Kind("another lead", (TASKS,), changes(r"^  lead: (.*)$", other("市司法局", "市文联"))),
    Kind("a typo in who answers", (INDICATORS,), changes(r"^  responsible: (.*)$", typo)),
    Kind(
        "another who answers",
        (INDICATORS,),
        changes(r"^  responsible: (.*)$", other("市司法局", "市文联")),
    ),
    Kind(
        "a plate left out", ITEMS, changes(r"^  (?:lead|responsible): \S+(〈.*〉)$", lambda *_: "")
    ),
    Kind("two supporters exchanged", (TASKS,), changes(r"^  support: \[(.*, .*)\]$", swap)),
    Kind("a supporter left out", (TASKS,), changes(r"^  support: \[(.*, .*)\]$", shorten)),
    Kind("a supporter too many", (TASKS,), changes(r"^  support: \[(.*)\]$", lengthen)),
    Kind("a typo in a supporter", (TASKS,), changes(r"^  support: \[(?:.*, )?(.*?)\]$", typo)),
    Kind("an open list closed", (TASKS,), drops(r"^  support_open: true$")),
    Kind("a star lost or added", (INDICATORS,), changes(r"binding: (.*)$", other("true", "false"))),
    Kind("a wrong item number", ITEMS, changes(r"^- id: (\d+)$", digits)),
    Kind("an item left out", ITEMS, drop_item),
    Kind("two items exchanged", ITEMS, swap_items),
    Kind("a wrong target id", ITEMS, changes(r'^    - id: "(.*)"$', digits)),
    Kind("a typo in a quote", ITEMS, changes(r"^      quote: (.*)$", whole_typo)),
    Kind("a wrong value", ITEMS, changes(r"^      value: (.*)$", digits)),
    Kind("another figure of the quote", ITEMS, other_figure),
    Kind("a wrong upper value", (TASKS,), changes(r"^      upper: (.*)$", digits)),
    # 零投诉 is counted in 件, which nothing confirms.
    Kind("another unit", ITEMS, changes(r"^      unit: ((?!件).*)$", other("公顷", "间", "台"))),
    Kind("a unit cut short", ITEMS, changes(r"^      unit: (万\S+|\S+/\S+)$", lambda u, _r: u[1:])),
    Kind("a wrong year", ITEMS, changes(r"^      due: (.*)$", digits)),
    Kind("another basis of a year", ITEMS, changes(r"^      due_basis: (.*)$", other(*BASES))),
    Kind(
        "another direction than stated",
        ITEMS,
        changes(r"^      direction: (.*)\n      direction_basis: stated$", other(*DIRECTIONS)),
    ),
    Kind(
        "another basis of a direction",
        ITEMS,
        changes(r"^      direction_basis: (.*)$", other("stated", "inferred")),
    ),
    Kind("another measure", ITEMS, changes(r"^      measure: (.*)$", other(*MEASURES))),
    Kind("a target left out", ITEMS, drop_target),
    Kind("a wrong same_as", ITEMS, changes(r'^      same_as: \["(.*?)"', digits)),
    Kind("a key left out", ITEMS, drops(rf"^  (?:{NEEDED}): .*$")),
    Kind(
        "a key of a target left out",
        ITEMS,
        drops(rf"^      (?:{NEEDED_BY_TARGET}): .*$", at="    - id: "),
    ),
    Kind("a misspelt key", ITEMS, changes(r"^ {2,6}([a-z_]+): ", typo)),
    Kind(
        "text for a number", ITEMS, changes(r"^      (?:value|due): (.*)$", lambda v, _r: f'"{v}"')
    ),
    Kind(
        "a number for text", ITEMS, changes(r"^ +(?:unit|text|lead|section): (.*)$", lambda *_: "7")
    ),
    Kind("a TAB", (*ITEMS, PLAN, DEPARTMENTS), changes(r"^ +[a-z_]+:( )", lambda *_: "\t")),
    Kind("a fact of the head", (PLAN,), changes(r"^(?:title|notice|number|issuer): (.*)$", typo)),
    Kind("a wrong date", (PLAN,), changes(r"^(?:signed|issued): (.*)$", digits)),
    Kind("a wrong index", (PLAN,), changes(r"^index: (.*)$", digits)),
    Kind("a wrong checksum", (PLAN,), changes(r"^  sha256: (.*)$", digits)),
    Kind("a wrong path", (PLAN,), changes(r"^  file: (.*)$", typo)),
    Kind("a wrong horizon", (PLAN,), changes(r"^  (?:base|start|end|vision): (.*)$", digits)),
    Kind("a wrong count", (PLAN,), changes(r"^  (?:indicators|expected|binding): (.*)$", digits)),
    Kind("a typo in a quote of the plan", (PLAN,), changes(r"^    ?quote: (.*)$", typo)),
    Kind("a wrong section code", (PLAN,), changes(r"^  - code: (.*)$", other(*SECTIONS))),
    Kind("a typo in a heading", (PLAN,), changes(r"^    title: (.*)$", typo)),
    Kind(
        "another kind of a section",
        (PLAN,),
        changes(r"^    kind: (positioning|indicator|vision|measure)$", other("vision", "measure")),
    ),
    Kind("a kind left out", (PLAN,), drops(r"^    kind: (?:vision|measure)$", at="  - code: ")),
    Kind("a lost heading not marked", (PLAN,), drops(r"^    missing: true$", at="  - code: ")),
    Kind("a section left out", (PLAN,), drop_section),
    Kind("a rule in another section", (PLAN,), changes(r"^    section: (.*)$", other(*SECTIONS))),
    Kind("a typo in who a rule charges", (PLAN,), changes(r"^    departments: \[(.*)\]$", typo)),
    Kind("a wrong known target", (PLAN,), changes(r'^    targets: \["(.*?)"', digits)),
    Kind("a typo in a known quote", (PLAN,), changes(r"^    quotes: \[(.*?),", typo)),
    Kind("a department misspelt", (DEPARTMENTS,), rename("departments", "groups")),
    Kind("a group misspelt", (DEPARTMENTS,), rename("groups", "shared_aliases")),
    Kind("a department left out", (DEPARTMENTS,), drop_department),
    Kind("a typo in a category", (DEPARTMENTS,), changes(r"^    category: (.*)$", typo)),
    Kind("a typo in the categories", (DEPARTMENTS,), changes(r"^categories: \[(.*?),", typo)),
    Kind(
        "a typo in a short form",
        (DEPARTMENTS,),
        changes(r"^    aliases: \[(?:.*, )?([^a-z\]]+?), ", typo),
    ),
    Kind("initials of another", (DEPARTMENTS,), initials_of_another),
    Kind("a typo in a plate", (DEPARTMENTS,), changes(r"^    plates: \[(.*?),", typo)),
    Kind("a typo in the prefixes", (DEPARTMENTS,), changes(r"^prefixes: \[(.*?),", typo)),
    Kind("a typo in a member", (DEPARTMENTS,), changes(r"^    members: \[(.*?),", typo)),
    Kind("a member left out", (DEPARTMENTS,), changes(r"^    members: \[(.*)\]$", shorten)),
    Kind("a basis left out", (DEPARTMENTS,), drops(r"^    basis: second_hand$", at="  - name: ")),
    Kind(
        "a typo in a shared short form",
        (DEPARTMENTS,),
        changes(r"departments: \[(市[^,\]]+), ", typo),
    ),
    Kind(
        "a goal on another's item", (ANNUAL,), changes(r"^- item: (.*)$", other("14", "30", "211"))
    ),
    Kind(
        "a goal for another's target",
        (ANNUAL,),
        changes(r'^  target: "(.*)"$', other("13.1", "50.9", "12")),
    ),
    Kind("a goal set twice", (ANNUAL,), set_again),
    Kind("a goal without words", (ANNUAL,), drops(r"^  goal: .*$", at="- item: ")),
    Kind(
        "a figure without a target",
        (ANNUAL,),
        drop_target_of_goal,
    ),
    Kind("a misspelt key of a goal", (ANNUAL,), changes(r"^[ -] ([a-z]+): ", typo)),
    Kind("a misspelt key of a department", (DEPARTMENTS,), changes(r"^    ([a-z_]+): ", typo)),
)
