"""What moderators do in many tests."""

from tests.bot.pretend import Person
from tests.bot.seen import Seen

BOAT = "the-paper-boat-2001"


async def publish(person: Person, seen: Seen, why: str = "Seen it yesterday") -> Seen:
    return await person.sends(await person.opens(seen, "Publish"), why=why)


async def publish_first(person: Person, seen: Seen) -> Seen:
    """What is new needs no reason; what is not ready says why."""
    return await person.presses(seen, "Publish")


async def own(person: Person, seen: Seen) -> Seen:
    """Writes, whoever else is at it."""
    return await person.presses(seen, "Write my own") if "Write my own" in seen.labels else seen


async def pitched(person: Person, pitch: str) -> Seen:
    seen = await own(person, await person.slash("entry edit", title=BOAT))
    return await person.sends(await person.chooses_to_fill(seen, "glance"), pitch=pitch)


async def published(person: Person, pitch: str, why: str = "Seen it yesterday") -> Seen:
    return await publish(person, await pitched(person, pitch), why)


def known(seen: Seen | None) -> Seen:
    assert seen is not None, "the bot said nothing"
    return seen
