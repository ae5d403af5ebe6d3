"""Three spellings under which a whole name is found: as it is, run together, by sound."""

from collections.abc import Sequence

from knowledge.titles.sound import sound
from knowledge.titles.words import bare

PLAIN, SOLID, SOUND = range(3)


def spellings(listed: Sequence[str]) -> tuple[str, str, str]:
    """The keys of a name; articles do not count, and no key of one sort is one of another."""
    kept = bare(listed)
    solid = "".join(kept)
    # Who runs all words together runs the article in as well.
    solid = solid.removeprefix("the") or solid
    return "=" + " ".join(kept), "~" + solid, "?" + sound(solid)
