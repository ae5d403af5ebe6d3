"""Check the films that come with Usher against tables of films, row by row.

Run `uv run python scripts/check_films.py PATH…` with tables, or a folder of them: tab-separated, packed by
gzip or not, with a title, a year and an id. It prints where a row differs and ends with 1 if one does. What
differs for a reason is in knowledge/data/films_explained.toml: by the film's id, what differs and why.
"""

import argparse
import re
import sys
import tomllib
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from film_tables import Row, Tables, bare, near, read_rows, read_tables, titles_of

from knowledge.entry import Level
from knowledge.official.reason_reader import read_reason
from knowledge.titles.folding import fold

DATA = Path(__file__).parents[1] / "knowledge" / "data"
KINDS = {"nick", "original", "de", "es", "fr", "it", "ja", "pt"}
"""What a name is: a nickname or short form, the original title, or the title in that language."""
NEAR_MINUTES = 3
"""Credits, logos and rounding."""
FAR_BETTER_KNOWN = 20
"""Times the votes from which a film keeps a name to itself although another is called so."""
COUNTRY = re.compile(r"[A-Z]{2}")
CODE = re.compile(r"\b(PG ?- ?13|NC ?- ?17|PG|G|R)(?= |$)")
OTHER_CUT = re.compile(
    r"\((?:[^)]*\b(?:director's cut|redux|sing-a-long|uncut|unrated|edited version|video version"
    r"|enhanced version|edition|\d{4} version|original rating)\b)",
    re.IGNORECASE,
)
"""How the MPA says that its reason is not about the film as it was shown in cinemas."""


@dataclass(frozen=True, slots=True)
class Difference:
    """Where a row differs: the kind, as films_explained.toml names it, and what was found."""

    id: str
    kind: str
    found: str


def differences(row: Row, tables: Tables) -> Iterator[Difference]:
    """Where a row differs from the tables."""
    for kind, check in CHECKS.items():
        yield from (Difference(row.id, kind, found) for found in check(row, tables))


def _title(row: Row, tables: Tables) -> Iterator[str]:
    known = row.imdb in tables.by_imdb or any(
        near(record, row) for title in row.titles for record in tables.by_title.get(title, ())
    )
    if not known:
        yield f"no table has {row.title} ({row.year})"


def _imdb(row: Row, tables: Tables) -> Iterator[str]:
    own = tables.by_imdb.get(row.imdb, ())
    if own and not any(_alike(title, row) for record in own for title in titles_of(record)):
        yield f"{row.imdb} is {own[0]['title']} ({own[0]['year']})"
    if own and not any(near(record, row) for record in own):
        yield f"{row.imdb} is of {own[0]['year']}"
    if row.imdb and not own:
        yield f"no table has {row.imdb}"
    if not own:
        ids = {
            record["imdb"]
            for record in tables.by_title.get(bare(row.title), ())
            if record["year"] == str(row.year)
        }
        yield from (f"the tables have {imdb}, not {row.imdb or 'none'}" for imdb in sorted(ids - {""}))


def _alike(title: str, row: Row) -> bool:
    """One of the row's titles, or one with a part left out: *Birdman*, *Return of the Jedi*."""
    words = set(bare(title).split())
    return any(words >= set(one.split()) or words <= set(one.split()) for one in row.titles)


def _country(row: Row, _tables: Tables) -> Iterator[str]:
    if row.country and not COUNTRY.fullmatch(row.country):
        yield f"{row.country} is no code of a country"


def _minutes(row: Row, tables: Tables) -> Iterator[str]:
    found = tables.fact(row, "runtime_min")
    if found and row.minutes and abs(int(found) - row.minutes) > NEAR_MINUTES:
        yield f"{row.minutes} minutes, not {found}"


def _rating(row: Row, tables: Tables) -> Iterator[str]:
    found = tables.fact(row, "mpa_rating")
    for board, code in row.rating.items():
        if board != "MPA":
            yield f"no table tells a code of {board}"
        elif code != found:
            yield f"{code}, not {found or 'confirmed by any table'}"


def _named(row: Row, tables: Tables) -> Iterator[str]:
    expected = reading(row, tables)
    if row.named != expected:
        yield f"{row.named or 'nothing'}, not {expected or 'confirmed by any reason'}"


def reading(row: Row, tables: Tables) -> str:
    """What the board named, as films.tsv writes it; nothing where the reason is of another cut."""
    reason, code = tables.fact(row, "reason"), row.rating.get("MPA", "")
    said = CODE.search(reason)
    if not code or not said or re.sub(r"\s", "", said[0]) != code or OTHER_CUT.search(reason):
        return ""
    named = read_reason("MPA", code, reason)
    return "; ".join(f"{topic} {said.level}" for topic, said in named.topics.items())


def _name(row: Row, tables: Tables) -> Iterator[str]:
    for kind, name in row.names:
        if bare(name) == bare(row.title):
            yield f"{name} is the title"
        elif kind != "original":
            yield from (f"{name} is {other}" for other in _better_known(name, row, tables))


def _better_known(name: str, row: Row, tables: Tables) -> Iterator[str]:
    """Films whose own title the name is, unless ours is far better known."""
    for record in tables.by_title.get(bare(name), ()):
        better = int(record.get("votes") or 0) * FAR_BETTER_KNOWN > tables.votes(row)
        if better and not near(record, row) and fold(record["title"]) == fold(name):
            yield f"{record['title']} ({record['year']})"


def _word(row: Row, _tables: Tables) -> Iterator[str]:
    boards, topics = _toml("boards"), _toml("topics")
    for board, code in row.rating.items():
        if code not in boards.get(board, {}).get("codes", {}):
            yield f"boards.toml has no {board} {code}"
    for topic, _, level in (part.partition(" ") for part in row.named.split("; ") if part):
        if topic not in topics or level not in set(Level):
            yield f"{topic} {level} is no topic and level"
    yield from (f"{kind} is no kind of name" for kind, _ in row.names if kind not in KINDS)


def _doubled(rows: list[Row]) -> Iterator[Difference]:
    for column in ("id", "imdb"):
        times = Counter(getattr(row, column) for row in rows)
        doubled = (row for row in rows if getattr(row, column) and times[getattr(row, column)] > 1)
        yield from (Difference(row.id, "doubled", getattr(row, column)) for row in doubled)


CHECKS = {
    "title": _title,
    "imdb": _imdb,
    "country": _country,
    "minutes": _minutes,
    "rating": _rating,
    "named": _named,
    "name": _name,
    "word": _word,
}


@cache
def _toml(name: str) -> dict[str, Any]:
    return tomllib.loads((DATA / f"{name}.toml").read_text(encoding="utf-8"))


def counted(rows: list[Row]) -> str:
    """How many films are of which country."""
    many = Counter(row.country or "not known" for row in rows).most_common()
    return ", ".join(f"{country} {films}" for country, films in many)


def main(paths: list[Path]) -> int:
    """Prints what differs without a reason, and how much has one; how many differ without."""
    rows, tables, explained = read_rows(DATA / "films.tsv"), read_tables(paths), _toml("films_explained")
    found = [*_doubled(rows), *(one for row in rows for one in differences(row, tables))]
    new = [one for one in found if one.kind not in explained.get(one.id, {})]
    for one in new:
        print(f"{one.id}: {one.kind}: {one.found}")
    print(counted(rows))
    print(f"{len(rows)} films, {len(found) - len(new)} differences explained, {len(new)} not")
    return len(new)


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("paths", nargs="+", type=Path, help="tables, or folders of them")
    sys.exit(bool(main(parser.parse_args().paths)))
