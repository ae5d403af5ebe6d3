"""A server's desk follows its entries, change by change."""

import asyncio
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.cli.serve import following
from bot.film.replies import Replier
from bot.guide_cache import GuideCache
from bot.guide_factory import Guides
from bot.ui.phrases import Languages
from knowledge.catalogue.catalogue_import import import_catalogue
from knowledge.entry import Movie
from knowledge.library import Library
from knowledge.storage.changes import Change
from knowledge.storage.owners import ServerId
from knowledge.storage.revision_writer import Written
from knowledge.storage.revisions import ChangeKind
from knowledge.storage.storage import Storage
from knowledge.titles.decision import Decided
from tests.until import until

HERE = ServerId(7)


def kite(number: int, movie: Movie) -> Movie:
    """An entry of our own in another one's words."""
    external = movie.external.model_copy(update={"imdb": None})
    new = {"id": f"kite-{number}-2001", "title": f"Kite {number}", "year": 2001, "also_known_as": ()}
    return movie.model_copy(update={**new, "external": external})


async def write(storage: Storage, number: int, movie: Movie) -> None:
    new = kite(number, movie)
    outcome = await storage.write(HERE, [Change(new.id, ChangeKind.PUBLISH, 1, "New", entry=new)])
    assert outcome


def found(replier: Replier, title: str) -> str:
    return replier.guide.find(title).matches[0].film.id


async def test_a_server_that_changes_a_hundred_entries_finds_each_of_them_at_once(
    storage: Storage, library: Library, catalogue: Path
) -> None:
    guides, movie = GuideCache(Guides(catalogue), Languages()), library["never-let-me-go-2010"]
    before = guides.of(None, storage).guide
    compacted = 0
    for number in range(10, 120):
        await write(storage, number, movie)
        guide = guides.of(HERE, storage).guide
        assert found(guides.of(HERE, storage), f"kite {number}") == f"kite-{number}-2001"
        compacted += not guide.titles.fragmented and len(guide.titles.films) > len(before.titles.films) + 80
    assert compacted, "nobody compacted what was changed"
    assert all(
        found(guides.of(HERE, storage), f"kite {number}") == f"kite-{number}-2001" for number in (10, 60)
    )
    assert guides.of(None, storage).guide is before


async def test_what_changes_no_name_makes_no_index_anew_and_a_new_name_is_found(
    storage: Storage, library: Library, catalogue: Path
) -> None:
    guides, movie = GuideCache(Guides(catalogue), Languages()), library["never-let-me-go-2010"]
    shared = guides.of(None, storage).guide.titles
    worded = movie.model_copy(update={"pitch": "In other words."})
    named = worded.model_copy(update={"title": "The Tin Whale"})
    for base, new in enumerate((worded, named)):
        change = Change(new.id, ChangeKind.PUBLISH, 1, "Changed", base, new)
        assert isinstance(await storage.write(HERE, [change]), Written)
        guide = guides.of(HERE, storage).guide
        assert guide.library[movie.id] == new
        assert (len(guide.titles.sides) == len(shared.sides)) is (new is worded)
    assert found(guides.of(HERE, storage), "the tin whale") == movie.id
    assert guides.of(None, storage).guide.find("the tin whale").decided is not Decided.ACCEPT


async def test_films_that_are_imported_while_the_bot_runs_can_be_named_soon(
    storage: Storage, tmp_path: Path, furnish: Callable[[Path], None]
) -> None:
    furnish(tmp_path)
    catalogue, file = tmp_path / "catalogue", tmp_path / "titles.tsv"
    guides = GuideCache(Guides(catalogue), Languages())
    async with following(guides, every=0.02):
        for number in (1, 2):
            assert not guides.of(None, storage).guide.titles.named(f"tt000000{number}")
            rows = "".join(
                f"tt000000{each}\tThe Tin Whale {each}\t1999\t300\t\n" for each in range(1, number + 1)
            )
            file.write_text(f"id\ttitle\tyear\tvotes\talso_known_as\n{rows}", encoding="utf-8")
            await asyncio.to_thread(import_catalogue, file, catalogue, lambda _: None, {})
            await until(lambda film=f"tt000000{number}": guides.of(None, storage).guide.titles.named(film))
    assert found(guides.of(None, storage), "never let me go") == "never-let-me-go-2010"


async def test_an_answer_is_drawn_once_until_what_it_says_changes(
    storage: Storage, library: Library, catalogue: Path
) -> None:
    guides, movie = GuideCache(Guides(catalogue), Languages()), library["never-let-me-go-2010"]
    first = guides.of(HERE, storage).film(movie.id, "en-US")
    assert guides.of(HERE, storage).film(movie.id, "en-US") is first
    assert guides.of(HERE, storage).film(movie.id, "de") != first
    changed = movie.model_copy(update={"findings": movie.findings[:1]})
    await storage.write(HERE, [Change(movie.id, ChangeKind.PUBLISH, 1, "Fewer", entry=changed)])
    assert guides.of(HERE, storage).film(movie.id, "en-US") != first


async def test_however_many_servers_write_their_own_only_so_many_guides_are_kept(
    storage: Storage, library: Library, catalogue: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.guide_cache.MOST_MADE", 3)
    guides, movie = GuideCache(Guides(catalogue), Languages()), library["never-let-me-go-2010"]
    shared = guides.of(None, storage)
    for server in range(1, 7):
        new = kite(server, movie)
        await storage.write(ServerId(server), [Change(new.id, ChangeKind.PUBLISH, 1, "New", entry=new)])
    for server in (*range(1, 7), 1):
        assert found(guides.of(server, storage), f"kite {server}") == f"kite-{server}-2001"
    assert len(guides) == 3
    assert guides.of(None, storage) is shared
