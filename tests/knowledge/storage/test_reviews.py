"""Families' reviews: one a person, film and server, held where they must be, counted as a recount would."""

import pytest

from knowledge.reviews.groups import FilmReviews
from knowledge.reviews.review import Flag, Review
from knowledge.reviews.safety import HeldFor
from knowledge.storage.owners import ServerId
from knowledge.storage.privacy import forget, stored_about
from knowledge.storage.review_bars import bar, bars, lift_bar
from knowledge.storage.review_decisions import (
    count_waiting,
    decide,
    mark_spoiler,
    report_review,
    reports_of,
    waiting_reviews,
)
from knowledge.storage.review_order import PAGE, page_of
from knowledge.storage.review_presses import OwnReview, press
from knowledge.storage.reviews import (
    Barred,
    ReviewState,
    StoredReview,
    delete_review,
    own_reviews,
    past_of,
    review_at,
    write_review,
)
from knowledge.storage.servers import ServerSettings, change_settings
from knowledge.storage.storage import Storage
from tests.knowledge.storage.changes import ANNA, BEN, HERE, KITE, THERE, Opened

EVA = 333
LONG = Review(who="parent", ages=(9,), suits_from=10, stars=4, text="Long and sad.")
SHORT = Review(who="teen", ages=(14,), suits_from=12, stars=5, flags=(Flag.SEX,))


def kept(outcome: StoredReview | None) -> StoredReview:
    assert outcome is not None
    return outcome


def told(storage: Storage, server: ServerId, movie: str = KITE) -> FilmReviews:
    return storage.library(server).reviews_of(movie, None)


async def test_a_review_is_read_by_its_server_alone_and_after_a_restart(opened: Opened) -> None:
    async with opened() as storage:
        made = kept(await storage.save(write_review, HERE, KITE, ANNA, LONG))
        assert made.state is ReviewState.SHOWN
        assert told(storage, HERE).count == 1
    async with opened() as storage:
        (group,) = told(storage, HERE).groups
        assert (group.who, group.median) == ("parent", 10)
        (best,) = told(storage, HERE).best
        assert (best.id, best.review) == (made.id, LONG)
        assert told(storage, THERE).count == 0
        assert storage.library(None).families == {}
        assert (await storage.read(page_of, THERE, KITE)).reviews == ()
        assert await storage.read(review_at, THERE, made.id) is None


async def test_who_writes_again_replaces_theirs_and_moderators_read_what_it_was(opened: Opened) -> None:
    async with opened() as storage:
        first = kept(await storage.save(write_review, HERE, KITE, ANNA, LONG))
        await storage.save(write_review, THERE, KITE, ANNA, LONG)
        second = kept(await storage.save(write_review, HERE, KITE, ANNA, SHORT))
        assert second.id == first.id
        assert [one.review for one in await storage.read(own_reviews, HERE, ANNA)] == [SHORT]
        assert await storage.read(past_of, HERE, first.id, 5) == (LONG,)
        assert [(one.who, one.count) for one in told(storage, HERE).groups] == [("teen", 1)]
        assert await storage.save(delete_review, HERE, KITE, ANNA)
        assert not await storage.save(delete_review, HERE, KITE, ANNA)
        assert told(storage, HERE) == FilmReviews()
        assert told(storage, THERE).count == 1
        assert await storage.read(past_of, HERE, first.id, 5) == ()


async def test_what_a_moderator_should_see_first_is_neither_shown_nor_counted(opened: Opened) -> None:
    async with opened() as storage:
        held = kept(
            await storage.save(write_review, HERE, KITE, ANNA, LONG.model_copy(update={"text": "My son Max"}))
        )
        assert (held.state, held.held_for) == (ReviewState.HELD, (HeldFor.CHILD_NAME,))
        assert told(storage, HERE).count == 0
        assert (await storage.read(page_of, HERE, KITE)).reviews == ()
        assert [one.id for one in await storage.read(waiting_reviews, HERE, 9)] == [held.id]
        shown = kept(await storage.save(decide, HERE, held.id, ReviewState.SHOWN, BEN))
        assert (shown.state, shown.held_for) == (ReviewState.SHOWN, ())
        assert told(storage, HERE).count == 1
        assert await storage.read(count_waiting, HERE) == 0
        assert await storage.save(decide, THERE, held.id, ReviewState.HIDDEN, BEN) is None


