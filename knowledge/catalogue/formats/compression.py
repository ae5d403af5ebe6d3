"""A file's bytes as they were before it was packed. What they say is not known here."""

import gzip
import zipfile
import zlib
from collections.abc import Generator
from contextlib import contextmanager
from io import BufferedReader
from pathlib import Path
from typing import cast

Plain = BufferedReader | gzip.GzipFile | zipfile.ZipExtFile

GZIP = b"\x1f\x8b"
ZIP = b"PK\x03\x04"
EMPTY_ZIP = b"PK\x05\x06"
FOREIGN = {
    b"BZh": "is packed with bzip2; unpack it first, or pack it with gzip",
    b"\xfd7zXZ": "is packed with xz; unpack it first, or pack it with gzip",
    b"\x28\xb5\x2f\xfd": "is packed with zstd; unpack it first, or pack it with gzip",
    b"7z\xbc\xaf": "is packed with 7-Zip; unpack it first",
    b"Rar!": "is packed with RAR; unpack it first",
    b"\xd0\xcf\x11\xe0": "is a workbook of an old Excel; save it as 'CSV UTF-8'",
    b"SQLite format 3": "is a database; export its table of films as CSV",
    b"PAR1": "is a Parquet file; save it as CSV",
    b"%PDF": "is a PDF; a list of films is a table or JSON",
}
"""By what a file begins with: what it is, and what to do."""
WORKBOOKS = {"xl/workbook.xml": "an Excel workbook", "content.xml": "an OpenDocument file"}
_LONGEST_MARK = max(map(len, FOREIGN))
_SHOWN = 4
_UNPACKABLE = (
    zlib.error,
    zipfile.BadZipFile,
    RuntimeError,  # zipfile's word for one that wants a password, or is packed in a way it does not know
)


@contextmanager
def unpacked(raw: BufferedReader) -> Generator[Plain]:
    """The bytes of a plain file, of a gzipped one, or of the one in a zip. ValueError, OSError, EOFError."""
    start = raw.read(_LONGEST_MARK)
    raw.seek(0)
    if foreign := next((says for mark, says in FOREIGN.items() if start.startswith(mark)), None):
        raise ValueError(foreign)
    try:
        if start.startswith(GZIP):
            with gzip.GzipFile(fileobj=raw) as plain:
                yield plain
        elif start.startswith((ZIP, EMPTY_ZIP)):
            with zipfile.ZipFile(raw) as archive, archive.open(_only(archive)) as member:
                yield cast("zipfile.ZipExtFile", member)
        else:
            yield raw
    except _UNPACKABLE as error:
        raise ValueError(f"what is packed here cannot be unpacked: {error}") from error


def _only(archive: zipfile.ZipFile) -> str:
    names = [one.filename for one in archive.infolist() if not one.is_dir()]
    if workbook := next((WORKBOOKS[name] for name in names if name in WORKBOOKS), None):
        raise ValueError(f"is {workbook}; save it as 'CSV UTF-8'")
    files = [name for name in names if not Path(name).name.startswith((".", "_")) and "__MACOSX" not in name]
    if len(files) != 1:
        shown = ", ".join(files[:_SHOWN]) + (", …" if len(files) > _SHOWN else "")
        raise ValueError(
            f"is a zip of {len(files)} files ({shown}); unpack it and name the one with the films"
        )
    return files[0]
