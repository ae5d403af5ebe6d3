"""All films that exist into the catalogue: fetched, looked at, and taken together or not at all."""

import gzip
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from knowledge.catalogue.catalogue_import import Imported, import_files
from knowledge.catalogue.fetch.imdb import FILES, Imdb
from knowledge.catalogue.fetch.progress import fetched, forget, keep
from knowledge.catalogue.fetch.refusals import Unfetched
from knowledge.catalogue.fetch.statements import Codes
from knowledge.catalogue.fetch.web import Progress, Web
from knowledge.catalogue.fetch.wikidata import SERVICE, Wikidata
from knowledge.catalogue.formats.sniff import UnknownFormat, format_of
from knowledge.catalogue.shipped_films import SHIPPED, ShippedFilms

EXPECTED: Mapping[str, str] = {
    "title.basics.tsv.gz": "imdb",
    "title.ratings.tsv.gz": "imdb ratings",
    "title.akas.tsv.gz": "imdb akas",
}
"""What each of IMDb's files is, as formats know it."""
Stage = Callable[[str], Progress]
"""Called with what begins now; gives what is told how far that is."""


@dataclass(frozen=True, slots=True)
class Fetch:
    """Where films come from and go to. `home` is the folder of all data; `imdb` is None without its terms."""

    wikidata: str
    imdb: str | None
    home: Path
    catalogue: Path
    codes: Codes
    shipped: ShippedFilms = SHIPPED

    async def bring(self, web: Web, folder: Path, stage: Stage) -> list[Path]:
        """The files of all services. Raises Unfetched; what is there then stays for the next time."""
        wikidata = Wikidata(web, self.wikidata, folder, self.codes)
        films = await wikidata.films(stage(f"{SERVICE}: which films there are"))
        await wikidata.fetch(films, stage(f"{SERVICE}: what is known of {len(films):,} films"))
        files = [wikidata.file]
        if self.imdb is not None:
            imdb = Imdb(web, self.imdb, folder)
            files += [await imdb.fetch(name, stage(f"IMDb: {name}")) for name in FILES]
        return files

    def take(self, files: Sequence[Path], stage: Stage) -> list[Imported]:
        """Takes the files into the catalogue, all or none. Raises Unfetched where one is damaged or another.

        OSError, with the files kept, where the machine is in the way.
        """
        for file in files:
            _look_at(file)
        try:
            done = import_files(files, self.catalogue, stage("taking them in"), self.codes, self.shipped)
        except (gzip.BadGzipFile, EOFError, ValueError) as error:
            for file in files:
                _drop(file)
            raise Unfetched(
                f"what was sent is damaged ({error}); it is fetched anew the next time"
            ) from error
        forget(self.home)
        keep(self.home, fetched(self.home).model_copy(update={"last": datetime.now(UTC)}))
        return done


def _look_at(file: Path) -> None:
    """Raises Unfetched, and lets go of the file, where it is none that it should be."""
    expected = EXPECTED.get(file.name, "wikidata")
    try:
        found = format_of(file).name
    except (UnknownFormat, EOFError, gzip.BadGzipFile) as error:
        _drop(file)
        raise Unfetched(f"{file.name} is not what it was: it {error}") from error
    if found != expected:
        _drop(file)
        raise Unfetched(f"{file.name} has other columns than it had; a newer Usher may know them")


def _drop(file: Path) -> None:
    """Away with one of IMDb's files. What was written of Wikidata is our own and is whole."""
    if file.name in EXPECTED:
        file.unlink(missing_ok=True)
