"""Services that make one wait, never end or break off, and how a fetch goes on after them."""

import asyncio
import gzip
from collections.abc import AsyncIterator

import pytest

from knowledge.catalogue.fetch.progress import FOLDER
from knowledge.catalogue.fetch.refusals import Unfetched
from tests.knowledge.catalogue.fetch.conftest import Home, assert_all
from tests.knowledge.catalogue.fetch.failures import (
    at,
    cut_off,
    details,
    dripping,
    endless,
    status,
)
from tests.knowledge.catalogue.fetch.services import (
    BASICS,
    Asked,
    answer,
)  # fmt: skip


@pytest.mark.parametrize(
    ("header", "least"), [("120", 120), ("Fri, 15 Jan 2027 08:02:00 GMT", 120), ("soon", 0)]
)
async def test_a_wait_that_is_asked_for_is_waited_and_then_it_goes_on(
    home: Home, header: str, least: int
) -> None:
    home.services.next = [status("429 Too Many Requests", Retry_After=header)]
    await home.fetch()
    assert_all(home)
    assert len(home.clock.slept) == 1
    assert least < home.clock.slept[0] < least + 60


async def test_waits_grow_while_it_keeps_failing(home: Home) -> None:
    home.services.always = status("503 Service Unavailable")
    with pytest.raises(Unfetched):
        await home.fetch()
    assert home.clock.slept == sorted(set(home.clock.slept))
    assert len(home.services.asked) == 6


async def test_what_never_comes_to_an_end_is_not_waited_for(home: Home) -> None:
    for failing in (endless, dripping):
        home.services.always = details(failing)
        with pytest.raises(Unfetched, match=r"bytes at once|in time"):
            await home.fetch()
        assert home.as_it_was
    home.services.always = None
    await home.fetch()
    assert_all(home)


async def test_a_file_without_end_is_left_at_what_can_be_right(home: Home) -> None:
    home.services.always = at("ratings", endless)
    with pytest.raises(Unfetched, match="cannot be right"):
        await home.fetch()
    assert home.as_it_was
    assert sum(file.stat().st_size for file in (home.folder / FOLDER).iterdir()) < 110 << 20


async def test_a_download_that_only_drips_is_broken_off(home: Home) -> None:
    def drip(asked: Asked) -> AsyncIterator[bytes]:
        async def pieces() -> AsyncIterator[bytes]:
            yield b"HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n"
            for _ in range(20):
                yield b"\x1f"
                home.clock.time += 1
                await asyncio.sleep(0.005)

        del asked
        return pieces()

    home.services.always = at("akas", drip)
    with pytest.raises(Unfetched, match="next to nothing"):
        await home.fetch()
    assert home.as_it_was


async def test_a_download_goes_on_where_it_was_cut_off(home: Home) -> None:
    home.services.always = at("akas", cut_off)
    with pytest.raises(Unfetched):
        await home.fetch()
    there = (home.folder / FOLDER / "title.akas.tsv.gz.part").stat().st_size
    home.services.asked.clear()
    home.services.always = None
    await home.fetch()
    assert_all(home)
    assert [(asked.path, asked.headers["range"]) for asked in home.services.asked] == [
        ("/title.akas.tsv.gz", f"bytes={there}-")
    ]


async def test_another_edition_is_not_joined_to_the_old_one(home: Home) -> None:
    home.services.always = at("basics", cut_off)
    with pytest.raises(Unfetched):
        await home.fetch()
    newer = gzip.compress((BASICS + "tt0120737\tmovie\tThe Ring\t\\N\t0\t2001\t\\N\t178\tFantasy\n").encode())
    home.services.always = at("basics", lambda _: answer(newer, ETag='"two"'))
    await home.fetch()
    assert home.votes("tt0120737") == 0
