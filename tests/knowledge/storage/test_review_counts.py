"""What is kept of all reviews together, in memory and in the tables, is what a recount says."""

import asyncio
from collections.abc import Callable, Coroutine
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, select

from knowledge.library import Library
from knowledge.reviews.counts import recount
from knowledge.reviews.groups import FilmReviews
from knowledge.reviews.review import Review
from knowledge.reviews.wilson import wilson_bound
from knowledge.storage.owners import ServerId
from knowledge.storage.privacy import forget
from knowledge.storage.review_decisions import decide
from knowledge.storage.review_presses import press
from knowledge.storage.reviews import (
    ReviewState,
    StoredReview,
    delete_review,
    review_of,
    stored,
    write_review,
)
from knowledge.storage.storage import Storage
from knowledge.storage.tables import review_presses, reviews
from tests.knowledge.storage.changes import ANNA, BEN, HERE, KITE, THERE, Opened
from tests.knowledge.storage.test_reviews import LONG, SHORT, told
from tests.until import until


async def test_many_people_at_once_and_one_who_sends_twice_lose_nothing(opened: Opened) -> None:
    async with opened() as one, opened() as other:
        people = range(1, 13)
        await asyncio.gather(
            *(one.save(write_review, HERE, KITE, who, LONG) for who in people),
            *(other.save(write_review, HERE, KITE, who, SHORT) for who in people),
        )
        found = await one.read(whole, HERE)
        assert len(found) == len(people)
        await until(lambda: told(one, HERE).count == len(people) and told(one, HERE) == told(other, HERE))
        assert told(one, HERE).groups == FilmReviews.of(recount(one.review for one in found)).groups


async def test_a_film_is_found_again_when_it_gets_its_guide(opened: Opened) -> None:
    async with opened() as storage:
        await storage.save(write_review, HERE, "tt0112641", ANNA, LONG)
        library = storage.library(HERE)
        assert library.reviews_of("tt0112641", "tt0112641").count == 1
        assert library.reviews_of("casino-1995", "tt0112641").count == 1
        assert library.reviewed_as("casino-1995", "tt0112641") == "tt0112641"
        assert library.reviewed_as("a-film-1995", None) == "a-film-1995"


async def test_a_review_lays_no_entry_of_its_server_anew(opened: Opened, guide: Library) -> None:
    async with opened() as storage:
        await storage.save(write_review, HERE, KITE, ANNA, LONG)
        assert storage.library(HERE).movies is storage.library(None).movies
        before = storage.library(THERE)
        await storage.save(write_review, HERE, KITE, BEN, LONG)
        assert storage.library(THERE) is before
        assert storage.library(HERE).movies is guide.movies or storage.library(HERE).movies == guide.movies


def whole(connection: Connection, server: ServerId) -> list[StoredReview]:
    rows = connection.execute(select(reviews).where(reviews.c.server == server)).mappings()
    return list(map(stored, rows))


def pressed(connection: Connection) -> dict[int, list[bool]]:
    found: dict[int, list[bool]] = {}
    for row in connection.execute(select(review_presses.c.review, review_presses.c.helpful)):
        found.setdefault(row.review, []).append(row.helpful)
    return found


def ranked(connection: Connection) -> dict[int, float]:
    rows = connection.execute(select(reviews.c.id, reviews.c.rank).where(reviews.c.rank > 0))
    return {row.id: row.rank for row in rows}


PEOPLE = st.integers(1, 4)
FILMS = st.sampled_from([KITE, "the-owl-2002"])
FORMS = st.sampled_from([LONG, SHORT, LONG.model_copy(update={"text": "See www.example.org"})])
STATES = st.sampled_from(ReviewState)
Act = Callable[[Storage], Coroutine[Any, Any, object]]


async def _write(storage: Storage, who: int, movie: str, form: Review) -> None:
    await storage.save(write_review, HERE, movie, who, form)


async def _take(storage: Storage, who: int, movie: str) -> None:
    await storage.save(delete_review, HERE, movie, who)


async def _forget(storage: Storage, who: int) -> None:
    await storage.save(forget, who)


async def _decide(storage: Storage, who: int, movie: str, state: ReviewState) -> None:
    if found := await storage.read(review_of, HERE, movie, who):
        await storage.save(decide, HERE, found.id, state, 9)


async def _press(storage: Storage, who: int, movie: str, by: int, helpful: bool) -> None:
    found = await storage.read(review_of, HERE, movie, who)
    if found and who != by:
        await storage.save(press, HERE, found.id, by, helpful=helpful)


ACTS = st.one_of(
    st.tuples(st.just(_write), PEOPLE, FILMS, FORMS),
    st.tuples(st.just(_take), PEOPLE, FILMS),
    st.tuples(st.just(_forget), PEOPLE),
    st.tuples(st.just(_decide), PEOPLE, FILMS, STATES),
    st.tuples(st.just(_press), PEOPLE, FILMS, PEOPLE, st.booleans()),
)


@settings(max_examples=10, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])
@given(acts=st.lists(ACTS, min_size=4, max_size=20))
async def test_whatever_happens_what_is_kept_is_what_a_recount_says(opened: Opened, acts: list[Any]) -> None:
    async with opened() as storage:
        for act, *given in acts:
            await act(storage, *given)
        found, presses = await storage.read(whole, HERE), await storage.read(pressed)
        for movie in (KITE, "the-owl-2002"):
            counted = [one.review for one in found if one.movie == movie and one.state is ReviewState.SHOWN]
            assert told(storage, HERE, movie).groups == FilmReviews.of(recount(counted)).groups
        for one in found:
            mine = presses.get(one.id, [])
            assert (one.helpful, one.unhelpful) == (sum(mine), len(mine) - sum(mine))
        ranks = await storage.read(ranked)
        sure = {one: wilson_bound(sum(mine), len(mine)) for one, mine in presses.items() if any(mine)}
        assert ranks == pytest.approx(sure)
