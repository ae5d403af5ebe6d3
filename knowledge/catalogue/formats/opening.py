"""Files as lines of text, plain or gzipped, with how far one has read."""

import gzip
import io
from collections.abc import Callable, Generator
from contextlib import closing
from itertools import islice
from pathlib import Path

Progress = Callable[[float], None]
"""Called with the part of the file that is read, 0 to 1."""
GZIP = b"\x1f\x8b"
OFTEN = 2000
"""Lines between two reports."""


def lines(path: Path, progress: Progress) -> Generator[str]:
    """The lines of a file without their ends. OSError, EOFError or UnicodeDecodeError if it is broken."""
    size = max(path.stat().st_size, 1)
    with path.open("rb") as raw:
        zipped = raw.read(2) == GZIP
        raw.seek(0)
        plain = gzip.GzipFile(fileobj=raw) if zipped else raw
        with io.TextIOWrapper(plain, encoding="utf-8-sig", newline="\n") as text:
            for count, line in enumerate(text):
                if count % OFTEN == 0:
                    progress(raw.tell() / size)
                yield line.rstrip("\r\n")
    progress(1.0)


def first_lines(path: Path, many: int = 3) -> list[str]:
    """The first lines of a file, to see what it is."""
    with closing(lines(path, lambda _: None)) as start:
        return list(islice(start, many))
