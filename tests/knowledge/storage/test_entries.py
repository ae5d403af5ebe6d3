"""What moderators do to one entry, and what is kept of it. Whose readers see what: test_layers.py."""

import pytest
from sqlalchemy import Connection, update

from knowledge.entry import AlsoKnownAs, Status
from knowledge.storage.changes import Change, Refusal
from knowledge.storage.revision_writer import Conflict, RefusedChange, Written
from knowledge.storage.revisions import ChangeKind, Stage, current, history
from knowledge.storage.servers import ServerSettings, change_settings
from knowledge.storage.tables import revisions
from tests.knowledge.storage.changes import (
    ANNA,
    BEN,
    HERE,
    KITE,
    Make,
    Opened,
    do,
    each,
    only,
    publish,
)


async def test_what_was_kept_is_there_when_it_is_opened_again(opened: Opened, make_entry: Make) -> None:
    async with opened() as storage:
        await storage.write(HERE, [publish(make_entry())])
        before = storage.library(HERE)[KITE]
    async with opened() as storage:
        assert storage.library(HERE)[KITE] == before


async def test_of_two_people_who_edit_at_once_the_second_gets_both_and_nothing_is_lost(
    opened: Opened, make_entry: Make
) -> None:
    async with opened() as storage:
        await storage.write(HERE, [publish(make_entry())])
        await storage.write(HERE, [publish(make_entry(KITE, "Anna's."), 1)])
        outcome = await storage.write(HERE, [publish(make_entry(KITE, "Ben's."), 1, BEN)])
        assert isinstance(outcome, Conflict)
        assert outcome.yours.entry
        assert outcome.yours.entry.pitch == "Ben's."
        assert outcome.theirs
        assert outcome.theirs.entry.pitch == "Anna's."
        assert len(await storage.read(history, HERE, KITE)) == 2


async def test_the_same_change_sent_twice_is_kept_once(opened: Opened, make_entry: Make) -> None:
    async with opened() as storage:
        first = only(await storage.write(HERE, [publish(make_entry())]))
        again = only(await storage.write(HERE, [publish(make_entry())]))
        assert again == first
        assert len(await storage.read(history, HERE, KITE)) == 1


async def test_of_several_changes_all_are_kept_or_none(opened: Opened, make_entry: Make) -> None:
    async with opened() as storage:
        await storage.write(HERE, [publish(make_entry())])
        stale = publish(make_entry(KITE, "Stale."), 0, BEN)
        fresh = publish(make_entry("the-other-2002"))
        assert isinstance(await storage.write(HERE, [fresh, stale]), Conflict)
        assert await storage.read(current, HERE, "the-other-2002") is None
        assert storage.library(HERE).get("the-other-2002") is None
        assert isinstance(await storage.write(HERE, [fresh, publish(make_entry(KITE, "New."), 1)]), Written)
        assert {KITE, "the-other-2002"} <= storage.library(HERE).movies.keys()


async def test_revert_puts_back_exactly_what_was(opened: Opened, make_entry: Make) -> None:
    async with opened() as storage:
        first = only(await storage.write(HERE, [publish(make_entry())]))
        await storage.write(HERE, [publish(make_entry(KITE, "Spoiled."), 1)])
        third = only(await storage.write(HERE, [do(ChangeKind.REVERT, 2, back_to=1)]))
        assert (third.number, third.text, third.stage) == (3, first.text, first.stage)
        assert storage.library(HERE)[KITE] == first.entry
        assert [step.kind for step in await storage.read(history, HERE, KITE)] == [
            "publish",
            "publish",
            "revert",
        ]


async def test_nobody_reverts_to_what_never_was(opened: Opened, make_entry: Make) -> None:
    async with opened() as storage:
        await storage.write(HERE, [publish(make_entry())])
        outcome = await storage.write(HERE, [do(ChangeKind.REVERT, 1, back_to=7)])
        assert isinstance(outcome, RefusedChange)
        assert outcome.why is Refusal.NO_SUCH_REVISION


