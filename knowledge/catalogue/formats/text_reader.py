"""Files as text, by lines or by pieces, with how far one has read. Never a file at once."""

import codecs
import io
from collections.abc import Callable, Generator
from contextlib import closing, contextmanager
from functools import partial
from pathlib import Path

from knowledge.catalogue.formats.compression import unpacked

Progress = Callable[[float], None]
"""Called with the part of the file that is read, 0 to 1."""
OFTEN = 2000
"""Lines between two reports."""
PIECE = 1 << 16
"""Letters that are read at once where there need be no lines."""
LONGEST = 1 << 20
"""Letters of the longest line, or of the longest film in JSON; what is longer is no list of films."""
MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_SHOWN = 40


def lines(path: Path, progress: Progress) -> Generator[str]:
    """The lines of a file with their ends. OSError, EOFError or ValueError if it is broken."""
    with _opened(path) as (text, read):
        for count, line in enumerate(iter(partial(text.readline, LONGEST), "")):
            if len(line) == LONGEST:
                raise ValueError(f"line {count + 1} is longer than {LONGEST:,} letters")
            if count % OFTEN == 0:
                progress(read())
            yield line
    progress(1.0)


def pieces(path: Path, progress: Progress) -> Generator[str]:
    """The text of a file, cut anywhere. OSError, EOFError or ValueError if it is broken."""
    with _opened(path) as (text, read):
        for piece in iter(partial(text.read, PIECE), ""):
            progress(read())
            yield piece
    progress(1.0)


def first_lines(path: Path, many: int) -> list[str]:
    """The first lines of a file with their ends, to see what it is; of a very long one its start."""
    start, room = list[str](), LONGEST
    with _opened(path) as (text, _):
        while room > 0 and len(start) < many and (line := text.readline(room)):
            start.append(line)
            room -= len(line)
    return start


@contextmanager
def _opened(path: Path) -> Generator[tuple[io.TextIOWrapper, Callable[[], float]]]:
    """The text, and what part of the file is read."""
    if path.is_dir():
        raise IsADirectoryError("is a folder; name a file in it")
    size = max(path.stat().st_size, 1)
    with path.open("rb") as raw, unpacked(raw) as plain:
        coding, end = _written(plain.peek(PIECE))
        with closing(io.TextIOWrapper(plain, encoding=coding, newline=end)) as text:
            try:
                yield text, lambda: raw.tell() / size
            except UnicodeError as error:
                raise ValueError(_undecodable(path, coding)) from error


def _written(start: bytes) -> tuple[str, str]:
    """The encoding of a text that begins so, and what ends its lines."""
    coding = next((name for mark, name in MARKS.items() if start.startswith(mark)), "utf-8")
    if coding == "utf-8" and start[1:2] == b"\0" != start[:1]:
        coding = "utf-16-le"
    head = start.decode(coding, "ignore")
    return coding, "\r" if "\r" in head and "\n" not in head else "\n"


def _undecodable(path: Path, coding: str) -> str:
    """Which line is not in the encoding, and how it reads in the one that Excel writes by itself."""
    wanted = "save the file as UTF-8 (in Excel: 'CSV UTF-8')"
    if coding.startswith("utf-16"):
        return f"begins as UTF-16 and is not in it to its end; {wanted}"
    with path.open("rb") as raw, unpacked(raw) as plain:
        number = 1
        for line in iter(partial(plain.readline, LONGEST), b""):
            try:
                line.decode()
            except UnicodeDecodeError as error:
                number += line.count(b"\r", 0, error.start)
                around = line[max(error.start - _SHOWN // 2, 0) : error.start + _SHOWN // 2]
                shown = " ".join(around.decode("cp1252", "replace").split())
                return f"line {number} is not in UTF-8; as Windows-1252 it has {shown!r} there; {wanted}"
            number += 1
    return f"is not in UTF-8; {wanted}"
