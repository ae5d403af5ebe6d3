"""/moderate export and import."""

from tests.bot.pretend import Person, World
from tests.bot.server.reviews.acts import BOAT, adds, writes


async def test_what_was_exported_is_taken_again_and_is_there_once(
    world: World, moderator: Person, parent: Person
) -> None:
    assert "nothing to export" in (await moderator.slash("moderate export")).text
    await adds(parent, await writes(parent), text="Long.", marks=["named"])
    exported = await moderator.slash("moderate export")
    assert exported.private
    assert "Reviews in this file: 1" in exported.text
    (file,) = exported.message.attachments
    data = await file.read()
    assert str(parent.actor.id).encode() not in data
    taken = await moderator.uploads("moderate import", "reviews.json", data)
    assert "New: 0" in taken.text
    assert "Here already: 1" in taken.text
    assert "wait" not in taken.text
    other = data.replace(b"Long.", b"Short.")
    assert "New: 1" in (await moderator.uploads("moderate import", "reviews.json", other)).text
    assert "2 parents here" in (await world.person("reader").slash("reviews", title=BOAT)).text
    wrong = await moderator.uploads("moderate import", "reviews.json", data.replace(b"parent", b"robot"))
    assert "nothing was changed" in wrong.text
    assert "**Review 1:** who wrote it is wrong" in wrong.text
    other = await moderator.uploads("moderate import", "reviews.json", b"no reviews")
    assert "nothing was changed" in other.text
    assert "is wrong" not in other.text
