"""Where a server asks for a second person, nothing is shown that only one person has stood for."""

import asyncio

import pytest

from knowledge.entry import NOT_NAMED, AlsoKnownAs, Source
from knowledge.storage.authors import Author, mark_of
from knowledge.storage.changes import Change, Refusal
from knowledge.storage.offers import approve, offer
from knowledge.storage.owners import ServerId
from knowledge.storage.privacy import forget, stored_about
from knowledge.storage.revision_writer import RefusedChange, WriteResult, Written
from knowledge.storage.revisions import ChangeKind, Stage, current, history
from knowledge.storage.servers import ServerSettings, change_settings
from knowledge.storage.storage import Storage
from tests.knowledge.storage.changes import ANNA, BEN, HERE, KITE, Make, Opened, do, each, only, publish

CARL = 333


async def asks_for_two(storage: Storage, server: ServerId = HERE) -> None:
    await storage.save(change_settings, server, ServerSettings(second_person=True))


def why(outcome: WriteResult) -> Refusal:
    assert isinstance(outcome, RefusedChange)
    return outcome.why


def named(based_on: int, who: int, entry: object) -> Change:
    """One more name."""
    return Change(KITE, ChangeKind.ALIAS, who, "As in France.", based_on, entry)  # type: ignore[arg-type]  # a Movie


@pytest.mark.parametrize("kind", [ChangeKind.APPROVE, ChangeKind.CHECK])
async def test_an_author_who_deletes_their_name_is_still_not_somebody_else(
    opened: Opened, make_entry: Make, kind: ChangeKind
) -> None:
    async with opened() as storage:
        await asks_for_two(storage)
        await storage.write(HERE, [publish(make_entry())])
        await storage.save(forget, ANNA)
        assert await storage.read(stored_about, ANNA) == {}
        assert why(await storage.write(HERE, [do(kind, 1)])) is Refusal.UNKNOWN_AUTHOR
        assert storage.library(HERE).get(KITE) is None
        assert isinstance(await storage.write(HERE, [do(kind, 1, BEN)]), Written)


async def test_a_name_that_was_deleted_before_marks_were_kept_is_nobodys_to_approve_until_sent_in_anew(
    opened: Opened, make_entry: Make
) -> None:
    async with opened() as storage:
        await asks_for_two(storage)
        await storage.write(HERE, [publish(make_entry())])
        assert Author(None).may_be(ANNA)
        assert Author(None).may_be(BEN)
        await storage.save(forget, ANNA)
        assert isinstance(await storage.write(HERE, [publish(make_entry(), 1, BEN)]), Written)
        assert why(await storage.write(HERE, [do(ChangeKind.APPROVE, 2, BEN)])) is Refusal.NEEDS_SECOND_PERSON
        assert only(await storage.write(HERE, [do(ChangeKind.APPROVE, 2, ANNA)])).stage is Stage.PUBLISHED


def test_a_mark_rules_somebody_out_and_leads_to_nobody() -> None:
    people = range(10**17, 10**17 + 5000)
    same = [person for person in people if mark_of(person) == mark_of(people[0])]
    assert 5 < len(same) < 60
    assert all(Author(None, mark_of(person)).may_be(person) for person in people)


async def test_a_name_added_to_a_draft_makes_its_author_nobody_else(opened: Opened, make_entry: Make) -> None:
    async with opened() as storage:
        await asks_for_two(storage)
        entry = only(await storage.write(HERE, [publish(make_entry())])).entry
        more = entry.model_copy(update={"also_known_as": (AlsoKnownAs(title="Drachen", kind="nickname"),)})
        await storage.write(HERE, [named(1, BEN, more)])
        for who in (ANNA, BEN):
            assert (
                why(await storage.write(HERE, [do(ChangeKind.APPROVE, 2, who)]))
                is Refusal.NEEDS_SECOND_PERSON
            )
        assert only(await storage.write(HERE, [do(ChangeKind.APPROVE, 2, CARL)])).stage is Stage.PUBLISHED


async def test_who_takes_a_draft_over_stands_for_it_and_another_approves(
    opened: Opened, make_entry: Make
) -> None:
    async with opened() as storage:
        await asks_for_two(storage)
        await each(storage, HERE, [publish(make_entry()), publish(make_entry(KITE, "Ben's."), 1, BEN)])
        assert why(await storage.write(HERE, [do(ChangeKind.APPROVE, 2, BEN)])) is Refusal.NEEDS_SECOND_PERSON
        assert isinstance(await storage.write(HERE, [do(ChangeKind.APPROVE, 2, ANNA)]), Written)


