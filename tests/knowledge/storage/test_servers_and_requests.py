"""The moderators' desk: drafts, requests, reports, settings, and servers that come and go."""

from collections.abc import Callable
from contextlib import AbstractAsyncContextManager
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import Connection

from knowledge.entry import AlsoKnownAs, Movie
from knowledge.storage.changes import Change
from knowledge.storage.drafts import (
    MOST_DRAFTS,
    TooMuch,
    draft,
    drafts_of,
    drop_draft,
    keep_draft,
    others_drafts,
)
from knowledge.storage.offers import decline, offer
from knowledge.storage.owners import ServerId
from knowledge.storage.privacy import PEOPLE, forget, stored_about
from knowledge.storage.reports import close_report, open_reports, report
from knowledge.storage.requests import (
    ask,
    asked_for,
    drop_request,
    take_requests,
    want_notice,
)
from knowledge.storage.revisions import ChangeKind, history
from knowledge.storage.servers import ServerSettings, came_back, change_settings, left, remove_gone
from knowledge.storage.storage import Storage
from knowledge.storage.tables import metadata

Opened = Callable[[], AbstractAsyncContextManager[Storage]]
Make = Callable[..., Movie]

HERE, THERE, ANNA, BEN = ServerId(10), ServerId(20), 111, 222
KITE = "the-kite-2001"
MOST = 60
FORM = {"title": "Kite \0 \ud800 ❤", "findings": [{"topic": None}], "step": 3}


def publish(entry: Movie, based_on: int = 0, who: int = ANNA) -> Change:
    return Change(entry.id, ChangeKind.PUBLISH, who, "It was missing.", based_on, entry)


async def test_a_half_filled_form_is_there_after_a_restart(opened: Opened) -> None:
    async with opened() as storage:
        await storage.save(keep_draft, HERE, ANNA, "the kite", {"step": 1})
        await storage.save(keep_draft, HERE, ANNA, "the kite", FORM)
    async with opened() as storage:
        found = await storage.read(draft, HERE, ANNA, "the kite")
        assert found
        assert found.form == FORM
        assert await storage.read(drafts_of, THERE, ANNA) == await storage.read(drafts_of, HERE, BEN) == ()
        await storage.save(drop_draft, HERE, ANNA, "the kite")
        assert await storage.read(drafts_of, HERE, ANNA) == ()


async def test_what_others_write_about_a_film_is_known_in_their_server_and_for_a_while(
    opened: Opened,
) -> None:
    async with opened() as storage:
        await storage.save(keep_draft, HERE, ANNA, "the kite", FORM)
        await storage.save(keep_draft, THERE, ANNA, "the kite", FORM)
        before = datetime.now(UTC) - timedelta(days=1)
        (found,) = await storage.read(others_drafts, HERE, BEN, "the kite", before)
        assert (found.who, found.draft.form) == (ANNA, FORM)
        assert await storage.read(others_drafts, HERE, ANNA, "the kite", before) == ()
        assert await storage.read(others_drafts, HERE, BEN, "the owl", before) == ()
        later = datetime.now(UTC) + timedelta(days=1)
        assert await storage.read(others_drafts, HERE, BEN, "the kite", later) == ()


async def test_what_is_too_much_for_a_draft_is_refused_and_nothing_else_is_lost(opened: Opened) -> None:
    async with opened() as storage:
        for number in range(MOST_DRAFTS):
            await storage.save(keep_draft, HERE, ANNA, f"film {number}", FORM)
        for name, form in (("one more", FORM), ("film 1", ["x" * 300_000]), ("n" * 101, FORM)):
            with pytest.raises(TooMuch):
                await storage.save(keep_draft, HERE, ANNA, name, form)
        kept = await storage.read(drafts_of, HERE, ANNA)
        assert {found.name for found in kept} == {f"film {number}" for number in range(MOST_DRAFTS)}
        assert all(found.form == FORM for found in kept)


