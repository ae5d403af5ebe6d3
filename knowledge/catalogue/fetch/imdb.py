"""IMDb's public data sets as files. Their terms: personal and non-commercial use."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from knowledge.catalogue.fetch.web import Progress, Web

SERVICE = "IMDb"
TERMS = "https://developer.imdb.com/non-commercial-datasets/"
FILES: Mapping[str, int] = {
    "title.basics.tsv.gz": 1 << 30,
    "title.ratings.tsv.gz": 100 << 20,
    "title.akas.tsv.gz": 2 << 30,
}
"""And how many bytes of each can be right at most; about 200, 10 and 450 million were usual in 2025."""


@dataclass(frozen=True, slots=True)
class Imdb:
    """Asks one address; `folder` keeps what is there."""

    web: Web
    url: str
    folder: Path

    async def fetch(self, name: str, progress: Progress) -> Path:
        """One of the files. Raises Unfetched; what is there then stays for the next time."""
        file = self.folder / name
        if not file.exists():
            await self.web.download(SERVICE, f"{self.url.rstrip('/')}/{name}", file, FILES[name], progress)
        progress(1.0)
        return file
