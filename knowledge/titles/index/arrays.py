"""The index as arrays: what each holds, how they lie on disk. Making and searching them lives beside this."""

import json
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from functools import cached_property
from pathlib import Path
from typing import Any, TypeVar, cast
from zlib import crc32

import numpy as np
from numpy.typing import NDArray

from knowledge.mapped_array import mapped, save_array

U8 = NDArray[np.uint8]
U16 = NDArray[np.uint16]
U32 = NDArray[np.uint32]
U64 = NDArray[np.uint64]
F32 = NDArray[np.float32]
Facts = NDArray[np.void]
Arrays = Iterator[tuple[str, NDArray[Any]]]
"""Arrays of an index with their names."""
Number = TypeVar("Number", bound=np.generic)
VERSION = 6
"""Of the layout; an index of another version is built again."""
WIDTH = 8
"""Words of a name that are compared; very few names have more."""
BETWEEN_IDS = "\x1f"
"""ASCII's own sign for it; no id has one."""
AUDIENCES = (None, True, False)
"""Whether a film is for children."""
MANIFEST = "manifest.json"
COUNTED = {"films": "film_year", "rows": "row_film", "words": "word_weight"}
"""What the manifest counts, and the array that has one of each."""
FACTS = np.dtype(
    [
        ("words", np.uint32, WIDTH),
        ("solid", np.uint32),
        ("sound", np.uint32),
        ("weight", np.float32),
        ("fame", np.float32),
        ("year", np.uint16),
        ("kind", np.uint8),
        ("length", np.uint8),
        ("numbers", np.uint8),
    ],
    align=True,
)
"""Of a name: its words' numbers, 0 where there is no word; hashes of it run together and of how it sounds;
the weights of its words together; 0 for nobody's film to 1 for everybody's, by the logarithm of votes; the
year; what sort of name; its letters, 255 at most; how many numbers it has, where a 1 does not count."""


@dataclass(frozen=True)
class Index:
    """Rows are names, in the order of their films, best known film first: a row's number is its rank.

    Without slots, since all words of a small index are kept once they were read.
    """

    film_text: U8
    """One after another: ids, with `BETWEEN_IDS` between, title and other names of each film, with tabs."""
    film_ends: U32
    film_year: U16
    """0 where it is not known."""
    film_votes: U32
    film_audience: U8
    """A place in `AUDIENCES`."""
    film_keys: U32
    """Hashes of film ids, other ids as well, sorted, and the films they belong to."""
    film_of_key: U32
    row_film: U32
    row_kind: U8
    row_source: U8
    """Which text of the film the name is from: 1 its title, 2 its first other name ..."""
    row_text: U8
    row_ends: U32
    row_facts: Facts
    """What every candidate is judged by, together, so that a row is read from one place in memory."""
    keys: U32
    """Hashes of names in three spellings (as it is, run together, by sound), sorted, and their rows."""
    key_rows: U32
    sorted_rows: U32
    """Rows by the alphabet, leading article aside."""
    sorted_heads: U64
    """Their first eight bytes, to find the place in one step."""
    starts: U32
    """Hashes of starts that very many names share, sorted, and the best known rows of each."""
    start_rows: U32
    word_text: U8
    """The words by the alphabet; number 0 is no word."""
    word_ends: U32
    word_heads: U64
    word_keys: U32
    """Hashes of words, sorted, and the words."""
    word_of_key: U32
    word_weight: F32
    postings: U32
    """Rows by word; those of one word, and so of one start of words, lie together."""
    posting_ends: U32
    word_starts: U32
    """As `starts`, for starts of words."""
    word_start_rows: U32
    nodes: U32
    """(nodes, 3): first word, word after the last, letters; of words, then of starts of words."""
    whole: U32
    """(1,): how many nodes are whole words."""
    slips: U32
    """Hashes of nodes with one letter left out, sorted, and their nodes."""
    slip_nodes: U32
    sounds: U32
    """Hashes of how words sound, sorted, and the words."""
    sound_words: U32
    grams: U32
    """Hashes of runs of three letters in words, sorted, and the words."""
    gram_words: U32

    @property
    def whole_nodes(self) -> int:
        """How many nodes are whole words; the others are starts of words."""
        return int(self.whole[0])

    @property
    def films(self) -> int:
        """How many films there are."""
        return len(self.film_year)

    @property
    def rows(self) -> int:
        """How many names there are."""
        return len(self.row_film)

    @property
    def words(self) -> int:
        """How many words there are, no word included."""
        return len(self.word_weight)

    def film_fields(self, film: int) -> list[str]:
        """Its ids (one text, `BETWEEN_IDS` between them), title and other names of a film."""
        return text_at(self.film_text, self.film_ends, film).split("\t")

    def name(self, row: int) -> str:
        """The words of a name with blanks between."""
        return text_at(self.row_text, self.row_ends, row)

    def word(self, number: int) -> str:
        """A word by its number."""
        return text_at(self.word_text, self.word_ends, number)

    def names(self, rows: U32) -> list[str]:
        """Several names, read in one go."""
        return texts_at(self.row_text, self.row_ends, rows)

    @cached_property
    def vocabulary(self) -> dict[str, int]:
        """All words with their numbers; for small indexes, since it is kept in memory."""
        return {word: at for at, word in enumerate(self.words_between(1, self.words), 1)}

    def words_between(self, first: int, end: int) -> list[str]:
        """The words from the first to the one before the end, read in one go."""
        blob = self.word_text[self.word_ends[first] : self.word_ends[end]]
        return blob.tobytes().decode().split("\n")[:-1]

    def save(self, into: Path) -> None:
        """Write the arrays into an empty directory."""
        save(((field.name, getattr(self, field.name)) for field in fields(self)), into)

    @classmethod
    def load(cls, path: Path) -> "Index":
        """Map the arrays of a directory; ValueError if it is no index of this version."""
        manifest = cast("dict[str, object]", json.loads((path / MANIFEST).read_text(encoding="utf-8")))
        if manifest.get("version") != VERSION:
            raise ValueError(f"{path}: an index of version {manifest.get('version')}, not {VERSION}")
        return cls(*(mapped(path / f"{field.name}.npy") for field in fields(cls)))


