"""What an index keeps of each film, while it is made."""

from array import array

import numpy as np

from knowledge.titles.films import Film
from knowledge.titles.index.arrays import AUDIENCES, BETWEEN_IDS, F32, U16, Arrays, hashed
from knowledge.titles.index.packed_texts import PackedTexts
from knowledge.titles.index.sorted_tables import Pairs

MOST_FAME = 6.5
"""The logarithm of more votes than any film has."""


class FilmTable:
    """The films one after another."""

    def __init__(self) -> None:
        self._texts, self._keys = PackedTexts(), Pairs()
        self._years, self._votes, self._audience = array("H"), array("I"), array("B")

    def take(self, film: Film) -> None:
        """Add a film; they come best known first."""
        ids = dict.fromkeys((film.id, *filter(None, (film.imdb,)), *film.other_ids))
        for each in ids:
            self._keys.append(hashed(each), len(self._texts))
        self._texts.append("\t".join((BETWEEN_IDS.join(ids), film.title, *film.names)))
        self._years.append(film.year or 0)
        self._votes.append(film.votes)
        self._audience.append(AUDIENCES.index(film.for_children))

    @property
    def years(self) -> U16:
        """By film; 0 where it is not known."""
        return np.array(self._years, np.uint16)

    def fame(self) -> F32:
        """By film: 0 for nobody's to 1 for everybody's, by the logarithm of votes."""
        votes = np.log10(1 + np.array(self._votes, np.float32))
        return np.minimum(votes / MOST_FAME, 1).astype(np.float32)

    def arrays(self) -> Arrays:
        """What the index keeps."""
        text, ends = self._texts.arrays()
        keys, films = self._keys.in_order()
        yield "film_text", text
        yield "film_ends", ends
        yield "film_year", self.years
        yield "film_votes", np.array(self._votes, np.uint32)
        yield "film_audience", np.array(self._audience, np.uint8)
        yield "film_keys", keys
        yield "film_of_key", films
