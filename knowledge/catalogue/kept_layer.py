"""The guide's films as they are indexed over the catalogue, kept in its index: indexing them takes long.

They are found by what they are, so other films are indexed anew, and go with the index that they lie over.
"""

import json
import shutil
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import fields
from operator import attrgetter
from pathlib import Path
from zlib import crc32

from knowledge.kept_file import keep_whole
from knowledge.titles.films import Film
from knowledge.titles.guide_layer import GuideLayer
from knowledge.titles.titles import Titles, under

FOUND = "guide-{:08x}"
_PARTS = attrgetter(*(field.name for field in fields(Film)))
MOST = 3
"""Guides that are kept: the one that comes with Usher, and what moderators have made of it meanwhile."""


def with_guide(known: Titles, index: Path | None, films: Sequence[Film]) -> Titles:
    """The films of an index with these over them, out of what is kept; kept now where it was not, and can be.

    Whatever is wrong with what is kept, the films are indexed anew.
    """
    if index is None:
        return known.with_films(films)
    kept = index / FOUND.format(crc32(json.dumps(list(map(_PARTS, films))).encode()))
    with suppress(OSError, EOFError, KeyError, TypeError, ValueError):
        return under(GuideLayer.load(kept), known)
    layer = GuideLayer.of(films, known.base)
    with suppress(OSError):
        shutil.rmtree(kept, ignore_errors=True)  # It is torn, if it is there.
        _forget_oldest(index)
        keep_whole(layer.save, index, kept)
    return under(layer, known)


def _forget_oldest(index: Path) -> None:
    made = sorted(index.glob(FOUND.replace("{:08x}", "*")), key=lambda each: each.stat().st_mtime)
    for old in made[: 1 - MOST]:
        shutil.rmtree(old, ignore_errors=True)
