"""Behind the buttons of a short card: all that there is to say, and where each part comes from."""

from bot.ui.phone import LINES, height
from tests.bot.pretend import Person
from tests.bot.seen import Seen


def names(seen: Seen) -> str:
    """The small line of sources."""
    return next(line for line in seen.text.splitlines() if line.startswith("-# Sources: "))


async def test_sources_are_one_short_line_and_all_of_them_one_press_away(parent: Person) -> None:
    card = await parent.slash("ask", question="is coraline ok for 7?")
    assert height(card.text.splitlines()) <= LINES
    assert "http" not in card.text
    assert " more" in names(card)
    sources = await parent.presses(card, "Sources")
    assert sources.private
    assert sources.film == "Coraline (2009)"
    assert "- **Official rating:** " in sources.text
    assert "- **Reviews:** [" in sources.text
    assert sources.text.count("](https://") >= 5


async def test_what_was_shortened_is_whole_behind_more(parent: Person) -> None:
    card = await parent.slash("warnings", title="It (2017)")
    assert "a parent is abusive" not in card.text.lower()
    whole = await parent.presses(card, "More")
    assert whole.private
    assert "a parent is abusive" in whole.text.lower()


async def test_a_film_at_a_glance_says_where_it_comes_from_too(parent: Person) -> None:
    card = await parent.slash("movie", title="Coraline (2009)")
    sources = await parent.presses(card, "Sources")
    assert "Facts" in sources.text or sources.text.count("](https://") >= 10
