"""Three spellings under which a whole name is found: as it is, run together, by sound."""

from collections.abc import Sequence
from functools import lru_cache

from knowledge.titles.index.arrays import hashed
from knowledge.titles.phonetics import phonetic_key
from knowledge.titles.words import bare

_, SOLID, SOUND = range(3)


def spellings(listed: Sequence[str]) -> tuple[str, str, str]:
    """The keys of a name; articles do not count, and no key of one sort is one of another."""
    # Who runs all words together runs the articles in as well.
    solid = "".join(listed)
    solid = solid.removeprefix("the") or solid
    return plain(listed), "~" + solid, "?" + phonetic_key(solid)


def plain(listed: Sequence[str]) -> str:
    """The first key alone."""
    return "=" + " ".join(bare(listed))


def key_of(listed: Sequence[str]) -> int:
    """The hash of the first key."""
    return hashed(plain(listed))


@lru_cache(maxsize=1024)
def keys_of(words: tuple[str, ...]) -> tuple[int, int, int]:
    """Hashes of the three spellings; kept, since each segment asks for those of what was typed."""
    as_it_is, solid, said = map(hashed, spellings(words))
    return as_it_is, solid, said
