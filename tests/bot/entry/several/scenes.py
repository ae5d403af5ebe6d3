"""How somebody comes to stand before each button, menu and form, about one of two things."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import Path

from bot.client import Usher
from knowledge.curation.export import FORMATS
from knowledge.storage.changes import Change
from knowledge.storage.owners import SHARED
from knowledge.storage.revisions import ChangeKind
from knowledge.storage.servers import ServerSettings, change_settings
from knowledge.storage.storage import Storage
from tests.bot.entry.acts import known, own, publish, publish_first
from tests.bot.entry.conftest import entry
from tests.bot.entry.database_away import away
from tests.bot.pretend import Person, World
from tests.bot.seen import Opened, Seen


@dataclass(frozen=True)
class Side:
    """One of two people, and what they are at."""

    world: World
    storage: Storage
    folder: Path
    """Where the database is."""
    person: Person
    about: str
    """The film's id, or whatever is typed."""
    name: str
    """By which an answer is known to be about it."""

    def moderator(self) -> Person:
        """Somebody else who may change entries."""
        return self.world.moderator(f"somebody at {self.about}")


Scene = Callable[[Side], Awaitable[Seen | Opened]]


async def card(at: Side) -> Seen:
    """Its card."""
    return await at.person.slash("movie", title=at.about)


async def card_here(at: Side) -> Seen:
    """The same where the moderators have a channel."""
    await queue(at)
    return await card(at)


async def notice(at: Side) -> Seen:
    """What a channel reads when a film is there that was asked for."""
    missed = await card(at)
    await at.person.presses(missed, "Tell me when it is there")
    added = await at.person.slash("entry add", title=at.name, year=1984)
    added = await at.person.sends(await at.person.chooses_to_fill(added, "sources"), list="Our own eyes")
    await publish_first(at.person, await pitched(at.person, added, "A cave."))
    return known(at.world.newest(at.world.channel, 0))


async def draft(at: Side) -> Seen:
    """Their draft."""
    return await at.person.slash("entry edit", title=at.about)


async def named_by_a_board(at: Side) -> Seen:
    """Their draft with a board's reason that names what is open."""
    form = await at.person.chooses_to_fill(await draft(at), "rating.MPA")
    return await at.person.sends(form, code=["PG"], reason="some rude humor and language")


async def begun_by_another(at: Side) -> Seen:
    """That somebody else is writing about it."""
    other = at.moderator()
    await pitched(other, await other.slash("entry edit", title=at.about), f"Of {at.name}.")
    return await draft(at)


async def ready(at: Side) -> Seen:
    """Their draft, to be published."""
    return await pitched(at.person, await draft(at), f"Of {at.name}.")


async def faulty(at: Side) -> Seen:
    """Their draft, of which a part could not be taken."""
    form = await at.person.chooses_to_fill(await draft(at), "glance")
    return await at.person.sends(form, runtime="long")


async def unkept(at: Side) -> Seen:
    """Their draft while it cannot be kept."""
    form = await at.person.chooses_to_fill(await draft(at), "talk")
    with away(at.folder):
        return await at.person.sends(form, questions=f"Why {at.name}?")


async def unsent(at: Side) -> Seen:
    """Their report that could not be taken."""
    await queue(at)
    form = await at.person.opens(await card(at), "This is wrong")
    with away(at.folder):
        return await at.person.sends(form, says=f"A shark in {at.name}")


async def conflict(at: Side) -> Seen:
    """Their draft, when somebody else was faster."""
    mine, faster = await ready(at), at.moderator()
    form = await at.person.opens(mine, "Publish")
    seen = await own(faster, await faster.slash("entry edit", title=at.about))
    await publish(faster, await pitched(faster, seen, "Faster."))
    return await at.person.sends(form, why="Mine")


async def published(at: Side) -> Seen:
    """What they read when they have published it."""
    return await publish(at.person, await ready(at))


async def history(at: Side) -> Seen:
    """Two revisions of it."""
    await published(at)
    await publish(at.person, await pitched(at.person, await draft(at), "Once more."))
    return await at.person.slash("entry history", title=at.about)


async def incomplete(at: Side) -> Seen:
    """All that is to do, with a report and a draft that waits for a second person."""
    await queued(at)
    form = await at.person.opens(await card(at), "This is wrong")
    await at.person.sends(form, says=f"A shark in {at.name}")
    return await at.person.slash("entry incomplete")


async def queued(at: Side) -> Seen:
    """A draft in the moderators' channel that waits for a second person."""
    await queue(at, second_person=True)
    author = at.moderator()
    await publish(author, await pitched(author, await author.slash("entry edit", title=at.about), "Waits."))
    return known(at.world.newest(at.world.channel, 0))


async def moved_on(at: Side) -> Seen:
    """Their server's entry beside a newer one."""
    await published(at)
    newer = at.storage.library(None)[at.about].model_copy(update={"pitch": "Newer."})
    await at.storage.write(SHARED, [Change(at.about, ChangeKind.PUBLISH, 1, "Better", entry=newer)])
    return await at.person.slash("entry compare", title=at.about)


async def offers(at: Side) -> Seen:
    """All entries that are offered, as those read it who run the bot."""
    await offered(at)
    return await at.person.slash_in_dm("offers")


async def offered(at: Side) -> Seen:
    """What those who run the bot read of a new offer."""
    author = at.moderator()
    await publish(author, await pitched(author, await author.slash("entry edit", title=at.about), "Offered."))
    runs_it(at.world, at.person)
    await author.slash("entry offer", title=at.about)
    return known(at.world.newest(at.person.actor.user.dm_channel, 0))


async def wanted(at: Side) -> Seen:
    """All that was asked for in vain."""
    await card(at)
    return await at.person.slash("requests")


async def unknown(at: Side) -> Seen:
    """That there is no such entry."""
    return await at.person.slash("entry edit", title=at.about)


async def near(at: Side) -> Seen:
    """Which film it may be, instead of a new one."""
    return await at.person.slash("entry add", title=at.about)


async def pasting(at: Side) -> Opened:
    """The form for a page."""
    return await at.person.slash_opens("entry paste")


async def upload(at: Side) -> Seen:
    """What a file would change."""
    data = FORMATS["json"]([entry(at.name, 1984)]).encode()
    return await at.person.uploads("entry upload", "films.json", data)


async def upload_of_changes(at: Side) -> Seen:
    """What a file would change of a film that is here."""
    changed = at.storage.library(None)[at.about].model_copy(update={"pitch": f"Of {at.name}."})
    return await at.person.uploads("entry upload", "films.json", FORMATS["json"]([changed]).encode())


async def settings(at: Side) -> Seen:
    """What holds in the server."""
    return await at.person.slash("settings")


async def privacy(at: Side) -> Seen:
    """What is stored about them."""
    await ready(at)
    return await at.person.slash("privacy")


async def pitched(person: Person, seen: Seen, pitch: str) -> Seen:
    """A draft with this line."""
    return await person.sends(await person.chooses_to_fill(seen, "glance"), pitch=pitch)


async def queue(at: Side, *, second_person: bool = False) -> None:
    """The moderators have a channel."""
    chosen = ServerSettings(queue_channel=at.world.channel.id, second_person=second_person)
    await at.storage.save(change_settings, at.world.here, chosen)


def runs_it(world: World, *people: Person) -> None:
    """They run the bot, with those who do already."""
    bot = world.env.bot
    assert isinstance(bot, Usher)
    bot.owner_ids = {*(bot.owner_ids or ()), *(person.actor.id for person in people)}
