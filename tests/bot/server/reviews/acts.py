"""What families and moderators do in many tests of reviews."""

from typing import Any

from tests.bot.pretend import Person
from tests.bot.seen import Opened, Seen

BOAT, LANTERN = "the-paper-boat-2001", "blue-lantern-1988"
DAS_BOOT = "das-boot-1981"
"""A film that is known and has no guide."""
PARENT: dict[str, Any] = {"who": "parent", "ages": ["9"], "suits": ["10"], "stars": "4"}
TEEN: dict[str, Any] = {"who": "teen", "ages": ["14"], "suits": ["12"], "stars": "5"}
SEEN = "I have seen it"


def known(seen: Seen | None) -> Seen:
    assert seen is not None, "the bot said nothing"
    return seen


async def opens_form(person: Person, title: str) -> Opened:
    """The first form; the guidelines stand before it where it is the first time."""
    rules = await person.slash("review write", title=title)
    return await person.opens(rules, "Go on")


async def writes(person: Person, title: str = BOAT, **values: Any) -> Seen:
    """Their first review in the server."""
    return await person.sends(await opens_form(person, title), **{**PARENT, **values})


async def adds(person: Person, seen: Seen, **values: Any) -> Seen:
    """The second form."""
    return await person.sends(await person.opens(seen, "Say more"), **values)


async def reads(person: Person, title: str = BOAT) -> Seen:
    """The first page of what families say."""
    return await person.presses(await person.slash("reviews", title=title), "What they wrote")
