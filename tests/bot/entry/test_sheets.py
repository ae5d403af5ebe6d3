"""A spreadsheet from the template to published entries, however it was saved in between."""

import csv
import io

import pytest

from knowledge.curation.workbook import TEMPLATES, workbook_rows
from knowledge.storage.drafts import drafts_of
from knowledge.storage.revisions import history
from knowledge.storage.storage import Storage
from tests.bot.entry.acts import BOAT, pitched, publish
from tests.bot.entry.stopwatch import Stopwatch
from tests.bot.pretend import Person, World

WHALE = {
    "title": "The Tin Whale",
    "year": "1999",
    "rating": "PG",
    "one_line": "A whale made of tin.",
    "scary_moments": "mild",
    "scary_moments_says": "It rattles.",
    "source_1": "A review",
    "source_1_link": "https://example.org/whale",
}


def saved(*rows: dict[str, str]) -> bytes:
    """As a spreadsheet of a country saves it that writes commas in numbers."""
    file = io.StringIO(newline="")
    heads = list(dict.fromkeys(head for row in rows for head in row))
    writer = csv.DictWriter(file, heads, restval="", delimiter=";")
    writer.writeheader()
    writer.writerows(rows)
    return file.getvalue().encode("utf-8-sig")


@pytest.mark.parametrize("kind", TEMPLATES)
async def test_the_template_is_taken_back_and_holds_no_film_yet(moderator: Person, kind: str) -> None:
    sent = await moderator.slash("entry template", kind=kind)
    (file,) = sent.message.attachments
    assert file.filename == f"usher-template.{kind}"
    seen = await moderator.uploads("entry upload", file.filename, await file.read())
    assert "holds no film yet" in seen.text


async def test_the_template_names_the_board_of_the_server_and_every_topic(moderator: Person) -> None:
    (file,) = (await moderator.slash("entry template")).message.attachments
    heads, _ = workbook_rows(await file.read(), "template.xlsx")
    assert {"title", "year", "rating", "scary_moments", "scary_moments_says", "source_1_link"} <= set(heads)


async def test_good_rows_are_published_and_the_others_become_drafts(world: World, storage: Storage) -> None:
    me = Stopwatch(world)
    wrong = {**WHALE, "title": "Red Kite", "year": "1970", "scary_moments": "awful", "rating": "PG-14"}
    sheet = saved(WHALE, wrong, {"title": "", "year": "1980", "one_line": "Nobody knows."})
    seen = await me.uploads("entry upload", "films.csv", sheet)
    assert "1 new, 0 changed, 0 as they are, 2 to be corrected" in seen.text
    assert "As drafts of yours, with their faults marked: 1." in seen.text
    assert "Left out until it is corrected in the file: 1." in seen.text
    assert "**Red Kite (1970)** (row 3)" in seen.text
    assert "`scary_moments`: 'awful' is not known; it can be: none, mild, moderate, severe" in seen.text
    assert "`rating`: 'PG-14' is no code of MPA; did you mean 'PG-13'?" in seen.text
    assert "- title: is missing; add it" in seen.text
    done = await me.presses(seen, "Confirm")
    assert me.count == (2, 0)
    assert "The Tin Whale (1999) is published" in done.text
    assert "Kept as your drafts, to be corrected:** Red Kite (1970)" in done.text
    (revision,) = await storage.read(history, world.here, "the-tin-whale-1999")
    assert revision.why == "First version"
    draft = await me.slash("entry edit", title="Red Kite")
    assert {"Correct: What is in it: Scary moments", "Correct: Official rating: MPA"} <= set(draft.labels)
    form = await me.opens(draft, "Correct: Official rating: MPA")
    assert form.held["sources"] == ["a-review"]


async def test_a_draft_that_there_is_is_not_written_over(world: World, storage: Storage) -> None:
    me = Stopwatch(world)
    await pitched(me, "My words.")
    sheet = saved({"title": "The Paper Boat", "year": "2001", "scary_moments": "awful"})
    seen = await me.presses(await me.uploads("entry upload", "films.csv", sheet), "Keep as drafts")
    assert "You have a draft of these already" in seen.text
    assert "My words." in (await me.slash("entry edit", title=BOAT)).text
    assert len(await storage.read(drafts_of, world.here, me.actor.id)) == 1


async def test_a_row_about_a_film_that_is_here_changes_its_columns_alone(
    world: World, storage: Storage, moderator: Person
) -> None:
    sheet = saved({"title": "The Paper Boat", "year": "2001", "minutes": "84"})
    seen = await moderator.uploads("entry upload", "films.csv", sheet)
    assert "0 new, 1 changed" in seen.text
    form = await moderator.opens(seen, "Confirm")
    await moderator.sends(form, why="From our list")
    movie = storage.library(world.here)[BOAT]
    assert (movie.runtime, movie.pitch) == (84, "A boat made of paper sails.")
    assert len(movie.findings) == 1


async def test_heads_that_nobody_knows_are_told_before_anything_is_read(moderator: Person) -> None:
    seen = await moderator.uploads("entry upload", "films.csv", saved({**WHALE, "scray_moments": "mild"}))
    assert "there is no column 'scray_moments'; did you mean 'scary_moments'?" in seen.text.replace("\\", "")
    assert seen.labels == []


async def test_a_draft_from_a_row_goes_on_to_be_published(
    world: World, storage: Storage, moderator: Person
) -> None:
    sheet = saved({**WHALE, "scary_moments_says": ""})
    seen = await moderator.uploads("entry upload", "films.csv", sheet)
    assert "`scary_moments_says`: is missing; add it" in seen.text
    await moderator.presses(seen, "Keep as drafts")
    draft = await moderator.slash("entry edit", title="The Tin Whale")
    ready = await moderator.sends(await moderator.opens(draft, "A sentence for each"), fear="It rattles.")
    assert "is published" in (await moderator.presses(ready, "Publish")).text
    again = await moderator.sends(
        await moderator.chooses_to_fill(await moderator.slash("entry edit", title="tin whale"), "talk"),
        questions="Why tin?",
    )
    await publish(moderator, again)
    assert storage.library(world.here)["the-tin-whale-1999"].talk_about == ("Why tin?",)
