"""The film that was spoken of before a row: where its words tell another part or version, one that has it."""

import random
from collections.abc import Sequence

from knowledge.titles.films import Film
from knowledge.understanding.film_candidate import FilmCandidate
from knowledge.understanding.film_versions import FilmVersions, names_of
from knowledge.understanding.token_text import TokenText
from knowledge.understanding.version_hints import Hints

TRIES = 150
"""Films that are tried until one has the part that is told."""


class FilmsBefore:
    """Chooses films that may have been spoken of, repeatable by its seed."""

    def __init__(self, films: Sequence[Film], versions: FilmVersions, seed: int) -> None:
        self._films, self._versions = films, versions
        self._random = random.Random(seed)

    def any(self) -> Film:
        """Any of them."""
        return self._random.choice(self._films)

    def with_version(
        self, message: TokenText, hints: Hints, start: int, end: int
    ) -> tuple[Film, FilmCandidate] | None:
        """A film, and its version that these tokens tell and no more: `the second one`, `la secuela`."""
        if not self._versions.tells(message, hints, start, end, names_of(self._films[0])):
            return None
        for _ in range(TRIES):
            film = self.any()
            told = _told(film, hints, list(self._versions.of(hints, film, range(start, end))))
            if told is not None:
                return film, told
        return None


def _told(film: Film, hints: Hints, versions: Sequence[FilmCandidate]) -> FilmCandidate | None:
    """The part of the number that is told, or else the newest or oldest film of this name."""
    others = [each for each in versions if each.film.id != film.id]
    part = next((each for each in others if each.part), None)
    if part is not None or not others:
        return part
    dated = sorted((each for each in versions if each.film.year), key=lambda each: each.film.year or 0)
    told = dated[-1] if "newest" in hints.kinds else dated[0] if "oldest" in hints.kinds else None
    return told if told in others else None
