"""Which film a row is about: IMDb's or Wikidata's id, a site's number, else the file's own.

A bare number means nothing without who gave it: TMDB's 603 is not MovieLens's, nor another file's.
"""

import re
from collections.abc import Iterator
from zlib import crc32

from knowledge.catalogue.formats.columns import Layout
from knowledge.catalogue.formats.field_parsers import EMPTY
from knowledge.catalogue.records import Row
from knowledge.titles.films import is_film_id
from knowledge.titles.folding import LONGEST_SLUG, fold

_IMDB = re.compile(r"(?:^|\W)tt(\d{1,9})(?!\w)")
_BARE_IMDB = re.compile(r"0*(\d{4,9})(?:\.0+)?")
_ENTITY = re.compile(r"(?:^|[/:])(Q\d+)$")
_NUMBER = re.compile(r"#?0*([1-9]\d{0,11})(?:\.0+)?")
_NO_NUMBER = re.compile(r"#?-?[\d.,]+|tt\d*")
_NOTHING = frozenset({"none", "null", "nan", "na", "unknown", "undefined", "tba", "-", "--", "---", "_"})


def film_id(row: Row, layout: Layout) -> str | None:
    """The id by which the catalogue knows the film of a row; None where it has none that can be used."""
    found = next(_ids(row, layout), None)
    return layout.links.get(found, found) if found else None


def is_odd(row: Row, layout: Layout) -> bool:
    """Whether there is something for an id, though none that can be used."""
    return any(
        re.search(r"[^\W\d_]", text) and text.casefold() not in _NOTHING for text in _given(row, layout)
    )


def _given(row: Row, layout: Layout) -> list[str]:
    return [text for head in layout.columns.get("id", ()) if (text := row.get(head, "").strip()) not in EMPTY]


def _ids(row: Row, layout: Layout) -> Iterator[str]:
    for head in layout.columns.get("imdb", ()):
        yield from _imdb(row.get(head, ""), _BARE_IMDB)
    own = _given(row, layout)
    for text in own:
        yield from _imdb(text)
        yield from _ENTITY.findall(text)
    for site, heads in layout.numbers.items():
        for head in heads:
            yield from _numbered(row.get(head, "").strip(), site)
    for text in own:
        yield from _own(text, layout)


def _imdb(text: str, bare: re.Pattern[str] | None = None) -> Iterator[str]:
    found = _IMDB.search(text) or (bare.fullmatch(text.strip()) if bare else None)
    if found and (number := int(found[1])):
        yield f"tt{number:07}"


def _numbered(text: str, site: str) -> Iterator[str]:
    if found := _NUMBER.fullmatch(text):
        yield site + found[1]


def _own(text: str, layout: Layout) -> Iterator[str]:
    given = layout.source.ids
    yield from _numbered(text, f"{layout.file}-" if given is None else given) if given != "" else ()
    if given is None and is_film_id(text) and not _NO_NUMBER.fullmatch(text):
        yield from () if text.casefold() in _NOTHING else (text,)


def own_prefix(file: str) -> str:
    """What the numbers of a file begin with, by its name."""
    return shortened("-".join(fold(file).replace("_", " ").split()) or "file", 24)


def shortened(text: str, most: int = LONGEST_SLUG) -> str:
    """The text, or its beginning with what tells it from others that begin so."""
    return text if len(text) <= most else f"{text[: most - 9]}-{crc32(text.encode()):08x}"
