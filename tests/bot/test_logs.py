"""Logs never hold what people type, their names or their ids: whatever the level, whatever fails."""

import logging
from collections.abc import Iterator

import pytest

from bot.film.replies import Replier
from bot.logs import keep_words_out
from knowledge.titles.titles import Titles
from tests.bot.conftest import NewBot
from tests.bot.pretend import Person, World, pretend

PEOPLE, ROUNDS = 10, 2
NAME = "quibblefeather"
SECRET = "zorblax"
"""In all that is typed, each time with another number."""


@pytest.fixture
def logged(caplog: pytest.LogCaptureFixture) -> Iterator[pytest.LogCaptureFixture]:
    """All that is logged, with every logger at its most talkative, the library's as well."""
    loggers = [logging.getLogger(name) for name in ("", *logging.root.manager.loggerDict)]
    before = [(logger, logger.level) for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.DEBUG)
    caplog.handler.setLevel(logging.DEBUG)
    yield caplog
    for logger, level in before:
        logger.setLevel(level)


async def types_everywhere(world: World, person: Person, number: int) -> int:
    """Ten ways of asking, each with a word of its own; how many they were."""
    word = f"{SECRET}{number}"
    question = f"is {word} ok for 6?"
    card = await person.slash("movie", title="coco")
    await person.mentions(question)
    await person.mentions(f"{word} coco")
    await person.says(question, reply_to=card)
    await person.whispers(question)
    await person.slash("ask", question=question)
    await person.slash("movie", title=word)
    await person.fills(card, "Ask", question)
    await person.fills(card, "OK for my child?", word)
    await person.sends(await person.opens(card, "This is wrong"), says=question)
    await person.types("movie", "title", word)
    message = await person.actor.send(world.channel, question)
    await person.asks_about(message)
    await person.edits(message, f"{world.mention} {question} again")
    return 12


def leaked(logged: pytest.LogCaptureFixture, people: list[Person]) -> list[str]:
    """Every record that holds what somebody typed or is."""
    private = (SECRET, NAME, *(str(person.actor.id) for person in people))
    ours = [record for record in logged.records if not record.name.startswith(("simcord", "asyncio"))]
    said = [f"{record.name} {logging.Formatter().format(record)}" for record in ours]
    return [text for text in said if any(one in text for one in private)]


async def test_two_hundred_messages_leave_no_word_in_the_log(
    new_bot: NewBot, logged: pytest.LogCaptureFixture
) -> None:
    async with pretend(new_bot()) as world:
        people = [world.person(f"{NAME}{place}") for place in range(PEOPLE)]
        count = 0
        for number in range(PEOPLE * ROUNDS):
            count += await types_everywhere(world, people[number % PEOPLE], number)
    assert count >= 200
    assert leaked(logged, people) == []


async def test_what_fails_is_logged_without_a_word(
    new_bot: NewBot, logged: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_: object, text: str, *__: object) -> None:
        raise RuntimeError(f"{text} {NAME}")

    async with pretend(new_bot(), errors=False) as world:
        parent = world.person(NAME)
        monkeypatch.setattr(Replier, "asked", fails)
        monkeypatch.setattr(Titles, "complete", fails)
        await types_everywhere(world, parent, 1)
    assert leaked(logged, [parent]) == []
    assert any("unexpected RuntimeError" in record.getMessage() for record in logged.records)


def test_an_operator_still_reads_that_the_network_is_away(caplog: pytest.LogCaptureFixture) -> None:
    keep_words_out()
    library = logging.getLogger("discord.client")
    for error in (ConnectionResetError("Cannot connect to host"), RuntimeError(SECRET)):
        try:
            raise error
        except Exception:
            library.exception("Attempting a reconnect in %.2fs", 1)
    assert "Cannot connect to host" in caplog.text
    assert SECRET not in caplog.text
