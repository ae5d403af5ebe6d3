"""A catalogue of many real films: those of the project's own list, and where it is at hand a longer one."""

import gzip
from itertools import islice
from pathlib import Path

import pytest

from knowledge.catalogue.catalogue_import import import_catalogue
from knowledge.catalogue.kept_index import index_of
from knowledge.titles.titles import Titles
from tests.films import NO_FILMS

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
def more(tmp_path_factory: pytest.TempPathFactory) -> Titles:
    """The best known films of a longer list, with what is called like them and hardly known."""
    if not LIST.exists():
        pytest.skip("needs the shared list of real titles")
    at = tmp_path_factory.mktemp("catalogue")
    with gzip.open(LIST, "rt", encoding="utf-8") as lines:
        (at / "titles.tsv").write_text("".join(islice(lines, MANY)), encoding="utf-8")
    import_catalogue(at / "titles.tsv", at, lambda _: None, {}, NO_FILMS)
    index = index_of(at, NO_FILMS)
    assert index is not None
    return Titles.open(index)
