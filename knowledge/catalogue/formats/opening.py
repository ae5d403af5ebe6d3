"""Files as text, plain or gzipped, by lines or by pieces, with how far one has read. Never a file at once."""

import gzip
import io
import zlib
from collections.abc import Callable, Generator
from contextlib import closing, contextmanager
from functools import partial
from itertools import islice
from pathlib import Path

Progress = Callable[[float], None]
"""Called with the part of the file that is read, 0 to 1."""
GZIP = b"\x1f\x8b"
OFTEN = 2000
"""Lines between two reports."""
PIECE = 1 << 16
"""Letters that are read at once where there need be no lines."""
LONGEST = 1 << 20
"""Letters of the longest line, or of the longest film in JSON; what is longer is no list of films."""


def lines(path: Path, progress: Progress) -> Generator[str]:
    """The lines of a file without their ends. OSError, EOFError or ValueError if it is broken."""
    with _opened(path) as (text, read):
        for count, line in enumerate(iter(partial(text.readline, LONGEST), "")):
            if len(line) == LONGEST:
                raise ValueError(f"line {count + 1} is longer than {LONGEST:,} letters")
            if count % OFTEN == 0:
                progress(read())
            yield line.rstrip("\r\n")
    progress(1.0)


def pieces(path: Path, progress: Progress) -> Generator[str]:
    """The text of a file, cut anywhere. OSError, EOFError or ValueError if it is broken."""
    with _opened(path) as (text, read):
        for piece in iter(partial(text.read, PIECE), ""):
            progress(read())
            yield piece
    progress(1.0)


def first_lines(path: Path, many: int = 3) -> list[str]:
    """The first lines of a file, to see what it is; of a very long one its start."""
    with _opened(path) as (text, _):
        return [line.rstrip("\r\n") for line in islice(iter(partial(text.readline, LONGEST), ""), many)]


@contextmanager
def _opened(path: Path) -> Generator[tuple[io.TextIOWrapper, Callable[[], float]]]:
    """The text, and what part of the file is read."""
    size = max(path.stat().st_size, 1)
    with path.open("rb") as raw:
        zipped = raw.read(2) == GZIP
        raw.seek(0)
        plain = gzip.GzipFile(fileobj=raw) if zipped else raw
        with closing(io.TextIOWrapper(plain, encoding="utf-8-sig", newline="\n")) as text:
            try:
                yield text, lambda: raw.tell() / size
            except zlib.error as error:
                raise ValueError(f"what is gzipped here is broken: {error}") from error
