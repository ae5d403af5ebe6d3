"""Which number a film has in its series when its title does not say: by rule, from known titles."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from knowledge.titles.films import Film
from knowledge.titles.names import KNOWN, SPLIT, initials
from knowledge.titles.numerals import number
from knowledge.titles.words import ARTICLES, words

Words = tuple[str, ...]
GOES_ON = frozenset({"and", "returns", "again", "forever"})
"""Words that follow what a series is called."""
FEWEST = 2
LONGEST_STEM = 6
OFTEN = 3
"""Films from which on a series is called by two first letters."""


def numbered(films: Iterable[Film]) -> dict[str, list[Words]]:
    """By film id: what it is called as a part of a series, `pirates of the caribbean 2` and `potc 2`."""
    known = [film for film in films if film.votes >= KNOWN and film.year]
    titles = {film.id: words(film.title) for film in known}
    stems = {stem for film in known for stem in _stems(film)}
    series: defaultdict[Words, list[Film]] = defaultdict(list)
    for film in known:
        for stem in _begun(film, titles[film.id], stems):
            series[stem].append(film)
    called: defaultdict[str, dict[Words, None]] = defaultdict(dict)
    for stem, members in series.items():
        if len(members) >= FEWEST:
            for place, film in enumerate(sorted(members, key=lambda each: (each.year or 0, each.id)), 1):
                called[film.id].update(dict.fromkeys(_called(stem, place, len(members))))
    return {film_id: list(names) for film_id, names in called.items()}


def _stems(film: Film) -> Iterator[Words]:
    """What a title is before its subtitle, its number or an `and`, and the whole title."""
    whole = words(film.title)
    yield whole
    yield words(SPLIT.split(film.title)[0])
    for at in range(1, len(whole)):
        if whole[at] == "and" or number(whole[at]) is not None:
            yield whole[:at]


def _begun(film: Film, title: Words, stems: set[Words]) -> Iterator[Words]:
    """The stems that a title begins with; a stem of one word only where the title itself is cut there."""
    own = set(_stems(film))
    for at in range(1, min(len(title), LONGEST_STEM) + 1):
        stem = title[:at]
        heavy = sum(word not in ARTICLES for word in stem)
        if stem in stems and heavy and (heavy > 1 or stem in own or title[at] in GOES_ON):
            yield stem


def _called(stem: Words, place: int, members: int) -> list[Words]:
    names = [(*stem, str(place)), stem][: 2 if place == 1 else 1]
    spoken = stem[1:] if stem[0] in ARTICLES else stem
    short = set(initials(spoken))
    if len(spoken) == 2 and members >= OFTEN:
        short.add("".join(word[0] for word in spoken))
    return names + [(letters, str(place)) for letters in sorted(short) if letters.isalpha()]
