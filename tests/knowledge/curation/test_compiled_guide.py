"""The guide that is kept as it was read is the guide of the files, whatever became of what was kept."""

import shutil
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from knowledge.curation.compiled_guide import CompiledGuide
from knowledge.curation.shipped_guide import DATA, read_library
from knowledge.library import Library, film_of

ENTRY = "the-paper-boat-2001.toml"
DAMAGES: dict[str, Callable[[bytes], bytes]] = {
    "torn": lambda whole: whole[: len(whole) // 2],
    "empty": lambda _: b"",
    "a letter changed": lambda whole: whole.replace(b"Paper", b"Caper"),
    "of another shape": lambda _: b"00000000\n[]\n{}",
}


def parts(library: Library) -> tuple[object, object]:
    """What two libraries that hold the same have alike; a library is equal to itself alone."""
    return library.movies, library.vocabulary


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The guide's files with one entry, to be changed."""
    data = tmp_path / "guide"
    (data / "movies").mkdir(parents=True)
    for file in DATA.glob("*.toml"):
        shutil.copy(file, data)
    shutil.copy(Path(__file__).parent / ENTRY, data / "movies")
    return data


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where it is kept."""
    folder = tmp_path / "kept"
    folder.mkdir()
    return folder


def kept(folder: Path) -> list[Path]:
    return sorted(folder.iterdir())


def test_what_is_kept_of_the_whole_guide_is_what_its_files_hold(library: Library, folder: Path) -> None:
    for _ in ("made", "kept"):
        guide = CompiledGuide(folder)
        assert parts(guide.library()) == parts(library)
        assert list(guide.library().movies) == list(library.movies)
        assert guide.films() == [film_of(movie) for movie in library.movies.values()]
    assert [file.name.partition("-")[0] for file in kept(folder)] == ["films", "guide"]


@pytest.mark.parametrize("damage", DAMAGES)
def test_what_was_damaged_is_made_anew(data: Path, folder: Path, damage: str) -> None:
    CompiledGuide(folder, data).films()
    whole = {file: file.read_bytes() for file in kept(folder)}
    for file, text in whole.items():
        file.write_bytes(DAMAGES[damage](text))
    assert parts(CompiledGuide(folder, data).library()) == parts(read_library(data))
    assert CompiledGuide(folder, data).films() == read_library(data).films()
    assert {file: file.read_bytes() for file in kept(folder)} == whole


def test_a_changed_entry_is_seen_and_what_was_kept_of_the_old_one_goes(data: Path, folder: Path) -> None:
    CompiledGuide(folder, data).films()
    old = kept(folder)
    entry = data / "movies" / ENTRY
    entry.write_text(entry.read_text("utf-8").replace("runtime = 90", "runtime = 91"), encoding="utf-8")
    assert parts(CompiledGuide(folder, data).library()) == parts(read_library(data))
    assert CompiledGuide(folder, data).library()["the-paper-boat-2001"].runtime == 91
    CompiledGuide(folder, data).films()
    assert len(kept(folder)) == len(old)
    assert not set(kept(folder)) & set(old)


def test_where_nothing_can_be_kept_the_files_are_read(data: Path, tmp_path: Path) -> None:
    (tmp_path / "a file").write_text("", encoding="utf-8")
    for folder in (None, tmp_path / "a file" / "catalogue", tmp_path / "nowhere"):
        assert parts(CompiledGuide(folder, data).library()) == parts(read_library(data))


def test_several_that_start_at_once_all_have_the_guide_and_leave_one_file(data: Path, folder: Path) -> None:
    with ThreadPoolExecutor(4) as several:
        waiting = [several.submit(CompiledGuide(folder, data).library) for _ in range(8)]
        found = [each.result() for each in waiting]
    assert [parts(each) for each in found] == [parts(read_library(data))] * 8
    assert len(kept(folder)) == 1


def test_an_entry_is_made_when_it_is_asked_for_and_once(data: Path, folder: Path) -> None:
    library = CompiledGuide(folder, data).library()
    assert "the-paper-boat-2001" in library.movies
    assert "the-tin-whale-1999" not in library.movies
    assert library["the-paper-boat-2001"] is library["the-paper-boat-2001"]
    with pytest.raises(KeyError):
        library["the-tin-whale-1999"]
