"""An uploaded file into entries that may stand in this library: all of them, or the faults of each."""

import codecs
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from knowledge.curation.entry_checks import check_entry, check_together
from knowledge.curation.faults import Fault, Faulty, problem
from knowledge.curation.toml_models import shape
from knowledge.curation.upload_limits import faults_of_form
from knowledge.curation.upload_parsers import PARSERS, Table
from knowledge.entry import Movie
from knowledge.library import Library

MOST_BYTES = 8 * 1024 * 1024
MOST_FAULTS = 50
GUIDE = "the guide"
NO_TEXT = (
    (b"%PDF", "PDF"),
    (b"PK\x03\x04", "ZIP, XLSX"),
    (b"\x1f\x8b", "GZIP"),
    (b"BZh", "BZIP2"),
    (b"\xfd7zXZ", "XZ"),
    (b"7z\xbc\xaf", "7Z"),
    (b"Rar!", "RAR"),
    (b"\xd0\xcf\x11\xe0", "XLS, DOC"),
    (b"{\\rtf", "RTF"),
    (b"\x89PNG", "PNG"),
    (b"\xff\xd8\xff", "JPEG"),
    (b"GIF8", "GIF"),
    (b"SQLite format 3", "SQLite"),
    (b"<!doctype", "HTML"),
    (b"<html", "HTML"),
)
"""How files begin that are often sent under the ending of a text, and what they are."""
LONGEST_START = 64
SHOWN = 20
"""Letters before and after a fault."""


def read_upload(name: str, data: bytes, library: Library) -> tuple[Movie, ...]:
    """The entries of a .toml, .json or .csv file, at most 8 MiB and 1,000 entries.

    Raises Faulty with at most 50 faults, each with its place. It may take seconds: call it in a thread.
    """
    file = file_name(name)
    tables = tables_of(file, data)
    if faults := list(islice(_faults_of_forms(tables, file), MOST_FAULTS)):
        raise Faulty(faults)
    movies = [(at, _shaped(entry, file, at)) for at, entry in tables]
    if faults := list(islice(_faults_of_meaning(movies, file, library), MOST_FAULTS)):
        raise Faulty(faults)
    return tuple(movie for _, movie in movies)


def check_in(movie: Movie, library: Library, file: str) -> tuple[Fault, ...]:
    """Every fault of one entry that is to stand in this library, among its others."""
    form = faults_of_form(movie.model_dump(mode="json", exclude_defaults=True), file)
    return (*form, *_faults_of_meaning([((), movie)], file, library))


def file_name(name: str) -> str:
    """The file's name as it can be shown: its last part, without odd signs."""
    last = name.replace("\\", "/").rpartition("/")[2][-80:]
    return "".join(sign if sign.isprintable() and sign not in "<>@`" else "_" for sign in last) or "file"


def tables_of(file: str, data: bytes) -> list[Table]:
    """The entries of a file as tables. Raises Faulty."""
    parser = PARSERS.get(file.rpartition(".")[2].lower())
    if parser is None:
        endings = ", ".join(f".{name}" for name in PARSERS)
        raise Faulty([Fault(file, "", problem("ending", endings=endings))])
    tables = parser(decoded(file, data), file)
    if not tables:
        raise Faulty([Fault(file, "", problem("no_entry"))])
    return tables


def decoded(file: str, data: bytes) -> str:
    """The text of a file. Raises Faulty."""
    if len(data) > MOST_BYTES:
        raise Faulty([Fault(file, "", problem("too_many_bytes", bytes=len(data), most=MOST_BYTES))])
    head = data[:LONGEST_START].lstrip().lower()
    if kind := next((kind for begins, kind in NO_TEXT if head.startswith(begins.lower())), None):
        raise Faulty([Fault(file, "", problem("no_text", kind=kind))])
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise Faulty([Fault(file, "", problem("utf16"))])
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Faulty([_undecodable(file, data, error.start)]) from error
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        raise Faulty([Fault(file, f"line {line}", problem("nul"))])
    return text


def _undecodable(file: str, data: bytes, at: int) -> Fault:
    """The line that is not in UTF-8, and how it reads in the encoding that Excel writes by itself."""
    line = len((data[:at] + b"x").splitlines())
    around = data[max(at - SHOWN, 0) : at + SHOWN].decode("cp1252", "replace")
    shown = " ".join(around[max(around[:SHOWN].rfind("\n"), 0) :].split())
    return Fault(file, f"line {line}", problem("not_utf8_here", shown=shown))


def _faults_of_forms(tables: list[Table], file: str) -> Iterator[Fault]:
    for at, entry in tables:
        for fault in faults_of_form(entry, file):
            yield _placed(fault, at)


def _shaped(entry: dict[str, object], file: str, at: tuple[str, ...]) -> Movie:
    try:
        return shape(Movie, entry, file, at)
    except Faulty as faulty:
        raise Faulty(faulty.faults[:MOST_FAULTS]) from faulty


def _faults_of_meaning(
    movies: list[tuple[tuple[str, ...], Movie]], file: str, library: Library
) -> Iterator[Fault]:
    for at, movie in movies:
        for fault in check_entry(movie, library.vocabulary, file):
            yield _placed(fault, at)
    new, years = {movie.id for _, movie in movies}, {movie.year for _, movie in movies}
    # Only films of one year can be in each other's way.
    others = [(GUIDE, one) for one in library.movies.values() if one.year in years and one.id not in new]
    places = {".".join((file, *at)): at for at, _ in movies}
    named = zip(places, (movie for _, movie in movies), strict=True)
    for fault in check_together([*others, *named], library.movies):
        if fault.file != GUIDE:
            yield _placed(replace(fault, file=file), places[fault.file])


def _placed(fault: Fault, at: tuple[str, ...]) -> Fault:
    return replace(fault, key=".".join(filter(None, (*at, fault.key))))
