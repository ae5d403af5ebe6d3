"""A small world of films for the questions of tests/questions."""

import gzip
import tomllib
from itertools import islice
from pathlib import Path

import pytest

from knowledge.catalogue.catalogue_import import import_catalogue
from knowledge.catalogue.kept_index import ready_index
from knowledge.curation.shipped_guide import read_vocabulary
from knowledge.library import film_of
from knowledge.titles.films import Film
from knowledge.titles.titles import Titles
from knowledge.understanding.learned import Learned, read_learned
from knowledge.understanding.understand import Understanding
from tests.films import shipped_library
from tests.made import made

QUESTIONS = Path(__file__).parents[2] / "questions"
LIST = Path(__file__).parents[4] / "shared/data/titles.tsv.gz"
MOST = 60_000
"""Films of the collected list that are imported, the best known first."""


@pytest.fixture(scope="session")
def titles() -> Titles:
    """The films of films.toml, ids such as "Coraline 2009"."""
    rows = tomllib.loads((QUESTIONS / "films.toml").read_text(encoding="utf-8"))["films"]
    return Titles.of(
        Film(f"{row['title']} {row['year']}", row["title"], row["year"], tuple(row["names"]), row["votes"])
        for row in rows
    )


@pytest.fixture(scope="session")
def learned() -> Learned:
    """What the shipped reader learned."""
    return read_learned(read_vocabulary())


@pytest.fixture(scope="session")
def understanding(titles: Titles, learned: Learned) -> Understanding:
    """Understanding of those films."""
    return Understanding(titles, read_vocabulary(), learned)


@pytest.fixture(scope="session")
def many_films() -> Titles:
    """A catalogue as an operator imports it, with the films that come with Usher and the guides over it."""
    if not LIST.exists():
        pytest.skip("the collected titles are not here")
    folder = made("many_films", _take_in, [LIST, Path(__file__)])
    return Titles.open(ready_index(folder)).with_films(guided())


def _take_in(folder: Path) -> None:
    with gzip.open(LIST, "rt", encoding="utf-8") as lines:
        (folder / "titles.tsv").write_text("".join(islice(lines, MOST)), encoding="utf-8")
    import_catalogue(folder / "titles.tsv", folder, lambda _: None, {})


def guided() -> list[Film]:
    """The films that have a guide."""
    return [film_of(movie) for movie in shipped_library().movies.values()]
