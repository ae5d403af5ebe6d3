"""/suggest and /compare as a parent uses them, and what is offered before anything is typed."""

import re

import pytest

from tests.bot.pretend import Person
from tests.bot.seen import Seen


def films_of(seen: Seen) -> set[str]:
    """The films of the card's list."""
    return set(re.findall(r"^- \*\*(.+? \(\d{4}\))\*\*", seen.text, re.MULTILINE))


async def test_what_to_watch_is_answered_to_the_asker_alone_and_can_be_shared(parent: Person) -> None:
    seen = await parent.slash("suggest", ages="5 and 9")
    assert seen.private
    assert seen.heading == "**From the guide for 5 and 9, by all that was looked at:**"
    assert "To know: " in seen.text or "Nothing of concern" in seen.text
    shared = await parent.presses(seen, "Share")
    assert not shared.private
    assert shared.heading == seen.heading


async def test_more_names_other_films_until_all_that_fit_were_named(parent: Person) -> None:
    seen = await parent.slash("suggest", ages="5")
    named = films_of(seen)
    left = int(next(re.finditer(r"-# (\d+) more fit", seen.text))[1])
    while "More" in seen.labels:
        seen = await parent.presses(seen, "More")
        assert seen.private
        assert not named & films_of(seen)
        left -= len(films_of(seen))
        named |= films_of(seen)
    assert left == 0


async def test_a_film_that_is_suggested_is_one_press_away_with_its_verdict(parent: Person) -> None:
    seen = await parent.slash("suggest", ages="9", like="coco", theme="family", minutes=110)
    assert seen.film == "Coco (2017)"
    assert "About “family”, at most 110 minutes." in seen.text
    label = next(one for one in seen.labels if one.endswith(")"))
    opened = await parent.presses(seen, label)
    assert opened.film == label
    assert opened.first.startswith("**Yes, it usually fits a 9-year-old.**")


async def test_what_is_not_understood_is_not_left_out_in_silence(parent: Person) -> None:
    assert "no age" in (await parent.slash("suggest", ages="purple")).text
    assert "don't know what “xyzzy”" in (await parent.slash("suggest", ages="8", avoid="fear, xyzzy")).text


@pytest.mark.parametrize("avoid", ["Scary moments", "scary moments, Swearing", "jump scares"])
async def test_what_is_to_be_avoided_is_chosen_or_typed(parent: Person, avoid: str) -> None:
    seen = await parent.slash("suggest", ages="12", avoid=avoid)
    assert f"ithout {avoid.lower().split(',')[0]}" in seen.text


async def test_topics_are_offered_to_be_avoided(parent: Person) -> None:
    assert [one["name"] for one in await parent.types("suggest", "avoid", "scar")] == [
        "Scary moments",
        "Jump scares",
    ]


async def test_three_films_stand_side_by_side_for_the_ages_that_were_asked(parent: Person) -> None:
    seen = await parent.slash("compare", film="coco", other="up 2009", third="frozen 2013", ages="6")
    assert seen.private
    for film in ("Coco (2017)", "Up (2009)", "Frozen (2013)"):
        assert f"**{film} · PG**" in seen.text
    assert "Coco: " in seen.text.splitlines()[-2] + seen.text
    shared = await parent.presses(seen, "Share")
    assert shared.film == "Coco (2017)"


async def test_a_title_that_is_not_certain_is_asked_for_and_the_others_are_kept(parent: Person) -> None:
    seen = await parent.slash("compare", film="coco", other="the little mermaid")
    label = next(one for one in seen.labels if "Mermaid" in one)
    compared = await parent.presses(seen, label)
    assert "**Coco (2017) · PG**" in compared.text
    assert "Mermaid" in compared.heading


async def test_a_film_is_not_compared_with_itself(parent: Person) -> None:
    assert "two different films" in (await parent.slash("compare", film="coco", other="Coco (2017)")).text


async def test_before_anything_is_typed_what_fits_the_last_ages_is_offered_first(parent: Person) -> None:
    await parent.slash("ask", question="is coco ok for 5?")
    offered = [one["value"] for one in await parent.types("movie", "title", "")]
    assert len(offered) == 25
    answered = await parent.slash("ask", movie=offered[0], question="is it ok for 5?")
    assert answered.first.startswith(
        ("**Yes, it usually fits a 5-year-old.**", "**With care for a 5-year-old.**")
    )