def save(arrays: Arrays, into: Path) -> None:
    """Write the arrays of an index into an empty directory, each as it comes; none is kept."""
    into.mkdir(parents=True, exist_ok=True)
    sizes: dict[str, int] = {}
    for name, array in arrays:
        save_array(into / f"{name}.npy", array)
        sizes[name] = len(array)
    manifest = {"version": VERSION} | {what: sizes[name] for what, name in COUNTED.items()}
    (into / MANIFEST).write_text(json.dumps(manifest), encoding="utf-8")


def text_at(blob: U8, ends: U32, number: int) -> str:
    """The text of that number; `ends` starts with 0."""
    return str(blob.data[ends.item(number) : ends.item(number + 1) - 1], "utf-8")


def texts_at(blob: U8, ends: U32, numbers: U32) -> list[str]:
    """Several texts of one blob."""
    bounds = zip(ends.take(numbers).tolist(), ends.take(numbers + 1).tolist(), strict=True)
    letters = blob.data
    return [str(letters[first : end - 1], "utf-8") for first, end in bounds]


def head(text: str) -> int:
    """The first eight bytes of a text as one number."""
    return int.from_bytes(text.encode()[:8].ljust(8, b"\0"), "big")


def between(table: U64, start: str) -> tuple[int, int]:
    """The places in sorted heads where texts that begin so may stand; exact up to eight bytes."""
    begun = start.encode()[:8]
    low = int.from_bytes(begun.ljust(8, b"\0"), "big")
    high = int.from_bytes(begun.ljust(8, b"\xff"), "big")
    return int(table.searchsorted(np.uint64(low))), int(table.searchsorted(np.uint64(high), side="right"))


def under_any(keys: U32, values: U32, wanted: Sequence[int]) -> Iterator[tuple[int, U32]]:
    """For each key that is in a sorted table: its place among those wanted, and its values."""
    asked = np.array(wanted, np.uint32)
    first, end = keys.searchsorted(asked).tolist(), keys.searchsorted(asked, side="right").tolist()
    for at, (low, high) in enumerate(zip(first, end, strict=True)):
        if high > low:
            yield at, values[low:high]


def counted(numbers: NDArray[Number]) -> tuple[NDArray[Number], NDArray[np.intp]]:
    """Each of the numbers once, in order, and how often it is there."""
    # numpy's own `unique` brings in a part of numpy that takes longer than opening an index.
    ordered = np.sort(numbers)
    first = np.flatnonzero(np.concatenate((np.ones(min(len(ordered), 1), bool), ordered[1:] != ordered[:-1])))
    return ordered[first], np.diff(np.append(first, len(ordered)))


def hashed(text: str) -> int:
    """32 bits of a text; what is found by it is compared afterwards."""
    return crc32(text.encode())


def under(keys: U32, values: U32, key: int) -> U32:
    """The values that stand under a key in a sorted table."""
    # For one key bisection over the memory itself is quicker than numpy's search.
    listed = keys.data
    first = end = bisect_left(listed, key)
    while end < len(listed) and listed[end] == key:
        end += 1
    return values[first:end]
