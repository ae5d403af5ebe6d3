"""The films that come with Usher and those of an imported catalogue as one list, each film once.

The id of the film that comes with Usher stays its id, so that it keeps it when it gets a guide; the ids that
the catalogue's files have for it lead to it as well.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import chain

from knowledge.catalogue.store import Known
from knowledge.titles.words import words

Called = tuple[tuple[str, ...], int | None]


def each_once(shipped: Iterable[Known], kept: Iterable[Known]) -> Iterator[Known]:
    """All films; of one that both know what both say. It is the same by its id, else by title and year.

    Of a catalogue's own numbers, one of the film's other names and its year are enough.
    """
    own = {film.id: film for film in shipped}
    by_id = {other: film.id for film in own.values() for other in film.other_ids}
    by_name = {_called(film): film.id for film in own.values()}
    by_other_name = {(words(name), film.year): film.id for film in own.values() for name in film.names}
    same: defaultdict[str, list[Known]] = defaultdict(list)
    alike: defaultdict[str, list[Known]] = defaultdict(list)
    for film in kept:
        if film.id in by_id:
            same[by_id[film.id]].append(film)
        elif (named := by_name.get(_called(film))) is not None:
            alike[named].append(film)
        elif not film.imdb and (named := by_other_name.get(_called(film))) is not None:
            same[named].append(film)
        else:
            yield film
    for film_id, film in own.items():
        more, others = _told_apart(film, alike[film_id])
        yield together(film, *same[film_id], *more)
        yield from others


def together(film: Known, *others: Known) -> Known:
    """What several say of one film; the first has its id, title and year, and the best known its votes."""
    if not others:
        return film
    said = (film, *others)
    names = dict.fromkeys(chain.from_iterable((each.title, *each.names) for each in said))
    names.pop(film.title)
    ids = dict.fromkeys(chain.from_iterable((each.id, *each.other_ids) for each in said))
    ids.pop(film.id)
    ratings = {rating[:2]: rating for each in reversed(said) for rating in each.ratings}
    reasons = {reason[:2]: reason for each in reversed(said) for reason in each.reasons}
    return replace(
        film,
        votes=max(each.votes for each in said),
        runtime=next((each.runtime for each in said if each.runtime), None),
        names=tuple(names),
        ratings=tuple(ratings.values()),
        reasons=tuple(reasons.values()),
        sources=tuple(dict.fromkeys(chain.from_iterable(each.sources for each in said))),
        other_ids=tuple(ids),
    )


def _called(film: Known) -> Called:
    return words(film.title), film.year


def _told_apart(film: Known, alike: list[Known]) -> tuple[list[Known], list[Known]]:
    """Of films of its title and year those that it is, and those that it is not.

    IMDb has a number for each film: of another number it is another, and of several the best known.
    """
    numbered = [each for each in alike if each.imdb]
    own = [] if film.imdb else sorted(numbered, key=lambda each: -each.votes)[:1]
    return [each for each in alike if not each.imdb or each in own], [
        each for each in numbered if each not in own
    ]
