"""`departments.yaml`: who can be named, by which names, and what stands for several."""

from typing import Annotated, Literal

from pydantic import Field

from plan_cli.model.base import IsoDate, Many, Record, Text

Basis = Literal["notice", "second_hand"]
NameBasis = Literal["verified", "stated", "second_hand", "inferred"]


class Department(Record):
    """A body that can be named: bureau, party organ, office, town, company."""

    name: Annotated[Text, Field(description="Canonical name; everything refers to it.")]
    full_name: Annotated[Text | None, Field(description="Official full name, where known.")] = None
    full_name_basis: Annotated[
        NameBasis | None,
        Field(
            description="How sure the full name is: verified on a document of the body, stated in "
            "the notice, from a second-hand source, or inferred from usage."
        ),
    ] = None
    category: Annotated[Text, Field(description="One of `categories`.")]
    basis: Annotated[
        Basis, Field(description="What it is known from: the notice, or a second-hand source.")
    ] = "notice"
    aliases: Annotated[
        Many[Text], Field(description="Short forms in the notice; pinyin initials.")
    ] = ()
    plates: Annotated[Many[Text], Field(description="Further names (挂牌) it acts under.")] = ()
    valid_until: Annotated[
        IsoDate | None, Field(description="The last day on which the body existed.")
    ] = None
    successors: Annotated[
        Many[Text], Field(description="Who took its duties over after `valid_until`.")
    ] = ()
    note: Annotated[Text | None, Field(description="A remark of ours; not the notice's.")] = None


class DepartmentGroup(Record):
    """A name for several bodies: definite with its members, indefinite without."""

    name: Annotated[Text, Field(description="The group's name as the notice writes it.")]
    indefinite: Annotated[
        bool, Field(description="True where somebody must still say who is meant.")
    ] = False
    basis: Annotated[Basis, Field(description="What the members are known from.")] = "notice"
    members: Annotated[Many[Text], Field(description="Members of a definite group.")] = ()
    may_include: Annotated[
        Many[Text],
        Field(
            description="Categories an indefinite group can mean, by the wording of its name; "
            "empty where the name rules nobody out."
        ),
    ] = ()
    note: Annotated[Text | None, Field(description="A remark of ours; not the notice's.")] = None


class SharedAlias(Record):
    """A short form that several departments could claim, and that so belongs to none."""

    alias: Annotated[Text, Field(description="The short form.")]
    departments: Annotated[Many[Text], Field(description="Those who could claim it.")]


class Departments(Record):
    """The file as a whole."""

    prefixes: Annotated[
        Many[Text],
        Field(description="What a list says once and the following names carry."),
    ] = ()
    categories: Annotated[Many[Text], Field(description="The kinds of bodies, in order.")]
    departments: Annotated[Many[Department], Field(description="All bodies.")]
    groups: Annotated[Many[DepartmentGroup], Field(description="Names for several.")] = ()
    shared_aliases: Annotated[
        Many[SharedAlias], Field(description="Short forms that fit several.")
    ] = ()
