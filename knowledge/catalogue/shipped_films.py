"""The films that come with Usher: each row of `knowledge/data/films.tsv` as the catalogue knows a film."""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from zlib import crc32

from knowledge.catalogue.store import Known

SOURCE = "Usher's list of films"
STANDING = 40_000
"""Votes that each counts for, since nobody counted: as many as a film has that most people have heard of."""


@dataclass(frozen=True, slots=True)
class ShippedFilms:
    """A file of films."""

    file: Path

    @property
    def key(self) -> str:
        """By which an index of its films is told from that of any other content."""
        return f"{crc32(self.file.read_bytes()):08x}"

    def films(self) -> Iterator[Known]:
        """All of them."""
        return map(_film, self.file.read_text(encoding="utf-8").splitlines()[1:])

    def film(self, film_id: str) -> Known | None:
        """The one with this id."""
        _, found, after = _content(self.file).partition(f"\n{film_id}\t".encode())
        rest, _, _ = after.partition(b"\n")
        return _film(f"{film_id}\t{rest.decode()}") if found else None


SHIPPED = ShippedFilms(Path(__file__).parents[1] / "data" / "films.tsv")


@cache
def _content(file: Path) -> bytes:
    """Kept, since bots are asked for one film after another."""
    return file.read_bytes()


def _film(line: str) -> Known:
    film_id, title, year, imdb, _country, minutes, rating, named, names = line.split("\t")
    ratings = tuple((board, code, SOURCE) for board, _, code in _pairs(rating, " "))
    return Known(
        film_id,
        title,
        int(year),
        STANDING,
        int(minutes) if minutes else None,
        tuple(dict.fromkeys(name for _, _, name in _pairs(names, ": "))),
        ratings,
        (SOURCE,),
        other_ids=(imdb,) if imdb else (),
        # The reason is that of the board that the row names first.
        named=tuple((ratings[0][0], topic, level) for topic, _, level in _pairs(named, " ")),
    )


def _pairs(cell: str, between: str) -> Iterator[tuple[str, str, str]]:
    return (each.partition(between) for each in cell.split("; ") if each)
