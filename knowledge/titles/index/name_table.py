"""What an index keeps of each name of the films, while it is made."""

from array import array
from collections.abc import Mapping, Sequence

import numpy as np

from knowledge.titles.films import Film
from knowledge.titles.index.arrays import U8, U32, U64, WIDTH, Arrays, hashed, head
from knowledge.titles.index.packed_texts import PackedTexts
from knowledge.titles.index.spellings import spellings
from knowledge.titles.names import Name, NameKind, names_of
from knowledge.titles.words import ARTICLES, bare

Series = Mapping[str, Sequence[tuple[str, ...]]]
"""By film id: what it is called as a part of a series."""
MOST_LETTERS = 255


class NameTable:
    """The names of the films one after another, and the words in the order in which they were met."""

    def __init__(self) -> None:
        self._texts, self._heads, self._spelled = PackedTexts(), array("Q"), array("I")
        self._films, self._kinds, self._sources = array("I"), array("B"), array("B")
        self._words, self._lengths, self._letters = array("I"), array("B"), array("B")
        self.numbers: dict[str, int] = {}
        """By word: its number, from 0."""

    def __len__(self) -> int:
        return len(self._texts)

    def take(self, place: int, film: Film, series: Series) -> None:
        """Add the names of a film, which is the `place`-th."""
        names = names_of(film)
        known = {bare(name.words) for name in names}  # A surer kind of the same name comes first.
        called = (name for name in series.get(film.id, ()) if bare(name) not in known)
        sources = {text: at for at, text in reversed(list(enumerate((film.title, *film.names), 1)))}
        for name in (*names, *(Name(film.title, name, NameKind.CALLED) for name in called)):
            self._films.append(place)
            self._kinds.append(name.kind)
            self._sources.append(min(sources[name.text], 255))
            self._take(name.words)

    def _take(self, words: tuple[str, ...]) -> None:
        text, taken = " ".join(words), words[:WIDTH]
        self._texts.append(text)
        self._letters.append(min(len(text), MOST_LETTERS))
        self._heads.append(head(_spoken(text)))
        self._spelled.extend(map(hashed, spellings(text.split())))
        self._lengths.append(len(taken))
        self._words.extend(self.numbers.setdefault(word, len(self.numbers)) for word in taken)

    def spoken(self, row: int) -> str:
        """A name without its leading article, by which it is found in the alphabet."""
        return _spoken(self._texts.at(row))

    @property
    def heads(self) -> U64:
        """By name: the head of its spoken form."""
        return np.frombuffer(self._heads, np.uint64)

    @property
    def spelled(self) -> U32:
        """By name: the hashes of its three spellings."""
        return np.frombuffer(self._spelled, np.uint32).reshape(-1, 3)

    @property
    def films(self) -> U32:
        """By name: its film."""
        return np.frombuffer(self._films, np.uint32)

    @property
    def kinds(self) -> U8:
        """By name: what sort it is."""
        return np.frombuffer(self._kinds, np.uint8)

    @property
    def lengths(self) -> U8:
        """By name: how many words are compared."""
        return np.frombuffer(self._lengths, np.uint8)

    @property
    def letters(self) -> U8:
        """By name: its letters, 255 at most."""
        return np.frombuffer(self._letters, np.uint8)

    def words_as(self, numbers: U32) -> U32:
        """The compared words of all names one after another, each as what `numbers` has for it."""
        return numbers[np.frombuffer(self._words, np.uint32)]

    def arrays(self) -> Arrays:
        """What the index keeps as it is."""
        text, ends = self._texts.arrays()
        yield "row_film", self.films
        yield "row_kind", self.kinds
        yield "row_source", np.frombuffer(self._sources, np.uint8)
        yield "row_text", text
        yield "row_ends", ends


def _spoken(text: str) -> str:
    first, _, rest = text.partition(" ")
    return rest if rest and first in ARTICLES else text
