"""Three spellings under which a whole name is found: as it is, run together, by sound."""

from collections.abc import Sequence

from knowledge.titles.sound import sound
from knowledge.titles.words import bare

PLAIN, SOLID, SOUND = range(3)


def spellings(listed: Sequence[str]) -> tuple[str, str, str]:
    """The keys of a name; articles do not count, and no key of one sort is one of another."""
    # Who runs all words together runs the articles in as well.
    solid = "".join(listed)
    solid = solid.removeprefix("the") or solid
    return "=" + " ".join(bare(listed)), "~" + solid, "?" + sound(solid)
