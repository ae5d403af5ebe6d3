"""What takes long to make, kept as a file or a folder: found by what it was made of, whole or not at all.

Whatever is wrong with it, or where nothing can be kept, it is made anew.
"""

import os
import shutil
from collections.abc import Callable, Iterable
from contextlib import suppress
from pathlib import Path
from zlib import crc32


def kept(folder: Path | None, name: str, sources: Iterable[Path], make: Callable[[], bytes]) -> bytes:
    """What `make` gives, out of a folder where it was kept, made of sources that hold what these hold."""
    if folder is None:
        return make()
    file = folder / f"{name}-{_key(sources):08x}.json"
    with suppress(OSError, ValueError):
        return _whole(file.read_bytes())
    made = make()
    with suppress(OSError):
        _keep(file, made)
        for old in folder.glob(f"{name}-????????.json"):
            if old != file:
                old.unlink(missing_ok=True)
    return made


def keep_whole(write: Callable[[Path], None], into: Path, place: Path) -> None:
    """A folder at its place, whole or not at all, whoever else does the same now. OSError."""
    from tempfile import mkdtemp  # noqa: PLC0415 - slow start

    making = Path(mkdtemp(prefix="making-", dir=into))
    try:
        write(making)
        for file in making.iterdir():
            with file.open("rb+") as written:
                os.fsync(written.fileno())
        making.rename(place)
    except OSError:
        shutil.rmtree(making, ignore_errors=True)
        raise


def _key(sources: Iterable[Path]) -> int:
    key = 0
    for source in sources:
        with open(source, "rb", buffering=0) as file:  # noqa: PTH123 - of hundreds of files it takes half the time
            key = crc32(file.readall(), crc32(source.name.encode(), key))
    return key


def _whole(text: bytes) -> bytes:
    """What was kept. ValueError if it is damaged."""
    check, _, body = text.partition(b"\n")
    if check != _check(body):
        raise ValueError("what is kept is damaged")
    return body


def _keep(file: Path, body: bytes) -> None:
    """Whole or not at all, whoever else does the same now."""
    from tempfile import mkstemp  # noqa: PLC0415 - slow start

    handle, making = mkstemp(prefix=".making-", dir=file.parent)
    with os.fdopen(handle, "wb") as written:
        written.write(_check(body) + b"\n" + body)
    Path(making).replace(file)


def _check(body: bytes) -> bytes:
    return b"%08x" % crc32(body)
