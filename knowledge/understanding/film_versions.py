"""Films beside one that was named or spoken of: its other versions, the parts of its series."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass

from knowledge.titles.films import Film
from knowledge.titles.names import NameKind
from knowledge.titles.spans import NamedFilm, Sight, SpanIndex
from knowledge.titles.words import words
from knowledge.understanding.film_candidate import FilmCandidate
from knowledge.understanding.film_features import WELL_KNOWN
from knowledge.understanding.token_text import TokenText
from knowledge.understanding.version_hints import Hints
from knowledge.understanding.word_kinds import COUNTS

MOST_PARTS = 13
BESIDE = 3  # Words before a title that may say that all of its series are meant.
EVERYDAY = 3
"""How common a word is at least that may tell which part of a series is meant: `one`, `second`, `new`."""
RELATED = 100
"""Votes of a film that may be another version of the one spoken of, where its year or age is told."""
OLD = frozenset({"oldest", "first"})
"""What the only film of its title is as well."""


@dataclass(frozen=True, slots=True)
class FilmVersions:
    """Looks them up among the names of films."""

    spans: SpanIndex

    def tells(
        self, message: TokenText, hints: Hints, start: int, end: int, own: Collection[str] = ()
    ) -> bool:
        """Whether words tell a version, or are of a film's `own` names, and no word says more.

        *Elf*, *It Chapter Two*: the title of a well-known film means no version of another; Chapter Two may.
        """
        places, said = range(start, end), message.said(start, end)
        kinds, telling = hints.kinds_of(places), {*own, *hints.words.decades}
        least = WELL_KNOWN if any(map(str.isalpha, said)) else 0
        films = [film.kind for film in self.spans.named(said) if film.votes >= least]
        named = any(kind <= NameKind.ALIAS for kind in films)
        titled = NameKind.TITLE in films and any(map(str.isalpha, words(said)))
        told = [message.kinds[at] == COUNTS or message.tokens[at].word in telling for at in places]
        if not (any(told) or kinds) or titled or (named and "part" not in kinds):
            return False
        return all(
            tells
            or not message.tokens[at].word.isalpha()
            or message.tokens[at].word in hints.words.words
            or (message.common[at] >= EVERYDAY and not named)
            for at, tells in zip(places, told, strict=True)
        )

    def beside(self, hints: Hints, film: Film, tokens: Iterable[int]) -> Iterator[FilmCandidate]:
        """What some tokens ask for beside a film, and whatever else is called so."""
        yield from self.of(hints, film, tokens)
        yield from self.others(film)

    def of(self, hints: Hints, film: Film, tokens: Iterable[int]) -> Iterator[FilmCandidate]:
        """Other films of a title, and the parts of its series, that some tokens ask for."""
        heads = dict.fromkeys(map(_unnumbered, (film.title, film.title.partition(":")[0])))
        places = sorted(tokens)
        kinds, asked = hints.kinds_of(places), set(places)
        values = {value for start, _, value in hints.numbers(0, len(hints.tokens)) if start in asked}
        for value in sorted(values | ({2} if "sequel" in kinds else set[int]())):
            for head in heads:
                for each in self.spans.named(head if value == 1 else f"{head} {value}")[:2]:
                    yield FilmCandidate(self.spans.film(each), each.kind, part=True, related=True)
        told, named = hints.versions_in(places), self.spans.named(film.title)
        if hints.years - {film.year}:
            yield from self.dated(hints, film)
        elif told:
            versions = list(self._versions(named, RELATED))
            # Of one version alone the only one is the first of all, and no remake.
            yield from versions if len(versions) > 1 or told & OLD else ()

    def dated(self, hints: Hints, film: Film) -> Iterator[FilmCandidate]:
        """Other films of a title whose year is named."""
        versions = self._versions(self.spans.named(film.title), RELATED)
        return (each for each in versions if each.film.year in hints.years - {film.year})

    def others(self, film: Film) -> Iterator[FilmCandidate]:
        """Other well-known films of just its title, whatever a text calls them: `the musical one`."""
        known = self._versions(self.spans.named(film.title), WELL_KNOWN)
        return (each for each in known if each.film.id != film.id)

    def _versions(self, named: Iterable[NamedFilm], least: int) -> Iterator[FilmCandidate]:
        for each in named:
            known = each.votes >= least or self.spans.is_listed(each)
            if known and each.kind <= NameKind.ALIAS:
                yield FilmCandidate(self.spans.film(each), each.kind, related=True)

    def _beside(self, message: TokenText, start: int, name: Sight) -> list[int]:
        """What may say that all parts are meant: words before a name, and one behind it that is no number."""
        behind = range(name.end, min(name.end + 1, len(message.tokens)))
        worded = (at for at in behind if message.kinds[at] != COUNTS)
        return [*range(max(start - BESIDE, 0), name.start), *worded]

    def series(self, message: TokenText, hints: Hints, start: int, end: int) -> list[Film]:
        """The films of the series that a span names as a whole: `both inside out films`; else none."""
        inner = [each for each in message.sights if start <= each.start and each.end <= end]
        name = max(inner, key=lambda each: (each.end - each.start, each.best.votes), default=None)
        if name is None or "series" not in hints.kinds_of(self._beside(message, start, name)):
            return []
        head, films = message.said(name.start, name.end), list[Film]()
        for number in range(1, MOST_PARTS):
            parts = self.spans.named(head if number == 1 else f"{head} {number}")
            if not parts or parts[0].votes < WELL_KNOWN:
                break
            films.append(self.spans.film(parts[0]))
        return list(dict.fromkeys(films))


def names_of(film: Film) -> frozenset[str]:
    """The words of all names of a film."""
    return frozenset(word for name in (film.title, *film.names) for word in words(name))


def _unnumbered(title: str) -> str:
    listed = words(title)
    return " ".join(listed[:-1]) if len(listed) > 1 and listed[-1].isdecimal() else title
