"""What takes seconds to make and no test changes: made once for all processes, and kept in .pytest_cache.

It is found by what it is made of, so it is made anew when its code or data change.
"""

import shutil
from collections.abc import Callable, Iterable
from functools import cache
from pathlib import Path
from zlib import crc32

from filelock import FileLock

from bot.guide_factory import shipped_guide
from bot.ui.phrases import Languages
from knowledge.curation.compiled_guide import CompiledGuide
from knowledge.weights import SHIPPED as WEIGHTS

ROOT = Path(__file__).parents[1]
KNOWLEDGE = ROOT / "knowledge"
KEPT = ROOT / ".pytest_cache" / "usher"


PASSING = shutil.ignore_patterns("*-shm", "*-wal")
"""What SQLite keeps beside a database while somebody reads it: it comes and goes while one copies."""


def made(name: str, make: Callable[[Path], object], sources: Iterable[Path] = ()) -> Path:
    """The folder that `make` filled; it is found again while the catalogue's code and these sources stay."""
    place = KEPT / f"{name}-{crc32(b''.join(map(Path.read_bytes, sources)), _code()):08x}"
    KEPT.mkdir(parents=True, exist_ok=True)
    with FileLock(KEPT / f"{name}.lock"):
        if not place.exists():
            for old in (*KEPT.glob(f"{name}-????????"), KEPT / f"{name}-making"):
                shutil.rmtree(old, ignore_errors=True)
            (KEPT / f"{name}-making").mkdir()
            make(KEPT / f"{name}-making")
            (KEPT / f"{name}-making").rename(place)
    return place


@cache
def machine() -> Path:
    """The catalogue's folder on a machine on which Usher has answered, of the films that come with it."""
    folder = made("machine", _answer_once, [WEIGHTS])
    CompiledGuide(folder).films()  # Else each copy would read it anew where an entry was changed since.
    return folder


def _answer_once(folder: Path) -> None:
    shipped_guide(folder).ask("is coco ok for 6?")
    for _ in Languages(beside=folder):
        pass


@cache
def _code() -> int:
    """The guide's own entries are left out: what is kept of them is found by what they hold."""
    places = (KNOWLEDGE, KNOWLEDGE / "data", *map(KNOWLEDGE.joinpath, ("catalogue", "titles")))
    files = (path for place in places for path in place.glob("*.*"))
    deeper = (path for place in places[2:] for path in place.glob("*/*.*"))
    texts = (path for path in (*files, *deeper) if path.suffix in {".py", ".toml", ".tsv"})
    return crc32(b"".join(path.read_bytes() for path in sorted(texts)))
