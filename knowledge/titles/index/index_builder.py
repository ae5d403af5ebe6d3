"""Films into an index. Reading films from files is the catalogue's work."""

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from knowledge.titles.films import Film
from knowledge.titles.index.arrays import (
    F32,
    FACTS,
    U8,
    U32,
    WIDTH,
    Arrays,
    Facts,
    Index,
    counted,
    hashed,
    save,
)
from knowledge.titles.index.film_table import FilmTable
from knowledge.titles.index.name_table import NameTable, Series
from knowledge.titles.index.packed_films import PackedFilms
from knowledge.titles.index.packed_texts import heads, pack
from knowledge.titles.index.sorted_tables import (
    LOW,
    alphabetical,
    by_key,
    paired,
    shared_starts,
    slipped,
    table,
)
from knowledge.titles.index.spellings import SOLID, SOUND
from knowledge.titles.index.word_lookup import LONGEST_SLIPPED, grams_of
from knowledge.titles.numerals import number
from knowledge.titles.phonetics import phonetic_key
from knowledge.titles.series_names import series_names
from knowledge.titles.words import LIGHT

LIGHTER = 0.3
"""What a light word weighs of what its rarity says."""
SMALL = 2000
"""Rows up to which rarity says little; fewer are taken for so many."""
AT_ONCE = 65_536
"""Names that are weighed together."""
Weigh = Callable[[str], float | None]


def build(films: Iterable[Film], weigh: Weigh | None = None, series: Series | None = None) -> Index:
    """An index of films. From a larger index come the weights of words and names in series."""
    ranked = in_rank(films)
    return Index(**dict(_arrays(ranked, series_names(ranked) if series is None else series, weigh)))


def write_index(films: Iterable[Film], into: Path) -> None:
    """Write an index of films without a guide into an empty directory; `Index.load` opens it.

    For any number of films: they are read once, and each array is on disk before the next is made.
    """
    ranked = PackedFilms(films)
    save(_arrays(ranked, series_names(ranked)), into)


def in_rank(films: Iterable[Film]) -> list[Film]:
    """The films in the order of an index: best known first."""
    return sorted(films, key=lambda film: (-film.votes, -(film.year or 0), film.id))


def _arrays(ranked: Iterable[Film], series: Series, weigh: Weigh | None = None) -> Arrays:
    films, names = FilmTable(), NameTable()
    for place, film in enumerate(ranked):
        films.take(film)
        names.take(place, film, series)
    del ranked
    words = sorted(names.numbers)
    flat = _renumbered(names, words)
    postings, posting_ends = _postings(flat, names.lengths, len(words) + 1)
    weights = _weights(words, np.diff(posting_ends), len(names), weigh)
    yield "postings", postings
    yield "posting_ends", posting_ends
    yield "word_weight", weights
    yield "word_starts", (starts := _word_starts(words, postings, posting_ends))[0]
    yield "word_start_rows", starts[1]
    del postings, posting_ends, starts
    yield "row_facts", _facts(flat, names, films, words, weights)
    del flat, weights
    yield from films.arrays()
    del films
    yield from names.arrays()
    yield from _by_spelling(names)
    yield from _by_alphabet(names)
    del names
    yield from _words(words)


def _renumbered(names: NameTable, words: Sequence[str]) -> U32:
    """The words of the names by their place in the alphabet, from 1."""
    renumber = np.zeros(len(words) + 1, np.uint32)
    renumber[[names.numbers[word] for word in words]] = np.arange(1, len(words) + 1, dtype=np.uint32)
    return names.words_as(renumber)


def _postings(flat: U32, lengths: U8, words: int) -> tuple[U32, U32]:
    """Rows by word, each row once under a word."""
    pairs, _ = counted(paired(flat, np.repeat(np.arange(len(lengths), dtype=np.uint32), lengths)))
    ends = np.zeros(words + 1, np.uint32)
    ends[1:] = np.cumsum(np.bincount((pairs >> np.uint64(32)).astype(np.int64), minlength=words))
    return (pairs & LOW).astype(np.uint32), ends


def _weights(words: Sequence[str], found: NDArray[Any], rows: int, weigh: Weigh | None) -> F32:
    """1 for a word that stands in one name only, less for common ones, 0 for no word."""
    many = max(rows, SMALL)
    rarity = np.log1p(many / np.maximum(found, 1)) / np.log1p(many)
    weights = rarity * np.array([0.0, *(LIGHTER if word in LIGHT else 1.0 for word in words)])
    if weigh is not None:
        weights = [0.0, *(1.0 if (given := weigh(word)) is None else given for word in words)]
    return np.array(weights, np.float32)


def _word_starts(words: Sequence[str], postings: U32, ends: U32) -> tuple[U32, U32]:
    """The starts that the words of very many names share."""
    return shared_starts(
        len(words), words.__getitem__, lambda first, end: postings[ends[first + 1] : ends[end + 1]]
    )


def _facts(flat: U32, names: NameTable, films: FilmTable, words: Sequence[str], weight: F32) -> Facts:
    """What the names are judged by."""
    facts = np.zeros(len(names), FACTS)
    facts["words"][np.arange(WIDTH) < names.lengths[:, None]] = flat
    facts["solid"], facts["sound"] = names.spelled[:, SOLID], names.spelled[:, SOUND]
    facts["fame"], facts["year"] = films.fame()[names.films], films.years[names.films]
    facts["kind"], facts["length"] = names.kinds, names.letters
    numbers = _numbers(words)
    for first in range(0, len(facts), AT_ONCE):
        some = facts[first : first + AT_ONCE]
        some["weight"] = weight[some["words"]].sum(axis=1, dtype=np.float32)
        some["numbers"] = numbers[some["words"]].sum(axis=1, dtype=np.uint8)
    return facts


def _numbers(words: Sequence[str]) -> U8:
    """Which words are numbers that tell films apart; a first part is often not numbered."""
    return np.array([0, *(number(word) not in (None, 1) for word in words)], np.uint8)


def _by_spelling(names: NameTable) -> Arrays:
    rows = np.arange(len(names), dtype=np.uint32).repeat(3)
    yield "keys", (found := by_key(names.spelled.ravel(), rows))[0]
    yield "key_rows", found[1]


def _by_alphabet(names: NameTable) -> Arrays:
    order = alphabetical(names.heads, names.spoken)
    yield "sorted_rows", order
    yield "sorted_heads", names.heads[order]
    starts, rows = shared_starts(
        len(order), lambda at: names.spoken(order.item(at)), lambda first, end: order[first:end]
    )
    yield "starts", starts
    yield "start_rows", rows


def _words(words: Sequence[str]) -> Arrays:
    """How a word is found, rightly spelt or not."""
    text, ends = pack(["", *words])
    yield "word_text", text
    yield "word_ends", ends
    yield "word_heads", heads(["", *words])
    nodes, slips, slip_nodes = slipped(words)
    yield "nodes", nodes
    yield "whole", np.array([sum(2 < len(word) <= LONGEST_SLIPPED for word in words)], np.uint32)
    yield "slips", slips
    yield "slip_nodes", slip_nodes
    del nodes, slips, slip_nodes
    keys = ((hashed(word), at) for at, word in enumerate(words, 1))
    yield from zip(("word_keys", "word_of_key"), table(keys), strict=True)
    sounds = ((hashed(phonetic_key(word)), at) for at, word in enumerate(words, 1))
    yield from zip(("sounds", "sound_words"), table(sounds), strict=True)
    grams = ((gram, at) for at, word in enumerate(words, 1) for gram in grams_of(word))
    yield from zip(("grams", "gram_words"), table(grams), strict=True)
