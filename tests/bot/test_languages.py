"""An answer is in the language of its question; what all moderators read is in that of their server."""

import pytest

from bot.resources import Resources
from bot.ui.phrases import Languages, Phrases
from knowledge.storage.servers import ServerSettings, change_settings
from knowledge.storage.storage import Storage
from tests.bot.conftest import NewBot
from tests.bot.pretend import pretend
from tests.bot.seen import Seen


def known(seen: Seen | None) -> Seen:
    assert seen is not None, "the bot said nothing"
    return seen


@pytest.mark.parametrize("locale", ["en-US", "de", "es-ES", "fr"])
@pytest.mark.parametrize(
    ("question", "language"),
    [
        ("is coco ok for 6?", "en"),
        ("ist coco ok für 6?", "de"),
        ("¿es coco apta para 6 años?", "es"),
        ("est-ce que coco convient à 6 ans ?", "fr"),
        ("coco 6", None),
    ],
)
def test_an_answer_is_in_the_language_of_the_question(
    new_bot: NewBot, locale: str, question: str, language: str | None
) -> None:
    found = new_bot().resources.replier(None).asked(question, None, locale)
    say = Languages()[language or locale]
    labels = [one.label for one in found.cards[0].buttons]
    assert say("button.warnings_overview") in labels


def test_buttons_carry_a_language_only_where_it_is_not_the_clients(new_bot: NewBot) -> None:
    for locale, language in (("en-US", "de"), ("de", "")):
        (card,) = new_bot().resources.replier(None).asked("ist coco ok für 6?", None, locale).cards
        assert {one.action.language for one in card.buttons} == {language}


async def test_a_button_below_a_german_answer_answers_in_german_and_so_do_its_own(new_bot: NewBot) -> None:
    async with pretend(new_bot()) as world:
        parent = world.person()
        answer = known(await parent.mentions("ist coraline gruselig für ein kind von 7 jahren?"))
        reviews = await parent.presses(answer, "Kritiken")
        assert "Stimmen erfasst" in reviews.text
        assert "Woher das kommt" in (await parent.presses(reviews, "Quellen")).text


async def test_a_mention_whose_words_tell_no_language_is_answered_in_the_servers(new_bot: NewBot) -> None:
    german = Languages()["de"]
    async with pretend(new_bot(), locale="de") as world:
        parent = world.person()
        assert german("button.warnings_overview") in known(await parent.mentions("coco 6")).labels
        assert german("reply.mention_hint") in known(await parent.mentions("")).text
        english = known(await parent.mentions("is coco ok for 6?"))
        assert "What's in it" in english.labels


async def test_what_moderators_read_is_in_the_language_of_their_server(
    new_bot: NewBot, storage: Storage, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The moderators' words are English as yet, so it is looked at which language is asked for."""
    asked: list[int] = []
    say_in = Resources.say_in

    def noted(resources: Resources, server: int) -> Phrases:
        asked.append(server)
        return say_in(resources, server)

    monkeypatch.setattr(Resources, "say_in", noted)
    bot = new_bot()
    async with pretend(bot, locale="de") as world:
        await storage.save(change_settings, world.here, ServerSettings(queue_channel=world.channel.id))
        parent = world.person()
        card = await parent.slash("movie", title="coco")
        await parent.sends(await parent.opens(card, "This is wrong"), says="There is a shark")
        assert asked == [world.here]
        assert bot.resources.say_in(world.here)("level.none") == Languages()["de"]("level.none")
    assert bot.resources.say_in(1)("level.none") == Languages()["en"]("level.none")
