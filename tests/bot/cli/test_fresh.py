"""A machine on which nothing was imported: Usher starts with the films that come with it."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.guide_factory import Guides, shipped_guide
from bot.titles_factory import shipped_titles
from knowledge.answers import AboutFilm, NoGuide
from knowledge.catalogue.catalogue_import import import_catalogue
from knowledge.catalogue.kept_index import index_of
from knowledge.catalogue.shipped_films import SHIPPED
from knowledge.catalogue.store import changing
from knowledge.library import Library
from knowledge.questions import Intent, Question
from knowledge.titles.decision import Decided
from tests.bot.pretend import Person

HEAD = "id\ttitle\tyear\tvotes\talso_known_as\n"


@pytest.fixture(scope="module")
def started(tmp_path_factory: pytest.TempPathFactory, furnish: Callable[[Path], None]) -> Path:
    """The catalogue's folder after the first start."""
    data = tmp_path_factory.mktemp("data")
    furnish(data)
    return data / "catalogue"


@pytest.fixture(scope="module")
def imported(started: Path) -> Path:
    """The same after an import of films that come with Usher, and one that does not."""
    catalogue = started.with_name("imported")
    shutil.copytree(started, catalogue)
    rows = (
        "tt0070716\tSuperdad\t1973\t900\tSuperpapa\n",
        "tt2380307\tCoco\t2017\t600000\t\n",
        "tt0000001\tThe Paper Boat\t2001\t100\t\n",
    )
    (catalogue / "titles.tsv").write_text(HEAD + "".join(rows), encoding="utf-8")
    import_catalogue(catalogue / "titles.tsv", catalogue, lambda _: None, {})
    return catalogue


def test_the_index_is_built_once(started: Path, library: Library) -> None:
    index = index_of(started)
    assert index is not None
    before = {file: file.stat().st_mtime_ns for file in index.iterdir()}
    new_guide = Guides(started)
    assert new_guide(library).find("moana 2").decided is Decided.ACCEPT
    assert not new_guide.renew()
    assert {file: file.stat().st_mtime_ns for file in index.iterdir()} == before


def test_an_index_with_the_films_of_an_older_usher_is_made_anew(started: Path, tmp_path: Path) -> None:
    catalogue = tmp_path / "catalogue"
    shutil.copytree(started, catalogue)
    index = index_of(catalogue)
    assert index is not None
    index.rename(index.with_name(index.name.replace(SHIPPED.key, "0ld")))
    assert shipped_titles(catalogue).find("moana 2").decided is Decided.ACCEPT
    assert [each.name for each in catalogue.glob("index-*")] == [index.name]


def test_where_no_index_can_be_kept_the_films_are_known_all_the_same(
    tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    (tmp_path / "file").write_text("a file where the folder would be", encoding="utf-8")
    caplog.set_level("INFO")
    assert shipped_titles(tmp_path / "file" / "catalogue").find("moana 2").matches[0].film.year == 2024
    assert "no index can be kept" in caplog.text
    assert shipped_guide().find("moana 2").decided is Decided.ACCEPT


def test_where_the_catalogue_may_only_be_read_its_films_and_ours_are_known(
    imported: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    catalogue = tmp_path / "catalogue"
    shutil.copytree(imported, catalogue)
    index = index_of(catalogue)
    assert index is not None
    older = index.rename(index.with_name(index.name.replace(SHIPPED.key, "0ld")))
    # Whoever runs the tests may be root, who may write anywhere: here the folder cannot be locked.
    monkeypatch.setattr("knowledge.catalogue.store.PATIENCE", 0)
    with changing(catalogue):
        guide = shipped_guide(catalogue)
    assert [guide.find(text).matches[0].film.id for text in ("moana 2", "the paper boat")] == [
        "moana-2-2024",
        "tt0000001",
    ]
    assert older.exists()


def test_an_imported_film_that_comes_with_usher_is_there_once_and_under_both_ids(imported: Path) -> None:
    guide = shipped_guide(imported)
    for text in ("moana 2", "vaiana deel 2", "tt13622970", "moana-2-2024"):
        assert guide.find(text).matches[0].film.id == "moana-2-2024"
    assert [match.film.title for match in guide.find("moana 2").matches].count("Moana 2") == 1
    assert guide.find("the paper boat").matches[0].film.id == "tt0000001"


def test_a_button_with_the_id_of_days_gone_by_is_answered_as_before(imported: Path) -> None:
    guide = shipped_guide(imported)
    old, new = (
        guide.answer(Question(Intent.WARNINGS_OVERVIEW, film)) for film in ("tt0070716", "superdad-1973")
    )
    assert isinstance(old, NoGuide)
    assert old == new
    assert {one.rating.board for one in old.official} >= {"MPA"}
    assert len(old.sources) == 2
    guided = guide.answer(Question(Intent.WARNINGS_OVERVIEW, "tt2380307"))
    assert isinstance(guided, AboutFilm)
    assert guided.movie.id == "coco-2017"


async def test_moana_2_is_never_answered_with_frozen_2(parent: Person) -> None:
    answer = await parent.slash("movie", title="moana 2")
    assert answer.film == "Moana 2 (2024)"
    assert not [label for label in answer.labels if "Frozen" in label]
