"""What a film is called as a part of its series when its title does not say: by rule and by nickname."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import count, dropwhile

from knowledge.titles.films import Film
from knowledge.titles.names import KNOWN, SPLIT, initials
from knowledge.titles.nicknames import nicknamed
from knowledge.titles.numerals import number
from knowledge.titles.words import ARTICLES, words

Words = tuple[str, ...]
Given = Mapping[str, Sequence[Words]]
"""By film id: its nicknames."""
_ARTICLES = {(article,) for article in ARTICLES}
GOES_ON = frozenset({"and", "returns", "again", "forever"})
"""Words that follow what a series is called."""
FEWEST = 2
LONGEST_STEM = 6
MOST_PARTS = 30
_NUMBERED = re.compile(r"\b(?:part|episode|chapter|volume|vol)\b", re.IGNORECASE)
FAR_BETTER_KNOWN = 10
"""Times the votes of a film of the same title that leave one out of a series."""
OFTEN = 3
"""Films from which on a series is called by two first letters."""


def series_names(films: Iterable[Film]) -> dict[str, list[Words]]:
    """By film id: what it is called in a series, `pirates of the caribbean 2` and `potc 2`; and nicknames."""
    known = [film for film in films if film.votes >= KNOWN and film.year]
    given = nicknamed(known)
    names: defaultdict[str, dict[Words, None]] = defaultdict(dict)
    for stem, members in _series(known, given).items():
        if len(members) >= FEWEST:
            short = _short(stem, len(members))
            for place, film in _placed(stem, members, given):
                names[film.id].update(dict.fromkeys(_called(stem, short, place, words(film.title))))
    for film_id, nicknames in given.items():
        names[film_id].update(dict.fromkeys(nicknames))
    return {film_id: list(all_names) for film_id, all_names in names.items()}


def _series(known: Sequence[Film], given: Given) -> dict[Words, list[Film]]:
    """By what a series is called: its films, each once, the oldest first."""
    stems = {stem for film in known for stem in _stems(film)}
    series: defaultdict[Words, dict[str, Film]] = defaultdict(dict)
    for film in sorted(known, key=lambda each: (each.year or 0, each.id)):
        numbered = [name[:-1] for name in given.get(film.id, ()) if number(name[-1]) is not None]
        for stem in (*_begun(film, words(film.title), stems), *numbered):
            series[stem][film.id] = film
    known_parts = {stem: _without_namesakes(members.values()) for stem, members in series.items()}
    return {stem: _without_forerunner(stem, members) for stem, members in known_parts.items()}


def _without_namesakes(members: Iterable[Film]) -> list[Film]:
    """Without films of a title that another bears whom far more know: the *Venom* of 2005 began no series."""
    most: dict[Words, int] = {}
    for film in members:
        most[words(film.title)] = max(most.get(words(film.title), 0), film.votes)
    return [film for film in members if film.votes * FAR_BETTER_KNOWN > most[words(film.title)]]


def _without_forerunner(stem: Words, members: list[Film]) -> list[Film]:
    """Without an older film of the bare name if far more know the next: that of 1978 is no *LOTR 1*."""
    first, *others = members
    forerun = words(first.title) == stem and others and others[0].votes >= first.votes * FAR_BETTER_KNOWN
    return others if forerun else members


def _placed(stem: Words, members: Sequence[Film], given: Given) -> Iterator[tuple[int, Film]]:
    """Each with its number: the one that its nickname or its title says, or the next that no other's does."""
    said = {film.id: _said(stem, film, given.get(film.id, ())) for film in members}
    place, before = 0, members[0]
    for film in members:
        number_said = said[film.id]
        if number_said is not None:
            place = number_said
        elif film is members[0] or not _listed_twice(before, film):
            place = next(each for each in count(place + 1) if each not in said.values())
        before = film
        yield place, film


def _said(stem: Words, film: Film, nicknames: Sequence[Words]) -> int | None:
    numbers = (number(name[-1]) for name in nicknames if name[:-1] == stem)
    return next((each for each in numbers if each is not None), _own_number(stem, film))


def _listed_twice(one: Film, other: Film) -> bool:
    """Whether it is one film under two titles: of one year, and one title begins as the other is."""
    names = sorted((words(one.title), words(other.title)), key=len)
    return one.year == other.year and names[1][: len(names[0])] == names[0]


def _own_number(stem: Words, film: Film) -> int | None:
    """The part that a title says it is; 1984 is none, nor is the first class, nor 3D."""
    title = words(film.title)
    after = title[len(stem) :] if title[: len(stem)] == stem else ()
    part = number(after[0]) if after and after[1:2] != ("d",) else None
    told = part is not None and (1 < part <= MOST_PARTS or _NUMBERED.search(film.title))
    return part if told else None


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
    if len(named := _named_in_subtitle(film)) and named in stems:
        yield named
    own = set(_stems(film))
    for at in range(1, min(len(title), LONGEST_STEM) + 1):
        stem = title[:at]
        heavy = sum(word not in ARTICLES for word in stem)
        if stem in stems and heavy and (heavy > 1 or stem in own or title[at] in GOES_ON):
            yield stem


def _named_in_subtitle(film: Film) -> Words:
    """The series in `A Knives Out Mystery`; a *Story* stands beside its series and has no number in it."""
    subtitles = (words(SPLIT.split(name)[-1]) for name in (film.title, *film.names))
    named = (last[1:-1] for last in subtitles if last[:1] in _ARTICLES and last[-1] != "story")
    return next(named, ())


def _short(stem: Words, members: int) -> list[str]:
    """The first letters that a series is called by."""
    spoken = stem[1:] if stem[0] in ARTICLES else stem
    short = set(initials(spoken))
    if len(spoken) == 2 and members >= OFTEN:
        short.add("".join(word[0] for word in spoken))
    return sorted(letters for letters in short if letters.isalpha())


def _called(stem: Words, short: Sequence[str], place: int, title: Words) -> list[Words]:
    names = [(*stem, str(place)), stem][: 2 if place == 1 else 1]
    rest = tuple(dropwhile(_leads_on, title[len(stem) :])) if title[: len(stem)] == stem else ()
    return names + [(letters, *part) for letters in short for part in ((str(place),), rest) if part]


def _leads_on(word: str) -> bool:
    """Whether it stands between a series and a subtitle: `and the`, `4`."""
    return word == "and" or word in ARTICLES or number(word) is not None
