"""An import that is killed at any moment leaves the old catalogue whole or the new one; the next heals."""

import shutil
import signal
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from knowledge.catalogue.catalogue_import import import_catalogue
from knowledge.catalogue.kept_index import index_of, known_film, ready_index
from knowledge.catalogue.store import FILE
from knowledge.titles.titles import Titles
from tests.films import NO_FILMS

KILLED = Path(__file__).parent / "killed_import.py"
HEAD = "id\ttitle\tyear\tvotes\talso_known_as\n"
OLD_FILMS = HEAD + "tt0113277\tHeat\t1995\t700000\t\n"
NEW_FILMS = HEAD + "tt0113277\tHeat\t1995\t800000\t\ntt0211915\tAmélie\t2001\t800000\t\n"
NOTHING, OLD, NEW = (None, None, None, None), (700000, 700000, None, None), (800000, 800000, 800000, 800000)
"""Votes of the first film and of the second: what titles say and what the file says."""
POINTS = {
    "before the file is read": ("call", "lines", OLD),
    "while films come in": ("c_return", "executemany", OLD),
    "before the index is built": ("call", "write_index", OLD),
    "while the index is built": ("call", "slipped", OLD),
    "before the index is written": ("call", "save", OLD),
    "while the index is written": ("c_call", "fsync", OLD),
    "before the index has its name": ("c_call", "rename", OLD),
    "between the index and the commit": ("c_return", "rename", OLD),
    "after the commit": ("call", "forget_before", NEW),
    "while the old index goes": ("c_return", "unlink", NEW),
}
"""(what the profiler is told, what the catalogue is then)."""


@dataclass(frozen=True, slots=True)
class Left:
    """What killed imports left, to be looked at: by point, where there was a catalogue and where none was."""

    file: Path
    after: dict[str, Path]
    first: dict[str, Path]


@pytest.fixture(scope="module")
def left(tmp_path_factory: pytest.TempPathFactory) -> Left:
    room = tmp_path_factory.mktemp("killed")
    file = room / "titles.tsv"
    file.write_text(OLD_FILMS, encoding="utf-8")
    take(file, room / "old")
    file.write_text(NEW_FILMS, encoding="utf-8")
    after = {point: room / f"after {at}" for at, point in enumerate(POINTS)}
    first = {point: room / f"first {at}" for at, point in enumerate(POINTS) if point != list(POINTS)[-1]}
    for copy in after.values():
        shutil.copytree(room / "old", copy)
    runs = [(str(path), *POINTS[point][:2]) for some in (after, first) for point, path in some.items()]
    words = [word for run in runs for word in run]
    done = subprocess.run(
        [sys.executable, str(KILLED), str(file), *words], capture_output=True, text=True, check=True
    )
    assert done.stdout.split() == [str(-signal.SIGKILL)] * len(runs)
    return Left(file, after, first)


def take(file: Path, into: Path) -> int:
    return import_catalogue(file, into, lambda _: None, {}, NO_FILMS)[0].changed


def state(into: Path) -> tuple[int | None, ...]:
    """Votes of both films, as the titles have them and as the file has them."""
    titles = Titles.open(ready_index(into, NO_FILMS))
    found = ((titles.named(film), known_film(into, film)) for film in ("tt0113277", "tt0211915"))
    return tuple(film.votes if film else None for pair in found for film in pair)


@pytest.mark.parametrize("point", POINTS)
def test_a_killed_import_leaves_the_old_catalogue_whole_or_the_new_one(left: Left, point: str) -> None:
    assert state(left.after[point]) == POINTS[point][2]


@pytest.mark.parametrize("point", list(POINTS)[:-1])
def test_a_first_import_that_is_killed_leaves_none_or_all(left: Left, point: str) -> None:
    assert state(left.first[point]) == (NOTHING if POINTS[point][2] is OLD else NEW)


@pytest.mark.parametrize("point", POINTS)
def test_the_next_import_has_all_and_leaves_nothing_behind(left: Left, tmp_path: Path, point: str) -> None:
    for into in (left.after[point], left.first.get(point, left.after[point])):
        healed = tmp_path / into.name
        shutil.copytree(into, healed, dirs_exist_ok=True)
        take(left.file, healed)
        index = index_of(healed, NO_FILMS)
        assert index is not None
        assert state(healed) == NEW
        assert {path.name for path in healed.iterdir()} == {FILE, index.name}


def test_another_file_never_gets_the_index_of_one_that_was_killed(left: Left, tmp_path: Path) -> None:
    into = tmp_path / "catalogue"
    shutil.copytree(left.first["between the index and the commit"], into)
    other = tmp_path / "titles.tsv"
    other.write_text(OLD_FILMS, encoding="utf-8")
    take(other, into)
    assert state(into) == OLD


def test_who_asks_during_an_import_has_the_old_catalogue_and_does_not_wait(tmp_path: Path) -> None:
    file, into = tmp_path / "titles.tsv", tmp_path / "catalogue"
    file.write_text(OLD_FILMS, encoding="utf-8")
    take(file, into)
    file.write_text(NEW_FILMS, encoding="utf-8")
    seen: list[tuple[int | None, ...]] = []
    import_catalogue(file, into, lambda _: seen.append(state(into)), {})
    assert set(seen) == {OLD}
    assert state(into) == NEW