async def test_a_title_asked_for_in_many_spellings_is_one_request(opened: Opened) -> None:
    async with opened() as storage:
        for title in ("The Kite", "the KITE", "Thé Kite!", "Owl"):
            await storage.save(ask, HERE, title)
        assert await storage.save(ask, HERE, "\0 ... \ud800") is None
        found = await storage.read(asked_for, HERE)
        assert [(request.title, request.count) for request in found] == [("the kite", 3), ("owl", 1)]
        assert await storage.read(asked_for, THERE) == ()
        await storage.save(drop_request, HERE, "owl")
        assert [request.title for request in await storage.read(asked_for, HERE)] == ["the kite"]


async def test_who_wanted_a_notice_hears_once_by_any_name_of_the_film(
    opened: Opened, make_entry: Make
) -> None:
    async with opened() as storage:
        for title in ("The Kite", "Le Cerf-volant", "the kite 2001", "Another"):
            await storage.save(ask, HERE, title)
        assert await storage.save(want_notice, HERE, "le cerf volant", 77)
        assert await storage.save(want_notice, HERE, "The Kite", 78)
        assert await storage.save(want_notice, HERE, "The Kite", 78)
        assert not await storage.save(want_notice, HERE, "!", 78)
        movie = make_entry(also_known_as=(AlsoKnownAs(title="Le Cerf-volant", kind="translation"),))
        assert await storage.save(take_requests, HERE, [movie]) == {KITE: {77: None, 78: None}}
        assert await storage.save(take_requests, HERE, [movie]) == {KITE: {}}
        assert [request.title for request in await storage.read(asked_for, HERE)] == ["another"]


@pytest.fixture
def most(monkeypatch: pytest.MonkeyPatch) -> int:
    """Fewer than the room that a server has: hundreds take seconds to write."""
    for bound in ("MOST_TITLES", "MOST_NOTICES"):
        monkeypatch.setattr(f"knowledge.storage.requests.{bound}", MOST)
    return MOST


async def test_nobody_can_fill_the_disk_with_notices(opened: Opened, most: int) -> None:
    async with opened() as storage:

        def flood(connection: Connection) -> list[bool]:
            return [want_notice(connection, HERE, f"film {number}", 77) for number in range(most + 9)]

        assert sum(await storage.save(flood)) == most
        assert await storage.save(want_notice, HERE, "film 0", 77), "noted already"
        assert not await storage.save(want_notice, HERE, "film 0", 78)
        assert await storage.save(want_notice, THERE, "film 0", 78), "another server has room"
        await storage.save(drop_request, HERE, "film 1")
        assert await storage.save(want_notice, HERE, "film 0", 78)


async def test_a_title_that_is_forgotten_takes_its_notices_along(
    opened: Opened, make_entry: Make, most: int
) -> None:
    async with opened() as storage:
        await storage.save(ask, HERE, "The Kite")
        await storage.save(want_notice, HERE, "The Kite", 77)

        def flood(connection: Connection) -> None:
            for number in range(most * 2):
                ask(connection, HERE, f"film {number // 2}")

        await storage.save(flood)
        assert "the kite" not in {one.title for one in await storage.read(asked_for, HERE, most)}
        assert await storage.save(take_requests, HERE, [make_entry()]) == {KITE: {}}


async def test_nobody_can_fill_the_disk_with_titles(opened: Opened, most: int) -> None:
    async with opened() as storage:

        def flood(connection: Connection) -> None:
            for number in range(most + 50):
                ask(connection, HERE, f"film {number}")

        await storage.save(ask, HERE, "wanted")
        await storage.save(ask, HERE, "wanted")
        await storage.save(flood)
        found = await storage.read(asked_for, HERE, 10 * most)
        assert len(found) == most
        assert found[0].title == "wanted"


