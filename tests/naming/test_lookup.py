import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plan_cli.dataset.names import Directory, Listed, Match, NameProblem, find_department

from .directories import BRANCH, DIRECTORY

GXJ_WIDE = "\uff47\uff58\uff4a"


def problem(typed: str) -> NameProblem:
    found = find_department(typed, DIRECTORY)
    assert isinstance(found, NameProblem)
    return found


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("市工信局", "市工信局"),
        ("财政局", "市财政局"),
        ("文明办", "市委文明办"),
        ("gxj", "市工信局"),
        ("GXJ", "市工信局"),
        ("Gxj", "市工信局"),
        (GXJ_WIDE, "市工信局"),
        (GXJ_WIDE.upper(), "市工信局"),
        ("  gxj\u3000", "市工信局"),
        ("兴平市发展和改革局", "市发改局"),
        ("展和改", "市发改局"),
        ("工信", "市工信局"),
        ("生态环境", BRANCH),
        ("监管", "市市场监管局"),
        ("市督查室", "市督查室"),  # a part of nothing else, but 督查室 is of two
    ],
)
def test_a_department(typed: str, name: str) -> None:
    assert find_department(typed, DIRECTORY) == Match(name)


@pytest.mark.parametrize(
    ("typed", "plate"),
    [
        ("科技局", "科技局"),
        ("市科技局", "科技局"),
        ("市委粮食局", "粮食局"),
        ("粮食", "粮食局"),
        ("市发改局〈科技局〉", "科技局"),
        ("fgj〈科技局〉", "科技局"),
        ("兴平市发展和改革局〈粮食局〉", "粮食局"),
        ("市发改局\u2329科技局\u232a", "科技局"),  # brackets of the same look
    ],
)
def test_a_plate(typed: str, plate: str) -> None:
    assert find_department(typed, DIRECTORY) == Match("市发改局", plate)


@pytest.mark.parametrize("typed", ["各镇办", "镇办", " 各镇办 "])
def test_a_group(typed: str) -> None:
    assert find_department(typed, DIRECTORY) == Match("各镇办", is_group=True)


@pytest.mark.parametrize(
    ("typed", "candidates"),
    [
        ("督查室", ("市委督查室", "市督查室")),
        ("市委", ("市委宣传部", "市委党校", "市委文明办", "市委督查室")),
        ("务局", ("市商务局", "市税务局")),
        ("swj", ("市税务局", "市商务局")),
        ("SWJ", ("市税务局", "市商务局")),
        ("展览馆", ("东城中心〈展览馆〉", "西城中心〈展览馆〉")),
        ("市展览馆", ("东城中心〈展览馆〉", "西城中心〈展览馆〉")),
        ("展览", ("东城中心〈展览馆〉", "西城中心〈展览馆〉")),
    ],
)
def test_what_fits_several_lists_them(typed: str, candidates: tuple[str, ...]) -> None:
    assert problem(typed).candidates == candidates


@pytest.mark.parametrize("typed", ["", " ", "\u3000\t"])
def test_nothing_typed_is_nothing_found(typed: str) -> None:
    assert problem(typed) == NameProblem(typed)


def test_what_fits_nothing_has_suggestions() -> None:
    found = problem("市公安分局")

    assert (found.text, found.candidates) == ("市公安分局", ())
    assert found.suggestions[0] == "市公安局"


def test_initials_are_matched_whole_and_never_as_a_part() -> None:
    assert problem("gx").candidates == ()


@pytest.mark.parametrize(
    ("typed", "suggestions"),
    [
        ("市发改局〈能源局〉", ("市发改局〈科技局〉", "市发改局〈粮食局〉")),
        ("工信局〈能源局〉", ()),
        ("gxj〈能源局〉", ("市工信局",)),
        ("各镇办〈科技局〉", ("各镇办",)),
        ("市发改局〈〉", ("市发改局〈科技局〉", "市发改局〈粮食局〉")),
    ],
)
def test_a_plate_that_nobody_bears_is_not_ignored(typed: str, suggestions: tuple[str, ...]) -> None:
    assert set(suggestions) <= set(problem(typed).suggestions)


def test_a_part_of_a_name_and_of_its_own_plate_is_one_department() -> None:
    directory = Directory((Listed("市科技局", "政府", plates=("科技馆",)),))

    assert find_department("科技", directory) == Match("市科技局")


def test_names_that_are_not_in_their_plain_form_are_found_as_they_are_written() -> None:
    wide = "县\uff08市\uff09局"
    directory = Directory((Listed(wide, "政府", aliases=("\u2162局",), plates=("\uff21馆",)),))

    assert find_department(wide, directory) == Match(wide)
    assert find_department("\u2162局", directory) == Match(wide)
    assert find_department(f" {wide}〈\uff21馆〉", directory) == Match(wide, "\uff21馆")


@given(st.one_of(st.text(max_size=12), st.text("市委发改科技局〈〉gxjGXJ 办", max_size=8)))
@settings(max_examples=200, deadline=None)
def test_whatever_is_typed_something_true_is_said(typed: str) -> None:
    found = find_department(typed, DIRECTORY)

    if isinstance(found, Match):
        assert found.name in (DIRECTORY.group_by_name if found.is_group else DIRECTORY.by_name)
        assert found.plate is None or found.plate in DIRECTORY.by_name[found.name].plates
    else:
        assert not (found.candidates and found.suggestions)


@given(st.text())
@settings(max_examples=60, deadline=None)
def test_an_empty_directory_knows_nothing(typed: str) -> None:
    assert isinstance(find_department(typed, Directory()), NameProblem)


@pytest.mark.parametrize("name", [listed.name for listed in DIRECTORY.departments])
def test_what_a_match_is_called_leads_back_to_it(name: str) -> None:
    match = find_department(name, DIRECTORY)

    assert find_department(str(match), DIRECTORY) == match == Match(name)