async def test_locking_and_retiring_shift_no_authorship(opened: Opened, make_entry: Make) -> None:
    async with opened() as storage:
        await asks_for_two(storage)
        await each(storage, HERE, [publish(make_entry()), do(ChangeKind.LOCK, 1, BEN)])
        assert why(await storage.write(HERE, [do(ChangeKind.APPROVE, 2, ANNA)])) is Refusal.LOCKED
        await each(storage, HERE, [do(ChangeKind.UNLOCK, 2, BEN), do(ChangeKind.RETIRE, 3, BEN)])
        assert why(await storage.write(HERE, [do(ChangeKind.APPROVE, 4, ANNA)])) is Refusal.NO_DRAFT
        await each(storage, HERE, [do(ChangeKind.REVERT, 4, ANNA, 1)])
        assert (
            why(await storage.write(HERE, [do(ChangeKind.APPROVE, 5, ANNA)])) is Refusal.NEEDS_SECOND_PERSON
        )
        assert storage.library(HERE).get(KITE) is None


@pytest.mark.parametrize("retired", [False, True])
async def test_putting_back_what_was_shown_before_waits_for_a_second_person_too(
    opened: Opened, make_entry: Make, *, retired: bool
) -> None:
    async with opened() as storage:
        await each(storage, HERE, [publish(make_entry()), publish(make_entry(KITE, "Better."), 1, BEN)])
        await asks_for_two(storage)
        if retired:
            await each(storage, HERE, [do(ChangeKind.RETIRE, 2, BEN)])
        newest = await storage.read(current, HERE, KITE)
        assert newest
        change = do(ChangeKind.REVERT, newest.number, ANNA, 1)
        back = only(await storage.write(HERE, [change]))
        assert (back.stage, back.entry.pitch) == (Stage.DRAFT, "A kite goes up.")
        assert only(await storage.write(HERE, [change])) == back  # Sent again, since the answer was lost.
        shown = storage.library(HERE).get(KITE)
        assert (shown.pitch if shown else None) == (None if retired else "Better.")
        approval = do(ChangeKind.APPROVE, back.number, ANNA)
        assert why(await storage.write(HERE, [approval])) is Refusal.NEEDS_SECOND_PERSON
        assert isinstance(await storage.write(HERE, [do(ChangeKind.APPROVE, back.number, BEN)]), Written)


async def test_a_draft_can_be_taken_back_to_what_is_shown_by_anyone(opened: Opened, make_entry: Make) -> None:
    async with opened() as storage:
        await each(storage, HERE, [publish(make_entry())])
        await asks_for_two(storage)
        await each(storage, HERE, [publish(make_entry(KITE, "Worse."), 1, BEN)])
        assert only(await storage.write(HERE, [do(ChangeKind.REVERT, 2, ANNA, 1)])).stage is Stage.PUBLISHED


async def test_all_entries_of_a_file_wait(opened: Opened, make_entry: Make) -> None:
    async with opened() as storage:
        await asks_for_two(storage)
        films = [make_entry(f"film-{number}-2001") for number in range(5)]
        await storage.write(HERE, [publish(film) for film in films])
        assert not any(film.id in storage.library(HERE).movies for film in films)


async def test_nobody_approves_for_all_what_they_offered_themselves_also_without_a_name(
    opened: Opened, make_entry: Make
) -> None:
    async with opened() as storage:
        await storage.write(HERE, [publish(make_entry())])
        await asks_for_two(storage)
        made = await storage.save(offer, HERE, KITE, 1, ANNA)
        assert made
        for _ in range(2):
            outcome = await storage.save(approve, made.id, ANNA, "Mine.", storage.published)
            assert outcome
            assert why(outcome) is Refusal.OWN_OFFER
            await storage.save(forget, ANNA)
        assert isinstance(await storage.save(approve, made.id, BEN, "Good.", storage.published), Written)


async def test_two_people_who_approve_at_once_approve_once(opened: Opened, make_entry: Make) -> None:
    async with opened() as one, opened() as other:
        await asks_for_two(one)
        await one.write(HERE, [publish(make_entry())])
        outcomes = await asyncio.gather(
            *(
                storage.write(HERE, [do(ChangeKind.APPROVE, 1, who)])
                for storage, who in ((one, BEN), (other, CARL), (one, 444), (other, ANNA))
            )
        )
        assert sum(isinstance(outcome, Written) for outcome in outcomes) == 1
        assert len(await one.read(history, HERE, KITE)) == 2


async def test_an_entry_with_a_source_that_nobody_named_is_never_kept(
    opened: Opened, make_entry: Make
) -> None:
    async with opened() as storage:
        unnamed = {NOT_NAMED: Source(name="Not named yet")}
        entry = make_entry().model_copy(update={"sources": unnamed, "facts_from": (NOT_NAMED,)})
        for kind in (ChangeKind.PUBLISH, ChangeKind.DRAFT):
            outcome = await storage.write(HERE, [Change(KITE, kind, ANNA, "Quick.", 0, entry)])
            assert why(outcome) is Refusal.NO_SOURCE
