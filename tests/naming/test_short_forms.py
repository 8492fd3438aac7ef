import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plan_cli.dataset.names import (
    Directory,
    Listed,
    Reference,
    Unresolved,
    resolve_list,
    split_plate,
)

from .directories import BRANCH, DIRECTORY


def resolved(*names: str) -> list[Reference | Unresolved]:
    return resolve_list([split_plate(name) for name in names], DIRECTORY)


def last(*names: str) -> Unresolved:
    unresolved = resolved(*names)[-1]
    assert isinstance(unresolved, Unresolved)
    return unresolved


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("市工信局 财政局", "市工信局 市财政局"),
        ("市工信局 发改局〈科技局〉", "市工信局 市发改局〈科技局〉"),
        ("市发改局〈科技局〉 市发改局〈粮食局〉", "市发改局〈科技局〉 市发改局〈粮食局〉"),
        ("工信局 公安局", "市工信局 市公安局"),
        (f"{BRANCH} 财政局", f"{BRANCH} 市财政局"),
        (f"市工信局 {BRANCH} 财政局", f"市工信局 {BRANCH} 市财政局"),
        ("市委党校 文明办 市教育局 公安局", "市委党校 市委文明办 市教育局 市公安局"),
        ("市教育局 文明办", "市教育局 市委文明办"),
        ("市委宣传部 公安局", "市委宣传部 市公安局"),
        ("市委宣传部 公安局 党校", "市委宣传部 市公安局 市委党校"),
        ("市委党校 督查室", "市委党校 市委督查室"),
        ("市教育局 督查室", "市教育局 市督查室"),
        ("市教育局 市委党校 督查室", "市教育局 市委党校 市委督查室"),
        ("市委党校 市教育局 督查室", "市委党校 市教育局 市督查室"),
        ("市教育局 市委党校 市公安局 督查室", "市教育局 市委党校 市公安局 市督查室"),
        ("市场监管局", "市市场监管局"),
        ("市工信局 市场监管局 财政局", "市工信局 市市场监管局 市财政局"),
        ("市委党校 市场监管局 督查室", "市委党校 市市场监管局 市委督查室"),
        ("市委党校 市市场监管局 督查室", "市委党校 市市场监管局 市督查室"),
        ("市文明办 督查室", "市委文明办 市督查室"),  # what the name says counts, not whose it is
        ("市工信局 各镇办 财政局", "市工信局 各镇办 市财政局"),
        ("市委党校 市级相关部门 督查室", "市委党校 市级相关部门 市委督查室"),
        ("市级相关部门 各镇办", "市级相关部门 各镇办"),
        ("店张街道", "店张街道"),
        ("市没有局 督查室", "- 市督查室"),
        ("", ""),
    ],
)
def test_a_list_carries_its_prefixes(written: str, meant: str) -> None:
    found = resolved(*written.split())

    assert ["-" if isinstance(name, Unresolved) else str(name) for name in found] == meant.split()


def test_with_no_prefix_said_a_name_that_fits_two_is_ambiguous() -> None:
    assert last("督查室") == Unresolved("督查室", candidates=("市督查室", "市委督查室"))


def test_a_market_regulator_says_no_prefix() -> None:
    assert last("市场监管局", "督查室").candidates == ("市督查室", "市委督查室")


def test_a_whole_name_says_its_prefix_even_where_it_is_short_for_another() -> None:
    names = ("市场局", "市市场局", "市督查室", "市委督查室")
    directory = Directory(tuple(Listed(name, "政府") for name in names), prefixes=("市", "市委"))

    found = resolve_list([Reference("市场局"), Reference("督查室")], directory)

    assert found == [Reference("市场局"), Reference("市督查室")]


def test_a_shared_short_form_is_ambiguous() -> None:
    assert last("市教育局", "中心") == Unresolved("中心", candidates=("东城中心", "西城中心"))


def test_an_unknown_name_has_suggestions() -> None:
    unresolved = last("市教育局", "公安分局")

    assert (unresolved.text, unresolved.candidates) == ("公安分局", ())
    assert "市公安局" in unresolved.suggestions


def test_an_unknown_plate_suggests_the_plates_there_are() -> None:
    assert last("市工信局", "发改局〈能源局〉") == Unresolved(
        "发改局〈能源局〉",
        suggestions=("市发改局〈科技局〉", "市发改局〈粮食局〉"),
        unknown_plate=True,
    )


def test_a_group_has_no_plates() -> None:
    assert last("各镇办〈科技局〉").text == "各镇办〈科技局〉"


@given(st.lists(st.sampled_from([listed.name for listed in DIRECTORY.departments]), max_size=6))
@settings(max_examples=60, deadline=None)
def test_canonical_names_stand_for_themselves_in_any_order(names: list[str]) -> None:
    assert resolved(*names) == [Reference(name) for name in names]


@given(
    st.lists(
        st.builds(Reference, st.text("市委发改科技局〈〉", max_size=5), st.none() | st.text())
    ),
    st.booleans(),
)
@settings(max_examples=100, deadline=None)
def test_any_names_resolve_one_for_one(names: list[Reference], empty: bool) -> None:
    directory = Directory() if empty else DIRECTORY

    for name in (found := resolve_list(names, directory)):
        assert isinstance(name, Unresolved) or directory.knows(name)
    assert len(found) == len(names)


def test_without_prefixes_only_whole_names_and_aliases_count() -> None:
    directory = Directory(departments=(Listed("市财政局", "政府", aliases=("czj",)),))

    found = resolve_list([Reference("财政局"), Reference("czj")], directory)

    assert found == [Unresolved("财政局", suggestions=("市财政局",)), Reference("市财政局")]
