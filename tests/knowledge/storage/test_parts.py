"""A process that serves a part of the servers holds what these wrote and what is shared, nothing else."""

from knowledge.library import Library
from knowledge.storage.owners import SHARED
from knowledge.storage.servers import ServerSettings, change_settings
from knowledge.storage.storage import Storage
from tests.knowledge.storage.changes import GUIDE, HERE, KITE, THERE, Make, Opened, publish
from tests.until import until


async def test_each_process_holds_its_own_servers_and_what_is_shared(
    opened: Opened, url: str, guide: Library, make_entry: Make
) -> None:
    async with opened() as writer, Storage.open(url, guide, serves=lambda server: server == HERE) as part:
        await writer.write(THERE, [publish(make_entry(KITE))])
        await writer.write(HERE, [publish(make_entry(KITE))])
        shared = make_entry("the-shared-2002")
        await writer.write(SHARED, [publish(shared)])
        await until(lambda: {KITE, shared.id} <= part.library(HERE).movies.keys())
        assert KITE not in part.library(THERE).movies
        assert part.published.own.keys() == {HERE, SHARED}
        await part.save(change_settings, THERE, ServerSettings(country="DE"))
        assert part.published.own.keys() == {HERE, SHARED}
        await until(lambda: writer.settings(THERE).country == "DE")
    async with Storage.open(url, guide, serves=lambda server: server == HERE) as again:
        assert again.published.own.keys() == {HERE, SHARED}
        assert GUIDE in again.library(THERE).movies
