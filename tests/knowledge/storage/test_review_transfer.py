"""A server's reviews as a file without people: what was exported and taken again is there once."""

from collections.abc import Sequence
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from knowledge.reviews.counts import recount
from knowledge.reviews.groups import FilmReviews
from knowledge.reviews.review import Review
from knowledge.reviews.review_file import (
    BadReviewFile,
    TransferredReview,
    WrongPlace,
    as_file,
    from_file,
)
from knowledge.storage.privacy import stored_about
from knowledge.storage.review_transfer import TakenReviews, shown_reviews, take_reviews
from knowledge.storage.reviews import write_review
from tests.knowledge.reviews.test_counts import reviews
from tests.knowledge.storage.changes import ANNA, BEN, HERE, KITE, THERE, Opened
from tests.knowledge.storage.test_reviews import LONG, SHORT

transferred = st.builds(
    TransferredReview, film=st.sampled_from([KITE, "tt0112641"]), on=st.dates(), review=reviews
)


@given(st.lists(transferred, max_size=8))
def test_what_was_written_to_a_file_is_read_from_it(told: list[TransferredReview]) -> None:
    assert list(from_file(as_file(told).encode())) == told


async def test_another_server_reads_what_was_exported_and_nobody_is_in_it(opened: Opened) -> None:
    async with opened() as storage:
        named = LONG.model_copy(update={"named": True})
        await storage.save(write_review, HERE, KITE, ANNA, named)
        await storage.save(write_review, HERE, "tt0112641", BEN, SHORT)
        await storage.save(write_review, HERE, KITE, BEN, LONG.model_copy(update={"text": "My son Max"}))
        text = as_file(await storage.read(shown_reviews, HERE))
        assert str(ANNA) not in text
        assert "named" not in text
        assert "Max" not in text
        told = from_file(text.encode())
        assert await storage.save(take_reviews, THERE, told) == TakenReviews(2, 0, 0, 0)
        for film in (KITE, "tt0112641"):
            here, there = (storage.library(one).reviews_of(film, None) for one in (HERE, THERE))
            assert here.groups == there.groups
        assert await storage.save(take_reviews, THERE, told) == TakenReviews(0, 0, 2, 0)
        assert await storage.save(take_reviews, HERE, told) == TakenReviews(0, 0, 2, 0)
        assert await storage.read(shown_reviews, THERE) == told
        assert set(await storage.read(stored_about, ANNA)) == {"reviews"}


async def test_two_families_who_say_the_same_are_two_also_when_they_are_taken(opened: Opened) -> None:
    async with opened() as storage:
        for who in (ANNA, BEN):
            await storage.save(write_review, HERE, KITE, who, SHORT)
        told = await storage.read(shown_reviews, HERE)
        assert (await storage.save(take_reviews, THERE, told)).new == 2
        kept = storage.library(THERE).reviews_of(KITE, None)
        assert kept.groups == FilmReviews.of(recount([SHORT, SHORT])).groups


def by(review: Review) -> TransferredReview:
    return TransferredReview(film=KITE, on=date(2026, 1, 2), review=review)


async def test_what_could_lead_to_a_child_waits_and_a_child_who_is_too_young_is_not_taken(
    opened: Opened,
) -> None:
    async with opened() as storage:
        held = LONG.model_copy(update={"text": "Call 555-123-4567"})
        young = Review(who="kid", ages=(9,), suits_from=6, stars=5)
        told = [by(held), by(LONG), by(young)]
        assert await storage.save(take_reviews, HERE, told) == TakenReviews(2, 1, 0, 1)
        assert storage.library(HERE).reviews_of(KITE, None).count == 1


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("", ()),
        ("[]", ()),
        (
            '{"reviews": [{"film": "a b", "on": "2026-01-02", "review": {"who": "dog"}}]}',
            [(1, "film"), (1, "who"), (1, "suits_from"), (1, "stars")],
        ),
        ('{"reviews": ["a"]}', [(1, "review")]),
        ('{"reviews": [], "who": 1}', ()),
        ('{"kind": "other", "reviews": []}', ()),
        (f'{{"reviews": {"[" * 5000}', ()),
    ],
)
def test_a_file_that_is_none_of_ours_is_refused_with_the_places(
    text: str, places: Sequence[tuple[int, str]]
) -> None:
    with pytest.raises(BadReviewFile) as refused:
        from_file(text.encode())
    assert refused.value.places == tuple(WrongPlace(*place) for place in places)
