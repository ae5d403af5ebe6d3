"""Who asks, reports or uploads too much at once is asked to wait, kindly; everybody else notices nothing."""

import pytest
from discord import app_commands
from hypothesis import given
from hypothesis import strategies as st

from bot.client import Usher
from bot.cooldown import Cooldown, Rate
from knowledge.storage.reports import open_reports
from knowledge.storage.storage import Storage
from tests.bot.conftest import NewBot
from tests.bot.pretend import Person, World, pretend
from tests.bot.seen import Seen

PAGE = b"Hello\nthere"


def known(seen: Seen | None) -> Seen:
    assert seen is not None, "the bot said nothing"
    return seen


def use_up(bot: Usher, person: Person, rate: Rate) -> None:
    for _ in range(rate.value[0]):
        bot.resources.cooldown.count(person.actor.id, rate)


async def test_whoever_asks_too_much_waits_and_nobody_else_does(new_bot: NewBot) -> None:
    now = [0.0]
    bot = new_bot(clock=lambda: now[0])
    async with pretend(bot, errors=False) as world:
        parent, other = world.person(), world.person("other")
        card = await parent.slash("movie", title="coco")
        form = await parent.opens(card, "Ask")
        message = await other.actor.send(world.channel, "is coco ok for 6?")
        now[0] = 61.0
        use_up(bot, parent, Rate.QUESTION)
        now[0] = 71.0
        answers = [
            await parent.slash("ask", question="is coco ok for 6?"),
            await parent.slash("movie", title="coco"),
            await parent.presses(card, "Reviews"),
            await parent.sends(form, line="is it sad?"),
            known(await parent.mentions("is coco ok for 6?")),
            known(await parent.whispers("is coco ok for 6?")),
            await parent.asks_about(message),
        ]
        for seen in answers:
            assert "One moment, please.** Try again in 50 seconds" in seen.text
        assert "> is it sad?" in answers[3].text
        assert (await other.presses(card, "Reviews")).film == "Coco (2017)"
        now[0] = 122.0
        assert known(await parent.mentions("is coco ok for 6?")).film == "Coco (2017)"
        assert (await parent.presses(answers[3], "Send again")).film == "Coco (2017)"


async def test_a_report_that_is_one_too_many_is_kept_to_be_sent_later(
    new_bot: NewBot, storage: Storage
) -> None:
    now = [0.0]
    bot = new_bot(clock=lambda: now[0])
    async with pretend(bot, errors=False) as world:
        parent = world.person()
        form = await parent.opens(await parent.slash("movie", title="coco"), "This is wrong")
        use_up(bot, parent, Rate.REPORT)
        refused = await parent.sends(form, says="There is a shark")
        assert "That was a lot at once.** Please try again in 10 minutes" in refused.text
        assert "> There is a shark" in refused.text
        assert await storage.read(open_reports, world.here) == ()
        now[0] = 601.0
        assert "Thank you" in (await parent.presses(refused, "Send again")).text
        assert len(await storage.read(open_reports, world.here)) == 1


async def test_notices_and_uploads_have_a_limit_as_well(new_bot: NewBot) -> None:
    bot = new_bot(clock=lambda: 0.0)
    async with pretend(bot, errors=False) as world:
        moderator = world.moderator()
        missed = await moderator.slash("movie", title="xyzzy plover")
        pasted = await moderator.slash_opens("entry paste")
        use_up(bot, moderator, Rate.NOTICE)
        use_up(bot, moderator, Rate.UPLOAD)
        for seen in (
            await moderator.presses(missed, "Tell me when it is there"),
            await moderator.uploads("entry upload", "page.txt", PAGE),
            await moderator.sends(pasted, page_1="Hello"),
        ):
            assert "That was a lot at once" in seen.text


def waits(cooldown: Cooldown, person: int, rate: Rate) -> float | None:
    """How many seconds this person is asked to wait; None where they need not."""
    try:
        cooldown.count(person, rate)
    except app_commands.CommandOnCooldown as error:
        return error.retry_after
    return None


@given(st.lists(st.tuples(st.integers(1, 3), st.sampled_from(Rate), st.floats(0, 400)), max_size=120))
def test_nobody_waits_longer_than_the_rate_says_or_for_somebody_else(
    deeds: list[tuple[int, Rate, float]],
) -> None:
    now = 0.0
    cooldown = Cooldown(lambda: now)
    asked: dict[tuple[int, Rate], list[float]] = {}
    for person, rate, later in deeds:
        now += later
        most, seconds = rate.value
        recent = [at for at in asked.get((person, rate), []) if now - at <= seconds]
        wait = waits(cooldown, person, rate)
        assert wait is None or (len(recent) >= most and 0 <= wait <= seconds)
        asked.setdefault((person, rate), []).append(now)


def test_what_is_counted_is_bounded_and_forgotten() -> None:
    now = [0.0]
    cooldown = Cooldown(lambda: now[0], most=5)
    for person in range(20):
        cooldown.count(person, Rate.QUESTION)
    assert len(cooldown) == 5
    now[0] = 601.0
    cooldown.count(1, Rate.QUESTION)
    assert len(cooldown) == 1


@pytest.mark.parametrize("rate", Rate)
def test_a_clock_that_begins_at_nothing_counts_all_the_same(rate: Rate) -> None:
    cooldown = Cooldown(lambda: 0.0)
    waited = [waits(cooldown, 1, rate) for _ in range(rate.value[0] + 2)]
    assert waited[-3:] == [None, rate.value[1], rate.value[1]]


async def test_a_person_of_two_servers_is_counted_once(new_bot: NewBot) -> None:
    bot = new_bot(clock=lambda: 0.0)
    async with pretend(bot, errors=False) as world:
        parent = world.person()
        use_up(bot, parent, Rate.QUESTION)
        there = World(world.env).also_here(parent)
        assert "One moment" in (await there.slash("movie", title="coco")).text
