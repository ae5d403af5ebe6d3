"""The guide's films that are kept as they were indexed are found as if they had just been indexed."""

import shutil
from collections.abc import Callable
from concurrent.futures import ProcessPoolExecutor
from dataclasses import replace
from multiprocessing import get_context
from pathlib import Path
from threading import Event, Thread

import pytest

from knowledge.catalogue.catalogue_index import clear
from knowledge.catalogue.kept_index import index_of
from knowledge.catalogue.kept_layer import MOST, with_guide
from knowledge.library import Library, film_of
from knowledge.titles.films import Film
from knowledge.titles.titles import Titles

TYPED = ("coco", "ratatoullie", "frozen 2", "tt1099212", "finding nem", "könig der löwen", "potter", "her")
DAMAGES: dict[str, Callable[[Path], object]] = {
    "a file is missing": lambda kept: (kept / "keys.npy").unlink(),
    "a file is torn": lambda kept: (kept / "row_text.npy").write_bytes(
        (kept / "row_text.npy").read_bytes()[:200]
    ),
    "an empty file": lambda kept: (kept / "films.json").write_bytes(b""),
    "films of another shape": lambda kept: (kept / "films.json").write_text('{"films": [[1]]}'),
    "of another version": lambda kept: (kept / "manifest.json").write_text('{"version": 0}'),
    "a file in its place": lambda kept: (shutil.rmtree(kept), kept.write_text("no folder")),
}


@pytest.fixture
def index(catalogue: Path, tmp_path: Path) -> Path:
    """An index of one's own, over which nothing was laid yet."""
    made = index_of(catalogue)
    assert made is not None
    return shutil.copytree(made, tmp_path / made.name, ignore=shutil.ignore_patterns("guide-*"))


@pytest.fixture(scope="module")
def films(library: Library) -> list[Film]:
    return list(map(film_of, library.movies.values()))


@pytest.fixture(scope="module")
def few(films: list[Film]) -> list[Film]:
    """What is wrong with a file is as wrong with a short one."""
    return films[::8]


def kept(index: Path) -> list[Path]:
    return sorted(index.glob("guide-*"))


def found(titles: Titles) -> list[object]:
    """All that a few typings find, with every point, and what is completed."""
    return [(titles.find(typed), titles.complete(typed), titles.exact(typed)) for typed in TYPED]


def laid(index: Path, films: list[Film]) -> list[object]:
    return found(with_guide(Titles.open(index), index, films))


def test_what_is_kept_finds_what_was_just_indexed(index: Path, films: list[Film]) -> None:
    made = Titles.open(index).with_films(films)
    for _ in ("made", "kept"):
        again = with_guide(Titles.open(index), index, films)
        assert again.films == made.films
        assert again.by_other_id == made.by_other_id
        assert found(again) == found(made)
    assert len(kept(index)) == 1


def test_what_is_kept_is_read_and_not_made_again(index: Path, films: list[Film]) -> None:
    laid(index, films)
    before = {file: file.stat().st_mtime_ns for file in kept(index)[0].iterdir()}
    laid(index, films)
    assert {file: file.stat().st_mtime_ns for file in kept(index)[0].iterdir()} == before


def test_a_changed_film_is_indexed_again_and_the_oldest_are_forgotten(index: Path, few: list[Film]) -> None:
    for number in range(MOST + 2):
        changed = [replace(few[0], title=f"Balloon House {number}"), *few[1:]]
        titles = with_guide(Titles.open(index), index, changed)
        assert titles.find(f"balloon house {number}").matches[0].film.id == few[0].id
    assert len(kept(index)) == MOST


@pytest.mark.parametrize("damage", DAMAGES)
def test_whatever_is_wrong_with_what_is_kept_the_films_are_found(
    index: Path, few: list[Film], damage: str
) -> None:
    made = laid(index, few)
    DAMAGES[damage](kept(index)[0])
    assert laid(index, few) == made


def test_where_nothing_can_be_kept_the_films_are_found_all_the_same(
    index: Path, films: list[Film], monkeypatch: pytest.MonkeyPatch
) -> None:
    def refused(*_: object, **__: object) -> str:
        raise PermissionError(13, "Permission denied")

    made = found(Titles.open(index).with_films(films))
    # Whoever runs the tests may be root, who may write anywhere.
    monkeypatch.setattr("tempfile.mkdtemp", refused)
    assert laid(index, films) == made
    assert kept(index) == []
    assert found(with_guide(Titles.open(index), None, films)) == made


def test_processes_that_start_at_once_all_find_the_same(index: Path, films: list[Film]) -> None:
    with ProcessPoolExecutor(4, get_context("spawn")) as several:
        waiting = [several.submit(laid, index, films) for _ in range(4)]
        answers = [each.result() for each in waiting]
    assert answers == [found(Titles.open(index).with_films(films))] * 4
    assert [each.name for each in index.parent.glob("making-*")] == []
    assert len(kept(index)) == 1


def test_what_an_import_clears_away_is_no_layer_that_is_being_kept(index: Path, films: list[Film]) -> None:
    titles, done, faults = Titles.open(index), Event(), list[OSError]()

    def clears() -> None:
        while not done.is_set():
            try:
                clear(index.parent, 99)
            except OSError as fault:
                faults.append(fault)

    clearing = Thread(target=clears, daemon=True)
    clearing.start()
    for most in range(1, 13):
        with_guide(titles, index, films[:most])
    done.set()
    clearing.join()
    assert (len(kept(index)), faults) == (MOST, [])