async def test_a_report_waits_until_a_moderator_has_looked(opened: Opened) -> None:
    async with opened() as storage:
        first = await storage.save(report, HERE, KITE, ANNA, "There is a fox.\0" + "x" * 2000)
        other = await storage.save(report, HERE, "the-owl-2002", BEN, "It is blue.")
        assert await storage.read(open_reports, HERE) == (first, other)
        assert await storage.read(open_reports, HERE, KITE) == (first,)
        assert await storage.read(open_reports, THERE) == ()
        assert not await storage.save(close_report, THERE, first.id, BEN, "Not ours.")
        assert await storage.save(close_report, HERE, first.id, BEN, "Added.")
        assert not await storage.save(close_report, HERE, first.id, ANNA, "Again.")
        assert await storage.read(open_reports, HERE) == (other,)


async def test_settings_are_read_at_once_and_survive(opened: Opened) -> None:
    chosen = ServerSettings(2**60, 2**61, "GB", private_answers=True, strictness=2, second_person=True)
    async with opened() as storage:
        assert storage.settings(HERE) == ServerSettings()
        await storage.save(change_settings, HERE, chosen)
        assert storage.settings(HERE) == chosen
        for wrong in (
            ServerSettings(country="gb"),
            ServerSettings(country="GBR"),
            ServerSettings(strictness=9),
        ):
            with pytest.raises(ValueError, match=r"country|strictness"):
                await storage.save(change_settings, HERE, wrong)
    async with opened() as storage:
        assert (storage.settings(HERE), storage.settings(THERE)) == (chosen, ServerSettings())


async def test_a_person_sees_and_deletes_what_is_stored_and_the_revisions_stay(
    opened: Opened, make_entry: Make
) -> None:
    async with opened() as storage:
        await storage.write(HERE, [publish(make_entry())])
        await storage.write(HERE, [publish(make_entry(KITE, "Ben's."), 1, BEN)])
        await storage.save(keep_draft, HERE, ANNA, "owl", FORM)
        await storage.save(keep_draft, HERE, BEN, "owl", FORM)
        await storage.save(report, HERE, KITE, ANNA, "There is a fox.")
        made = await storage.save(offer, HERE, KITE, 2, ANNA)
        assert made
        await storage.save(decline, made.id, ANNA, "No.")
        about = await storage.read(stored_about, ANNA)
        assert {table: len(rows) for table, rows in about.items()} == {
            "revisions": 1, "drafts": 1, "reports": 1, "offers": 2,
        }  # fmt: skip
        assert await storage.save(forget, ANNA) == 5
        assert await storage.read(stored_about, ANNA) == {}
        assert [step.who for step in await storage.read(history, HERE, KITE)] == [None, BEN]
        assert len(await storage.read(drafts_of, HERE, BEN)) == 1
        assert storage.library(HERE)[KITE].pitch == "Ben's."


def test_every_column_that_could_hold_a_person_is_known_to_privacy() -> None:
    named = {"who", "closed_by", "decided_by", "joined"}
    there = {column for table in metadata.sorted_tables for column in table.columns if column.name in named}
    assert set(PEOPLE) == there


async def test_a_server_that_leaves_keeps_its_data_for_a_while_and_then_loses_all(
    opened: Opened, make_entry: Make
) -> None:
    async with opened() as storage, opened() as other:
        for server in (HERE, THERE):
            await storage.write(server, [publish(make_entry())])
            await storage.save(keep_draft, server, ANNA, "owl", FORM)
            await storage.save(report, server, KITE, ANNA, "There is a fox.")
        await storage.save(left, HERE)
        assert await storage.save(remove_gone) == frozenset()
        await storage.save(came_back, HERE)
        await storage.save(left, THERE, timedelta(seconds=-1))
        assert KITE in storage.library(THERE).movies
        assert await storage.save(remove_gone) == {THERE}
        assert KITE not in storage.library(THERE).movies
        assert KITE in storage.library(HERE).movies
        assert await storage.read(history, THERE, KITE) == ()
        assert await storage.read(drafts_of, THERE, ANNA) == await storage.read(open_reports, THERE) == ()
        assert len(await storage.read(open_reports, HERE)) == 1
        assert await other.read(history, THERE, KITE) == ()
