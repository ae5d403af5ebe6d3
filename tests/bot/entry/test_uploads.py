"""Entries as files: out and in again unchanged, faults with their place, all or nothing."""

from pathlib import Path

import pytest

from knowledge.curation.export import FORMATS
from knowledge.curation.upload import read_upload
from knowledge.library import Library
from knowledge.storage.storage import Storage
from tests.bot.entry.acts import BOAT, publish, published
from tests.bot.entry.conftest import entry
from tests.bot.pretend import Person, World

SEED = Path(__file__).parents[4] / "shared/seed/000_4daaad85153c44f2.txt"
PAGE = """The Tin Whale

A whale is made of tin.
Rated: PG
Genre: Family
Release Year: 1999
Running Time: 61 minutes

What's the story?

Somebody builds a whale and sails away in it.
"""


@pytest.mark.parametrize("kind", FORMATS)
async def test_what_is_exported_is_there_already_when_it_is_uploaded(
    world: World, storage: Storage, moderator: Person, kind: str
) -> None:
    await published(moderator, "First.")
    seen = await moderator.slash("entry export", kind=kind)
    assert "can be uploaded again" in seen.text
    (file,) = seen.message.attachments
    data = await file.read()
    movies = read_upload(file.filename, data, storage.library(world.here))
    assert movies == (storage.library(world.here)[BOAT],)
    same = await moderator.uploads("entry upload", file.filename, data)
    assert "Nothing to change" in same.text


async def test_one_entry_of_the_shared_guide_can_be_exported(moderator: Person) -> None:
    seen = await moderator.slash("entry export", title=BOAT)
    assert seen.message.attachments[0].filename == f"{BOAT}.toml"


async def test_an_upload_changes_nothing_before_it_is_confirmed(
    world: World, storage: Storage, library: Library, moderator: Person
) -> None:
    boat = library[BOAT].model_copy(update={"pitch": "Another line."})
    data = FORMATS["json"]([boat, entry("Red Kite", 1970)]).encode()
    dry = await moderator.uploads("entry upload", "films.json", data)
    assert "1 new, 1 changed, 0 as they are, 0 to be corrected" in dry.text
    assert "A boat made of paper sails. → Another line." in dry.text
    assert storage.library(world.here)[BOAT].pitch == "A boat made of paper sails."
    done = await moderator.sends(await moderator.opens(dry, "Confirm"), why="From our list")
    assert "The Paper Boat (2001) is published" in done.text
    assert storage.library(world.here)["red-kite-1970"].title == "Red Kite"


async def test_a_fault_is_shown_with_its_place_and_what_can_be_corrected_becomes_a_draft(
    world: World, storage: Storage, library: Library, moderator: Person
) -> None:
    text = FORMATS["toml"]([library[BOAT]]).replace('level = "moderate"', 'level = "awful"')
    seen = await moderator.uploads("entry upload", "boat.toml", text.encode())
    assert "0 new, 0 changed, 0 as they are, 1 to be corrected" in seen.text
    assert "**The Paper Boat (2001)**" in seen.text
    assert "- Scary moments: " in seen.text
    assert "moderate" in seen.text
    kept = await moderator.presses(seen, "Keep as drafts")
    assert "Kept as your drafts, to be corrected:** The Paper Boat (2001)" in kept.text
    assert storage.library(world.here) is storage.library(None)
    draft = await moderator.slash("entry edit", title=BOAT)
    assert "What is in it: Scary moments could not be taken" in draft.text
    form = await moderator.opens(draft, "Correct: What is in it: Scary moments")
    assert form.held["says"] == "A storm at night."
    ready = await moderator.sends(form, level="severe")
    assert "is published" in (await publish(moderator, ready)).text
    assert storage.library(world.here)[BOAT].findings[0].level == "severe"


@pytest.mark.parametrize(("name", "right"), [("films.doc", ".toml"), ("films.xlsx", "no workbook")])
async def test_a_file_of_an_unknown_kind_is_refused_in_plain_words(
    moderator: Person, name: str, right: str
) -> None:
    seen = await moderator.uploads("entry upload", name, b"PK")
    assert right in seen.text
    assert "/entry template" in seen.text


async def test_an_upload_over_somebody_elses_newer_change_is_refused(
    world: World, storage: Storage, library: Library, moderator: Person
) -> None:
    boat = library[BOAT].model_copy(update={"pitch": "From the file."})
    data = FORMATS["json"]([entry("Red Kite", 1970), boat]).encode()
    dry = await moderator.uploads("entry upload", "films.json", data)
    await published(world.moderator("second"), "Their words.")
    done = await moderator.sends(await moderator.opens(dry, "Confirm"), why="From our list")
    assert "a file must be uploaded again" in done.text
    assert done.labels == ["History"]
    assert storage.library(world.here)[BOAT].pitch == "Their words."
    assert "red-kite-1970" not in storage.library(world.here).movies


async def test_a_review_page_becomes_a_draft_and_its_prose_stands_beside_the_fields(
    moderator: Person,
) -> None:
    seen = await moderator.uploads("entry upload", "page.txt", PAGE.encode())
    assert seen.heading == "### The Tin Whale (1999)"
    assert "Needed before it can be published:** At a glance" in seen.text
    assert "builds a whale" not in seen.text
    assert "61 min" in seen.text
    form = await moderator.chooses_to_fill(seen, "story")
    assert "builds a whale" in form.note
    assert form.held.get("says") is None


async def test_a_pasted_page_becomes_the_same_draft(moderator: Person) -> None:
    half = PAGE.index("What's the story?")
    form = await moderator.slash_opens("entry paste")
    seen = await moderator.sends(form, page_1=PAGE[:half], page_2=PAGE[half:])
    assert seen.heading == "### The Tin Whale (1999)"
    assert "61 min" in seen.text
    assert "builds a whale" in (await moderator.chooses_to_fill(seen, "story")).note


async def test_a_page_of_a_film_that_is_here_takes_nothing_away_from_its_entry(moderator: Person) -> None:
    page = PAGE.replace("The Tin Whale", "The Paper Boat").replace("1999", "2001")
    seen = await moderator.uploads("entry upload", "page.txt", page.encode())
    assert "in the guide already" in seen.first
    assert "A boat made of paper sails." in seen.text
    assert "**Moderate:** scary moments" in seen.text
    assert "builds a whale" in (await moderator.chooses_to_fill(seen, "story")).note


async def test_a_file_that_is_too_long_is_measured_as_people_do(moderator: Person) -> None:
    seen = await moderator.uploads("entry upload", "films.toml", b"#" * 9 * 1024 * 1024)
    assert "is 9.0 MB long; send at most 8.0 MB" in seen.text


async def test_a_paste_that_is_no_page_says_so(moderator: Person) -> None:
    seen = await moderator.sends(await moderator.slash_opens("entry paste"), page_1="hello")
    assert "nothing was changed" in seen.text


async def test_the_seed_page_becomes_a_draft(moderator: Person) -> None:
    if not SEED.exists():
        pytest.skip("the seed page is not part of the project")
    seen = await moderator.uploads("entry upload", "page.txt", SEED.read_bytes())
    assert seen.heading == "### Never Let Me Go (2010)"
    assert "R in the United States" in seen.text
    form = await moderator.chooses_to_fill(seen, "know")
    assert "young people" in form.note
    voice = await moderator.chooses_to_fill(seen, "voice.0")
    assert voice.held["who"]
    assert "says" not in voice.held


async def test_a_page_that_is_none_is_refused(moderator: Person) -> None:
    seen = await moderator.uploads("entry upload", "page.txt", b"Hello\nthere")
    assert "does not look like a review page" in seen.text
