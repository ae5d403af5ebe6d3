"""Films into an index. Reading films from files is the catalogue's work."""

from array import array
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from knowledge.titles.films import Film
from knowledge.titles.index.arrays import (
    BETWEEN_IDS,
    F32,
    FACTS,
    U8,
    U32,
    WIDTH,
    Facts,
    Index,
    counted,
    hashed,
    heads,
    pack,
)
from knowledge.titles.index.sorted_tables import by_key, shared_starts, slipped, table
from knowledge.titles.index.spellings import SOLID, SOUND, spellings
from knowledge.titles.index.word_lookup import LONGEST_SLIPPED, grams_of
from knowledge.titles.names import Name, NameKind, names_of
from knowledge.titles.numerals import number
from knowledge.titles.phonetics import phonetic_key
from knowledge.titles.series_names import series_names
from knowledge.titles.words import ARTICLES, LIGHT

LIGHTER = 0.3
"""What a light word weighs of what its rarity says."""
SMALL = 2000
"""Rows up to which rarity says little; fewer are taken for so many."""
MOST_FAME = 6.5
"""The logarithm of more votes than any film has."""
Series = Mapping[str, Sequence[tuple[str, ...]]]
Weigh = Callable[[str], float | None]


def build(films: Iterable[Film], weigh: Weigh | None = None, series: Series | None = None) -> Index:
    """An index of films. From a larger index come the weights of words and names in series."""
    ranked = in_rank(films)
    rows = _Rows(ranked, series_names(ranked) if series is None else series)
    words = sorted(rows.numbers)
    renumber = np.zeros(len(words) + 1, np.uint32)
    renumber[[rows.numbers[word] for word in words]] = np.arange(1, len(words) + 1, dtype=np.uint32)
    flat = renumber[np.frombuffer(rows.words, np.uint32)] if rows.words else np.zeros(0, np.uint32)
    owner = np.repeat(np.arange(len(rows.texts), dtype=np.uint32), np.frombuffer(rows.lengths, np.uint8))
    postings, posting_ends = _postings(flat, owner, len(words) + 1)
    word_weight = _weights(words, np.diff(posting_ends), len(rows.texts), weigh)
    matrix = _matrix(flat, np.frombuffer(rows.lengths, np.uint8))
    spoken = [_spoken(text) for text in rows.texts]
    order = sorted(range(len(spoken)), key=spoken.__getitem__)
    starts, start_rows = shared_starts([spoken[row] for row in order], _singly(order))
    word_starts, word_start_rows = shared_starts(
        words, lambda a, b: postings[posting_ends[a + 1] : posting_ends[b + 1]]
    )
    nodes, slips, slip_nodes = slipped(words)
    word_keys, word_of_key = table((hashed(word), at + 1) for at, word in enumerate(words))
    sounds, sound_words = table((hashed(phonetic_key(word)), at + 1) for at, word in enumerate(words))
    grams, gram_words = table((gram, at + 1) for at, word in enumerate(words) for gram in grams_of(word))
    spelled = np.array([[hashed(key) for key in spellings(text.split())] for text in rows.texts], np.uint32)
    spelled = spelled.reshape(-1, 3)
    keys, key_rows = by_key(spelled.ravel(), np.arange(len(rows.texts), dtype=np.uint32).repeat(3))
    ids = [_ids(film) for film in ranked]
    film_keys, film_of_key = table((hashed(each), at) for at, some in enumerate(ids) for each in some)
    film_text, film_ends = pack(
        ["\t".join((BETWEEN_IDS.join(ids[at]), film.title, *film.names)) for at, film in enumerate(ranked)]
    )
    row_text, row_ends = pack(rows.texts)
    word_text, word_ends = pack(["", *words])
    return Index(
        film_text=film_text,
        film_ends=film_ends,
        film_year=np.array([film.year or 0 for film in ranked], np.uint16),
        film_votes=np.array([film.votes for film in ranked], np.uint32),
        film_keys=film_keys,
        film_of_key=film_of_key,
        row_film=np.frombuffer(rows.films, np.uint32),
        row_kind=np.frombuffer(rows.kinds, np.uint8),
        row_source=np.frombuffer(rows.sources, np.uint8),
        row_text=row_text,
        row_ends=row_ends,
        row_facts=_facts(rows, ranked, matrix, spelled, words, word_weight),
        keys=keys,
        key_rows=key_rows,
        sorted_rows=np.array(order, np.uint32),
        sorted_heads=heads([spoken[row] for row in order]),
        starts=starts,
        start_rows=start_rows,
        word_text=word_text,
        word_ends=word_ends,
        word_heads=heads(["", *words]),
        word_keys=word_keys,
        word_of_key=word_of_key,
        word_weight=word_weight,
        postings=postings,
        posting_ends=posting_ends,
        word_starts=word_starts,
        word_start_rows=word_start_rows,
        nodes=nodes,
        whole=np.array([sum(2 < len(word) <= LONGEST_SLIPPED for word in words)], np.uint32),
        slips=slips,
        slip_nodes=slip_nodes,
        sounds=sounds,
        sound_words=sound_words,
        grams=grams,
        gram_words=gram_words,
    )


