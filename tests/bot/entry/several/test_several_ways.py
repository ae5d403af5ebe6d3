"""Two people at once at every button, menu and form that the code can make: each gets their own."""

import re
from pathlib import Path

import pytest

from knowledge.storage.storage import Storage
from tests.bot.conftest import NewBot
from tests.bot.entry.several.review_walks import REVIEW_WALKS
from tests.bot.entry.several.scenes import Side, runs_it
from tests.bot.entry.several.taking import Shown, take
from tests.bot.entry.several.walks import WALKS, Walk
from tests.bot.entry.several.ways import BOT, ways
from tests.bot.pretend import World
from tests.bot.seen import Seen

ALL = (*WALKS, *REVIEW_WALKS)
ITEM = re.compile(r"\bui\.(?:Button|\w*Select|Modal|button|select)\(")


def test_every_button_menu_and_form_is_walked() -> None:
    assert {way for one in ALL for way in one.path} == ways()


def test_whatever_can_be_pressed_chosen_or_sent_is_made_in_these_places() -> None:
    """Where its custom_id says what it is about: elsewhere somebody's could become another's."""
    made = [path.name for path in BOT.rglob("*.py") if ITEM.search(path.read_text("utf-8"))]
    assert sorted(made) == ["message_view.py", "modals.py"]


@pytest.mark.parametrize("walk", ALL, ids=lambda one: ", ".join(one.path))
async def test_two_people_at_once_each_get_their_own(
    world: World, storage: Storage, new_bot: NewBot, tmp_path: Path, walk: Walk
) -> None:
    people = world.moderator(), world.moderator("second")
    pair = [
        Side(world, storage, tmp_path, person, about, name)
        for person, (about, name) in zip(people, walk.of.items(), strict=True)
    ]
    shown: list[Shown] = [await walk.scene(at) for at in pair]
    for way, then in zip(walk.path, [*walk.path[1:], ""], strict=True):
        if walk.lasts:
            await world.restart(new_bot())
            runs_it(world, *people)
        for place, at in enumerate(pair):
            shown[place] = await take(at, shown[place], way, then, walk.typed)
            if not then:
                await is_their_own(at, pair[1 - place], shown[place], walk)


async def is_their_own(at: Side, other: Side, shown: Shown, walk: Walk) -> None:
    """What is shown in the end is about the one and not about the other."""
    assert isinstance(shown, Seen)
    text = (await walk.outcome(at, shown)).lower()
    assert at.name.lower() in text
    assert other.name.lower() not in text
