"""usher check: every fault of the guide's files, with file, key and what would be right, and some notes."""

import sys
from argparse import Namespace
from collections.abc import Iterator
from pathlib import Path

from knowledge.curation.board_differences import far_from_board
from knowledge.curation.faults import Faulty
from knowledge.curation.shipped_guide import DATA, read_entries, read_refused, read_vocabulary
from knowledge.curation.standards import below_standard


def check(given: Namespace) -> int:
    """Checks these files and folders, or the whole guide. Exit code 1 where there is any fault."""
    paths: list[str] = given.paths
    try:
        vocabulary = read_vocabulary()
        missing = [path for path in paths if not Path(path).exists()]
        entries, faults = read_entries(_files(paths), vocabulary)
        refused = read_refused()
        for file, movie in entries:
            faults.extend(below_standard(movie, vocabulary, refused, file))
    except Faulty as faulty:
        entries, faults, missing = [], list(faulty.faults), []
    for path in missing:
        print(f"{path}: there is no such file", file=sys.stderr)
    for fault in faults:
        print(fault, file=sys.stderr)
    for note in (note for file, movie in entries for note in far_from_board(movie, file)):
        print(f"worth a look: {note}", file=sys.stderr)
    found = len(faults) + len(missing)
    print(f"{len(entries)} entries, {found or 'no'} fault{'' if found == 1 else 's'}")
    return 1 if found else 0


def _files(paths: list[str]) -> Iterator[Path]:
    for path in map(Path, paths or [str(DATA / "movies")]):
        if path.is_dir():
            yield from sorted(path.rglob("*.toml"))
        elif path.exists():
            yield path
