"""A desk for each server: its own entries over the shared guide, its country and its strictness."""

from collections.abc import Callable
from dataclasses import replace

from bot.cards.phrases import Languages
from bot.desk import Desk
from knowledge.guide import Guide
from knowledge.library import Library
from knowledge.storage.servers import Settings
from knowledge.storage.storage import Storage

NewGuide = Callable[[Library, str, Guide | None], Guide]
"""A guide over a library, with the official ratings of a country first; like another that differs little."""
COUNTRY = "US"


class Desks:
    """Makes a server's desk anew when its library or settings changed, else gives the one that there is."""

    def __init__(self, new_guide: NewGuide, languages: Languages) -> None:
        self._new_guide = new_guide
        self._languages = languages
        self._made: dict[int | None, tuple[Library, Settings, Desk]] = {}

    def of(self, server: int | None, storage: Storage) -> Desk:
        """The desk of a server; None is the shared guide, as in a direct message."""
        library, settings = storage.library(server), storage.settings(server)
        plain = settings.country in (None, COUNTRY) and not settings.strictness
        if server is not None and plain and library is storage.library(None):
            server, settings = None, Settings()
        made = self._made.get(server)
        if made is None or made[0] is not library or made[1] != settings:
            like = made or self._made.get(None)
            made = (library, settings, self._desk(library, settings, like[2].guide if like else None))
            self._made[server] = made
        return made[2]

    def _desk(self, library: Library, settings: Settings, like: Guide | None) -> Desk:
        ages = library.vocabulary.ages.stricter(settings.strictness)
        stricter = Library(library.movies, replace(library.vocabulary, ages=ages))
        guide = self._new_guide(stricter, settings.country or COUNTRY, like)
        return Desk(guide, self._languages)