def in_rank(films: Iterable[Film]) -> list[Film]:
    """The films in the order of an index: best known first."""
    return sorted(films, key=lambda film: (-film.votes, -(film.year or 0), film.id))


def _ids(film: Film) -> list[str]:
    """Each once, its own first."""
    return list(dict.fromkeys((film.id, *filter(None, (film.imdb,)), *film.other_ids)))


class _Rows:
    """The names of the films one after another, and the words in the order in which they were met."""

    def __init__(self, films: Sequence[Film], series: Series) -> None:
        self.texts: list[str] = []
        self.films, self.kinds, self.sources = array("I"), array("B"), array("B")
        self.words, self.lengths = array("I"), array("B")
        self.numbers: dict[str, int] = {}
        for place, film in enumerate(films):
            names = names_of(film)
            known = {name.words for name in names}  # A surer kind of the same name comes first.
            called = (name for name in series.get(film.id, ()) if name not in known)
            self._take(place, film, (*names, *(Name(film.title, name, NameKind.CALLED) for name in called)))

    def _take(self, place: int, film: Film, names: Iterable[Name]) -> None:
        sources = {text: at for at, text in reversed(list(enumerate((film.title, *film.names), 1)))}
        for name in names:
            self.texts.append(" ".join(name.words))
            self.films.append(place)
            self.kinds.append(name.kind)
            self.sources.append(min(sources[name.text], 255))
            taken = name.words[:WIDTH]
            self.lengths.append(len(taken))
            self.words.extend(self.numbers.setdefault(word, len(self.numbers)) for word in taken)


def _postings(flat: U32, owner: U32, words: int) -> tuple[U32, U32]:
    """Rows by word, each row once under a word."""
    pairs, _ = counted(flat.astype(np.uint64) << np.uint64(32) | owner.astype(np.uint64))
    ends = np.zeros(words + 1, np.uint32)
    ends[1:] = np.cumsum(np.bincount((pairs >> np.uint64(32)).astype(np.int64), minlength=words))
    return (pairs & np.uint64(0xFFFFFFFF)).astype(np.uint32), ends


def _weights(words: Sequence[str], found: NDArray[Any], rows: int, weigh: Weigh | None) -> F32:
    """1 for a word that stands in one name only, less for common ones, 0 for no word."""
    many = max(rows, SMALL)
    rarity = np.log1p(many / np.maximum(found, 1)) / np.log1p(many)
    weights = rarity * np.array([0.0, *(LIGHTER if word in LIGHT else 1.0 for word in words)])
    if weigh is not None:
        weights = [0.0, *(1.0 if (given := weigh(word)) is None else given for word in words)]
    return np.array(weights, np.float32)


def _matrix(flat: U32, lengths: U8) -> U32:
    matrix = np.zeros((len(lengths), WIDTH), np.uint32)
    matrix[np.arange(WIDTH) < lengths[:, None]] = flat
    return matrix


def _facts(
    rows: _Rows, films: Sequence[Film], matrix: U32, spelled: U32, words: Sequence[str], weight: F32
) -> Facts:
    """What the names are judged by."""
    film = np.frombuffer(rows.films, np.uint32)
    facts = np.zeros(len(rows.texts), FACTS)
    facts["words"], facts["solid"], facts["sound"] = matrix, spelled[:, SOLID], spelled[:, SOUND]
    facts["weight"] = weight[matrix].sum(axis=1, dtype=np.float32)
    facts["fame"] = _fame(films)[film]
    facts["year"] = np.array([each.year or 0 for each in films], np.uint16)[film]
    facts["kind"] = np.frombuffer(rows.kinds, np.uint8)
    facts["length"] = np.minimum([len(text) for text in rows.texts], 255)
    facts["numbers"] = _numbers(words)[matrix].sum(axis=1, dtype=np.uint8)
    return facts


def _numbers(words: Sequence[str]) -> U8:
    """Which words are numbers that tell films apart; a first part is often not numbered."""
    return np.array([0, *(number(word) not in (None, 1) for word in words)], np.uint8)


def _fame(films: Sequence[Film]) -> F32:
    votes = np.log10(1 + np.array([film.votes for film in films], np.float32))
    return np.minimum(votes / MOST_FAME, 1).astype(np.float32)


def _spoken(text: str) -> str:
    """A name without its leading article."""
    first, _, rest = text.partition(" ")
    return rest if rest and first in ARTICLES else text


def _singly(order: Sequence[int]) -> Callable[[int, int], U32]:
    listed = np.array(order, np.uint32)
    return lambda first, end: listed[first:end]
