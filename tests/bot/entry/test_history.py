"""A long history is read page by page, and each revision of it can be looked at and put back."""

from sqlalchemy import Connection, insert

from knowledge.storage.revisions import current
from knowledge.storage.storage import Storage
from knowledge.storage.tables import revisions
from tests.bot.entry.acts import BOAT, published
from tests.bot.pretend import Person, World


async def long(world: World, storage: Storage, moderator: Person, count: int) -> None:
    """Gives an entry a history."""
    await published(moderator, "First.", "Number 1")

    def fill(connection: Connection) -> None:
        now = current(connection, world.here, BOAT)
        assert now
        plain = {
            "server": world.here,
            "movie": BOAT,
            "who": moderator.actor.id,
            "at": now.at,
            "locked": False,
        }
        kept = {**plain, "deed": "publish", "life": "published", "text": now.text}
        rows = [{**kept, "number": number, "why": f"Number {number}"} for number in range(2, count + 1)]
        connection.execute(insert(revisions), rows)

    await storage.save(fill)


async def test_every_revision_is_on_one_page_the_newest_first(
    world: World, storage: Storage, moderator: Person
) -> None:
    await long(world, storage, moderator, 30)
    page = await moderator.slash("entry history", title=BOAT)
    assert page.text.splitlines()[1] == "**Published.**"
    shown: list[str] = []
    while True:
        shown += [line.rpartition(": ")[2] for line in page.text.splitlines() if line.startswith("**#")]
        if "Older" not in page.labels:
            break
        page = await moderator.presses(page, "Older")
        assert "Published.**" not in page.text
    assert shown == [f"Number {number}" for number in range(30, 0, -1)]
    page = await moderator.presses(page, "Newest")
    assert "#30" in page.text
    for _ in range(2):
        page = await moderator.presses(page, "Older")
    first = await moderator.chooses(page, "1")
    assert "A boat made of paper sails. → First." in first.text


async def test_two_far_revisions_are_compared(world: World, storage: Storage, moderator: Person) -> None:
    await long(world, storage, moderator, 20)
    await moderator.slash("entry revert", title=BOAT, number=3, why="Better")
    seen = await moderator.slash("entry compare", title=BOAT, one=1, two=20)
    assert "from #1 to #20" in seen.text
    assert "No difference" in seen.text
    gone = await moderator.slash("entry compare", title=BOAT, one=22)
    assert "Choose from #1 to #21" in gone.text
