"""Departments and groups are known, once, and under one name."""

from collections import defaultdict
from collections.abc import Iterator

from plan_cli.dataset.models import Departments, Task
from plan_cli.dataset.names import split_plate
from plan_cli.dataset.yaml import Path
from plan_cli.i18n import _, listed, ngettext
from plan_cli.rules.context import Context
from plan_cli.rules.names import Use, lists_of_names, twice_defined, unknown_name
from plan_cli.rules.rule import Finding, register


@register("reference.department-names", needs=("departments",))
def department_names(context: Context) -> Iterator[Finding]:
    """A name leads to one department: names, groups, plates and short forms do not clash.

    A short form, or pinyin initials, that two departments could claim belongs to neither: it goes
    into shared_aliases. A short form that is another department's name without its prefix (市)
    would lead readers of the notice to the wrong one.

    PASS: departments.yaml
          - name: 市商务局
            aliases: [商务局, swj]
    FAIL: departments.yaml
          - name: 市商务局
            aliases: [商务局, gxj]  # <--
    FAIL: departments.yaml
          - name: 市商务局
            aliases: [财政局]  # <--
    """
    departments = context.departments
    for index, name in twice_defined(departments):
        yield _taken(("departments", index, "name"), name, name)
    taken = {record.name: record.name for record in departments.departments}
    bare = {  # names without their prefix
        record.name.removeprefix(prefix): record.name
        for record in departments.departments
        for prefix in departments.prefixes
        if record.name.startswith(prefix)
    }
    for spelling, owner, path in _further_names(departments):
        other = taken.get(spelling) or bare.get(spelling)
        if other is not None and (other != owner or spelling in taken):
            yield _taken(path, spelling, other)
        else:
            taken.setdefault(spelling, owner)
    for index, group in enumerate(departments.groups):
        if group.indefinite == bool(group.members):
            message = _("a group either lists its members or is indefinite")
            hint = _("Give the group members, or indefinite: true, and not both.")
            yield Finding("departments", ("groups", index), message, hint)


def _taken(path: Path, name: str, owner: str) -> Finding:
    message = _("“{name}” is already a name of {owner}", name=name, owner=owner)
    hint = _("A name belongs to one department; put shared ones into shared_aliases.")
    return Finding("departments", path, message, hint)


def _further_names(departments: Departments) -> Iterator[tuple[str, str, Path]]:
    """Every spelling except departments' own names, with its owner and path."""
    for index, group in enumerate(departments.groups):
        yield group.name, group.name, ("groups", index, "name")
    for index, record in enumerate(departments.departments):
        for position, alias in enumerate(record.aliases):
            yield alias, record.name, ("departments", index, "aliases", position)
        for position, plate in enumerate(record.plates):
            yield plate, record.name, ("departments", index, "plates", position)
    for index, shared in enumerate(departments.shared_aliases):
        yield shared.alias, listed(shared.departments), ("shared_aliases", index, "alias")


@register("reference.categories", needs=("departments",))
def categories(context: Context) -> Iterator[Finding]:
    """Every category that is used is one that departments.yaml lists.

    A category that is used more than once and not listed is missing in the list: it is told there.

    PASS: departments.yaml
          - name: 市商务局
            category: 政府部门
    FAIL: departments.yaml
          - name: 市商务局
            category: 政府机关  # <--
    """
    known = context.departments.categories
    used: dict[str, list[Path]] = defaultdict(list)
    for index, record in enumerate(context.departments.departments):
        used[record.category].append(("departments", index, "category"))
    for index, group in enumerate(context.departments.groups):
        for position, category in enumerate(group.may_include):
            used[category].append(("groups", index, "may_include", position))
    left = [position for position, category in enumerate(known) if category not in used]
    for category, paths in used.items():
        if category in known:
            continue
        if len(paths) > 1:
            yield _unlisted(category, len(paths), left)
            continue
        message = _("there is no category {category}", category=category)
        hint = _("Known categories: {names}.", names=listed(known))
        yield Finding("departments", paths[0], message, hint)


def _unlisted(category: str, number: int, left: list[int]) -> Finding:
    message = ngettext(
        "the category {category} is used in {number} place and not listed",
        "the category {category} is used in {number} places and not listed",
        number,
        category=category,
        number=number,
    )
    path = ("categories", left.pop(0)) if left else ("categories",)
    return Finding("departments", path, message, _("Add it to the list, or correct its spelling."))


@register("reference.full-names", needs=("departments",))
def full_names(context: Context) -> Iterator[Finding]:
    """A full name says what it rests on.

    Papers and readers take a full name for the official one; `full_name_basis` says how sure it is.

    PASS: departments.yaml
          - name: 市商务局
            full_name: 例市商务局
            full_name_basis: inferred
    FAIL: departments.yaml
          - name: 市商务局
            full_name: 例市商务局  # <--
    FAIL: departments.yaml
          - name: 市商务局
            full_name_basis: verified  # <--
    """
    for index, record in enumerate(context.departments.departments):
        if record.full_name is not None and record.full_name_basis is None:
            message = _("the full name has no basis")
            hint = _("Write full_name_basis: verified, stated, second_hand or inferred.")
            yield Finding("departments", ("departments", index, "full_name"), message, hint)
        elif record.full_name is None and record.full_name_basis is not None:
            message = _("there is a basis and no full name")
            hint = _("Write full_name, or remove full_name_basis.")
            yield Finding("departments", ("departments", index, "full_name_basis"), message, hint)


