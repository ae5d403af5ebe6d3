"""Counts are kept review by review and are what a recount says; groups are read from them."""

from statistics import median_high

from hypothesis import given
from hypothesis import strategies as st

from knowledge.entry import Level
from knowledge.reviews.counts import Counts, recount, replaced
from knowledge.reviews.disagreement import APART, FamilyView, OfficialAge
from knowledge.reviews.groups import FEW, FilmReviews
from knowledge.reviews.review import LEVELLED, LEVELS, Flag, Review, Reviewer
from knowledge.reviews.wilson import wilson_bound

reviewers = st.sampled_from(["parent", "teen", "kid", "educator"])
reviews = st.builds(
    Review,
    who=reviewers,
    suits_from=st.integers(0, 18),
    stars=st.integers(1, 5),
    flags=st.lists(st.sampled_from(Flag), max_size=4).map(tuple),
    levels=st.dictionaries(st.sampled_from(LEVELLED), st.sampled_from(LEVELS), max_size=3),
)


def by(who: Reviewer, *ages: int, flags: tuple[Flag, ...] = ()) -> list[Review]:
    return [Review(who=who, suits_from=age, stars=3, flags=flags) for age in ages]


@given(st.lists(st.tuples(st.integers(0, 5), st.none() | reviews), max_size=30))
def test_counts_that_are_kept_are_those_of_a_recount(lives: list[tuple[int, Review | None]]) -> None:
    """Six people write, write anew and delete."""
    counts: Counts = {}
    held: dict[int, Review] = {}
    for person, new in lives:
        counts = replaced(counts, held.pop(person, None), new)
        if new:
            held[person] = new
        assert counts == recount(held.values())
        assert all(count > 0 for count in counts.values())


@given(st.lists(reviews, min_size=1, max_size=40))
def test_groups_hold_every_review_once(told: list[Review]) -> None:
    found = FilmReviews.of(recount(told))
    assert found.count == len(told)
    for group in found.groups:
        mine = [one for one in told if one.who == group.who]
        assert group.count == len(mine)
        assert group.median == median_high(one.suits_from for one in mine)
        low, high = group.spread
        assert low <= group.median <= high
        assert sum(low <= one.suits_from <= high for one in mine) * 2 >= len(mine)
        assert dict(group.flags) == {
            flag: count for flag in Flag if (count := sum(flag in one.flags for one in mine))
        }


def test_a_flag_is_counted_with_how_many_could_have_said_it() -> None:
    (group,) = FilmReviews.of(recount([*by("teen", 12, 14, flags=(Flag.SEX,)), *by("teen", 12)])).groups
    assert (group.count, group.flags) == (3, ((Flag.SEX, 2),))
    assert not group.few


def test_fewer_than_three_are_no_statistic() -> None:
    groups = FilmReviews.of(recount([*by("parent", 8, 10), *by("teen", 12, 12, 13)])).groups
    assert [(group.who, group.few) for group in groups] == [("parent", True), ("teen", False)]
    assert FEW == 3


def test_groups_that_name_other_ages_disagree_the_farthest_first() -> None:
    told = FilmReviews.of(recount([*by("parent", 8, 8, 9), *by("teen", 12, 12, 13), *by("kid", 5)]))
    found = FamilyView(told, OfficialAge("PG-13", 13), 8).disagreements
    assert [(one.one, one.one_from, one.other, one.other_from) for one in found] == [
        ("parent", 8, "official", 13),
        ("parent", 8, "teen", 12),
        ("teen", 12, "computed", 8),
    ]
    assert FamilyView(told, OfficialAge("12", 12), None).disagreements[0].years >= APART
    assert FamilyView(FilmReviews.of(recount(by("kid", 5))), OfficialAge("18", 18), 18).disagreements == ()


def test_levels_are_counted_for_each_topic_and_who_did_not_notice_is_left_out() -> None:
    told = Review(who="parent", suits_from=8, stars=3, levels={Flag.FEAR: Level.MILD})
    (group,) = FilmReviews.of(recount([told, *by("parent", 8)])).groups
    assert group.levels == {Flag.FEAR: ((Level.MILD, 1),)}


@given(st.integers(0, 500), st.integers(0, 500))
def test_more_presses_of_the_same_share_are_surer_and_no_bound_is_over_the_share(yes: int, no: int) -> None:
    bound = wilson_bound(yes, yes + no)
    assert 0 <= bound <= (yes / (yes + no) if yes + no else 0)
    assert wilson_bound(2 * yes, 2 * (yes + no)) >= bound


def test_one_press_is_not_more_than_ninety_of_a_hundred() -> None:
    assert wilson_bound(90, 100) > wilson_bound(1, 1) > wilson_bound(0, 0) == 0
