import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plan_cli.dataset.plan import Outline, OutlineEntry, SectionProblem

OUTLINE = Outline(
    (
        OutlineEntry("一", "目标定位"),
        OutlineEntry("二", "主要指标"),
        OutlineEntry("二(一)", "“十四五”时期主要目标"),
        OutlineEntry("二(二)", "远景目标\uff08激励性\uff09"),
        OutlineEntry("三", "举措"),
        OutlineEntry("三(一)", None, missing=True),
        OutlineEntry("三(二)", "产业体系"),
        OutlineEntry("三(三)", None, missing=True),
        OutlineEntry("三(四)", None, missing=True),
        OutlineEntry("三(十)", "治理\uff23"),
        OutlineEntry("十", "附则"),
        OutlineEntry("十一", "附表"),
        OutlineEntry("十一(一)", "附表说明"),
    )
)


@pytest.mark.parametrize(
    ("typed", "codes"),
    [
        ("一", {"一"}),
        ("二", {"二", "二(一)", "二(二)"}),
        ("三", {"三", "三(一)", "三(二)", "三(三)", "三(四)", "三(十)"}),
        ("十", {"十"}),
        ("十一", {"十一", "十一(一)"}),
        ("二(一)", {"二(一)"}),
        ("二\uff08一\uff09", {"二(一)"}),
        ("\u3000三(十) ", {"三(十)"}),
        ("定位", {"一"}),
        ("指标", {"二", "二(一)", "二(二)"}),
        ("产业", {"三(二)"}),
        ("(激励性)", {"二(二)"}),
        ("\uff08激励性\uff09", {"二(二)"}),
        ("理C", {"三(十)"}),
    ],
)
def test_sections_by_code_or_by_a_word_of_the_title(typed: str, codes: set[str]) -> None:
    assert OUTLINE.find(typed) == frozenset(codes)


@pytest.mark.parametrize(
    ("typed", "candidates"),
    [
        ("目标", tuple(map(str, (OUTLINE.entries[i] for i in (0, 2, 3))))),
        ("没有", ()),
        ("九", ()),
        ("二(九)", ()),
        ("二(", ()),
        ("五", ()),
        ("", ()),
        (" \u3000", ()),
    ],
)
def test_what_fits_none_or_several(typed: str, candidates: tuple[str, ...]) -> None:
    assert OUTLINE.find(typed) == SectionProblem(typed, candidates)


def test_a_whole_title_is_meant_before_one_that_it_is_part_of() -> None:
    assert OUTLINE.find("附表") == frozenset({"十一", "十一(一)"})


@pytest.mark.parametrize("entry", [entry for entry in OUTLINE.entries if entry.title], ids=str)
def test_a_candidate_may_be_typed_as_it_is_shown(entry: OutlineEntry) -> None:
    assert OUTLINE.find(str(entry)) == OUTLINE.find(entry.code)


@pytest.mark.parametrize(
    ("typed", "code", "under"),
    [
        ("三(一)", "三(一)", "三 举措"),
        ("三(三)", "三(三)", "三(二) 产业体系"),
        ("三\uff08四\uff09", "三(四)", "三(二) 产业体系"),
    ],
)
def test_a_lost_heading_says_where_its_items_stand(typed: str, code: str, under: str) -> None:
    assert OUTLINE.find(typed) == SectionProblem(code, missing=True, stands_under=under)


def test_a_lost_heading_at_the_very_beginning_has_nothing_before_it() -> None:
    outline = Outline((OutlineEntry("一", None, missing=True),))

    assert outline.find("一") == SectionProblem("一", missing=True)


@given(st.one_of(st.text(max_size=8), st.text("一二三十()目标附表", max_size=5)))
@settings(max_examples=100, deadline=None)
def test_whatever_is_typed_only_known_codes_are_found(typed: str) -> None:
    found = OUTLINE.find(typed)

    known = {entry.code for entry in OUTLINE.entries}
    assert isinstance(found, SectionProblem) or (found and found <= known)