@register("reference.departments", needs=("departments",))
def departments(context: Context) -> Iterator[Finding]:
    """Every department, plate and group that is named exists, under its canonical name.

    Canonical means 市工信局, not 工信局: the notice keeps its short forms, the data has one name
    for one body. A name that the notice confirms and that departments.yaml lacks is told once,
    where it should be defined, and not at every place that names it.

    PASS: tasks.yaml
        - id: 1
          lead: 市工信局
    FAIL: tasks.yaml
        - id: 1
          lead: 工信局  # <--
    """
    usage = context.usage
    if not usage.unknown:
        return
    taken = bool(twice_defined(context.departments))  # then that is where the name was lost
    for name, uses in usage.undefined.items():
        if name in usage.renamed or not taken:
            yield _undefined(context, name, uses)
    for use in usage.unknown:
        if usage.missing_name(use) not in usage.undefined and use.file != "assignments":
            yield Finding(use.file, use.path, *unknown_name(use.name, context.directory))


def _undefined(context: Context, name: str, uses: list[Use]) -> Finding:
    message = ngettext(
        "{name} is named in {number} place and not defined",
        "{name} is named in {number} places and not defined",
        len(uses),
        name=name,
        number=len(uses),
    )
    other = context.usage.renamed.get(name)
    if other is not None:
        hint = _("Nothing names {other}: should it be {name}?", other=other, name=name)
        return Finding("departments", _place_of(context, other), message, hint)
    reference = split_plate(name)
    if reference.plate is not None and reference.name in context.directory.by_name:
        hint = _("Add {plate} to the plates of {name}.", plate=reference.plate, name=reference.name)
        path = (*_place_of(context, reference.name)[:2], "plates")
        return Finding("departments", path, message, hint)
    hint = _("Add it to departments.yaml.")
    return Finding("departments", ("departments",), message, hint, at_key=True)


def _place_of(context: Context, name: str) -> Path:
    names = [record.name for record in context.departments.departments]
    if name in names:
        return ("departments", names.index(name), "name")
    groups = [group.name for group in context.departments.groups]
    return ("groups", groups.index(name), "name")


@register("reference.repeats")
def repeats(context: Context) -> Iterator[Finding]:
    """A list names nobody twice, and nobody supports what it leads.

    A body under another of its plates counts as another: 市发改局 may lead a task that
    市发改局〈科技局〉 supports.

    PASS: tasks.yaml
        - id: 1
          lead: 市工信局
          support: [市发改局, 市商务局, 各镇办]
    FAIL: tasks.yaml
        - id: 1
          lead: 市工信局
          support: [市工信局, 市发改局, 市商务局, 各镇办]  # <--
    FAIL: departments.yaml
        prefixes: [市, 市]  # <--
    """
    for entry in context.entries:
        item = entry.item
        if isinstance(item, Task):
            for position in _repeated(item.support, item.lead):
                message = _("{name} is named twice in one item", name=item.support[position])
                yield entry.finding(("support", position), message, _("Remove one of the two."))
        for number, target in enumerate(item.targets):
            for position in _repeated(target.same_as):
                place = ("targets", number, "same_as", position)
                yield entry.finding(place, *_twice(target.same_as[position]))
    if "departments" not in context.loaded.unusable:
        for path, names in _lists(context):
            for position in _repeated(names):
                yield Finding("departments", (*path, position), *_twice(names[position]))


def _lists(context: Context) -> Iterator[tuple[Path, tuple[str, ...]]]:
    departments = context.departments
    yield ("prefixes",), departments.prefixes
    yield ("categories",), departments.categories
    for index, group in enumerate(departments.groups):
        yield ("groups", index, "may_include"), group.may_include
    yield from lists_of_names(departments)


def _repeated(names: tuple[str, ...], *before: str) -> list[int]:
    all_names = (*before, *names)
    first = len(before)
    return [i - first for i in range(first, len(all_names)) if all_names[i] in all_names[:i]]


def _twice(name: str) -> tuple[str, str]:
    return _("{name} is in the list twice", name=name), _("Remove one of the two.")


@register(
    "reference.unused", needs=("plan", "departments", "indicators", "tasks"), severity="warning"
)
def unused(context: Context) -> Iterator[Finding]:
    """Whoever is defined is named somewhere: departments, plates, groups, prefixes, categories.

    What nothing refers to is a leftover or a misspelling. A town that no item names on its own is
    referred to by 各镇办, the group that it is a member of.

    PASS: departments.yaml
          - name: 市商务局
            category: 政府部门
    FAIL: departments.yaml
        departments:
          - name: 市档案局  # <--
            category: 政府部门
    """
    for path, name in _unused(context):
        message = _("nothing refers to {name}", name=name)
        yield Finding("departments", path, message, _("Check the spelling, or remove it."))


def _unused(context: Context) -> Iterator[tuple[Path, str]]:
    usage, departments = context.usage, context.departments
    unused = set(usage.unused) - set(usage.renamed.values())
    unused -= {name for use in usage.unknown for name in context.directory.suggest(use.name)[:1]}
    if unused:
        unused -= usage.named_by_notice  # an item that is missing or wrong is found by other rules
    for index, record in enumerate(departments.departments):
        if record.name in unused:
            yield ("departments", index, "name"), record.name
            continue
        for position, plate in enumerate(record.plates):
            acting = f"{record.name}〈{plate}〉"
            if acting not in usage.names and not usage.unknown:
                yield ("departments", index, "plates", position), acting
    for index, group in enumerate(departments.groups):
        if group.name in unused:
            yield ("groups", index, "name"), group.name
    for position, prefix in enumerate(departments.prefixes):
        if not any(record.name.startswith(prefix) for record in departments.departments):
            yield ("prefixes", position), prefix
    yield from _unused_categories(departments)


def _unused_categories(departments: Departments) -> Iterator[tuple[Path, str]]:
    used = {record.category for record in departments.departments}
    if used <= set(departments.categories):  # else reference.categories finds the misspelt one
        for position, category in enumerate(departments.categories):
            if category not in used:
                yield ("categories", position), category
