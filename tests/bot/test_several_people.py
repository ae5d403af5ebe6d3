"""Several people at a time: each gets an answer about the film that they pressed, also after a restart."""

import re
from pathlib import Path

import pytest

from bot.conversation import Conversation, LastQuestion
from knowledge.questions import Intent, Question
from knowledge.storage.servers import ServerSettings, change_settings
from knowledge.storage.storage import Storage
from tests.bot.conftest import NewBot
from tests.bot.pretend import Person, World
from tests.bot.seen import Seen

BOT = Path(__file__).parents[2] / "bot"
COCO, JAWS = "coco-2017", "jaws-1975"
FORMS = {
    "OK for my child?": {"line": "6"},
    "Ask": {"line": "is it sad?"},
    "This is wrong": {"says": "There is a shark"},
}


def known(seen: Seen | None) -> Seen:
    assert seen is not None, "the bot said nothing"
    return seen


def test_every_form_is_made_in_one_place_and_carries_what_it_is_about() -> None:
    made = [path.name for path in BOT.rglob("*.py") if re.search(r"\bModal\b", path.read_text("utf-8"))]
    assert made == ["modals.py"]


@pytest.mark.parametrize("restarted", [False, True], ids=["running", "restarted"])
async def test_two_forms_that_are_open_at_once_are_not_mixed_up(
    world: World, new_bot: NewBot, parent: Person, restarted: bool
) -> None:
    other = world.person("other")
    coco, jaws = await parent.slash("movie", title=COCO), await other.slash("movie", title=JAWS)
    forms = {
        label: (await parent.opens(coco, label), await other.opens(jaws, label))
        for label in (*FORMS, *reversed(FORMS))
    }
    if restarted:
        await world.restart(new_bot())
    for label, values in FORMS.items():
        mine, theirs = forms[label]
        for person, form, title in ((parent, mine, "Coco (2017)"), (other, theirs, "Jaws (1975)")):
            seen = await person.sends(form, **values)
            assert seen.film == title or "Thank you" in seen.text, label


async def test_one_person_with_two_forms_open_gets_both_answers(parent: Person) -> None:
    coco, jaws = await parent.slash("movie", title=COCO), await parent.slash("movie", title=JAWS)
    first, second = await parent.opens(coco, "Ask"), await parent.opens(jaws, "Ask")
    assert (await parent.sends(first, line="is it sad?")).film == "Coco (2017)"
    assert (await parent.sends(second, line="is it sad?")).film == "Jaws (1975)"


async def test_every_button_of_two_cards_pressed_by_two_people_answers_about_its_own(
    world: World, parent: Person
) -> None:
    other = world.person("other")
    coco, jaws = await parent.slash("movie", title=COCO), await other.slash("movie", title=JAWS)
    answered = [label for label in coco.labels if label not in FORMS]
    assert answered
    for label in answered:
        for person, card in ((other, coco), (parent, jaws)):
            assert (await person.presses(card, label)).film == card.film, label


LIONS = "The Lion King (1994)", "The Lion King (2019)"
AGES = re.compile(r"[69]-year-old")
WAYS = ("by command", "by form", "by message menu")


async def asks_in_private(world: World, person: Person, way: str) -> Seen:
    """Asks for two children where nobody else sees the answer."""
    question = "is the lion king 1994 ok for 6 and 9?"
    if way == "by command":
        return await person.slash("ask", question=question)
    if way == "by form":
        card = await person.slash("movie", title="the-lion-king-1994")
        return await person.fills(card, "OK for my child?", "6 and 9")
    return await person.asks_about(await person.actor.send(world.channel, question))


@pytest.mark.parametrize("way", WAYS)
async def test_ages_that_were_asked_in_private_are_told_to_nobody_else(
    world: World, parent: Person, way: str
) -> None:
    asked = await asks_in_private(world, parent, way)
    assert asked.private
    assert AGES.search(asked.text)
    for person in (world.person("other"), parent):
        seen = known(await person.mentions("what about the 2019 one?"))
        assert not AGES.search(seen.text)
        assert not any("6.9" in one for one in seen.custom_ids)


async def test_who_asked_in_private_goes_on_in_private(parent: Person) -> None:
    await parent.slash("ask", question="is the lion king 1994 ok for 6 and 9?")
    seen = await parent.slash("ask", question="what about the 2019 one?")
    assert seen.film == LIONS[1]
    assert seen.private
    assert AGES.search(seen.text)


async def test_what_was_asked_in_private_is_not_asked_again_for_all_to_see(parent: Person) -> None:
    card = await parent.slash("movie", title="the-lion-king-1994")
    await parent.presses(card, "Reviews")
    assert (await parent.slash("ask", question="no, I meant the 2019 one")).private


@pytest.mark.parametrize("way", ["by command", "by message menu"])
async def test_a_film_of_a_private_answer_is_not_the_channels(world: World, parent: Person, way: str) -> None:
    await asks_in_private(world, parent, way)
    assert LIONS[0] not in known(await world.person("other").mentions("is it scary?")).text


async def test_in_a_server_that_answers_in_private_no_film_is_the_channels(
    world: World, storage: Storage, parent: Person
) -> None:
    await storage.save(change_settings, world.here, ServerSettings(private_answers=True))
    await parent.slash("movie", title=COCO)
    assert "Coco (2017)" not in (await world.person("other").slash("ask", question="is it scary?")).text


async def test_what_follows_from_a_private_answer_is_private_until_it_is_shared(
    world: World, parent: Person
) -> None:
    asked = await asks_in_private(world, parent, "by command")
    assert (await parent.fills(asked, "Ask", "does anyone die?")).private
    shared = await parent.presses(asked, "Share")
    assert not shared.private
    other = known(await world.person("other").mentions("is it scary?"))
    assert other.film == LIONS[0]
    assert not AGES.search(other.text)


def test_whoever_is_forgotten_is_forgotten_for_the_channel_as_well() -> None:
    conversation = Conversation()
    conversation.remember(1, 7, LastQuestion(COCO, Question(Intent.SUITABILITY, COCO, ages=(6,))))
    conversation.remember(2, 8, LastQuestion(JAWS))
    assert conversation.last(3, 7) == LastQuestion(COCO), "the film alone"
    conversation.forget(1)
    assert conversation.last(1, 7) is None
    assert conversation.last(3, 7) is None
    assert conversation.last(3, 8) == LastQuestion(JAWS)


def test_what_is_remembered_is_bounded() -> None:
    conversation = Conversation(most=3)
    for person in range(9):
        conversation.remember(person, person, LastQuestion(COCO))
    assert [conversation.last(person, person) is not None for person in range(9)] == [False] * 6 + [True] * 3
