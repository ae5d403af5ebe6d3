"""usher check: every fault of the guide's files, with file, key and what would be right, and some notes."""

import sys
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from bot.cli.error_lines import line
from knowledge.curation.board_differences import far_from_board
from knowledge.curation.fact_table import differing, facts_of, read_facts
from knowledge.curation.faults import Fault, Faulty
from knowledge.curation.neighbour_differences import far_from_neighbours
from knowledge.curation.shipped_guide import DATA, read_entries, read_refused, read_vocabulary
from knowledge.curation.standards import below_standard
from knowledge.entry import Movie


def check(given: Namespace) -> int:
    """Checks these files and folders, or the whole guide. Exit code 1 where there is any fault."""
    paths: list[str] = given.paths
    try:
        vocabulary = read_vocabulary()
        missing = [path for path in paths if not Path(path).exists()]
        beside = [file.stem for file in _files([])] if paths else []
        entries, faults = read_entries(_files(paths), vocabulary, beside)
        refused = read_refused()
        for file, movie in entries:
            faults.extend(below_standard(movie, vocabulary, refused, file))
    except Faulty as faulty:
        entries, faults, missing = [], list(faulty.faults), []
    for path in missing:
        print(f"{path}: there is no such file", file=sys.stderr)
    for fault in faults:
        print(fault, file=sys.stderr)
    for note in _worth_a_look(entries, whole=not paths):
        print(f"worth a look: {note}", file=sys.stderr)
    unread = bool(given.facts) and not _compare(entries, Path(given.facts))
    found = len(faults) + len(missing) + unread
    print(f"{len(entries)} entries, {found or 'no'} fault{'' if found == 1 else 's'}")
    return 1 if found else 0


def _worth_a_look(entries: list[tuple[str, Movie]], *, whole: bool) -> Iterator[Fault]:
    """Where an entry is far from a board, or from the films of the guide that are most like it."""
    yield from (note for file, movie in entries for note in far_from_board(movie, file))
    if not entries:
        return
    guide = entries if whole else [*entries, *read_entries(_files([]), read_vocabulary())[0]]
    known = {movie.id: movie for _, movie in reversed(guide)}
    yield from far_from_neighbours(entries, known.values())


def _compare(entries: list[tuple[str, Movie]], path: Path) -> bool:
    """Lists where a table of facts differs, which is no fault of an entry. False where it cannot be read."""
    try:
        table = read_facts(path)
    except (OSError, ValueError) as error:
        print(f"{path}: {line(error) or error}", file=sys.stderr)
        return False
    rows = [(file, movie, facts_of(movie, table)) for file, movie in entries]
    for file, note in ((file, note) for file, movie, row in rows if row for note in differing(movie, row)):
        print(f"differs: {file}: {note}", file=sys.stderr)
    unknown = [file for file, _, row in rows if not row]
    print(f"{len(rows) - len(unknown)} compared with {path.name}", end="")
    print(f"; not in it: {', '.join(unknown)}" if unknown else "")
    return True


def _files(paths: list[str]) -> Iterator[Path]:
    for path in map(Path, paths or [str(DATA / "movies")]):
        if path.is_dir():
            yield from sorted(path.rglob("*.toml"))
        elif path.exists():
            yield path