async def test_a_server_may_let_every_review_wait(opened: Opened) -> None:
    async with opened() as storage:
        await storage.save(change_settings, HERE, ServerSettings(reviews_wait=True))
        assert kept(await storage.save(write_review, HERE, KITE, ANNA, LONG)).held_for == (HeldFor.ALL_WAIT,)
        assert kept(await storage.save(write_review, THERE, KITE, ANNA, LONG)).held_for == ()


async def test_what_was_removed_waits_also_when_it_is_written_anew(opened: Opened) -> None:
    async with opened() as storage:
        made = kept(await storage.save(write_review, HERE, KITE, ANNA, LONG))
        removed = kept(await storage.save(decide, HERE, made.id, ReviewState.REMOVED, BEN, "Rude."))
        assert (removed.state, removed.why) == (ReviewState.REMOVED, "Rude.")
        assert told(storage, HERE).count == 0
        for _ in range(2):
            again = kept(await storage.save(write_review, HERE, KITE, ANNA, SHORT))
            assert again.held_for == (HeldFor.TAKEN_DOWN,)
        await storage.save(decide, HERE, made.id, ReviewState.SHOWN, BEN)
        assert kept(await storage.save(write_review, HERE, KITE, ANNA, LONG)).state is ReviewState.SHOWN


async def test_of_somebody_who_says_to_be_too_young_nothing_is_kept(opened: Opened) -> None:
    async with opened() as storage:
        await storage.save(write_review, HERE, "the-owl-2002", ANNA, SHORT)
        young = SHORT.model_copy(update={"text": "I am 11 and loved it."})
        assert await storage.save(write_review, HERE, KITE, ANNA, young) is None
        assert (
            await storage.save(write_review, HERE, KITE, ANNA, SHORT.model_copy(update={"ages": (9,)}))
            is None
        )
        assert await storage.read(stored_about, ANNA) == {}
        assert storage.library(HERE).reviews_of("the-owl-2002", None).count == 0


async def test_who_is_barred_writes_nothing_here_and_may_again_when_it_is_lifted(opened: Opened) -> None:
    async with opened() as storage:
        await storage.save(bar, HERE, ANNA, BEN, "Links again and again.")
        with pytest.raises(Barred):
            await storage.save(write_review, HERE, KITE, ANNA, LONG)
        assert kept(await storage.save(write_review, THERE, KITE, ANNA, LONG)).state is ReviewState.SHOWN
        (barred,) = await storage.read(bars, HERE)
        assert (barred.who, barred.why) == (ANNA, "Links again and again.")
        assert not await storage.save(lift_bar, THERE, barred.id)
        assert await storage.save(lift_bar, HERE, barred.id)
        assert await storage.save(write_review, HERE, KITE, ANNA, LONG)


async def test_a_bar_outlives_a_deleted_name_as_a_wait(opened: Opened) -> None:
    async with opened() as storage:
        await storage.save(bar, HERE, ANNA, BEN, "Links.")
        await storage.save(forget, ANNA)
        assert await storage.read(stored_about, ANNA) == {}
        again = kept(await storage.save(write_review, HERE, KITE, ANNA, LONG))
        assert again.held_for == (HeldFor.MAYBE_BARRED,)
        assert kept(await storage.save(write_review, HERE, KITE, EVA, LONG)).state is ReviewState.SHOWN


