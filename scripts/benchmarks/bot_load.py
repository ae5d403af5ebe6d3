"""What people do, as interactions at a steady rate, and how soon each is acknowledged. No printing."""

import asyncio
import contextlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import accumulate, count
from random import Random

from scripts.benchmarks.bot_process import Running
from tests.bot.loopback.discord_at_home import HOME, DiscordAtHome
from tests.bot.loopback.payloads import (
    MANAGE_GUILD,
    Json,
    command,
    interaction,
    member,
    message,
    person,
    press,
)

SHARES = {"autocomplete": 45, "movie": 25, "ask": 15, "press": 12, "entry": 3}
"""Of a hundred interactions."""
QUESTIONS = (
    "is {} ok for 8?",
    "how violent is {}",
    "is there any sex in {}",
    "what is {} rated",
    "does a dog die in {}?",
    "can my 6 and 10 year old watch {}",
)
BUTTONS = ("u:a:wa:{}::::", "u:a:re:{}::::", "u:a:ra:{}::::", "u:g:un:{}::::", "u:m:wa:{}::::")
"""As they stand below a card."""
LAST_SECONDS = 5.0
"""What is not answered then is counted as too late."""


@dataclass(frozen=True, slots=True)
class Film:
    """One that people ask about."""

    id: str
    title: str


@dataclass(frozen=True, slots=True)
class Step:
    """How it went at one rate."""

    rate: float
    sent: int
    late: int
    """Not answered in time, or at all."""
    milliseconds: tuple[float, ...]
    """From each interaction to its first answer, sorted."""
    cpu: float
    """Milliseconds of the bot's processor time an interaction."""

    def percentile(self, part: float) -> float:
        """The time under which this part of all were."""
        known = self.milliseconds
        return known[min(len(known) - 1, int(len(known) * part))] if known else float("inf")


class People:
    """Films come best known first. Each interaction is another person's: nobody asks too much at once."""

    def __init__(self, films: Sequence[Film], seed: int = 1) -> None:
        self._films = films
        # The film of rank n is asked about a share of 1/n, as words and titles are.
        self._fame = list(accumulate(1 / rank for rank in range(1, len(films) + 1)))
        self._chance = Random(seed)
        self._numbers = count(1000)

    def act(self, home: DiscordAtHome) -> tuple[int, Json]:
        """One thing that somebody does: its id, and what Discord tells the bot."""
        kind = self._chance.choices(list(SHARES), list(SHARES.values()))[0]
        film, number = self._film(), home.number()
        who = member(person(next(self._numbers)), MANAGE_GUILD)
        code, data, more = self._said(kind, film, number)
        return number, interaction(number, code, data, HOME, member=who, **more)

    def _film(self) -> Film:
        return self._chance.choices(self._films, cum_weights=self._fame)[0]

    def _said(self, kind: str, film: Film, number: int) -> tuple[int, Json, Json]:
        match kind:
            case "autocomplete":
                typed = film.title[: self._chance.randint(2, 9)]
                return 4, command("movie", {"title": typed}, focused="title"), {}
            case "movie":
                return 2, command("movie", {"title": self._chance.choice((film.id, film.title))}), {}
            case "ask":
                question = self._chance.choice(QUESTIONS).format(film.title)[:200]
                return 2, command("ask", {"question": question}), {}
            case "press":
                shown = message(number - 1, "")
                return 3, press(self._chance.choice(BUTTONS).format(film.id)), {"message": shown}
            case _:
                title = f"{film.title[:40]} {next(self._numbers)}"
                inner = command("add", {"title": title})["options"]
                return 2, {"id": "78", "name": "entry", "type": 1, "options": _within("add", inner)}, {}


def _within(name: str, options: list[Json]) -> list[Json]:
    return [{"name": name, "type": 1, "options": options}]


async def run_step(home: DiscordAtHome, bot: Running, people: People, rate: float, seconds: float) -> Step:
    """So many interactions a second for so long."""
    loop = asyncio.get_running_loop()
    before, begin = bot.seconds, loop.time()
    sent: list[str] = []
    for due in _times(begin, rate, seconds):
        await asyncio.sleep(max(0.0, due - loop.time()))
        number, payload = people.act(home)
        home.expect(number)
        await home.gateway.tell("INTERACTION_CREATE", payload)
        sent.append(str(number))
    with contextlib.suppress(TimeoutError):  # What is still missing then is counted as late.
        await home.until(lambda: all(number in home.acknowledged for number in sent), LAST_SECONDS)
    took = sorted(
        1000 * (home.acknowledged[number] - home.sent_at[number])
        for number in sent
        if number in home.acknowledged
    )
    cpu = 1000 * (bot.seconds - before) / len(sent)
    forget(home)
    return Step(rate, len(sent), len(sent) - len(took), tuple(took), cpu)


def _times(begin: float, rate: float, seconds: float) -> Iterator[float]:
    return (begin + place / rate for place in range(int(rate * seconds)))


def forget(home: DiscordAtHome) -> None:
    """What was noted of the step before, so that the driver stays as quick."""
    home.answers.clear()
    home.acknowledged.clear()
    home.sent_at.clear()
    for session in home.gateway.sessions.values():
        session.sent = ["" for _ in session.sent]
