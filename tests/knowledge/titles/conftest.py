"""A catalogue of many real films: those of the project's own list, and where it is at hand a longer one."""

import gzip
from itertools import islice
from pathlib import Path

import pytest

from knowledge.catalogue.catalogue_import import import_catalogue
from knowledge.catalogue.kept_index import index_of
from knowledge.titles.titles import Titles
from tests.films import NO_FILMS
from tests.made import made

LIST = Path(__file__).parents[4] / "shared/data/titles.tsv.gz"
MANY = 30_000
"""The best known; all of them would take too long to index for a test."""


@pytest.fixture(scope="session")
def many(catalogue: Path) -> Titles:
    """The films that come with Usher, mapped from disk: every clone has them."""
    index = index_of(catalogue)
    assert index is not None
    return Titles.open(index)


@pytest.fixture(scope="session")
def more() -> Titles:
    """The best known films of a longer list, with what is called like them and hardly known."""
    if not LIST.exists():
        pytest.skip("needs the shared list of real titles")
    index = index_of(made("best_known", _take_in, [LIST, Path(__file__)]), NO_FILMS)
    assert index is not None
    return Titles.open(index)


def _take_in(folder: Path) -> None:
    with gzip.open(LIST, "rt", encoding="utf-8") as lines:
        (folder / "titles.tsv").write_text("".join(islice(lines, MANY)), encoding="utf-8")
    import_catalogue(folder / "titles.tsv", folder, lambda _: None, {}, NO_FILMS)
