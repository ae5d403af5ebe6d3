"""Imports a file into catalogues, in a process each that kills itself when it comes to a given point.

`killed_import.py FILE CATALOGUE EVENT NAME [CATALOGUE EVENT NAME …]`, where EVENT and NAME are what the
interpreter tells a profiler: `call build`, `c_return rename`. Prints for each the signal that ended it.
"""

import os
import signal
import sys
from pathlib import Path
from types import FrameType

from knowledge.catalogue.catalogue_import import import_catalogue
from knowledge.catalogue.shipped_films import ShippedFilms

NO_FILMS = ShippedFilms(Path(__file__).parents[2] / "no_films.tsv")


def import_until(file: Path, into: Path, event: str, name: str) -> None:
    def watch(frame: FrameType, now: str, function: object) -> None:
        called = frame.f_code.co_name if now in ("call", "return") else getattr(function, "__name__", "")
        if (now, called) == (event, name):
            os.kill(os.getpid(), signal.SIGKILL)

    sys.setprofile(watch)
    import_catalogue(file, into, lambda _: None, {}, NO_FILMS)


def ended_by(file: Path, into: Path, event: str, name: str) -> int:
    child = os.fork()
    if not child:
        import_until(file, into, event, name)
        os._exit(0)
    return os.waitstatus_to_exitcode(os.waitpid(child, 0)[1])


def main(file: str, *points: str) -> None:
    for at in range(0, len(points), 3):
        into, event, name = points[at : at + 3]
        print(ended_by(Path(file), Path(into), event, name), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
