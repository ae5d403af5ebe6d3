"""The conversations that Usher exists for, as a parent would see them."""

import logging

import pytest

from bot.film.replies import Replier
from tests.bot.conftest import NewBot
from tests.bot.pretend import Person, World, pretend
from tests.bot.seen import Seen

NEVER = "Never Let Me Go (2010)"


def known(seen: Seen | None) -> Seen:
    assert seen is not None, "the bot said nothing"
    return seen


async def test_a_misspelt_title_shows_the_closest_film_without_a_spoiler(parent: Person) -> None:
    card = await parent.slash("movie", title="nver let me go")
    assert card.film == NEVER
    assert "closest match" in card.text
    assert "R in the United States" in card.text
    assert "some sexuality and nudity" in card.text
    assert "**Moderate:** sex" in card.text
    assert "organs" not in card.open_text
    assert not card.private


async def test_eleven_then_sixteen_then_a_form_then_a_reply(parent: Person) -> None:
    card = await parent.slash("movie", title="nver let me go")

    young = await parent.slash("ask", question="is it OK for 11?")
    assert young.private
    assert young.film == NEVER
    assert "Not yet" in young.first
    reasons = [line for line in young.text.splitlines() if line.startswith("- **")]
    assert reasons[0].startswith(("- **Sex**", "- **Nudity**"))
    assert "At 11: only with an adult" in young.text
    assert "**Voices:** " in young.text
    assert "Not recorded" in young.text
    assert "slurs and discrimination" in young.text

    older = known(await parent.mentions("and for 16?"))
    assert older.film == NEVER
    assert "16-year-old" in older.first
    assert "Not yet" not in older.first

    by_form = await parent.fills(card, "Ask", "does anyone die?")
    assert by_form.film == NEVER
    assert "Grief and death: severe" in by_form.first
    assert "||" in by_form.text
    assert "operating table" not in by_form.open_text

    by_reply = known(await parent.says("does anyone die?", reply_to=older))
    assert by_reply.first == by_form.first


async def test_a_reply_whose_text_never_arrives_gets_a_line_and_a_button(parent: Person) -> None:
    card = await parent.slash("movie", title="coraline")
    answer = known(await parent.says("is it scary?", reply_to=card))
    assert "can't read replies" in answer.text
    assert answer.labels == ["Ask"]
    asked = await parent.fills(answer, "Ask", "is it scary?")
    assert asked.film == "Coraline (2009)"


async def test_two_children_get_an_answer_each_fear_first(parent: Person) -> None:
    answer = known(await parent.whispers("my 8 and 12 yr olds want to see coraline tonight, too scary?"))
    lines = answer.text.splitlines()
    assert lines[0] == "### Coraline (2009) · PG"
    assert "8-year-old" in lines[1]
    assert "12-year-old" in lines[2]
    assert lines[3].startswith("- **Scary moments**")


async def test_what_nobody_recorded_is_not_a_no(parent: Person) -> None:
    await parent.slash("movie", title="never let me go")
    answer = await parent.slash("ask", question="any slurs in it?")
    assert answer.film == NEVER
    assert "nobody has recorded this" in answer.first
    assert "not a no" in answer.first


async def test_a_title_that_nobody_knows_is_not_in_the_list(parent: Person) -> None:
    answer = await parent.slash("movie", title="xyzzy plover")
    assert "not in my list" in answer.text
    assert "IMDb" in answer.text


async def test_a_vague_title_asks_and_the_choice_answers_what_was_asked(parent: Person) -> None:
    glance = await parent.slash("movie", title="never let")
    assert "Which film" in glance.text
    assert NEVER in glance.labels
    chosen = await parent.presses(glance, NEVER)
    assert chosen.film == NEVER

    rating = await parent.slash("rating", title="never let")
    answered = await parent.presses(rating, NEVER)
    assert "Rated R" in answered.first


async def test_never_let_go_is_never_answered_with_never_let_me_go(parent: Person) -> None:
    answer = await parent.slash("movie", title="never let go")
    assert answer.film == "Never Let Go (2024)"


async def test_the_other_lion_king_is_one_press_away(parent: Person) -> None:
    answer = await parent.slash("movie", title="lion king")
    years = {label for label in [answer.film, *answer.labels] if "Lion King" in label}
    assert years >= {"The Lion King (1994)", "The Lion King (2019)"}


HARD = (
    "x " * 990,
    "🎬",
    "\u202egnihtyna\u202c is it ok",
    "'; DROP TABLE movies; --",
    "<script>alert(1)</script>",
    "||spoiler|| **bold** `code`",
    "@here @everyone",
    "\x00\x01",
)


@pytest.mark.parametrize("text", HARD)
async def test_odd_input_gets_a_calm_answer(world: World, parent: Person, text: str) -> None:
    known(await parent.whispers(text))
    await parent.slash("movie", title=text[:100])
    await parent.slash("ask", question=text[:500])
    assert world.pings == []


async def test_everyone_is_not_pinged(world: World, parent: Person) -> None:
    answer = known(await parent.mentions("@everyone is Up ok for 5"))
    assert answer.film == "Up (2009)"
    assert "@everyone" not in answer.text
    assert world.pings == []


async def test_an_empty_mention_gets_a_hint(parent: Person) -> None:
    assert "Ask me about a film" in known(await parent.mentions("")).text


async def test_talk_among_people_is_left_alone(parent: Person) -> None:
    assert await parent.says("is Up ok for 5?") is None


async def test_a_failure_is_told_kindly_with_a_reference_that_is_in_the_log(
    new_bot: NewBot, caplog: pytest.LogCaptureFixture, monkeypatch: pytest.MonkeyPatch
) -> None:
    secret = "my secret question"

    def fails(*_: object) -> None:
        raise RuntimeError(secret)

    bot = new_bot()
    monkeypatch.setattr(Replier, "asked", fails)
    async with pretend(bot, errors=False) as world:
        parent = world.person()
        with caplog.at_level(logging.ERROR):
            by_command = await parent.slash("ask", question=secret)
            by_mention = known(await parent.mentions(secret))
    for seen in (by_command, by_mention):
        assert "something went wrong" in seen.text
        reference = seen.text.split("`")[1]
        assert reference in caplog.text
    ours = [record.getMessage() for record in caplog.records if record.name.startswith("bot")]
    assert len(ours) == 2
    assert secret not in "\n".join(ours)