async def test_a_locked_entry_changes_only_after_it_is_unlocked(opened: Opened, make_entry: Make) -> None:
    async with opened() as storage:
        await each(storage, HERE, [publish(make_entry()), do(ChangeKind.LOCK, 1)])
        outcome = await storage.write(HERE, [publish(make_entry(KITE, "No."), 2)])
        assert isinstance(outcome, RefusedChange)
        assert outcome.why is Refusal.LOCKED
        assert storage.library(HERE)[KITE].pitch == "A kite goes up."
        await each(storage, HERE, [do(ChangeKind.UNLOCK, 2), publish(make_entry(KITE, "Yes."), 3)])
        assert storage.library(HERE)[KITE].pitch == "Yes."


async def test_only_a_second_person_can_approve_where_a_server_asks_for_one(
    opened: Opened, make_entry: Make
) -> None:
    async with opened() as storage:
        await storage.save(change_settings, HERE, ServerSettings(second_person=True))
        assert only(await storage.write(HERE, [publish(make_entry())])).stage is Stage.DRAFT
        assert storage.library(HERE).get(KITE) is None
        await each(storage, HERE, [do(ChangeKind.LOCK, 1, BEN), do(ChangeKind.UNLOCK, 2, BEN)])
        own = await storage.write(HERE, [do(ChangeKind.APPROVE, 3)])
        assert isinstance(own, RefusedChange)
        assert own.why is Refusal.NEEDS_SECOND_PERSON
        assert only(await storage.write(HERE, [do(ChangeKind.APPROVE, 3, BEN)])).stage is Stage.PUBLISHED
        assert storage.library(HERE)[KITE].pitch == "A kite goes up."


async def test_an_entry_is_checked_because_somebody_here_did_not_because_it_says_so(
    opened: Opened, make_entry: Make
) -> None:
    async with opened() as storage:
        boasts = make_entry()
        provenance = boasts.provenance.model_copy(update={"status": Status.CHECKED, "checked_by": "Me"})
        boasts = boasts.model_copy(update={"provenance": provenance})
        await storage.write(HERE, [publish(boasts)])
        assert storage.library(HERE)[KITE].provenance.status is Status.PUBLISHED
        assert storage.library(HERE)[KITE].provenance.checked_by is None
        await storage.write(HERE, [do(ChangeKind.CHECK, 1)])
        assert storage.library(HERE)[KITE].provenance.status is Status.CHECKED
        assert storage.library(HERE)[KITE].provenance.checked_by


async def test_an_alias_changes_names_and_nothing_else(opened: Opened, make_entry: Make) -> None:
    async with opened() as storage:
        await each(storage, HERE, [publish(make_entry()), do(ChangeKind.CHECK, 1)])
        checked = storage.library(HERE)[KITE]
        names = (AlsoKnownAs(title="Le Cerf-volant", kind="translation", language="fr"),)
        named = checked.model_copy(update={"also_known_as": names})
        other = await storage.write(
            HERE, [Change(KITE, ChangeKind.ALIAS, ANNA, "", 2, named.model_copy(update={"pitch": "Other."}))]
        )
        assert isinstance(other, RefusedChange)
        assert other.why is Refusal.NOT_ONLY_NAMES
        await storage.write(HERE, [Change(KITE, ChangeKind.ALIAS, ANNA, "As in France.", 2, named)])
        assert storage.library(HERE)[KITE] == named


async def test_a_reason_that_no_database_would_take_is_made_fit(opened: Opened, make_entry: Make) -> None:
    async with opened() as storage:
        odd = Change(KITE, ChangeKind.PUBLISH, ANNA, "a\0b\ud800" + "c" * 999, 0, make_entry())
        assert only(await storage.write(HERE, [odd])).why.startswith("ab?c")


async def test_one_entry_that_cannot_be_read_takes_no_other_away(
    opened: Opened, make_entry: Make, caplog: pytest.LogCaptureFixture
) -> None:
    async with opened() as storage:
        await storage.write(HERE, [publish(make_entry()), publish(make_entry("the-owl-2002"))])

        def spoil(connection: Connection) -> None:
            connection.execute(update(revisions).where(revisions.c.movie == KITE).values(text="{}"))

        await storage.save(spoil)
    async with opened() as storage:
        assert "the-owl-2002" in storage.library(HERE).movies
        assert KITE not in storage.library(HERE).movies
        assert "cannot be read" in caplog.text
        await storage.write(HERE, [publish(make_entry(), 1)])
        assert KITE in storage.library(HERE).movies
    caplog.clear()
