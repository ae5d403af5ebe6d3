"""A file that says which films of another one are which of IMDb's, such as MovieLens's links.csv."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from knowledge.catalogue.formats.columns import FileSource, layout
from knowledge.catalogue.formats.delimited import LOOKED_AT, head_of, rows_of
from knowledge.catalogue.formats.ids import film_id
from knowledge.catalogue.formats.text_reader import first_lines, lines
from knowledge.catalogue.records import RefusedRow

_OTHERS = FileSource(ids="")
"""Takes the ids that other sites gave, and no number of the file's own."""


def links_of(path: Path, source: FileSource) -> Mapping[str, str]:
    """By the file's own ids those of IMDb or TMDB, where a file of them lies beside it."""
    beside = path.with_name(path.name.replace(*source.beside)) if source.beside else path
    return dict(_links(beside, source)) if beside != path and beside.exists() else {}


def _links(beside: Path, source: FileSource) -> Iterator[tuple[str, str]]:
    head = head_of(first_lines(beside, LOOKED_AT))
    for row in rows_of(lines(beside, lambda _: None), head) if head else ():
        if isinstance(row, RefusedRow):
            continue
        cells = row[1]
        heads = frozenset(cells)
        other = film_id(cells, layout(_OTHERS, heads, "", {}))
        own = film_id({"id": cells.get("movieid", "")}, layout(source, frozenset({"id"}), "", {}))
        if own and other:
            yield own, other