async def test_a_report_reaches_the_moderators_once_a_person_and_a_decision_closes_it(opened: Opened) -> None:
    async with opened() as storage:
        made = kept(await storage.save(write_review, HERE, KITE, ANNA, LONG))
        for says in ("A name.", "Again."):
            await storage.save(report_review, HERE, made.id, BEN, says)
        assert await storage.save(report_review, THERE, made.id, BEN, "Elsewhere") is None
        assert [one.says for one in await storage.read(reports_of, HERE, made.id)] == ["A name."]
        assert await storage.read(count_waiting, HERE) == 1
        assert told(storage, HERE).count == 1, "one report takes nothing down"
        marked = kept(await storage.save(mark_spoiler, HERE, made.id, EVA))
        assert marked.review.spoils
        assert await storage.read(count_waiting, HERE) == 0
        (best,) = told(storage, HERE).best
        assert best.review.spoils


async def test_the_most_helpful_stand_first_page_by_page(opened: Opened) -> None:
    async with opened() as storage:
        ids = [kept(await storage.save(write_review, HERE, KITE, who, LONG)).id for who in range(1, PAGE + 3)]
        silent = kept(await storage.save(write_review, HERE, KITE, 90, SHORT)).id
        for who in (71, 72, 73):
            await storage.save(press, HERE, ids[1], who, helpful=True)
        await storage.save(press, HERE, ids[0], 71, helpful=True)
        await storage.save(press, HERE, ids[2], 71, helpful=False)
        first = await storage.read(page_of, HERE, KITE)
        assert first.after
        second = await storage.read(page_of, HERE, KITE, first.after)
        order = [one.id for one in (*first.reviews, *second.reviews)]
        assert order == [ids[1], ids[0], *reversed(ids[2:]), silent]
        assert len(first.reviews) == PAGE
        best = told(storage, HERE).best
        assert [(one.id, one.helpful) for one in best] == [(ids[1], 3), (ids[0], 1), (ids[-1], 0)]


async def test_nobody_presses_their_own_or_twice_and_who_changes_their_mind_is_counted_once(
    opened: Opened,
) -> None:
    async with opened() as storage:
        made = kept(await storage.save(write_review, HERE, KITE, ANNA, LONG))
        with pytest.raises(OwnReview):
            await storage.save(press, HERE, made.id, ANNA, helpful=True)
        for helpful in (True, True, False):
            found = kept(await storage.save(press, HERE, made.id, BEN, helpful=helpful))
        assert (found.helpful, found.unhelpful) == (0, 1)
        assert await storage.save(press, THERE, made.id, BEN, helpful=True) is None
        await storage.save(decide, HERE, made.id, ReviewState.HIDDEN, BEN)
        assert await storage.save(press, HERE, made.id, EVA, helpful=True) is None


async def test_what_a_person_wrote_and_pressed_is_shown_to_them_and_goes_with_what_was_counted(
    opened: Opened,
) -> None:
    async with opened() as storage:
        mine = kept(await storage.save(write_review, HERE, KITE, ANNA, SHORT))
        await storage.save(write_review, HERE, KITE, ANNA, LONG)
        other = kept(await storage.save(write_review, HERE, KITE, BEN, SHORT))
        await storage.save(press, HERE, other.id, ANNA, helpful=True)
        await storage.save(press, HERE, mine.id, BEN, helpful=True)
        await storage.save(report_review, HERE, other.id, ANNA, "Rude.")
        found = await storage.read(stored_about, ANNA)
        assert {table: len(rows) for table, rows in found.items()} == {
            "reviews": 1,
            "review_history": 1,
            "review_presses": 1,
            "review_reports": 1,
        }
        await storage.save(forget, ANNA)
        assert await storage.read(stored_about, ANNA) == {}
        assert [(one.who, one.count) for one in told(storage, HERE).groups] == [("teen", 1)]
        assert kept(await storage.read(review_at, HERE, other.id)).helpful == 0
        assert [one.who for one in await storage.read(reports_of, HERE, other.id)] == [None]
        assert set(await storage.read(stored_about, BEN)) == {"reviews"}
