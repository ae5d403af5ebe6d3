"""The database is away: changes are refused in plain words, and nothing that was typed is lost."""

from collections.abc import AsyncIterator, Generator
from pathlib import Path

import pytest

from bot.retry_forms import RetryForms
from bot.server.reports import ReportVerb
from bot.ui.actions import Action
from knowledge.storage.reports import open_reports
from knowledge.storage.storage import Storage
from tests.bot.conftest import NewBot
from tests.bot.entry.acts import BOAT, pitched, publish, published
from tests.bot.entry.database_away import away, can_be_away
from tests.bot.pretend import Person, World, pretend
from tests.bot.seen import Opened


@pytest.fixture(autouse=True)
def database() -> Generator[None]:
    """One that can be away."""
    with can_be_away():
        yield


@pytest.fixture
async def world(new_bot: NewBot) -> AsyncIterator[World]:
    """A world in which commands may fail."""
    async with pretend(new_bot(), errors=False) as world:
        yield world


async def test_a_step_that_cannot_be_saved_is_remembered_and_saved_later(
    tmp_path: Path, moderator: Person
) -> None:
    seen = await pitched(moderator, "First.")
    form = await moderator.chooses_to_fill(seen, "talk")
    with away(tmp_path):
        seen = await moderator.sends(form, questions="Why paper?")
        assert "can't save this right now" in seen.text
        again = await moderator.chooses_to_fill(seen, "talk")
        assert again.held == {"questions": "Why paper?"}
    saved = await moderator.presses(seen, "Save again")
    assert "can't save" not in saved.text


async def test_publishing_is_refused_and_what_was_typed_can_be_sent_again(
    world: World, storage: Storage, tmp_path: Path, moderator: Person, parent: Person
) -> None:
    seen = await pitched(moderator, "First.")
    with away(tmp_path):
        refused = await publish(moderator, seen, "A long reason that nobody wants to type twice")
        assert "can't save anything right now" in refused.text
        assert "A long reason that nobody wants to type twice" in refused.text
        assert (await parent.slash("movie", title="the paper boat")).heading == "### The Paper Boat (2001)"
        still = await moderator.presses(refused, "Send again")
        assert "can't save anything right now" in still.text
    done = await moderator.presses(still, "Send again")
    assert "is published" in done.text
    assert storage.library(world.here)[BOAT].pitch == "First."


async def test_a_report_can_be_sent_again(tmp_path: Path, parent: Person) -> None:
    card = await parent.slash("movie", title="the paper boat")
    form = await parent.opens(card, "This is wrong")
    with away(tmp_path):
        refused = await parent.sends(form, says="There is a shark")
        assert "There is a shark" in refused.text
    assert "Thank you" in (await parent.presses(refused, "Send again")).text


async def test_every_command_that_changes_something_says_that_it_cannot_now(
    tmp_path: Path, moderator: Person
) -> None:
    await published(moderator, "First.")
    with away(tmp_path):
        for command, options in (
            ("entry lock", {"why": "A quarrel"}),
            ("entry retire", {"why": "Old"}),
            ("entry revert", {"why": "Back", "number": 1}),
            ("entry offer", {}),
        ):
            seen = await moderator.slash(command, title=BOAT, **options)
            assert "can't save anything right now" in seen.text, command
            assert str(options.get("why", BOAT)) in seen.text.replace("\\", "")
        assert (await moderator.slash("movie", title="xyzzy plover")).text


async def test_a_missed_title_while_away_is_answered_all_the_same(tmp_path: Path, parent: Person) -> None:
    with away(tmp_path):
        assert "not in my list" in (await parent.slash("movie", title="xyzzy plover")).text


async def settings(person: Person) -> Opened:
    return await person.opens(await person.slash("settings"), "Change")


async def test_what_could_not_be_saved_is_sent_to_the_server_it_was_typed_for(
    storage: Storage, tmp_path: Path, world: World, moderator: Person
) -> None:
    there = World(world.env)
    one, two = moderator, there.also_here(moderator, there.staff())
    forms = [await settings(person) for person in (one, two)]
    with away(tmp_path):
        refused = [await one.sends(forms[0], country=["GB"]), await two.sends(forms[1], country=["DE"])]
    for person, seen in zip((one, two), refused, strict=True):
        assert "Saved" in (await person.presses(seen, "Send again")).text
    assert storage.settings(world.here).country == "GB"
    assert storage.settings(there.server.id).country == "DE"


async def test_two_reports_of_one_film_are_each_sent_again_as_their_messages_show_them(
    world: World, storage: Storage, tmp_path: Path, parent: Person
) -> None:
    card = await parent.slash("movie", title="the paper boat")
    forms = [await parent.opens(card, "This is wrong") for _ in range(2)]
    with away(tmp_path):
        refused = [await parent.sends(form, says=f"Shark {place}") for place, form in enumerate(forms)]
    for seen in reversed(refused):
        assert "Thank you" in (await parent.presses(seen, "Send again")).text
        assert "don't have that any more" in (await parent.presses(seen, "Send again")).text
    assert [one.says for one in await storage.read(open_reports, world.here)] == ["Shark 1", "Shark 0"]


def test_what_waits_to_be_sent_again_is_for_one_person_in_one_server() -> None:
    unsent = RetryForms(most=2)
    action = Action(ReportVerb.SENT, BOAT)
    which = unsent.keep(1, 7, action)
    assert unsent.take(2, 7, which) is None
    assert unsent.take(None, 7, which) is None
    assert unsent.take(1, 8, which) is None
    assert unsent.take(1, 7, which) == action
    assert unsent.take(1, 7, which) is None
    kept = [unsent.keep(1, 7, action) for _ in range(3)]
    assert [unsent.take(1, 7, one) for one in kept] == [None, action, action]
    which = unsent.keep(1, 7, action)
    unsent.forget(7)
    assert unsent.take(1, 7, which) is None
