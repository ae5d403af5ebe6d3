"""Who answers for each server: its own entries over the shared guide, its country and its strictness."""

import asyncio
from collections import OrderedDict
from concurrent.futures import Future, ThreadPoolExecutor

from bot.film.replies import Replier
from bot.guide_factory import Guides
from bot.ui.phrases import Languages
from knowledge.guide import Indexed
from knowledge.library import Library
from knowledge.storage.servers import ServerSettings
from knowledge.storage.storage import Storage

COUNTRY = "US"
MOST_MADE = 100
"""Servers with entries or choices of their own whose guides are kept; another's is made when it asks."""


class GuideCache:
    """Makes a server's replier anew when its library or settings changed, else gives the one there is."""

    def __init__(self, new_guide: Guides, languages: Languages) -> None:
        self._new_guide = new_guide
        self.languages = languages
        self._made: OrderedDict[int | None, tuple[Library, ServerSettings, Replier]] = OrderedDict()
        self._told: OrderedDict[int | None, tuple[Replier, Library, Replier]] = OrderedDict()
        self._compacted: dict[int | None, Future[Indexed]] = {}
        self._executor = ThreadPoolExecutor(1, "compacting")

    def of(self, server: int | None, storage: Storage) -> Replier:
        """The replier of a server; None is the shared guide, as in a direct message."""
        library, of_entries = storage.library(server), self._of_entries(server, storage)
        if not library.families:
            return of_entries
        told = self._told.get(server)
        if told is None or told[0] is not of_entries or told[1] is not library:
            told = self._told[server] = of_entries, library, of_entries.hearing(library.families)
        self._told.move_to_end(server)
        while len(self._told) > MOST_MADE:
            self._told.popitem(last=False)
        return told[2]

    def _of_entries(self, server: int | None, storage: Storage) -> Replier:
        """The same without what families say: a review makes no entry's guide anew."""
        library, settings = storage.library(server), storage.settings(server)
        plain = settings.country in (None, COUNTRY) and not settings.strictness
        if server is not None and plain and library.movies is storage.library(None).movies:
            server, settings = None, ServerSettings()
        made = self._made.get(server)
        if made is None or made[0].movies is not library.movies or made[1] != settings:
            made = (library, settings, self._replier(library, settings, self._like(server)))
            self._made[server] = made
            self._forget_oldest()
            if made[2].guide.titles.fragmented and server not in self._compacted:
                self._compacted[server] = self._executor.submit(made[2].guide.laid.compacted)
        self._made.move_to_end(server)
        return made[2]

    def _forget_oldest(self) -> None:
        """What was longest not asked for; the shared guide is what all others are laid over, and stays."""
        while len(self._made) > MOST_MADE:
            oldest = next(server for server in self._made if server is not None)
            del self._made[oldest]
            self._compacted.pop(oldest, None)

    def __len__(self) -> int:
        return len(self._made)

    async def renew(self) -> None:
        """Lays every guide over the catalogue as it is now, if something was imported since."""
        if await asyncio.to_thread(self._new_guide.renew):
            self._made, self._told, self._compacted = OrderedDict(), OrderedDict(), {}

    def _like(self, server: int | None) -> Indexed | None:
        """What the server had before, compacted if that was done beside the event loop in the meantime."""
        compacted = self._compacted.get(server)
        if compacted is not None and compacted.done():
            return self._compacted.pop(server).result()
        made = self._made.get(server) or self._made.get(None)
        return made[2].guide.laid if made else None

    def _replier(self, library: Library, settings: ServerSettings, base: Indexed | None) -> Replier:
        stricter = Library(library.movies, library.vocabulary.stricter(settings.strictness))
        guide = self._new_guide(stricter, settings.country or COUNTRY, base)
        return Replier(guide, self.languages)
