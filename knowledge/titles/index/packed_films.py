"""Very many films in little memory, in the order of an index."""

from array import array
from collections.abc import Iterable, Iterator

import numpy as np

from knowledge.titles.films import Film
from knowledge.titles.index.arrays import AUDIENCES, BETWEEN_IDS
from knowledge.titles.index.packed_texts import PackedTexts


class PackedFilms:
    """Films without a guide, best known first. Going through them makes each anew."""

    def __init__(self, films: Iterable[Film]) -> None:
        self._texts, self._audience = PackedTexts(), array("B")
        self._votes, self._years = array("I"), array("I")
        ids: list[str] = []
        for film in films:
            others = BETWEEN_IDS.join(film.other_ids)
            self._texts.append("\t".join((film.id, film.imdb or "", others, film.title, *film.names)))
            self._votes.append(film.votes)
            self._audience.append(AUDIENCES.index(film.for_children))
            self._years.append(film.year or 0)
            ids.append(film.id)
        by_id = np.array(sorted(range(len(ids)), key=ids.__getitem__), np.uint32)
        known = (np.array(each, np.int64)[by_id] for each in (self._years, self._votes))
        self._order = by_id[np.lexsort([-each for each in known])]

    def __iter__(self) -> Iterator[Film]:
        return (self._film(place) for place in self._order.tolist())

    def _film(self, place: int) -> Film:
        film_id, imdb, others, title, *names = self._texts.at(place).split("\t")
        return Film(
            film_id,
            title,
            self._years[place] or None,
            tuple(names),
            self._votes[place],
            imdb=imdb or None,
            other_ids=tuple(others.split(BETWEEN_IDS)) if others else (),
            for_children=AUDIENCES[self._audience[place]],
        )
