"""Under every choice of films stands a button for whoever meant none of them."""

import pytest

from bot.film.not_found_cards import which_card
from bot.ui.message import Message
from bot.ui.message_view import message_view
from bot.ui.phrases import Languages
from knowledge.answers import WhichFilm
from knowledge.questions import Intent, Question
from knowledge.storage.requests import asked_for
from knowledge.storage.storage import Storage
from knowledge.titles.films import Film
from tests.bot.pretend import Person, World
from tests.bot.seen import Seen

NONE = "None of these"
LION = "lion kong"
FILMS = tuple(Film(f"film-{year}", "Film", year) for year in range(2001, 2006))


async def asked(parent: Person, way: str) -> Seen | None:
    if way == "mention":
        return await parent.mentions(f"is {LION} ok for 6?")
    if way == "ask":
        return await parent.slash("ask", question=f"is {LION} ok for 6?")
    return await parent.slash(way, title=LION)


@pytest.mark.parametrize("way", ["movie", "rating", "warnings", "reviews", "talk", "ask", "mention"])
async def test_whoever_meant_none_of_the_films_is_told_so_and_counted(
    world: World, storage: Storage, parent: Person, way: str
) -> None:
    choice = await asked(parent, way)
    assert choice is not None
    assert choice.labels[-1] == NONE
    assert await storage.read(asked_for, world.here) == ()
    answer = await parent.presses(choice, NONE)
    assert answer.private
    assert f"I don't have “{LION}”" in answer.text
    assert "noted that it is missing" in answer.text
    assert "Tell me when it is there" in answer.labels
    (wanted,) = await storage.read(asked_for, world.here)
    assert (wanted.title, wanted.count) == (LION, 1)


async def test_in_a_direct_message_nothing_is_counted_nor_said_to_be(
    world: World, storage: Storage, parent: Person
) -> None:
    choice = await parent.slash_in_dm("movie", title=LION)
    answer = await parent.presses(choice, NONE)
    assert f"I don't have “{LION}”" in answer.text
    assert "noted" not in answer.text
    assert await storage.read(asked_for, world.here) == ()


@pytest.mark.parametrize("language", ["en", "de", "es", "fr"])
@pytest.mark.parametrize("question", [None, Question(Intent.SUITABILITY, ages=(6,))])
@pytest.mark.parametrize("many", range(1, 6))
def test_every_language_has_it_under_any_number_of_films(
    language: str, question: Question | None, many: int
) -> None:
    card = which_card(WhichFilm("film", FILMS[:many]), question, Languages()[language])
    assert len(card.buttons) == many + 1
    last = card.buttons[-1]
    assert (last.action.detail, last.action.movie) == ("film", "")
    assert (last.label == NONE) == (language == "en")


async def test_a_choice_without_a_title_asks_for_one_and_counts_nothing(
    world: World, storage: Storage, parent: Person
) -> None:
    view = message_view(Message((which_card(WhichFilm("", FILMS), None, Languages()["en"]),)))
    answer = await parent.presses(await world.posts(view), NONE)
    assert "Name it with your question" in answer.text
    assert await storage.read(asked_for, world.here) == ()
